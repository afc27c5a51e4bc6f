import { describe, expect, test } from 'vitest';
import { landedOf, planFulfillment, type ShipmentWrite } from '../../../connectors/shopify/fulfillmentPlan.ts';
import { shopify } from '../../../connectors/shopify/index.ts';
import { decodeRefundBody } from '../../../connectors/shopify/refunds.ts';
import type { Instant } from '../../../core/shared/ids.ts';

const named = (topic: string, text: string) =>
  shopify.webhook?.identify({
    headers: new Map([
      ['x-shopify-topic', topic],
      ['x-shopify-webhook-id', 'w-1'],
      ['x-shopify-event-id', 'e-1'],
    ]),
    body: new TextEncoder().encode(text),
    receivedAt: '2026-03-01T00:00:00.000Z' as Instant,
  });

describe('naming a webhook', () => {
  const CASES = [
    ['orders/create', '{"id":42,"line_items":[{"id":7}]}', 'order/42'],
    ['orders/create', '{"line_items":[{"id":7}],"id":42}', 'order/42'],
    ['orders/updated', `{"note":"${'x'.repeat(3000)}","id":42}`, 'order/42'],
    ['orders/updated', '{"note":"\\"id\\":13, [","id":42}', 'order/42'],
    ['orders/create', '{"id":820982911946154508,"name":"#9999"}', 'order/820982911946154508'],
    ['refunds/create', '{"id":9,"order_id":42,"refund_line_items":[]}', 'order/42'],
    ['fulfillments/update', '{"id":9,"order_id":42}', 'order/42'],
    ['inventory_levels/update', '{"inventory_item_id":8,"location_id":3,"available":1}', 'stock/8/3'],
    ['orders/create', 'not json', 'message/w-1'],
    ['shop/update', '{"id":1}', 'message/w-1'],
  ] as const;
  test.each(CASES)('%s %# has its subject', (topic, text, subject) => {
    const expected = { messageId: 'w-1', topic, subject, correlation: 'e-1' };
    expect(named(topic, text)).toEqual({ ok: true, value: expected });
  });

  test('one without the id that tells redeliveries is refused', () => {
    const request = { headers: new Map(), body: new Uint8Array(), receivedAt: '' as Instant };
    expect(shopify.webhook?.identify(request)).toMatchObject({ ok: false });
  });
});

describe('a refund of Shopify', () => {
  test('that moved neither money nor goods is ignored by name', () => {
    const body = { id: 1, order_id: 2, created_at: '2026-03-01T00:00:00Z', refund_line_items: [], transactions: [] };
    expect(decodeRefundBody(body)).toEqual({ ok: true, value: { kind: 'ignored', reason: 'refund-of-nothing' } });
  });

  test('of an older version has its shipping as a negative adjustment', () => {
    const body = {
      id: 1,
      order_id: 2,
      created_at: '2026-03-01T00:00:00Z',
      refund_line_items: [
        {
          line_item_id: 5,
          quantity: 1,
          restock_type: 'return',
          subtotal: 195.67,
          total_tax: 3.98,
          line_item: { sku: 'A' },
        },
      ],
      order_adjustments: [{ kind: 'shipping_refund', amount: '-5.00', tax_amount: '-0.25' }],
      transactions: [
        { kind: 'refund', status: 'success', amount: '204.90', currency: 'USD' },
        { kind: 'refund', status: 'failure', amount: '204.90', currency: 'USD' },
      ],
    };
    const decoded = decodeRefundBody(body);
    expect(decoded).toMatchObject({
      ok: true,
      value: {
        documents: [
          {
            document: { amountMinor: 20_490, shippingMinor: 525, adjustmentMinor: 0, lines: [{ amountMinor: 19_965 }] },
          },
        ],
      },
    });
  });
});

