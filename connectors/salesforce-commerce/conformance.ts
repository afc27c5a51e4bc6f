import type { OrderDocument, StockDocument } from '../../core/documents/index.ts';
import { instantOf } from '../../core/shared/instant.ts';
import type { ConformanceSubject } from '../kit/conformance/subject.ts';
import type { Simulator } from '../kit/simulator.ts';
import { FAILURES } from './conformance/failures.ts';
import { CODES, KEPT_RAW } from './conformance/keptRaw.ts';
import {
  CUSTOMERS,
  documentOf,
  FEED_LEVELS,
  FEED_ORDERS,
  feedRecord,
  HUGE,
  ORDERS,
  PRODUCTS,
  shipmentOf,
} from './conformance/samples.ts';
import { salesforceCommerce } from './index.ts';
import { inventoryExport } from './simulator/inventoryExport.ts';
import { ordersXml } from './simulator/orderExport.ts';
import { IMPEX, LISTS, type SiteState } from './simulator/site.ts';
import { type CommerceSimulator, startCommerceSimulator } from './simulator.ts';

const siteOf = (simulator: Simulator) => (simulator as CommerceSimulator).site;
const orderIn = (state: unknown, orderNo: string) =>
  (state as SiteState).orders.find((order) => order.orderNo === orderNo);

/** More than one page of orders, all but the last from the usual basket. */
const SEEDED = 120;
let changed = 0;

const pulls: NonNullable<ConformanceSubject['pulls']> = {
  pullOrders: {
    atLeast: SEEDED,
    async seed({ url }) {
      await fetch(`${url}/sim/orders`, { method: 'POST', body: JSON.stringify({ count: SEEDED }) });
    },
    async change(simulator, n) {
      const site = siteOf(simulator);
      const order = [...site.orders.values()][n % site.orders.size];
      if (order) site.change(order, { externalOrderText: `change ${++changed}` });
    },
  },
  pullProducts: {
    atLeast: 110,
    async seed(simulator) {
      for (let n = 0; n < 110; n++) siteOf(simulator).addProduct(`product-${n}`);
    },
    async change(simulator, n) {
      const site = siteOf(simulator);
      const product = [...site.products.values()][n % site.products.size];
      if (product) Object.assign(product, { lastModified: site.at(), name: { default: `changed ${++changed}` } });
    },
  },
  pullCustomers: {
    atLeast: 105,
    async seed(simulator) {
      for (let n = 0; n < 105; n++) siteOf(simulator).addCustomer(String(n).padStart(8, '0'));
    },
  },
  pullStock: {
    atLeast: 5,
    async seed(simulator) {
      for (const [i, list] of [...LISTS, ...LISTS, LISTS[0]].entries())
        siteOf(simulator).setRecord(list, `SKU-${i}`, { amount: i, reset_date: '2026-03-01T08:00:00.000Z' });
    },
  },
};

const levelOf = (n: number) => ({
  sku: `SKU-${n}`,
  location: LISTS[0],
  quantity: 1000 + n,
  measure: 'available',
  asOf: instantOf(Date.UTC(2026, 0, 1) + n),
});

const writes: NonNullable<ConformanceSubject['writes']> = {
  acknowledgeOrder: {
    document: (_n, simulator) => documentOf(siteOf(simulator).place()),
    commits: ['/export-status'],
    count: (state, _key, document) =>
      orderIn(state, (document as OrderDocument).externalId)?.exportStatus === 'exported' ? 1 : 0,
  },
  cancelOrder: {
    document: (_n, simulator) => documentOf(siteOf(simulator).place()),
    commits: ['/status'],
    count: (state, _key, document) =>
      orderIn(state, (document as OrderDocument).externalId)?.status === 'cancelled' ? 1 : 0,
  },
  pushShipment: {
    document: (n, simulator) => shipmentOf(siteOf(simulator).place(), n, n % 2 === 0),
    commits: ['PATCH /checkout', '/shipping-status'],
    count: (state, { reference }, document) => {
      const order = orderIn(state, (document as { orderExternalId: string }).orderExternalId);
      const told = String(order?.['c_crossdockShipments'] ?? '').split('\n');
      if (order?.shippingStatus === 'not_shipped') return 0;
      return told.filter((line) => line.startsWith(`${reference} |`)).length;
    },
  },
  pushStock: {
    document: (n) => levelOf(n),
    commits: ['PUT /s/-/dw/data'],
    count: (state, _key, document) => {
      const { sku, location, quantity } = document as StockDocument;
      return (state as SiteState).records[`${location}/${sku}`]?.allocation.amount === quantity ? 1 : 0;
    },
  },
};

