import type { DayClose, LabelReceipt, PickupReceipt } from '../../core/documents/index.ts';
import type { ConformanceSubject } from '../kit/conformance/subject.ts';
import { ANSWERS, KEPT_RAW, VENDOR_SAMPLES } from './conformance/answers.ts';
import {
  boughtLabel,
  CUSTOMS,
  dayToClose,
  INVOICE,
  labelRequest,
  MEMPHIS,
  NEW_YORK,
  orderedPickup,
  pickupRequest,
  TORONTO,
} from './conformance/labels.ts';
import { FIRST, trackingMessage, WEBHOOK } from './conformance/messages.ts';
import { fedex } from './index.ts';
import { startFedexSimulator } from './simulator.ts';
import type { FedexState } from './simulatorWorld.ts';

const FORMATS = ['PDF', 'PNG', 'ZPL', 'EPL'] as const;
/** Every third shipment crosses a border with an invoice of its own. */
const abroad = (n: number) => (n % 3 === 0 ? { to: TORONTO, customs: { ...CUSTOMS, papers: [INVOICE] } } : {});
const refusal = JSON.stringify({ errors: [{ code: 'SHIPPER.POSTALCODE.INVALID', message: 'Invalid postal code' }] });

export const subjects: readonly ConformanceSubject[] = [
  {
    connector: fedex,
    startSimulator: startFedexSimulator,
    messages: { tracking: [trackingMessage(FIRST)] },
    webhook: WEBHOOK,
    writes: {
      buyLabel: {
        document: (n) =>
          labelRequest(`label-${n}`, { labelFormat: FORMATS[n % FORMATS.length] ?? 'PDF', ...abroad(n) }),
        commits: ['POST /ship/v1/shipments'],
        count: (state, { reference }) =>
          (state as FedexState).shipments.filter((each) => each.reference === reference && !each.isCancelled).length,
      },
      voidLabel: {
        document: (n, simulator) => boughtLabel(simulator, `void-${n}`),
        commits: ['PUT /ship/v1/shipments/cancel'],
        count: (state, _key, document) => {
          const { externalId } = document as LabelReceipt;
          return (state as FedexState).shipments.filter(
            ({ master, isCancelled }) => master === externalId && isCancelled,
          ).length;
        },
      },
      schedulePickup: {
        document: (n) => pickupRequest(`pickup-${n}`),
        commits: ['POST /pickup/v1/pickups {"associated'],
        count: (state, { reference }) =>
          (state as FedexState).pickups.filter((each) => each.reference === reference && !each.isCancelled).length,
      },
      cancelPickup: {
        document: (n, simulator) => orderedPickup(simulator, `cancelled-${n}`),
        commits: ['PUT /pickup/v1/pickups/cancel'],
        count: (state, _key, document) => {
          const { externalId } = document as PickupReceipt;
          return (state as FedexState).pickups.filter(({ code, isCancelled }) => code === externalId && isCancelled)
            .length;
        },
      },
      closeDay: {
        document: (n, simulator) => dayToClose(simulator, `closed-${n}`),
        commits: ['PUT /ship/v1/endofday'],
        count: (state, _key, document) => {
          const [number = ''] = (document as DayClose).trackingNumbers;
          return (state as FedexState).closes.filter(({ trackingNumbers }) => trackingNumbers.includes(number)).length;
        },
      },
    },
    asks: {
      validateAddress: { query: () => ({ address: NEW_YORK }) },
      findLocations: { query: () => ({ near: MEMPHIS, purpose: 'collect', radiusMetres: 5000, limit: 5 }) },
      quoteRates: { query: () => labelRequest('rates') },
      track: {
        async query(simulator) {
          const { parcels } = await boughtLabel(simulator, 'tracked');
          return { trackingNumber: parcels[0]?.trackingNumber ?? '' };
        },
      },
    },
    failures: [
      {
        about: 'a shipment that FedEx refuses',
        fault: { kind: 'status', match: 'POST /ship/v1/shipments', times: 1, status: 400, body: refusal },
        during: 'buyLabel',
        kind: 'permanent',
        code: 'fedex-SHIPPER.POSTALCODE.INVALID',
      },
      {
        about: 'a purchase that FedEx answers with an error of its own',
        fault: { kind: 'status', match: 'POST /ship/v1/shipments', times: 1, status: 500 },
        during: 'buyLabel',
        kind: 'in-doubt',
      },
      {
        about: 'a purchase that FedEx answers in a way nobody can read',
        fault: { kind: 'status', match: 'POST /ship/v1/shipments', times: 1, status: 200, body: '{"output":{}}' },
        during: 'buyLabel',
        kind: 'in-doubt',
      },
      {
        about: 'a project that lacks the API',
        fault: { kind: 'status', match: 'POST /track/v1', times: 1, status: 403 },
        during: 'check',
        kind: 'auth',
      },
    ],
    keptRaw: KEPT_RAW,
    answers: ANSWERS,
    vendorSamples: VENDOR_SAMPLES,
    issuedSecrets: (state) => (state as FedexState).tokens,
  },
];
