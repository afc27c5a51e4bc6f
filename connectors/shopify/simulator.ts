import { Hono } from 'hono';
import { serveSimulator } from '../kit/serveSimulator.ts';
import type { Simulator, SimulatorOptions } from '../kit/simulator.ts';
import { API_VERSION, type ShopifySettings } from './settings.ts';
import type { SimPosition } from './simulator/bodies.ts';
import { CATALOG, type SimItem } from './simulator/catalog.ts';
import { type Answers, createFulfillment, setStock } from './simulator/mutations.ts';
import { type Doorman, oauthServer } from './simulator/oauth.ts';
import { OPERATIONS, type Variables } from './simulator/operations.ts';
import { Sender } from './simulator/sender.ts';
import { Shop } from './simulator/shop.ts';

export type ShopifySimulatorOptions = SimulatorOptions & {
  readonly catalog?: readonly SimItem[];
  /** Where webhooks go: the hub's address of the connection. None are sent without it. */
  readonly hookUrl?: string;
  /** The number of the first order; a later shop must not repeat the numbers of an earlier one at the same hub. */
  readonly firstOrder?: number;
  /** Points of the query bucket and how many come back each second; small ones show throttling. */
  readonly bucket?: { readonly maximum: number; readonly restoreRate: number };
};
export type ShopifySimulator = Simulator & { readonly shop: Shop; readonly sender: Sender };

const SECRET = 'shpss_simulated_secret';
const TOKEN = 'shpat_simulated_token';
const CLIENT = 'simulated-client';

/**
 * A shop on the GraphQL Admin API: orders, products, levels and fulfillments in memory, query cost with throttling, and
 * signed webhooks. `POST /sim/orders {"count", "positions"}` places orders, `POST /sim/hook {"url", "copies"}` turns webhooks
 * on, each delivered so many times and then in any order.
 */
export async function startShopifySimulator(options: ShopifySimulatorOptions = {}): Promise<ShopifySimulator> {
  const now = options.now ?? Date.now;
  const sender = new Sender(SECRET, options.hookUrl);
  const shop = new Shop(options.catalog ?? CATALOG, now, sender.take, options.firstOrder);
  const app = new Hono();
  const door = oauthServer(app, { client: CLIENT, secret: SECRET, token: TOKEN }, now);
  adminApi(app, shop, bucketOf(options.bucket ?? { maximum: 20_000, restoreRate: 1000 }, now), door);
  controls(app, shop, sender);
  const served = await serveSimulator(app, () => ({ ...stateOf(shop, sender), oauth: door.state() }), options);
  const settings = {
    shop: 'sim.myshopify.com',
    accessToken: TOKEN,
    clientSecret: SECRET,
    baseUrl: served.url,
  } satisfies Partial<ShopifySettings>;
  const close = async (): Promise<void> => {
    sender.close();
    await served.close();
  };
  return { url: served.url, settings, faults: served.faults, close, shop, sender };
}

function adminApi(app: Hono, shop: Shop, bucket: Bucket, door: Doorman): void {
  const answered: Answers = new Map();
  app.post(`/admin/api/${API_VERSION}/graphql.json`, async (c) => {
    if (!door.isGood(c.req.header('x-shopify-access-token'))) {
      return c.json({ errors: '[API] Invalid API key or access token (unrecognized login or wrong password)' }, 401);
    }
    const { query, variables } = await c.req.json<{ query: string; variables: Variables }>();
    const name = /^\s*(?:query|mutation)\s+(\w+)/.exec(query)?.[1] ?? '';
    return c.json(reply(name, variables, bucket, () => dataOf(shop, name, variables, answered)) as never);
  });
}

function dataOf(shop: Shop, name: string, variables: Variables, answered: Answers): unknown {
  if (name === 'SetStock') return setStock(shop, variables, answered);
  if (name === 'CreateFulfillment') return createFulfillment(shop, variables);
  return OPERATIONS[name]?.(shop, variables);
}

function reply(name: string, variables: Variables, bucket: Bucket, run: () => unknown): unknown {
  const cost = costOf(name, variables);
  if (cost > MAX_COST) return problem('MAX_COST_EXCEEDED', `Query cost is ${cost}, which exceeds ${MAX_COST}`);
  const isPaid = bucket.take(cost);
  const extensions = { cost: { requestedQueryCost: cost, actualQueryCost: cost, throttleStatus: bucket.status() } };
  if (!isPaid) return { ...problem('THROTTLED', 'Throttled'), extensions };
  const data = run();
  return data === undefined ? problem('undefinedField', `no operation ${name}`) : { data, extensions };
}

const MAX_COST = 1000;
const problem = (code: string, message: string) => ({ errors: [{ message, extensions: { code } }] });

/** Points of a query, near to what Shopify counts: ten for a mutation, and about the logarithm of each page's size. */
function costOf(name: string, { first }: Variables): number {
  if (name === 'SetStock' || name === 'CreateFulfillment') return 10;
  return 2 + Math.ceil(2 * Math.log(Number(first ?? 10)) * (name === 'Orders' ? 20 : 1));
}

type Bucket = {
  take(cost: number): boolean;
  status(): { maximumAvailable: number; currentlyAvailable: number; restoreRate: number };
};

function bucketOf({ maximum, restoreRate }: { maximum: number; restoreRate: number }, now: () => number): Bucket {
  let points = maximum;
  let at = now();
  const refill = (): void => {
    points = Math.min(maximum, points + ((now() - at) / 1000) * restoreRate);
    at = now();
  };
  return {
    take(cost) {
      refill();
      if (points < cost) return false;
      points -= cost;
      return true;
    },
    status() {
      refill();
      return { maximumAvailable: maximum, currentlyAvailable: Math.floor(points), restoreRate };
    },
  };
}

function controls(app: Hono, shop: Shop, sender: Sender): void {
  app.post('/sim/hook', async (c) => {
    const { url, copies = 1 } = await c.req.json<{ url: string; copies?: number }>();
    sender.url = url;
    sender.copies = copies;
    return c.json({ url, copies });
  });
  app.post('/sim/orders', async (c) => {
    const { count = 1, positions } = await c.req.json<{ count?: number; positions?: SimPosition[] }>();
    const ids = Array.from({ length: count }, () => String(shop.place(positions).body.id));
    return c.json({ ids });
  });
  app.post('/sim/orders/:id/cancel', (c) => {
    const order = shop.orders.get(Number(c.req.param('id')));
    if (!order) return c.notFound();
    shop.cancel(order);
    return c.json({ cancelled: order.body.id });
  });
}

function stateOf(shop: Shop, { delivered, failed }: Sender): object {
  return {
    orders: [...shop.orders.values()].map(({ body, fulfillments, remaining }) => ({
      id: String(body.id),
      number: body.name,
      cancelled: Boolean(body.cancelled_at),
      unfulfilled: [...remaining.values()].reduce((sum, units) => sum + units, 0),
      fulfillments: fulfillments.map(({ number, company, lines }) => ({ number, company, lines })),
    })),
    levels: Object.fromEntries([...shop.levels].map(([key, { available }]) => [key, available])),
    webhooks: { delivered, failed },
  };
}
