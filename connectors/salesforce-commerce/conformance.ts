import type { OrderDocument, StockDocument } from '../../core/documents/index.ts';
import { instantOf } from '../../core/shared/instant.ts';
import type { ConformanceSubject } from '../kit/conformance/subject.ts';
import type { Simulator } from '../kit/simulator.ts';
import { FAILURES } from './conformance/failures.ts';
import { CODES, KEPT_RAW } from './conformance/keptRaw.ts';
import { documentOf, HUGE, ORDERS, shipmentOf } from './conformance/samples.ts';
import { salesforceCommerce } from './index.ts';
import { LISTS, type SiteState } from './simulator/site.ts';
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
};

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
    document: (n) => ({
      sku: `SKU-${n}`,
      location: LISTS[0],
      quantity: 1000 + n,
      measure: 'available',
      asOf: instantOf(Date.UTC(2026, 0, 1) + n),
    }),
    commits: ['PUT /s/-/dw/data'],
    count: (state, _key, document) => {
      const { sku, location, quantity } = document as StockDocument;
      return (state as SiteState).records[`${location}/${sku}`]?.allocation.amount === quantity ? 1 : 0;
    },
  },
};

export const subjects: readonly ConformanceSubject[] = [
  {
    connector: salesforceCommerce,
    startSimulator: startCommerceSimulator,
    messages: { order: ORDERS },
    extremes: { order: [HUGE] },
    pulls,
    writes,
    failures: FAILURES,
    codes: CODES,
    keptRaw: KEPT_RAW,
    issuedSecrets: (state) => (state as SiteState).tokens,
  },
];