/** Files of the export: each of some orders, and each of them more than one page behind the other. */
const FILES = 3;

async function exportOrders({ site }: CommerceSimulator): Promise<void> {
  for (let file = 0; file < FILES; file++) {
    const orders = Array.from({ length: 4 }, () => site.place({ orderDiscountMinor: 77 }));
    site.write(`/crossdock/orders/orders_${file}.xml`, ordersXml(orders));
  }
}

const level = (raw: Readonly<Record<string, unknown>>) => ({
  product_id: 'SKU-1',
  inventory_list_id: LISTS[0],
  ats: 12,
  perpetual_flag: false,
  last_modified: '2026-03-02T10:00:00.000Z',
  ...raw,
});

const common = {
  connector: salesforceCommerce,
  codes: CODES,
  keptRaw: KEPT_RAW,
  issuedSecrets: (state: unknown) => (state as SiteState).tokens,
};

/** What goes by feeds; the rest is the same by either way, and tried by the other one. */
const { pullOrders, pullStock, pushStock } = salesforceCommerce.capabilities;
const { order, stock } = salesforceCommerce.topics;
if (!pullOrders || !pullStock || !pushStock || !order || !stock) throw new Error('feeds without their capabilities');
const FEEDS = { ...salesforceCommerce, capabilities: { pullOrders, pullStock, pushStock }, topics: { order, stock } };

export const subjects: readonly ConformanceSubject[] = [
  {
    ...common,
    variant: 'APIs',
    startSimulator: startCommerceSimulator,
    failures: FAILURES,
    messages: {
      order: ORDERS,
      stock: [level({}), level({ perpetual_flag: true })],
      product: PRODUCTS,
      customer: CUSTOMERS,
    },
    extremes: { order: [HUGE] },
    pulls,
    writes,
  },
  {
    ...common,
    variant: 'XML feeds',
    connector: FEEDS,
    startSimulator: (options) => startCommerceSimulator({ ...options, more: { ordersBy: 'feed', stockBy: 'feed' } }),
    messages: { order: FEED_ORDERS, stock: FEED_LEVELS },
    extremes: { order: [HUGE].map(feedRecord) },
    pulls: {
      pullOrders: {
        atLeast: 4 * FILES,
        seed: (simulator) => exportOrders(simulator as CommerceSimulator),
        async change(simulator, n) {
          const site = siteOf(simulator);
          const order = [...site.orders.values()][n % site.orders.size];
          if (order) site.write(`/crossdock/orders/change_${++changed}.xml`, ordersXml([order]));
        },
      },
      pullStock: {
        atLeast: 3,
        async seed(simulator) {
          const levels = inventoryExport(LISTS[0], { 'SKU-1': 12, 'SKU-2': 0, 'SKU-3': 7 });
          siteOf(simulator).write('/crossdock/inventory/inventory.xml', levels);
        },
      },
    },
    writes: {
      pushStock: {
        document: (n) => levelOf(n),
        commits: ['PUT /on/demandware.servlet'],
        count: (state, _key, document) => {
          const { sku, location, quantity } = document as StockDocument;
          const path = `${IMPEX}/crossdock/inventory-in/${location}-${sku}.xml`;
          return (state as SiteState).files[path]?.includes(`<allocation>${quantity}</allocation>`) ? 1 : 0;
        },
      },
    },
  },
];
