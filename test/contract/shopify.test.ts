import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { shopify } from '../../connectors/shopify/index.ts';
import { itemId } from '../../connectors/shopify/simulator/bodies.ts';
import { CATALOG, LOCATIONS } from '../../connectors/shopify/simulator/catalog.ts';
import { orderNode } from '../../connectors/shopify/simulator/nodes.ts';
import { OPERATIONS } from '../../connectors/shopify/simulator/operations.ts';
import { Shop, type SimOrder } from '../../connectors/shopify/simulator/shop.ts';
import { type ShopifySimulator, startShopifySimulator } from '../../connectors/shopify/simulator.ts';
import type { ShipmentDocument, StockDocument } from '../../core/documents/index.ts';
import { instantOf } from '../../core/shared/instant.ts';
import { sharedFile } from '../support/shared.ts';
import { EXTREMES, shopifyShipment } from '../support/shopifyBodies.ts';
import { connectorContract } from './connectorContract.ts';

const SECRET = 'shpss_contract_secret';
const settings = { shop: 'a.myshopify.com', accessToken: 'shpat_contract_token', clientSecret: SECRET };

/** A shop of three orders, one of them fulfilled, and what it told of them. */
function told(): { orders: SimOrder[]; bodies: Record<string, unknown[]>; shop: Shop } {
  const bodies: Record<string, unknown[]> = {};
  const shop = new Shop(CATALOG, Date.now, ({ topic, body }) => {
    bodies[topic] = [...(bodies[topic] ?? []), body];
  });
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

connectorContract({
  connector: shopify,
  startSimulator: startShopifySimulator,
  messages: {
    ...bodies,
    'fulfillments/update': bodies['fulfillments/create'] ?? [],
    'orders/create': EXTREMES.filter(({ about }) => about !== '500 lines').map(({ body }) => body),
    order: [orders.map(({ body }) => orderNode(body))[1], orderNode(EXTREMES[5]?.body ?? (orders[0]?.body as never))],
    stock: [{ inventory_item_id: '8', location_id: '7', available: 3, updated_at: '2026-01-01T00:00:00Z', sku: 'A' }],
    product: [sampled('Products', 'productVariants')],
  },
  pulls: {
    pullOrders: {
      atLeast: 60,
      async seed({ url }) {
        await fetch(`${url}/sim/orders`, { method: 'POST', body: '{"count":60}' });
      },
    },
    pullStock: { atLeast: CATALOG.length * LOCATIONS.length },
    pullProducts: { atLeast: CATALOG.length },
  },
  writes: {
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
  },
  webhook: {
    settings,
    signatureHeader: 'x-shopify-hmac-sha256',
    isTimed: false,
    request({ id, receivedAt }) {
      const text = JSON.stringify(EXTREMES[0]?.body);
      const headers = new Map([
        ['x-shopify-topic', 'orders/create'],
        ['x-shopify-webhook-id', id],
        ['x-shopify-event-id', 'event-1'],
        ['x-shopify-hmac-sha256', createHmac('sha256', SECRET).update(text).digest('base64')],
      ]);
      return { headers, body: new TextEncoder().encode(text), receivedAt };
    },
  },
  failures: [
    {
      about: 'a throttled query inside a 200',
      fault: {
        kind: 'status',
        match: 'graphql',
        times: 1,
        status: 200,
        body: '{"errors":[{"message":"Throttled","extensions":{"code":"THROTTLED"}}]}',
      },
      during: 'check',
      kind: 'rate-limited',
      code: 'THROTTLED',
    },
    {
      about: 'a scope that the app was not given',
      fault: {
        kind: 'status',
        match: 'graphql',
        times: 1,
        status: 200,
        body: '{"errors":[{"message":"Access denied","extensions":{"code":"ACCESS_DENIED"}}],"data":null}',
      },
      during: 'check',
      kind: 'auth',
      code: 'ACCESS_DENIED',
    },
    {
      about: 'an internal error while a write was under way',
      fault: {
        kind: 'status',
        match: 'inventorySetQuantities',
        times: 1,
        status: 200,
        body: '{"errors":[{"message":"Internal","extensions":{"code":"INTERNAL_SERVER_ERROR"}}]}',
      },
      during: 'pushStock',
      kind: 'in-doubt',
    },
    {
      about: 'a frozen shop',
      fault: { kind: 'status', match: 'graphql', times: 1, status: 402 },
      during: 'check',
      kind: 'auth',
    },
  ],
});

type SimState = {
  readonly orders: { readonly id: string; readonly fulfillments: { readonly number: string }[] }[];
  readonly levels: Readonly<Record<string, number>>;
};

const samples = sharedFile('vendor-samples/shopify');
describe.skipIf(!samples)(`real payloads${samples ? '' : ' (skipped: they are not beside this checkout)'}`, () => {
  const read = (name: string): Record<string, unknown> => JSON.parse(readFileSync(`${samples}/${name}`, 'utf8'));

  test("an order decodes with the source's total and tax", () => {
    const decoded = shopify.topics['orders/create']?.decode(read('rest-order.json')['order']);
    expect(decoded).toMatchObject({
      ok: true,
      value: {
        documents: [
          {
            name: 'order',
            document: { number: '#1001', paymentState: 'authorized', totals: { grandMinor: 40_994, taxMinor: 1194 } },
          },
        ],
      },
    });
  });

  test('a refund decodes with the money that was paid out', () => {
    const decoded = shopify.topics['refunds/create']?.decode(read('rest-refund.json')['refund']);
    expect(decoded).toMatchObject({ ok: true, value: { documents: [{ document: { amountMinor: 20_900 } }] } });
  });

  test('levels decode', () => {
    const levels = read('rest-location_inventory_levels.json')['inventory_levels'] as unknown[];
    const decoded = levels.map((level) => shopify.topics['inventory_levels/update']?.decode(level));
    expect(decoded).toMatchObject([
      { value: { documents: [{ document: { item: '39072856', quantity: 27, asOf: '2018-05-07T19:33:38.000Z' } }] } },
      { value: { documents: [{ document: { item: '808950810', quantity: 9 } }] } },
    ]);
  });
});
