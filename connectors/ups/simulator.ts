import { type Context, Hono } from 'hono';
import { serveSimulator } from '../kit/serveSimulator.ts';
import type { Simulator, SimulatorOptions } from '../kit/simulator.ts';
import {
  candidatesAnswer,
  failure,
  rateAnswer,
  recoveryAnswer,
  shipAnswer,
  tokenAnswer,
  trackAnswer,
  trackNothing,
  uploadAnswer,
  voidAnswer,
} from './simulatorAnswers.ts';
import { refusalOf } from './simulatorRules.ts';
import { visitRoutes } from './simulatorVisits.ts';
import { ACCOUNT, CLIENT, World } from './simulatorWorld.ts';
import type { RateRequest, RecoveryRequest, ShipRequest, UploadRequest } from './wire.ts';

export type UpsSimulatorOptions = SimulatorOptions & {
  /** Time between two scans of a parcel. */
  readonly trackStepMs?: number;
  /** The serial number of the first parcel. */
  readonly firstParcel?: number;
};

/** UPS in small: tokens, rates, shipments with labels, recovery by reference, voids, and parcels that move with time. */
export async function startUpsSimulator(options: UpsSimulatorOptions = {}): Promise<Simulator> {
  const now = options.now ?? Date.now;
  const world = new World(now, options.trackStepMs ?? 60_000, options.firstParcel ?? 1);
  const served = await serveSimulator(appOf(world, now), () => world.state(), options);
  const settings = {
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    shipperNumber: ACCOUNT,
    shipperName: 'Crossdock',
    shipperPhone: '+49 40 1234567',
    baseUrl: served.url,
  };
  return { ...served, settings };
}

function appOf(world: World, now: () => number): Hono {
  const app = new Hono();
  app.post('/security/v1/oauth/token', async (c) => {
    const expected = `Basic ${Buffer.from(`${CLIENT.id}:${CLIENT.secret}`).toString('base64')}`;
    if (c.req.header('authorization') !== expected) return c.json(failure('10401', 'ClientId is Invalid'), 401);
    const body = await c.req.parseBody();
    if (body['grant_type'] !== 'client_credentials')
      return c.json(failure('SIM06', 'Missing or invalid grant_type'), 400);
    const { token, seconds } = world.issueToken();
    return c.json(tokenAnswer(CLIENT.id, token, seconds, now()));
  });
  app.use('/api/*', async (c, next) => {
    const state = world.tokenState(c.req.header('authorization'));
    if (state === 'unknown') return c.json(failure('250002', 'Invalid Authentication Information.'), 401);
    if (state === 'expired') return c.json(failure('251004', 'Bearer Token expired'), 401);
    return next();
  });
  app.post('/api/rating/:version/Shoptimeintransit', async (c) => {
    const { Shipment } = (await c.req.json<RateRequest>()).RateRequest;
    const wantsNegotiated = Shipment.ShipmentRatingOptions?.NegotiatedRatesIndicator !== undefined;
    return c.json(rateAnswer(Shipment.ShipFrom.Address.CountryCode, Shipment.Package.length, wantsNegotiated));
  });
  app.post('/api/paperlessdocuments/:version/upload', async (c) => {
    const { UploadRequest } = await c.req.json<UploadRequest>();
    if (c.req.header('shippernumber') !== ACCOUNT) return c.json(failure('SIM08', 'Missing ShipperNumber'), 400);
    return c.json(uploadAnswer(UploadRequest.UserCreatedForm.map(() => world.upload())));
  });
  app.post('/api/shipments/:version/ship', (c) => ship(world, c));
  app.post('/api/labels/:version/recovery', (c) => recover(world, c));
  app.delete('/api/shipments/:version/void/cancel/:id', (c) => {
    if (world.void(c.req.param('id')) !== 'unknown') return c.json(voidAnswer());
    return c.json(failure('190102', 'No shipment found within the allowed void period'), 400);
  });
  app.get('/api/track/v1/details/:number', (c) => {
    const number = c.req.param('number');
    if (!c.req.header('transid')) return c.json(failure('SIM07', 'Missing transId'), 400);
    const shipment = world.byTracking(number);
    return c.json(shipment ? trackAnswer(number, world.scenes(shipment)) : trackNothing(number));
  });
  visitRoutes(app, world, ACCOUNT);
  return app;
}

async function ship(world: World, c: Context): Promise<Response> {
  const { ShipmentRequest: request } = await c.req.json<ShipRequest>();
  const refusal = refusalOf(request, ACCOUNT, world.uploads);
  if (refusal) return c.json(failure(refusal.code, refusal.message), 400);
  const { Shipment, LabelSpecification } = request;
  const references = [...(Shipment.ReferenceNumber ?? []), ...(Shipment.Package[0]?.ReferenceNumber ?? [])];
  const made = world.ship({
    reference: references[0]?.Value ?? '',
    format: LabelSpecification.LabelImageFormat.Code,
    parcels: Shipment.Package.length,
    place: { city: Shipment.ShipTo.Address.City, country: Shipment.ShipTo.Address.CountryCode },
  });
  const wantsNegotiated = Shipment.ShipmentRatingOptions?.NegotiatedRatesIndicator !== undefined;
  const isAbroad = Shipment.ShipmentServiceOptions?.InternationalForms !== undefined;
  const origin = Shipment.ShipFrom.Address.CountryCode;
  return c.json(shipAnswer(made, { origin, service: Shipment.Service.Code, wantsNegotiated, isAbroad }));
}

async function recover(world: World, c: Context): Promise<Response> {
  const { TrackingNumber, ReferenceValues, LabelSpecification } = (await c.req.json<RecoveryRequest>())
    .LabelRecoveryRequest;
  const format = LabelSpecification.LabelImageFormat.Code;
  const byNumber = TrackingNumber === undefined ? undefined : world.byTracking(TrackingNumber);
  const isOurs = ReferenceValues?.ShipperNumber === ACCOUNT;
  const all = byNumber ? [byNumber] : isOurs ? world.byReference(ReferenceValues.ReferenceNumber.Value) : [];
  const standing = all.filter(({ voidedMs }) => voidedMs === null);
  if (all.length === 0) return c.json(failure('9801031', 'No shipments found for the given search criteria'), 400);
  if (standing[0] === undefined) return c.json(failure('9801040', 'The shipment has been voided'), 400);
  const isAmbiguous = !byNumber && (standing.length > 1 || standing[0].trackingNumbers.length > 1);
  return c.json(isAmbiguous ? candidatesAnswer(standing) : recoveryAnswer(standing[0], format));
}
