import { createHmac } from 'node:crypto';
import type { ShipmentDocument, StockDocument } from '../../core/documents/index.ts';
import { instantOf } from '../../core/shared/instant.ts';
import type { ConformanceSubject } from '../kit/conformance/subject.ts';
import { EXTREMES, shopifyOrder, shopifyShipment } from './conformance/bodies.ts';
import { FAILURES } from './conformance/failures.ts';
import { CODES, KEPT_RAW, VENDOR_SAMPLES } from './conformance/keptRaw.ts';
import { shopify } from './index.ts';
import { itemId } from './simulator/bodies.ts';
import { CATALOG, LOCATIONS } from './simulator/catalog.ts';
import { orderNode } from './simulator/nodes.ts';
import { OPERATIONS } from './simulator/operations.ts';
import { Shop, type SimOrder } from './simulator/shop.ts';
import { type ShopifySimulator, startShopifySimulator } from './simulator.ts';

const SECRET = 'shpss_contract_secret';
const settings = { shop: 'a.myshopify.com', accessToken: 'shpat_contract_token', clientSecret: SECRET };
const FIRST_SECOND = Date.UTC(2026, 5, 1);

/** A shop of three orders, one of them fulfilled, and what it told of them. */
function told(): { orders: SimOrder[]; bodies: Record<string, unknown[]>; shop: Shop } {
  const bodies: Record<string, unknown[]> = {};
  const shop = new Shop(
    CATALOG,
    () => FIRST_SECOND,
    ({ topic, body }) => {
      bodies[topic] = [...(bodies[topic] ?? []), body];
    },
  );
  const orders = [shop.place(), shop.place(), shop.place()];
  const [first, second, third] = orders;
  if (!first || !second || !third) throw new Error('no orders');
  const lines = [...first.remaining].map(([line, quantity]) => ({ line, quantity }));
  shop.fulfill(first, { number: '1Z1', company: 'UPS', location: LOCATIONS[0], lines });
  shop.refund(second, Number(second.body.line_items[0]?.id), 1, 'return');
  shop.cancel(third);
  shop.setLevel(itemId(0), LOCATIONS[0], 12);
  return { orders, bodies, shop };
}

const { orders, bodies, shop } = told();
const sampled = (name: string, connection: string): unknown => {
  const data = OPERATIONS[name]?.(shop, { first: 1, after: null }) as Record<string, { nodes: unknown[] }>;
  return data[connection]?.nodes[0];
};
const discounted = EXTREMES.find(({ about }) => about.startsWith('discounts'))?.body ?? shopifyOrder();
const isHuge = ({ about }: { readonly about: string }): boolean => about === '500 lines';

const messages: ConformanceSubject['messages'] = {
  ...bodies,
  'fulfillments/update': bodies['fulfillments/create'] ?? [],
  'orders/create': EXTREMES.filter((each) => !isHuge(each)).map(({ body }) => body),
  order: [orders.map(({ body }) => orderNode(body))[1], orderNode(discounted)],
  stock: [{ inventory_item_id: '8', location_id: '7', available: 3, updated_at: '2026-01-01T00:00:00Z', sku: 'A' }],
  product: [sampled('Products', 'productVariants')],
};

let changed = 0;
const pulls: NonNullable<ConformanceSubject['pulls']> = {
  pullOrders: {
    atLeast: 60,
    async seed({ url }) {
      await fetch(`${url}/sim/orders`, { method: 'POST', body: '{"count":60}' });
    },
    async change(simulator, n) {
      const placed = [...(simulator as ShopifySimulator).shop.orders.values()];
      const order = placed[n % placed.length];
      if (order) (simulator as ShopifySimulator).shop.change(order, 'orders/updated', { note: `change ${++changed}` });
    },
  },
  pullStock: {
    atLeast: CATALOG.length * LOCATIONS.length,
    async change(simulator, n) {
      (simulator as ShopifySimulator).shop.setLevel(itemId(n % CATALOG.length), LOCATIONS[0], ++changed);
    },
  },
  pullProducts: { atLeast: CATALOG.length },
};

type SimState = {
  readonly orders: readonly { readonly id: string; readonly fulfillments: { readonly number: string }[] }[];
  readonly levels: Readonly<Record<string, number>>;
};

const writes: NonNullable<ConformanceSubject['writes']> = {
  pushShipment: {
    document: (n, simulator) =>
      shopifyShipment((simulator as ShopifySimulator).shop.place([{ item: 0, quantity: 2 }]), n),
    commits: ['fulfillmentCreate'],
    count: (state, _key, document) => {
      const { orderExternalId, trackingNumber } = document as ShipmentDocument;
      const order = (state as SimState).orders.find(({ id }) => id === orderExternalId);
      return order?.fulfillments.filter(({ number }) => number === trackingNumber).length ?? 0;
    },
  },
  pushStock: {
    document: (n) => ({
      sku: CATALOG[n % CATALOG.length]?.sku,
      location: LOCATIONS[0],
      quantity: 1000 + n,
      measure: 'available',
      asOf: instantOf(Date.UTC(2026, 0, 1) + n),
    }),
    commits: ['inventorySetQuantities'],
    count: (state, _key, document) => {
      const { sku, location, quantity } = document as StockDocument;
      const item = itemId(CATALOG.findIndex((candidate) => candidate.sku === sku));
      return (state as SimState).levels[`${item}/${location}`] === quantity ? 1 : 0;
    },
  },
};

export const subjects: readonly ConformanceSubject[] = [
  {
    connector: shopify,
    startSimulator: startShopifySimulator,
    messages,
    extremes: { 'orders/create': EXTREMES.filter(isHuge).map(({ body }) => body) },
    pulls,
    writes,
    webhook: {
      settings,
      signatureHeader: 'x-shopify-hmac-sha256',
      isTimed: false,
      request({ id, receivedAt, changedAt }) {
        const text = JSON.stringify(shopifyOrder(changedAt === undefined ? {} : { updated_at: changedAt }));
        const headers = new Map([
          ['x-shopify-topic', 'orders/create'],
          ['x-shopify-webhook-id', id],
          ['x-shopify-event-id', 'event-1'],
          ['x-shopify-hmac-sha256', createHmac('sha256', SECRET).update(text).digest('base64')],
        ]);
        return { headers, body: new TextEncoder().encode(text), receivedAt };
      },
    },
    failures: FAILURES,
    codes: CODES,
    keptRaw: KEPT_RAW,
    vendorSamples: VENDOR_SAMPLES,
  },
];
