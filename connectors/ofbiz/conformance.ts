import type { ProxyAnswer } from '../kit/conformance/faultProxy.ts';
import { sampleOrder } from '../kit/conformance/sampleOrder.ts';
import type { ConformanceSubject, WriteSample } from '../kit/conformance/subject.ts';
import type { Simulator } from '../kit/simulator.ts';
import { CODES, KEPT_RAW } from './conformance/keptRaw.ts';
import { CUSTOMER, HUGE, LEVELS, ORDERS, PAYMENTS, PRODUCT, RETURN, SHIPMENT } from './conformance/samples.ts';
import { ofbiz } from './index.ts';
import { externalIdOf, ownIdOf } from './reference.ts';
import { enterCustomer, enterOrder, enterReturn, enterShipment, FACILITY, receive } from './simulator/seed.ts';
import { enterPayment } from './simulator/seedMoney.ts';
import { type OfbizSimulator, type OfbizSimulatorOptions, startOfbizSimulator } from './simulator.ts';
import { decodeStock } from './stock.ts';

type State = {
  readonly tokens: readonly string[];
  readonly orders: readonly { readonly externalId?: string; readonly statusId: string }[];
  readonly shipments: readonly { readonly shipmentId: string; readonly statusId: string }[];
  readonly issued: readonly { readonly shipmentId: string; readonly quantity: string }[];
};

/** More than one page of everything. */
const RECORDS = 22;
const PRODUCTS = ['MUG-01', 'TEA-02', ...Array.from({ length: RECORDS }, (_, i) => `GZ-${i}`)];

const there = (simulator: Simulator) => (simulator as OfbizSimulator).store;

const ordersIn = (state: unknown, reference: string, wanted: string): number =>
  (state as State).orders.filter(
    ({ externalId, statusId }) => externalId === externalIdOf(reference) && statusId === wanted,
  ).length;

/** Further requests of an order and of a shipment that are struck. */
type Further = { readonly made?: readonly string[]; readonly shipped?: readonly string[] };

const UNITS = 2;

/** Shipments under an id: one that left with all its units, or as many as the units are too many. */
function shipmentsIn({ shipments, issued }: State, id: string): number {
  const left = shipments.filter(({ shipmentId, statusId }) => shipmentId === id && statusId === 'SHIPMENT_SHIPPED');
  const units = issued
    .filter(({ shipmentId }) => shipmentId === id)
    .reduce((sum, each) => sum + Number(each.quantity), 0);
  return left.length * (units / UNITS);
}

const writesBy = (
  call: (service: string) => string,
  { made = [], shipped = [] }: Further = {},
): Readonly<Record<'pushOrder' | 'cancelOrder' | 'pushShipment', WriteSample>> => ({
  pushOrder: {
    document: sampleOrder,
    commits: [...made, 'storeOrder'].map(call),
    count: (state, { reference }) => ordersIn(state, reference, 'ORDER_APPROVED'),
  },
  cancelOrder: {
    async document(n, simulator) {
      const store = there(simulator);
      const reference = `conf-cancelOrder-${n}`;
      store.update('OrderHeader', enterOrder(store, 'MUG-01'), { externalId: reference, orderName: reference });
      return { ...sampleOrder(n), cancelledAt: '2026-03-02T10:00:00.000Z' };
    },
    commits: [call('changeOrderStatus')],
    count: (state, { reference }) => ordersIn(state, reference, 'ORDER_CANCELLED'),
  },
  pushShipment: {
    document(n, simulator) {
      const { orderId = '' } = enterOrder(there(simulator), 'MUG-01');
      const lines = [{ sku: 'MUG-01', quantity: UNITS }];
      const way = { carrier: 'UPS', trackingNumber: `1Z${n}`, shippedAt: '2026-03-02T10:00:00.000Z' };
      return {
        reference: `conf-pushShipment-${n}`,
        orderExternalId: String(orderId),
        location: FACILITY,
        lines,
        ...way,
      };
    },
    commits: shipped.map(call),
    count: (state, { reference }) => shipmentsIn(state as State, ownIdOf(reference)),
  },
});

let counted = 1000;
/** Of what is read by the same pages as the rest. */
const FEW = 3;

function touch(
  store: OfbizSimulator['store'],
  entity: string,
  n: number,
  fields: Readonly<Record<string, string>>,
): void {
  const rows = store.all(entity);
  const row = rows[n % rows.length];
  if (row) store.update(entity, row, fields);
}

