import type { ProxyAnswer } from '../kit/conformance/faultProxy.ts';
import { sampleOrder } from '../kit/conformance/sampleOrder.ts';
import type { ConformanceSubject } from '../kit/conformance/subject.ts';
import type { Simulator } from '../kit/simulator.ts';
import { odoo } from './index.ts';
import type { PickingItem } from './pickings.ts';
import { type OdooSimulatorOptions, startOdooSimulator } from './simulator.ts';
import type { StockItem } from './stock.ts';

type State = { readonly orders: readonly { readonly client_order_ref: string; readonly state: string }[] };

const LEVEL: StockItem = { sku: 'MUG-01', warehouse: 'WH', quantity: 12, write_date: '2026-07-22 11:42:41' };
const PICKING: PickingItem = {
  orderId: 7,
  reference: 'shop-5123',
  warehouse: 'WH',
  states: ['done', 'cancel'],
  moved: [{ sku: 'MUG-01', quantity: 2 }],
  write_date: '2026-07-22 11:42:41',
};
/** More than one page of levels and of pickings. */
const RECORDS = 410;
const STOCK = { WH: Object.fromEntries(Array.from({ length: RECORDS }, (_, i) => [`SKU-${i}`, i + 1])) };

const post = async (simulator: Simulator, path: string, body: object): Promise<void> => {
  const answer = await fetch(`${simulator.url}${path}`, { method: 'POST', body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
};

const ordersIn = (state: unknown, reference: string, wanted: string): number =>
  (state as State).orders.filter((order) => order.client_order_ref === reference && order.state === wanted).length;

const writesBy = (call: Protocol['call']): NonNullable<ConformanceSubject['writes']> => ({
  pushOrder: {
    document: sampleOrder,
    commits: [call('res.partner', 'load'), call('sale.order', 'create'), call('sale.order', 'action_confirm')],
    count: (state, { reference }) => ordersIn(state, reference, 'sale'),
  },
  cancelOrder: {
    async document(n, simulator) {
      await post(simulator, '/sim/orders', { reference: `conf-cancelOrder-${n}`, sku: 'SKU-1' });
      return { ...sampleOrder(n), cancelledAt: '2026-03-02T10:00:00.000Z' };
    },
    commits: [call('sale.order', 'action_cancel')],
    count: (state, { reference }) => ordersIn(state, reference, 'cancel'),
  },
});

let counted = 1000;
const pulls: NonNullable<ConformanceSubject['pulls']> = {
  pullStock: {
    atLeast: RECORDS,
    change: (simulator, n) => post(simulator, '/sim/stock', { sku: `SKU-${n}`, quantity: ++counted }),
  },
  pullPickings: {
    atLeast: RECORDS,
    async seed(simulator) {
      for (let n = 0; n < RECORDS; n++) {
        await post(simulator, '/sim/orders', { reference: `seed-${n}`, sku: `SKU-${n}` });
      }
    },
    change: (simulator, n) => post(simulator, '/sim/pickings/done', { reference: `seed-${n}` }),
  },
};

/** XML-RPC has no JSON to add a field to: a member in every struct instead. */
const grownXml = (answer: ProxyAnswer): ProxyAnswer => ({
  ...answer,
  body: answer.body.replaceAll(
    '<struct>',
    '<struct><member><name>zz_added</name><value><string>yesterday</string></value></member>',
  ),
});

type Protocol = {
  readonly options: OdooSimulatorOptions;
  /** How a call of a method looks in a request. */
  readonly call: (model: string, method: string) => string;
  readonly more?: Partial<ConformanceSubject>;
};

const PROTOCOLS: Readonly<Record<string, Protocol>> = {
  'JSON-2 of Odoo 19': {
    options: { version: '19.0' },
    call: (model, method) => `/json/2/${model}/${method}`,
  },
  'JSON-RPC of Odoo 17': {
    options: { version: '17.0' },
    call: (model, method) => `"${model}","${method}"`,
  },
  'XML-RPC of Odoo 16': {
    options: { version: '16.0', protocol: 'xml-rpc' },
    call: (model, method) => `<string>${model}</string></value></param><param><value><string>${method}</string>`,
    more: { drift: grownXml },
  },
};

export const subjects: readonly ConformanceSubject[] = Object.entries(PROTOCOLS).map(
  ([variant, { options, call, more }]) => ({
    connector: odoo,
    variant,
    startSimulator: (given) => startOdooSimulator({ ...given, ...options, stock: STOCK }),
    messages: { stock: [LEVEL], picking: [PICKING] },
    zoneOf: () => 'UTC',
    pulls,
    writes: writesBy(call),
    ...more,
  }),
);
