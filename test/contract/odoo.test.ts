import { describe } from 'vitest';
import type { Simulator } from '../../connectors/kit/simulator.ts';
import { odoo } from '../../connectors/odoo/index.ts';
import type { PickingItem } from '../../connectors/odoo/pickings.ts';
import { type OdooSimulatorOptions, startOdooSimulator } from '../../connectors/odoo/simulator.ts';
import type { StockItem } from '../../connectors/odoo/stock.ts';
import { sampleOrder } from '../support/sampleOrder.ts';
import { connectorContract } from './connectorContract.ts';

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

/** How a call of a method looks in a request of each protocol. */
const PROTOCOLS = {
  'JSON-2 of Odoo 19': {
    options: { version: '19.0' },
    call: (model: string, method: string) => `/json/2/${model}/${method}`,
  },
  'JSON-RPC of Odoo 17': {
    options: { version: '17.0' },
    call: (model: string, method: string) => `"${model}","${method}"`,
  },
  'XML-RPC of Odoo 16': {
    options: { version: '16.0', protocol: 'xml-rpc' },
    call: (model: string, method: string) =>
      `<string>${model}</string></value></param><param><value><string>${method}</string>`,
  },
} as const satisfies Record<string, { options: OdooSimulatorOptions; call: (model: string, method: string) => string }>;

describe.each(Object.entries(PROTOCOLS))('over %s', (_name, { options, call }) => {
  connectorContract({
    connector: odoo,
    startSimulator: (given) => startOdooSimulator({ ...given, ...options, stock: STOCK }),
    messages: { stock: [LEVEL], picking: [PICKING] },
    pulls: {
      pullStock: { atLeast: RECORDS },
      pullPickings: {
        atLeast: RECORDS,
        seed: async (simulator) => {
          for (let n = 0; n < RECORDS; n++) {
            await post(simulator, '/sim/orders', { reference: `seed-${n}`, sku: `SKU-${n}` });
          }
        },
      },
    },
    writes: {
      pushOrder: {
        document: sampleOrder,
        commits: [call('res.partner', 'load'), call('sale.order', 'create'), call('sale.order', 'action_confirm')],
        count: (state, { reference }) =>
          (state as State).orders.filter((order) => order.client_order_ref === reference && order.state === 'sale')
            .length,
      },
      cancelOrder: {
        document: async (n, simulator) => {
          await post(simulator, '/sim/orders', { reference: `conf-cancelOrder-${n}`, sku: 'SKU-1' });
          return { ...sampleOrder(n), cancelledAt: '2026-03-02T10:00:00.000Z' };
        },
        commits: [call('sale.order', 'action_cancel')],
        count: (state, { reference }) =>
          (state as State).orders.filter((order) => order.client_order_ref === reference && order.state === 'cancel')
            .length,
      },
    },
  });
});