const PULLS = {
  pullOrders: {
    atLeast: RECORDS,
    async seed(simulator) {
      for (let n = 0; n < RECORDS; n++) enterOrder(there(simulator), `GZ-${n}`);
    },
    async change(simulator, n) {
      const store = there(simulator);
      const headers = store.all('OrderHeader');
      const header = headers[n % headers.length];
      if (header) store.update('OrderHeader', header, { orderName: `Order ${++counted}` });
    },
  },
  pullStock: {
    atLeast: RECORDS,
    change: async (simulator, n) => receive(there(simulator), `GZ-${n}`, ++counted, FACILITY),
  },
  pullProducts: {
    atLeast: RECORDS,
    async change(simulator, n) {
      const store = there(simulator);
      const product = store.one('Product', { productId: `GZ-${n}` });
      if (product) store.update('Product', product, { productName: `Mug ${++counted}` });
    },
  },
  pullCustomers: {
    atLeast: FEW,
    async seed(simulator) {
      for (let n = 0; n < FEW; n++) enterCustomer(there(simulator), `Müller${n}`);
    },
    async change(simulator, n) {
      const store = there(simulator);
      const people = store.all('Person');
      const person = people[n % people.length];
      if (person) store.update('Person', person, { lastName: `Schmidt${++counted}` });
    },
  },
  pullShipments: {
    atLeast: FEW,
    async seed(simulator) {
      for (const order of there(simulator).all('OrderHeader').slice(0, FEW)) enterShipment(there(simulator), order);
    },
    change: async (simulator, n) => touch(there(simulator), 'ItemIssuance', n, { quantity: String(++counted) }),
  },
  pullReturns: {
    atLeast: FEW,
    async seed(simulator) {
      for (const order of there(simulator).all('OrderHeader').slice(0, FEW)) enterReturn(there(simulator), order);
    },
    change: async (simulator, n) => touch(there(simulator), 'ReturnItem', n, { receivedQuantity: String(++counted) }),
  },
  pullPayments: {
    atLeast: FEW,
    async seed(simulator) {
      for (const order of there(simulator).all('OrderHeader').slice(0, FEW)) enterPayment(there(simulator), order);
    },
    change: async (simulator, n) => touch(there(simulator), 'Payment', n, { amount: String(++counted) }),
  },
} satisfies NonNullable<ConformanceSubject['pulls']>;

/** XML has no JSON to add a field to: a member in every struct, or an attribute in every record, instead. */
const grownXml = (answer: ProxyAnswer): ProxyAnswer => ({
  ...answer,
  body: answer.body
    .replaceAll('<struct>', '<struct><member><name>zz_added</name><value><string>yesterday</string></value></member>')
    .replaceAll(/<(eeval-\w+) /g, '<$1 zz_added="yesterday" ')
    .replaceAll('<map-HashMap>', `<map-HashMap>${ADDED}`),
});
const ADDED =
  '<map-Entry><map-Key><std-String value="zz_added"/></map-Key><map-Value><std-String value="yesterday"/></map-Value></map-Entry>';

const ALL: ConformanceSubject = {
  connector: ofbiz,
  messages: {
    ...{ order: ORDERS, stock: LEVELS, product: [PRODUCT] },
    ...{ customer: [CUSTOMER], shipment: [SHIPMENT], return: [RETURN], payment: PAYMENTS },
  },
  extremes: { order: [HUGE] },
  keptRaw: KEPT_RAW,
  codes: CODES,
};

/** What is above a transport is the same over all of them, so the others are tried with one write and one pull. */
const { pushOrder, pullStock } = ofbiz.capabilities;
const SOME: ConformanceSubject = {
  connector: {
    ...ofbiz,
    topics: { stock: { decode: decodeStock } },
    capabilities: { ...(pushOrder ? { pushOrder } : {}), ...(pullStock ? { pullStock } : {}) },
  },
  messages: { stock: LEVELS },
  keptRaw: KEPT_RAW,
  drift: grownXml,
};

const start =
  (options: OfbizSimulatorOptions): NonNullable<ConformanceSubject['startSimulator']> =>
  (given) =>
    startOfbizSimulator({ ...given, ...options, products: PRODUCTS });

export const subjects: readonly ConformanceSubject[] = [
  {
    ...ALL,
    variant: 'REST',
    startSimulator: start({ transport: 'rest' }),
    pulls: PULLS,
    writes: writesBy((service) => `/rest/services/${service}`, {
      made: ['changeOrderStatus'],
      shipped: ['createShipment', 'updateShipment'],
    }),
    issuedSecrets: (state) => (state as State).tokens,
  },
  {
    ...SOME,
    variant: 'XML-RPC in Berlin',
    startSimulator: start({ transport: 'xml-rpc', timeZone: 'Europe/Berlin' }),
    pulls: { pullStock: PULLS.pullStock },
    writes: { pushOrder: writesBy((service) => `<methodName>${service}<`).pushOrder },
  },
  {
    ...SOME,
    variant: 'SOAP in New York',
    startSimulator: start({ transport: 'soap', timeZone: 'America/New_York' }),
    pulls: { pullStock: PULLS.pullStock },
    writes: { pushOrder: writesBy((service) => `<${service} xmlns`).pushOrder },
  },
];
