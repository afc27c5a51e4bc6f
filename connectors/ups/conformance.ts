import type { LabelReceipt, PickupReceipt } from '../../core/documents/index.ts';
import type { ConformanceSubject } from '../kit/conformance/subject.ts';
import { ANSWERS, KEPT_RAW, VENDOR_SAMPLES } from './conformance/answers.ts';
import { boughtLabel, HAMBURG, labelRequest, NEW_YORK, orderedPickup, pickupRequest } from './conformance/labels.ts';
import { ups } from './index.ts';
import { startUpsSimulator } from './simulator.ts';
import type { UpsState } from './simulatorWorld.ts';

const standing = (state: unknown, reference: string): number =>
  (state as UpsState).shipments.filter((shipment) => shipment.reference === reference && !shipment.isVoid).length;

/** Making a PDF of a label takes a third of a second, so one in sixteen is one. */
const formatOf = (n: number) => ({ labelFormat: n % 16 === 0 ? ('PDF' as const) : ('ZPL' as const) });

const refusal = JSON.stringify({ response: { errors: [{ code: '120209', message: 'Missing or invalid phone' }] } });

export const subjects: readonly ConformanceSubject[] = [
  {
    connector: ups,
    startSimulator: startUpsSimulator,
    messages: {},
    writes: {
      buyLabel: {
        document: (n) => labelRequest(`label-${n}`, formatOf(n)),
        commits: ['POST /api/shipments'],
        count: (state, { reference }) => standing(state, reference),
      },
      voidLabel: {
        document: (n, simulator) => boughtLabel(simulator, `void-${n}`, formatOf(1)),
        commits: ['DELETE /api/shipments/v2409/void'],
        count: (state, _key, document) => {
          const { externalId } = document as LabelReceipt;
          return (state as UpsState).shipments.filter(({ id, isVoid }) => id === externalId && isVoid).length;
        },
      },
      schedulePickup: {
        document: (n) => pickupRequest(`pickup-${n}`),
        commits: ['POST /api/pickupcreation'],
        count: (state, { reference }) =>
          (state as UpsState).pickups.filter((pickup) => pickup.reference === reference).length,
      },
      cancelPickup: {
        document: (n, simulator) => orderedPickup(simulator, `cancelled-${n}`),
        commits: ['DELETE /api/shipments/v2409/pickup'],
        count: (state, _key, document) => {
          const { externalId } = document as PickupReceipt;
          return (state as UpsState).pickups.filter(({ prn, isCancelled }) => prn === externalId && isCancelled).length;
        },
      },
    },
    asks: {
      validateAddress: { query: () => ({ address: NEW_YORK }) },
      findLocations: { query: () => ({ near: HAMBURG, purpose: 'collect', radiusMetres: 5000, limit: 3 }) },
      quoteRates: { query: () => labelRequest('rates') },
      track: {
        async query(simulator) {
          const { parcels } = await boughtLabel(simulator, 'tracked', formatOf(1));
          return { trackingNumber: parcels[0]?.trackingNumber ?? '' };
        },
      },
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
    keptRaw: KEPT_RAW,
    answers: ANSWERS,
    vendorSamples: VENDOR_SAMPLES,
    issuedSecrets: (state) => (state as UpsState).tokens,
  },
];
