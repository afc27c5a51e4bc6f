import type { ConformanceSubject } from '../../../connectors/kit/conformance/index.ts';
import { sampleOrder } from '../../../connectors/kit/conformance/sampleOrder.ts';
import type { Simulator } from '../../../connectors/kit/simulator.ts';
import { instantOf } from '../../../core/shared/instant.ts';
import { type AcmeState, acme, startAcme } from './acme.ts';

const LEVELS = 10;
let counted = 0;

const count = async ({ url }: Simulator, id: number): Promise<void> => {
  await fetch(`${url}/sim/levels/${id}`, { method: 'POST', body: JSON.stringify({ count: ++counted }) });
};

/** A connector that passes every check that applies to it. */
export const acmeSubject: ConformanceSubject = {
  connector: acme,
  startSimulator: startAcme,
  messages: {
    level: [{ id: 1, sku: 'S1', place: 'main hall', count: 4, updated: '2026-01-01 10:00:00', state: 'counted' }],
  },
  zoneOf: () => 'Europe/Berlin',
  keptRaw: [
    { at: '/state', why: 'says how it was counted, which changes nothing' },
    { at: '/id', why: 'the level is known by its SKU and its place' },
  ],
  pulls: {
    pullStock: {
      atLeast: LEVELS,
      async seed(simulator) {
        for (let id = 1; id <= LEVELS; id++) await count(simulator, id);
      },
      change: (simulator, n) => count(simulator, 1 + (n % LEVELS)),
    },
  },
  writes: {
    pushOrder: {
      document: sampleOrder,
      commits: ['POST /orders'],
      count: (state, { reference }) =>
        (state as AcmeState).orders.filter((order) => order.reference === reference).length,
    },
    pushStock: {
      document: (n) => ({
        sku: `W${n}`,
        location: 'main',
        quantity: n,
        measure: 'on-hand',
        asOf: instantOf(0),
      }),
      commits: ['POST /levels'],
      count: (state, _key, document) => {
        const { sku, quantity } = document as { sku: string; quantity: number };
        return (state as AcmeState).written[sku] === quantity ? 1 : 0;
      },
    },
  },
  asks: { quoteRates: { query: () => ({}) } },
  failures: [
    {
      about: 'an order that Acme refuses',
      fault: { kind: 'status', match: 'POST /orders', times: 1, status: 422, body: '{"error":"no such item"}' },
      during: 'pushOrder',
      kind: 'permanent',
      code: 'http-422',
    },
  ],
  issuedSecrets: () => ['acme-token-77'],
};
