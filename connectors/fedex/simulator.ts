import { type Context, Hono } from 'hono';
import { serveSimulator } from '../kit/serveSimulator.ts';
import type { Simulator, SimulatorOptions } from '../kit/simulator.ts';
import {
  cancelAnswer,
  failure,
  rateAnswer,
  shipAnswer,
  tokenAnswer,
  trackAnswer,
  trackNothing,
  uploadAnswer,
} from './simulatorAnswers.ts';
import { pickups } from './simulatorPickups.ts';
import { places } from './simulatorPlaces.ts';
import { refusalOf, type ShipBody } from './simulatorRules.ts';
import { ACCOUNT, CLIENT, World } from './simulatorWorld.ts';

export type FedexSimulatorOptions = SimulatorOptions & {
  /** Time between two scans of a parcel. */
  readonly trackStepMs?: number;
};

/** FedEx in small: tokens, rates, shipments with labels, cancellations, and parcels that move with time. */
export async function startFedexSimulator(options: FedexSimulatorOptions = {}): Promise<Simulator> {
  const world = new World(options.now ?? Date.now, options.trackStepMs ?? 60_000);
  const served = await serveSimulator(appOf(world), () => world.state(), options);
  const settings = {
    apiKey: CLIENT.key,
    secretKey: CLIENT.secret,
    accountNumber: ACCOUNT,
    shipperPhone: '+1 901 369 3600',
    service: 'FEDEX_GROUND',
    serviceAbroad: 'FEDEX_INTERNATIONAL_PRIORITY',
    baseUrl: served.url,
  };
  return { ...served, settings };
}

function appOf(world: World): Hono {
  const app = new Hono();
  app.post('/oauth/token', async (c) => {
    const body = await c.req.parseBody();
    const isKnown = body['client_id'] === CLIENT.key && body['client_secret'] === CLIENT.secret;
    const isChild = body['grant_type'] === 'client_credentials' || (body['child_Key'] && body['child_secret']);
    if (!isKnown || !isChild) {
      const message = 'The given client credentials were not valid. Please modify your request and try again.';
      return c.json(failure('NOT.AUTHORIZED.ERROR', message), 401);
    }
    const { token, seconds } = world.issueToken();
    return c.json(tokenAnswer(token, seconds));
  });
  app.use('/*', async (c, next) => {
    if (world.knows(c.req.header('authorization'))) return next();
    return c.json(
      failure('NOT.AUTHORIZED.ERROR', 'Access token expired. Please modify your request and try again.'),
      401,
    );
  });
  shipping(app, world);
  tracking(app, world);
  places(app);
  pickups(app, world);
  return app;
}

function shipping(app: Hono, world: World): void {
  app.post('/rate/v1/rates/quotes', async (c) => {
    const { requestedShipment: asked } = await c.req.json();
    const [from, to] = [asked.shipper.address.countryCode, asked.recipient.address.countryCode];
    return c.json(rateAnswer(from, to, asked.requestedPackageLineItems.length, asked.serviceType));
  });
  app.post('/documents/v1/etds/encodedmultiupload', async (c) => {
    const { metaData } = await c.req.json<{ metaData: readonly { fileReferenceId: string }[] }>();
    return c.json(uploadAnswer(metaData.map(({ fileReferenceId }) => [fileReferenceId, world.keepPaper()])), 201);
  });
  app.post('/ship/v1/shipments', (c) => ship(world, c));
  app.put('/ship/v1/shipments/cancel', async (c) => {
    const outcome = world.cancel((await c.req.json()).trackingNumber);
    if (outcome === 'cancelled') return c.json(cancelAnswer());
    const code = outcome === 'already' ? 'CANCELSHIPMENT.TRACKINGNUMBER.DELETED' : 'SHIPMENT.USER.UNAUTHORIZED';
    return c.json(failure(code, 'The shipment cannot be cancelled'), 400);
  });
}

function tracking(app: Hono, world: World): void {
  app.post('/track/v1/trackingnumbers', async (c) => {
    const number: string = (await c.req.json()).trackingInfo[0].trackingNumberInfo.trackingNumber;
    const shipment = world.byNumber(number);
    if (shipment) return c.json(trackAnswer([{ number, shipment }], world.now(), world.stepMs));
    return c.json(trackNothing(number, 'TRACKING.TRACKINGNUMBER.NOTFOUND', 'Tracking number cannot be found.'));
  });
  app.post('/track/v1/referencenumbers', async (c) => {
    const { value, accountNumber } = (await c.req.json()).referencesInformation;
    const shipments = accountNumber === ACCOUNT ? world.byReference(value) : [];
    const found = shipments.flatMap((shipment) => shipment.trackingNumbers.map((number) => ({ number, shipment })));
    if (found.length > 0) return c.json(trackAnswer(found, world.now(), world.stepMs));
    return c.json(trackNothing(undefined, 'TRACKING.REFERENCENUMBER.NOTFOUND', 'Reference number cannot be found.'));
  });
}

async function ship(world: World, c: Context): Promise<Response> {
  const body = await c.req.json<ShipBody>();
  const refusal = refusalOf(body, ACCOUNT, (id) => world.hasPaper(id));
  if (refusal) return c.json(failure(refusal.code, refusal.message), 400);
  const { requestedShipment } = body;
  const items = requestedShipment.requestedPackageLineItems;
  const address = requestedShipment.recipients[0]?.address;
  const made = world.ship({
    reference: items[0]?.customerReferences?.[0]?.value ?? '',
    parcels: items.length,
    place: { city: address?.city ?? '', countryCode: address?.countryCode ?? '' },
  });
  return c.json(shipAnswer(made, requestedShipment));
}
