import { type Context, Hono } from 'hono';
import { serveSimulator } from '../kit/serveSimulator.ts';
import type { Simulator, SimulatorOptions } from '../kit/simulator.ts';
import {
  addressAnswer,
  failure,
  pickupAnswer,
  rateAnswer,
  servicePointsAnswer,
  shipAnswer,
  trackAnswer,
} from './simulatorAnswers.ts';
import { refusalOf } from './simulatorRules.ts';
import { ACCOUNT, CREDENTIALS, SERVICE_POINT_KEY, type Shipment, World } from './simulatorWorld.ts';
import type { PickupRequest, RateRequest, ShipRequest } from './wire.ts';

export type ExpressSimulatorOptions = SimulatorOptions & {
  /** Time between two scans of a parcel. */
  readonly trackStepMs?: number;
};

/** MyDHL API in small: prices, shipments with labels, tracking by number and by reference, and parcels that move with time. */
export async function startDhlExpressSimulator(options: ExpressSimulatorOptions = {}): Promise<Simulator> {
  const now = options.now ?? Date.now;
  const world = new World(now, options.trackStepMs ?? 60_000);
  const served = await serveSimulator(appOf(world, now), () => world.state(), options);
  const settings = {
    ...CREDENTIALS,
    accountNumber: ACCOUNT,
    phone: '+49 40 1234567',
    servicePointKey: SERVICE_POINT_KEY,
    baseUrl: served.url,
  };
  return { ...served, settings };
}

function appOf(world: World, now: () => number): Hono {
  const app = new Hono();
  const expected = `Basic ${Buffer.from(`${CREDENTIALS.username}:${CREDENTIALS.password}`).toString('base64')}`;
  app.use('*', async (c, next) => {
    if (c.req.header('authorization') !== expected)
      return c.json(failure(401, 'Unauthorized', 'Invalid Credentials'), 401);
    if (!c.req.header('x-version'))
      return c.json(failure(400, 'Bad request', 'Missing mandatory headers: x-version'), 400);
    return next();
  });
  app.get('/address-validate', (c) => {
    const { countryCode = '', postalCode = '', cityName = '' } = c.req.query();
    return c.json(addressAnswer(countryCode, postalCode, cityName));
  });
  app.post('/rates', async (c) => {
    const answer = rateAnswer(await c.req.json<RateRequest>());
    if (answer.products.length > 0) return c.json(answer);
    return c.json(failure(404, 'Not found', '996: The requested product is not available'), 404);
  });
  app.post('/shipments', async (c) => {
    const request = await c.req.json<ShipRequest>();
    const refusal = refusalOf(request, ACCOUNT, now());
    if (refusal) return c.json(failure(refusal.status, refusal.title, refusal.detail), refusal.status);
    return c.json(shipAnswer(world.ship(request)), 201);
  });
  app.get('/shipments/:waybill/tracking', (c) => {
    const shipment = world.byWaybill(c.req.param('waybill'));
    const { levelOfDetail, requestGMTOffsetPerEvent } = c.req.query();
    const options = { withPieces: levelOfDetail === 'all', withOffset: requestGMTOffsetPerEvent === 'true' };
    return shipment ? c.json(trackAnswer(shipment, world.scans(shipment), options)) : nothing(c);
  });
  app.get('/tracking', (c) => trackMany(world, c));
  aside(app, world);
  return app;
}

/** What is there beside shipments: couriers and service points. */
function aside(app: Hono, world: World): void {
  app.post('/pickups', async (c) => {
    const request = await c.req.json<PickupRequest>();
    if (request.accounts[0]?.number !== ACCOUNT)
      return c.json(failure(400, 'Bad request', '8003: Account not allowed for this service.'), 400);
    return c.json(pickupAnswer(world.book(request).number), 201);
  });
  app.delete('/pickups/:number', (c) => {
    const { requestorName, reason } = c.req.query();
    if (!requestorName || !reason)
      return c.json(failure(400, 'Missing parameters', 'Missing mandatory parameters: requestorName'), 400);
    if (world.cancel(c.req.param('number'))) return c.json({});
    return c.json(failure(404, 'Pickup not found', 'Requested Pickup was not found'), 404);
  });
  app.get('/servicepoints', (c) =>
    c.req.query('key') === SERVICE_POINT_KEY
      ? c.json(servicePointsAnswer())
      : c.json(failure(401, 'Unauthorized', 'Invalid key'), 401),
  );
}

function trackMany(world: World, c: Context): Response {
  const { pieceTrackingNumber, shipmentReference, levelOfDetail, ...query } = c.req.query();
  if (shipmentReference !== undefined && query['shipperAccountNumber'] !== ACCOUNT)
    return c.json(failure(400, 'Missing parameters', 'Missing mandatory parameters: shipperAccountNumber'), 400);
  const piece = pieceTrackingNumber === undefined ? undefined : world.byPiece(pieceTrackingNumber);
  const found: readonly Shipment[] =
    shipmentReference === undefined
      ? [piece].filter((each) => each !== undefined)
      : world.byReference(shipmentReference, query['dateRangeFrom'] ?? '', query['dateRangeTo'] ?? '');
  if (found.length === 0) return nothing(c);
  const answers = found.map((each) => trackAnswer(each, [], { withPieces: levelOfDetail === 'all' }));
  return c.json({ shipments: answers.flatMap(({ shipments }) => shipments) });
}

const nothing = (c: Context): Response => c.json(failure(404, 'No data found', 'No data found'), 404);
