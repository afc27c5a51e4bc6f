import { ups } from '../../../connectors/ups/index.ts';
import { startUpsSimulator } from '../../../connectors/ups/simulator.ts';
import type { UpsState } from '../../../connectors/ups/simulatorWorld.ts';
import type { LabelReceipt } from '../../../core/documents/index.ts';
import { boughtLabel, labelRequest } from '../../support/upsLabels.ts';
import { connectorContract } from '../connectorContract.ts';

const standing = (state: unknown, reference: string): number =>
  (state as UpsState).shipments.filter((shipment) => shipment.reference === reference && !shipment.isVoid).length;

const refusal = JSON.stringify({ response: { errors: [{ code: '120209', message: 'Missing or invalid phone' }] } });

connectorContract({
  connector: ups,
  startSimulator: startUpsSimulator,
  messages: {},
  writes: {
    buyLabel: {
      document: (n) => labelRequest(`label-${n}`),
      commits: ['POST /api/shipments'],
      count: (state, { reference }) => standing(state, reference),
    },
    voidLabel: {
      document: (n, simulator) => boughtLabel(simulator, `void-${n}`),
      commits: ['DELETE /api/shipments'],
      count: (state, _key, document) => {
        const { externalId } = document as LabelReceipt;
        return (state as UpsState).shipments.filter(({ id, isVoid }) => id === externalId && isVoid).length;
      },
    },
  },
  asks: {
    quoteRates: { query: labelRequest('rates') },
  },
  failures: [
    {
      about: 'a shipment that UPS refuses',
      fault: { kind: 'status', match: 'POST /api/shipments', times: 1, status: 400, body: refusal },
      during: 'buyLabel',
      kind: 'permanent',
      code: 'ups-120209',
    },
    {
      about: 'a purchase that UPS answers with an error of its own',
      fault: { kind: 'status', match: 'POST /api/shipments', times: 1, status: 500 },
      during: 'buyLabel',
      kind: 'in-doubt',
    },
    {
      about: 'a purchase that UPS answers in a way nobody can read',
      fault: { kind: 'status', match: 'POST /api/shipments', times: 1, status: 200, body: '{"ShipmentResponse":{}}' },
      during: 'buyLabel',
      kind: 'in-doubt',
    },
  ],
  issuedSecrets: (state) => (state as UpsState).tokens,
});
