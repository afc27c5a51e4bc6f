import type { LabelReceipt } from '../../core/documents/index.ts';
import type { ConformanceSubject } from '../kit/conformance/subject.ts';
import { SHIPPING } from './client.ts';
import { ANSWERS, KEPT_RAW, VENDOR_SAMPLES } from './conformance/answers.ts';
import { boughtLabel, labelRequest } from './conformance/labels.ts';
import { dhlParcelDe } from './index.ts';
import { startDhlParcelDeSimulator } from './simulator.ts';
import { listed, refusedItem } from './simulatorAnswers.ts';
import type { ParcelDeState } from './simulatorWorld.ts';

const refusal = JSON.stringify(listed([refusedItem('consignee.postalCode', 'The postal code is not known')]));
const ORDER = `POST ${SHIPPING}/orders`;

export const subjects: readonly ConformanceSubject[] = [
  {
    connector: dhlParcelDe,
    startSimulator: startDhlParcelDeSimulator,
    messages: {},
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
    },
    asks: {
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
