import type { AskName, WriteName } from '../connector.ts';

/** How a new connector writes one kind of document, until its vendor's own way is put in. */
export type WriteText = {
  readonly documentType: string;
  readonly receiptType?: string;
  readonly encode: string;
  readonly request: string;
  readonly receipt: string;
  readonly duplicates: string;
  /** What the simulator needs for it. */
  readonly creates?: string;
  readonly sets?: string;
  readonly uses: readonly string[];
  /** For the conformance subject: the nth document, the request that commits, and how many there are. */
  readonly sample: string;
  readonly commit: string;
  readonly count: string;
};

const created = (path: string): string =>
  `(state, { reference }) => (state as Held).created['${path}']?.filter((row) => row['reference'] === reference).length ?? 0`;
const kept = (key: string): string =>
  `(state, _key, document) => (\`${key}/\${keyOf(document)}\` in (state as Held).set ? 1 : 0)`;
const LOOKUP = (path: string): string => `{
    mode: 'lookupByRef',
    settleMs: 10_000,
    request: ({ reference }) => ({ method: 'GET', url: '${path}', query: { reference } }),
    found: foundAt('data', 'id'),
  }`;
const NATIVE = "{ mode: 'nativeKey', header: 'Idempotency-Key' }";
const POST = (path: string): string =>
  `(raw, { reference }) => ({ method: 'POST', url: '${path}', body: { ...(raw as object), reference } })`;
const PUT = (path: string): string => `(raw) => {
    const { key, ...body } = raw as { readonly key: string };
    return { method: 'PUT', url: \`${path}/\${encodeURIComponent(key)}\`, body };
  }`;

