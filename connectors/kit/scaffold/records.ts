import type { DocumentName } from '../../../core/documents/index.ts';
import type { PullName } from '../connector.ts';

/** How a new connector reads one kind of record, until its vendor's own shape is put in. */
export type RecordText = {
  readonly topic: string;
  readonly document: DocumentName;
  /** The list's path on the simulator. */
  readonly path: string;
  /** The wire shape, as zod writes it. */
  readonly wire: string;
  /** The canonical candidate, as an expression over the record `r`. */
  readonly candidate: string;
  /** A sample as data; the simulator has several like it. */
  readonly fixture: Readonly<Record<string, unknown>>;
  /** Names of the kit that `candidate` uses. */
  readonly uses?: readonly string[];
};

const AT = '2026-01-02T08:00:00Z';

export const RECORDS: Readonly<Record<PullName, RecordText>> = {
  pullStock: {
    topic: 'stock',
    document: 'stock',
    path: '/stock',
    wire: 'z.object({ id: z.string(), sku: z.string(), place: z.string(), count: z.int(), updated_at: z.string() })',
    candidate: "({ sku: r.sku, location: r.place, quantity: r.count, measure: 'on-hand', asOf: r.updated_at })",
    fixture: { id: 's1', sku: 'SKU-1', place: 'main', count: 12, updated_at: AT },
  },
  pullProducts: {
    topic: 'product',
    document: 'product',
    path: '/products',
    wire: 'z.object({ id: z.string(), sku: z.string(), title: z.string(), updated_at: z.string() })',
    candidate: '({ externalId: r.id, sku: r.sku, title: r.title, updatedAt: r.updated_at })',
    fixture: { id: 'p1', sku: 'SKU-1', title: 'Mug', updated_at: AT },
  },
  pullCustomers: {
    topic: 'customer',
    document: 'customer',
    path: '/customers',
    wire: 'z.object({ id: z.string(), name: z.string(), email: z.string(), updated_at: z.string() })',
    candidate: '({ externalId: r.id, name: r.name, email: r.email, updatedAt: r.updated_at })',
    fixture: { id: 'c1', name: 'Ada Lovelace', email: 'ada@example.com', updated_at: AT },
  },
  pullPickings: {
    topic: 'picking',
    document: 'picking',
    path: '/pickings',
    wire: "z.object({ id: z.string(), order: z.string(), state: z.enum(['waiting', 'ready', 'done', 'cancelled']), lines: z.array(z.object({ sku: z.string(), quantity: z.int() })), updated_at: z.string() })",
    candidate:
      '({ externalId: r.id, orderReference: r.order, state: r.state, lines: r.lines, updatedAt: r.updated_at })',
    fixture: { id: 'k1', order: 'shop-1', state: 'ready', lines: [{ sku: 'SKU-1', quantity: 2 }], updated_at: AT },
  },
  pullShipments: {
    topic: 'shipment',
    document: 'shipment',
    path: '/shipments',
    wire: 'z.object({ id: z.string(), order: z.string(), tracking: z.string(), lines: z.array(z.object({ sku: z.string(), quantity: z.int() })), updated_at: z.string() })',
    candidate:
      '({ reference: r.id, orderExternalId: r.order, trackingNumber: r.tracking, lines: r.lines, shippedAt: r.updated_at })',
    fixture: {
      id: 'h1',
      order: 'shop-1',
      tracking: 'T-1',
      lines: [{ sku: 'SKU-1', quantity: 2 }],
      updated_at: AT,
    },
  },
  pullReturns: {
    topic: 'return',
    document: 'return',
    path: '/returns',
    wire: 'z.object({ id: z.string(), order: z.string(), currency: z.string(), lines: z.array(z.object({ sku: z.string(), quantity: z.int() })), updated_at: z.string() })',
    candidate:
      '({ externalId: r.id, orderExternalId: r.order, number: r.id, currency: r.currency, lines: r.lines, returnedAt: r.updated_at })',
    fixture: {
      id: 'r1',
      order: 'o1',
      currency: 'EUR',
      lines: [{ sku: 'SKU-1', quantity: 1 }],
      updated_at: AT,
    },
  },
  pullPayments: {
    topic: 'payment',
    document: 'payment',
    path: '/payments',
    wire: "z.object({ id: z.string(), order: z.string(), method: z.string(), kind: z.enum(['authorization', 'capture', 'sale', 'void', 'refund']), status: z.enum(['pending', 'succeeded', 'failed']), amount_minor: z.int().min(0), currency: z.string(), updated_at: z.string() })",
    candidate:
      '({ externalId: r.id, orderExternalId: r.order, method: r.method, kind: r.kind, status: r.status, amountMinor: r.amount_minor, currency: r.currency, at: r.updated_at })',
    fixture: {
      id: 'y1',
      order: 'o1',
      method: 'card',
      kind: 'capture',
      status: 'succeeded',
      amount_minor: 219,
      currency: 'EUR',
      updated_at: AT,
    },
  },
  pullOrders: {
    topic: 'order',
    document: 'order',
    path: '/orders',
    wire: `z.object({
  id: z.string(),
  number: z.string(),
  placed_at: z.string(),
  updated_at: z.string(),
  currency: z.string(),
  tax_minor: z.int(),
  lines: z.array(z.object({ id: z.string(), sku: z.string(), quantity: z.int(), price_minor: z.int() })),
})`,
    candidate: `{
  const lines = r.lines.map(({ id, sku, quantity, price_minor }) => ({
    externalId: id,
    sku,
    quantity,
    unitPrice: amountText(price_minor, r.currency),
    totalMinor: price_minor * quantity,
  }));
  const linesMinor = lines.reduce((sum, { totalMinor }) => sum + totalMinor, 0);
  const totals = { linesMinor, discountMinor: 0, shippingMinor: 0, taxMinor: r.tax_minor, grandMinor: linesMinor + r.tax_minor };
  return { externalId: r.id, number: r.number, placedAt: r.placed_at, updatedAt: r.updated_at, currency: r.currency, lines, totals };
}`,
    fixture: {
      id: 'o1',
      number: 'A-1001',
      placed_at: AT,
      updated_at: AT,
      currency: 'EUR',
      tax_minor: 19,
      lines: [{ id: '1', sku: 'SKU-1', quantity: 2, price_minor: 100 }],
    },
    uses: ['amountText'],
  },
};
