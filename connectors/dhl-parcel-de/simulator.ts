import { type Context, Hono } from 'hono';
import { serveSimulator } from '../kit/serveSimulator.ts';
import type { Simulator, SimulatorOptions } from '../kit/simulator.ts';
import { SHIPPING } from './client.ts';
import { RETURNS } from './returns.ts';
import {
  cancelAnswer,
  listed,
  locationsAnswer,
  manifestAnswer,
  nothingFound,
  OK,
  orderedItem,
  pickupAnswer,
  pickupState,
  problem,
  refusedItem,
  returnAnswer,
  trackAnswer,
} from './simulatorAnswers.ts';
import { refusalOf } from './simulatorRules.ts';
import { BILLING_NUMBERS, CREDENTIALS, RECEIVER, World } from './simulatorWorld.ts';
import type { OrderRequest, PickupOrder, ReturnRequest } from './wire.ts';

export type ParcelDeSimulatorOptions = SimulatorOptions & {
  /** Time between two events of a parcel. */
  readonly trackStepMs?: number;
};

/** DHL Parcel Germany in small: tokens, orders with labels, deletion, manifests, and parcels that move with time. */
export async function startDhlParcelDeSimulator(options: ParcelDeSimulatorOptions = {}): Promise<Simulator> {
  const world = new World(options.now ?? Date.now, options.trackStepMs ?? 60_000);
  const served = await serveSimulator(appOf(world), () => world.state(), options);
  const settings = {
    ...CREDENTIALS,
    billingNumbers: BILLING_NUMBERS.join(', '),
    returnReceiver: RECEIVER,
    baseUrl: served.url,
  };
  return { ...served, settings };
}

function appOf(world: World): Hono {
  const app = new Hono();
  app.post('/parcel/de/account/auth/ropc/v1/token', async (c) => {
    const { grant_type, client_id, client_secret, username, password } = await c.req.parseBody();
    if (grant_type !== 'password') return c.json({ error: 'unsupported_grant_type' }, 400);
    const { apiKey, apiSecret } = CREDENTIALS;
    if (client_id !== apiKey || client_secret !== apiSecret) return c.json({ error: 'invalid_client' }, 401);
    if (username !== CREDENTIALS.username || password !== CREDENTIALS.password)
      return c.json({ error: 'invalid_grant', error_description: 'Invalid username or password' }, 400);
    return c.json(world.issueToken());
  });
  app.use('/parcel/de/*', async (c, next) =>
    world.isGood(c.req.header('authorization')) ? next() : c.json(problem(401, 'Unauthorized', 'Unauthorized'), 401),
  );
  for (const path of ['/track/*', '/location-finder/*'])
    app.use(path, async (c, next) =>
      c.req.header('dhl-api-key') === CREDENTIALS.apiKey
        ? next()
        : c.json(problem(401, 'Unauthorized', 'No API key'), 401),
    );
  ordering(app, world);
  closing(app, world);
  app.post(RETURNS, async (c) => {
    const request = await c.req.json<ReturnRequest>();
    if (request.receiverId !== RECEIVER) return c.json(problem(400, 'Bad Request', 'The receiver is not known'), 400);
    return c.json(returnAnswer(world.takeBack(request)), 201);
  });
  fetching(app, world);
  app.get('/location-finder/v1/find-by-address', (c) => c.json(locationsAnswer()));
  app.get('/track/shipments', (c) => {
    const number = c.req.query('trackingNumber') ?? '';
    const held = world.tracked(number);
    return held ? c.json(trackAnswer(number, world.scans(held))) : c.json(nothingFound, 404);
  });
  return app;
}

function ordering(app: Hono, world: World): void {
  const answer = (c: Context, items: ReturnType<typeof listed>['items']): Response =>
    c.json(listed(items), items.length > 1 ? 207 : 200);
  app.post(`${SHIPPING}/orders`, async (c) => {
    const { profile, shipments } = await c.req.json<OrderRequest>();
    if (!profile) return c.json(problem(400, 'Bad Request', 'profile is missing'), 400);
    const items = shipments.map((shipment) => {
      const refusal = refusalOf(shipment);
      return refusal
        ? refusedItem(refusal.property, refusal.message)
        : orderedItem(world.order(shipment), c.req.query('docFormat') ?? 'PDF');
    });
    // One that is refused alone is a refusal of the whole.
    return items.length === 1 && items[0]?.sstatus !== OK ? c.json(listed(items), 400) : answer(c, items);
  });
  app.get(`${SHIPPING}/orders`, (c) => {
    const items = (c.req.queries('shipment') ?? []).map((number) => {
      const held = world.open(number);
      return held
        ? orderedItem(held, 'PDF')
        : { shipmentNo: number, sstatus: problem(404, 'Not Found', 'No open shipment has this number') };
    });
    const isAlone = items.length === 1 && items[0]?.sstatus !== OK;
    return isAlone ? c.json(problem(404, 'Not Found', 'No open shipment has this number'), 404) : answer(c, items);
  });
  app.delete(`${SHIPPING}/orders`, (c) => {
    if (!c.req.query('profile')) return c.json(problem(400, 'Bad Request', 'profile is missing'), 400);
    const items = (c.req.queries('shipment') ?? []).map((number) => ({
      shipmentNo: number,
      sstatus: world.delete(number) ? OK : problem(400, 'Bad Request', 'The shipment does not exist or was deleted'),
    }));
    return answer(c, items);
  });
}

function closing(app: Hono, world: World): void {
  app.post(`${SHIPPING}/manifests`, async (c) => {
    const { profile, shipmentNumbers } = await c.req.json<{ profile?: string; shipmentNumbers?: string[] }>();
    if (!profile) return c.json(problem(400, 'Bad Request', 'profile is missing'), 400);
    const numbers = c.req.query('all') === 'true' ? world.openNumbers() : (shipmentNumbers ?? []);
    const items = numbers.map((shipmentNo) => ({
      shipmentNo,
      sstatus: world.close(shipmentNo) ? OK : problem(400, 'Warning', 'The shipment is closed already, or is none'),
    }));
    return c.json(listed(items), 207);
  });
  app.get(`${SHIPPING}/manifests`, (c) => {
    const closed = world.closedOn(c.req.query('date') ?? world.today());
    if (closed.length === 0) return c.json(problem(404, 'Not Found', 'No manifest for this day'), 404);
    return c.json(manifestAnswer(closed.map(({ number }) => number)));
  });
}

function fetching(app: Hono, world: World): void {
  const path = '/parcel/de/transportation/pickup/v3/orders';
  app.post(path, async (c) => c.json(pickupAnswer(world.book(await c.req.json<PickupOrder>()))));
  app.get(path, (c) => {
    const { orderID, pickupDate } = c.req.query();
    const found = world.pickups().filter(({ id, date }) => (orderID ? id === orderID : date === pickupDate));
    return c.json(found.map(pickupState));
  });
  app.delete(path, (c) => {
    const orderID = c.req.query('orderID') ?? '';
    const pickup = world.pickups().find(({ id }) => id === orderID);
    const answer = cancelAnswer(orderID, pickup);
    if (pickup) pickup.isCancelled = true;
    return c.json(answer);
  });
}
