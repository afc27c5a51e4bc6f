import type { DayClose, LabelReceipt, PickupReceipt } from '../../core/documents/index.ts';
import type { ConformanceSubject } from '../kit/conformance/subject.ts';
import { SHIPPING } from './client.ts';
import { ANSWERS, KEPT_RAW, VENDOR_SAMPLES } from './conformance/answers.ts';
import { BONN, boughtLabel, labelRequest, orderedPickup, pickupRequest } from './conformance/labels.ts';
import { MESSAGES, WEBHOOK } from './conformance/messages.ts';
import { dhlParcelDe } from './index.ts';
import { startDhlParcelDeSimulator } from './simulator.ts';
import { listed, refusedItem } from './simulatorAnswers.ts';
import type { ParcelDeState } from './simulatorWorld.ts';

const refusal = JSON.stringify(listed([refusedItem('consignee.postalCode', 'The postal code is not known')]));
/** The day on which the clock of the checks begins. */
const TODAY = '2026-06-01';
const heldIn = (state: unknown) => (state as ParcelDeState).shipments;
const ORDER = `POST ${SHIPPING}/orders`;

export const subjects: readonly ConformanceSubject[] = [
  {
    connector: dhlParcelDe,
    startSimulator: startDhlParcelDeSimulator,
    messages: MESSAGES,
    webhook: WEBHOOK,
    zoneOf: () => 'Europe/Berlin',
    writes: {
      buyLabel: {
        document: (n) => labelRequest(`label-${n}`, { parcels: [{ weightGrams: 900 }], labelFormat: 'ZPL' }),
        commits: [ORDER],
        count: (state, { reference }) =>
          (state as ParcelDeState).shipments.filter((held) => held.reference === reference).length,
      },
      voidLabel: {
        document: (n, simulator) =>
          boughtLabel(simulator, `void-${n}`, { parcels: [{ weightGrams: 900 }, { weightGrams: 800 }] }),
        commits: [`DELETE ${SHIPPING}/orders`],
        count: (state, _key, document) => {
          const { externalId } = document as LabelReceipt;
          return (state as ParcelDeState).shipments.filter((held) => held.number === externalId && held.isDeleted)
            .length;
        },
      },
      closeDay: {
        async document(n, simulator) {
          const { externalId } = await boughtLabel(simulator, `close-${n}`);
          return { reference: `close-${n}`, date: TODAY, trackingNumbers: [externalId], shipments: [] };
        },
        commits: [`POST ${SHIPPING}/manifests`],
        count: (state, _key, document) => {
          const { trackingNumbers } = document as DayClose;
          return heldIn(state).filter((held) => held.number === trackingNumbers[0] && held.closedOn !== null).length;
        },
      },
      schedulePickup: {
        document: (n) => pickupRequest(`pickup-${n}`),
        commits: ['POST /parcel/de/transportation'],
        count: (state, { reference }) =>
          (state as ParcelDeState).pickups.filter(({ comment }) => comment.startsWith(`[${reference}]`)).length,
      },
      cancelPickup: {
        document: (n, simulator) => orderedPickup(simulator, `cancel-${n}`),
        commits: ['DELETE /parcel/de/transportation'],
        count: (state, _key, document) => {
          const { externalId } = document as PickupReceipt;
          return (state as ParcelDeState).pickups.filter(({ id, isCancelled }) => id === externalId && isCancelled)
            .length;
        },
      },
    },
    asks: {
      findLocations: { query: () => ({ near: BONN, purpose: 'collect', radiusMetres: 5000, limit: 10 }) },
      track: {
        async query(simulator) {
          const { parcels } = await boughtLabel(simulator, 'tracked');
          return { trackingNumber: parcels[0]?.trackingNumber ?? '' };
        },
      },
    },
    failures: [
      {
        about: 'a shipment that DHL refuses',
        fault: { kind: 'status', match: ORDER, times: 1, status: 400, body: refusal },
        during: 'buyLabel',
        kind: 'permanent',
        code: 'dhl-parcel-de-400',
      },
      {
        about: 'a purchase that DHL answers with an error of its own',
        fault: { kind: 'status', match: ORDER, times: 1, status: 500 },
        during: 'buyLabel',
        kind: 'in-doubt',
      },
      {
        about: 'a purchase that DHL answers in a way nobody can read',
        fault: { kind: 'status', match: ORDER, times: 1, status: 200, body: '{"items":[]}' },
        during: 'buyLabel',
        kind: 'in-doubt',
      },
    ],
    keptRaw: KEPT_RAW,
    answers: ANSWERS,
    vendorSamples: VENDOR_SAMPLES,
    issuedSecrets: (state) => (state as ParcelDeState).tokens,
  },
];