export const WRITES: Readonly<Partial<Record<WriteName, WriteText>>> = {
  pushOrder: {
    documentType: 'OrderDocument',
    encode: `({ number, currency, lines }) =>
    ok({ number, currency, lines: lines.map(({ sku, quantity, unitPrice }) => ({ sku, quantity, price: unitPrice })) })`,
    request: POST('/orders'),
    receipt: "receiptAt('id')",
    duplicates: LOOKUP('/orders'),
    creates: '/orders',
    uses: ['foundAt', 'ok', 'receiptAt'],
    sample: 'order(n)',
    commit: 'POST /orders',
    count: created('/orders'),
  },
  cancelOrder: {
    documentType: 'OrderDocument',
    encode: '({ externalId, cancelReason }) => ok({ key: externalId, reason: cancelReason ?? null })',
    request: PUT('/cancellations'),
    receipt: "receiptAt('id')",
    duplicates: "{ mode: 'idempotent' }",
    sets: '/cancellations',
    uses: ['ok', 'receiptAt'],
    sample: "{ ...order(n), cancelledAt: '2026-03-02T10:00:00Z' }",
    commit: 'PUT /cancellations',
    count: kept('/cancellations'),
  },
  acknowledgeOrder: {
    documentType: 'OrderDocument',
    encode: '({ externalId }) => ok({ key: externalId })',
    request: PUT('/acknowledgements'),
    receipt: "receiptAt('id')",
    duplicates: "{ mode: 'idempotent' }",
    sets: '/acknowledgements',
    uses: ['ok', 'receiptAt'],
    sample: 'order(n)',
    commit: 'PUT /acknowledgements',
    count: kept('/acknowledgements'),
  },
  pushStock: {
    documentType: 'StockDocument',
    encode: '({ sku, location, quantity }) => ok({ key: sku, place: location, count: quantity })',
    request: PUT('/levels'),
    receipt: "receiptAt('id')",
    duplicates: "{ mode: 'idempotent' }",
    sets: '/levels',
    uses: ['ok', 'receiptAt'],
    sample: "{ sku: `SKU-${n}`, location: 'main', quantity: n, measure: 'on-hand', asOf: '2026-01-01T00:00:00Z' }",
    commit: 'PUT /levels',
    count: kept('/levels'),
  },
  pushProduct: {
    documentType: 'ProductDocument',
    encode: '({ sku, title }) => ok({ key: sku, title })',
    request: PUT('/catalog'),
    receipt: "receiptAt('id')",
    duplicates: "{ mode: 'idempotent' }",
    sets: '/catalog',
    uses: ['ok', 'receiptAt'],
    sample: "{ externalId: `${n}`, sku: `SKU-${n}`, title: 'A thing', updatedAt: '2026-01-01T00:00:00Z' }",
    commit: 'PUT /catalog',
    count: kept('/catalog'),
  },
  pushShipment: {
    documentType: 'ShipmentDocument',
    encode: `({ orderExternalId, lines, carrier, trackingNumber }) =>
    ok({ order: orderExternalId, lines, carrier: carrier ?? null, tracking: trackingNumber ?? null })`,
    request: POST('/shipments'),
    receipt: "receiptAt('id')",
    duplicates: NATIVE,
    creates: '/shipments',
    uses: ['ok', 'receiptAt'],
    sample:
      "{ reference: `f-${n}`, orderExternalId: `${n}`, lines: [{ sku: 'SKU-1', quantity: 1 }], carrier: 'UPS', trackingNumber: `1Z${n}` }",
    commit: 'POST /shipments',
    count: created('/shipments'),
  },
  buyLabel: {
    documentType: 'LabelRequest',
    receiptType: 'LabelReceipt',
    encode: `(request) => {
    const options = takesOptions(request, []);
    if (!options.ok) return options;
    const { to, parcels, service } = request;
    return ok({ to, parcels, service: service ?? null });
  }`,
    request: POST('/labels'),
    receipt: `(answer) => {
    const id = receiptAt('id')(answer);
    if (!id.ok) return id;
    return parseDocument('labelReceipt', { externalId: id.value.externalId, parcels: [{ trackingNumber: id.value.externalId }] });
  }`,
    duplicates: NATIVE,
    creates: '/labels',
    uses: ['ok', 'parseDocument', 'receiptAt', 'takesOptions'],
    sample: '{ reference: `l-${n}`, from: ADDRESS, to: ADDRESS, parcels: [{ weightGrams: 500 }] }',
    commit: 'POST /labels',
    count: created('/labels'),
  },
  voidLabel: {
    documentType: 'LabelReceipt',
    encode: '({ externalId }) => ok({ key: externalId })',
    request: PUT('/voids'),
    receipt: "receiptAt('id')",
    duplicates: "{ mode: 'idempotent' }",
    sets: '/voids',
    uses: ['ok', 'receiptAt'],
    sample: '{ externalId: `${n}-labels`, parcels: [{ trackingNumber: `${n}-labels` }] }',
    commit: 'PUT /voids',
    count: kept('/voids'),
  },
};

/** How a new connector asks, until its vendor's own way is put in. */
export type AskText = {
  readonly queryType: string;
  readonly answerType: string;
  readonly path: string;
  readonly answer: string;
  readonly simulated: string;
  readonly query: string;
  readonly uses: readonly string[];
};

export const ASKS: Readonly<Record<Extract<AskName, 'quoteRates' | 'track'>, AskText>> = {
  quoteRates: {
    queryType: 'RateQuery',
    answerType: 'readonly RateQuote[]',
    path: '/rates',
    answer:
      "({ body }) => parseWire(z.array(z.object({ service: z.string(), title: z.string(), chargeMinor: z.int(), currency: z.string() })), body, 'rates')",
    simulated: "() => [{ service: 'std', title: 'Standard', chargeMinor: 590, currency: 'EUR' }]",
    query: '{ from: ADDRESS, to: ADDRESS, parcels: [{ weightGrams: 500 }] }',
    uses: ['parseWire'],
  },
  track: {
    queryType: '{ readonly trackingNumber: string }',
    answerType: 'TrackingDocument',
    path: '/tracking',
    answer: "({ body }) => parseDocument('tracking', body)",
    simulated:
      "({ trackingNumber }) => ({ trackingNumber, events: [{ code: 'D', status: 'delivered', at: '2026-01-02T10:00:00Z' }] })",
    query: "{ trackingNumber: '1Z1' }",
    uses: ['parseDocument'],
  },
};
