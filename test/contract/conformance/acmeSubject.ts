import { instantOf } from '../../../core/shared/instant.ts';
import { type AcmeState, acme, startAcme } from '../../support/acme.ts';
import { sampleOrder } from '../../support/sampleOrder.ts';
import type { ConformanceSubject } from './subject.ts';

export const acmeSubject: ConformanceSubject = {
  connector: acme,
  startSimulator: startAcme,
  messages: { level: [{ id: 1, sku: 'S1', count: 4, updated: '2026-01-01T00:00:00.000Z' }] },
  pulls: { pullStock: { atLeast: 10 } },
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