type State = Parameters<typeof planFulfillment>[0];
const order = (id: number, location: string, status: string, lines: [number, number][]) => ({
  id: `fo-${id}`,
  status,
  assignedLocation: { location: { id: location } },
  lineItems: {
    nodes: lines.map(([line, remainingQuantity]) => ({
      id: `fol-${id}-${line}`,
      remainingQuantity,
      sku: `SKU-${line}`,
      lineItem: { id: `gid://shopify/LineItem/${line}` },
    })),
  },
});
const shipment = (lines: ShipmentWrite['lines']): ShipmentWrite => ({
  order: 'gid://shopify/Order/1',
  location: 'B',
  lines,
  company: 'UPS',
  number: '1Z',
  url: undefined,
});
const state = (orders: State['fulfillmentOrders']['nodes'], fulfilled: [number, number][] = []): State => ({
  fulfillments: fulfilled.map(([line, quantity], i) => ({
    id: `gid://shopify/Fulfillment/${i + 1}`,
    status: 'SUCCESS',
    trackingInfo: [{ number: '1Z' }],
    fulfillmentLineItems: { nodes: [{ quantity, lineItem: { id: `gid://shopify/LineItem/${line}` } }] },
  })),
  fulfillmentOrders: { nodes: orders },
});

describe('telling Shopify of a shipment', () => {
  const two = [
    { lineExternalId: '1', sku: 'SKU-1', quantity: 2 },
    { lineExternalId: '2', sku: 'SKU-2', quantity: 1 },
  ];

  test('takes the units of its own location first, one fulfillment for each location', () => {
    const orders = [
      order(10, 'A', 'OPEN', [[1, 5]]),
      order(11, 'B', 'IN_PROGRESS', [
        [1, 1],
        [2, 1],
      ]),
    ];
    const plan = planFulfillment(state(orders), shipment(two), '1Z');
    expect(plan).toEqual({
      ok: true,
      value: [
        [
          {
            fulfillmentOrderId: 'fo-11',
            fulfillmentOrderLineItems: [
              { id: 'fol-11-1', quantity: 1 },
              { id: 'fol-11-2', quantity: 1 },
            ],
          },
        ],
        [{ fulfillmentOrderId: 'fo-10', fulfillmentOrderLineItems: [{ id: 'fol-10-1', quantity: 1 }] }],
      ],
    });
  });

  test('creates only what a first try did not', () => {
    const orders = [
      order(10, 'B', 'OPEN', [
        [1, 0],
        [2, 1],
      ]),
    ];
    const plan = planFulfillment(state(orders, [[1, 2]]), shipment(two), '1Z');
    expect(plan).toMatchObject({
      ok: true,
      value: [[{ fulfillmentOrderLineItems: [{ id: 'fol-10-2', quantity: 1 }] }]],
    });
  });

  test('counts as landed when every unit is in a fulfillment with its number, and not before', () => {
    expect(landedOf(state([], [[1, 2]]), shipment(two), '1Z')).toBeNull();
    expect(
      landedOf(
        state(
          [],
          [
            [1, 2],
            [2, 1],
          ],
        ),
        shipment(two),
        '1Z',
      ),
    ).toEqual({ externalId: '1' });
    expect(
      landedOf(
        state(
          [],
          [
            [1, 2],
            [2, 1],
          ],
        ),
        shipment(two),
        'another',
      ),
    ).toBeNull();
  });

  test('is refused with the states when the shop has too few units left to fulfill', () => {
    const plan = planFulfillment(
      state([
        order(10, 'B', 'ON_HOLD', [
          [1, 5],
          [2, 5],
        ]),
      ]),
      shipment(two),
      '1Z',
    );
    expect(plan).toMatchObject({ ok: false, error: { code: 'nothing-left-to-fulfill', at: '/lines' } });
  });

  test('names lines by SKU when it has no other key of them', () => {
    const lines = [{ sku: 'SKU-1', quantity: 2 }];
    expect(planFulfillment(state([order(10, 'B', 'OPEN', [[1, 2]])]), shipment(lines), '1Z')).toMatchObject({
      ok: true,
      value: [[{ fulfillmentOrderLineItems: [{ quantity: 2 }] }]],
    });
    expect(landedOf(state([order(10, 'B', 'CLOSED', [[1, 0]])], [[1, 2]]), shipment(lines), '1Z')).not.toBeNull();
  });
});
