import type { ProxyAnswer } from '../kit/conformance/faultProxy.ts';
import { sampleOrder } from '../kit/conformance/sampleOrder.ts';
import type { ConformanceSubject } from '../kit/conformance/subject.ts';
import type { Simulator } from '../kit/simulator.ts';
import { CODES, KEPT_RAW } from './conformance/keptRaw.ts';
import { HUGE, LEVELS, ORDERS, PRODUCT } from './conformance/samples.ts';
import { ofbiz } from './index.ts';
import { externalIdOf } from './reference.ts';
import { enterOrder, FACILITY, receive } from './simulator/seed.ts';
import { type OfbizSimulator, type OfbizSimulatorOptions, startOfbizSimulator } from './simulator.ts';

type State = {
  readonly tokens: readonly string[];
  readonly orders: readonly { readonly externalId?: string; readonly statusId: string }[];
};

/** More than one page of everything. */
const RECORDS = 22;
const productsOf = (records: number): readonly string[] => [
  ...['MUG-01', 'TEA-02'],
  ...Array.from({ length: records }, (_, i) => `GZ-${i}`),
];

const there = (simulator: Simulator) => (simulator as OfbizSimulator).store;

const ordersIn = (state: unknown, reference: string, wanted: string): number =>
  (state as State).orders.filter(
    ({ externalId, statusId }) => externalId === externalIdOf(reference) && statusId === wanted,
  ).length;

const writesBy = (
  call: (service: string) => string,
  made: readonly string[],
): NonNullable<ConformanceSubject['writes']> => ({
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
});

let counted = 1000;
const pullsOf = (records: number): NonNullable<ConformanceSubject['pulls']> => ({
  pullOrders: {
    atLeast: records,
    async seed(simulator) {
      for (let n = 0; n < records; n++) enterOrder(there(simulator), `GZ-${n}`);
    },
    async change(simulator, n) {
      const store = there(simulator);
      const headers = store.all('OrderHeader');
      const header = headers[n % headers.length];
      if (header) store.update('OrderHeader', header, { orderName: `Order ${++counted}` });
    },
  },
  pullStock: {
    atLeast: records,
    change: async (simulator, n) => receive(there(simulator), `GZ-${n}`, ++counted, FACILITY),
  },
  pullProducts: {
    atLeast: records,
    async change(simulator, n) {
      const store = there(simulator);
      const product = store.one('Product', { productId: `GZ-${n}` });
      if (product) store.update('Product', product, { productName: `Mug ${++counted}` });
    },
  },
});

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

type Variant = {
  readonly options: OfbizSimulatorOptions;
  /** How a call of a service looks in a request. */
  readonly call: (service: string) => string;
  /** Further requests of an order that are struck: the same code over every transport, so over one of them alone. */
  readonly made?: readonly string[];
  /** Records to be pulled: enough for pages over one transport, the rest being the same code. */
  readonly records?: number;
  readonly more?: Partial<ConformanceSubject>;
};

const VARIANTS: Readonly<Record<string, Variant>> = {
  REST: {
    options: { transport: 'rest' },
    call: (service) => `/rest/services/${service}`,
    made: ['createPerson', 'createPartyPostalAddress', 'changeOrderStatus'],
    more: { issuedSecrets: (state) => (state as State).tokens },
  },
  'XML-RPC in Berlin': {
    options: { transport: 'xml-rpc', timeZone: 'Europe/Berlin' },
    records: 4,
    call: (service) => `<methodName>${service}<`,
    more: { drift: grownXml },
  },
  'SOAP in New York': {
    options: { transport: 'soap', timeZone: 'America/New_York' },
    records: 4,
    call: (service) => `<${service} xmlns`,
    more: { drift: grownXml },
  },
};

export const subjects: readonly ConformanceSubject[] = Object.entries(VARIANTS).map(
  ([variant, { options, call, made = [], records = RECORDS, more }]) => ({
    connector: ofbiz,
    variant,
    startSimulator: (given) => startOfbizSimulator({ ...given, ...options, products: productsOf(records) }),
    messages: { order: ORDERS, stock: LEVELS, product: [PRODUCT] },
    extremes: { order: [HUGE] },
    keptRaw: KEPT_RAW,
    codes: CODES,
    pulls: pullsOf(records),
    writes: writesBy(call, made),
    ...more,
  }),
);
