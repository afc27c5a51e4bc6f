import type { PickupReceipt } from '../../core/documents/index.ts';
import type { ConformanceSubject } from '../kit/conformance/subject.ts';
import { ANSWERS, KEPT_RAW, VENDOR_SAMPLES } from './conformance/answers.ts';
import { BERLIN, bookedPickup, boughtLabel, labelRequest, PARIS, pickupRequest } from './conformance/labels.ts';
import { dhlExpress } from './index.ts';
import { startDhlExpressSimulator } from './simulator.ts';
import { failure } from './simulatorAnswers.ts';
import type { ExpressState } from './simulatorWorld.ts';

const refusal = JSON.stringify(failure(400, 'Bad request', '7008: The requested service is not available'));

export const subjects: readonly ConformanceSubject[] = [
  {
    connector: dhlExpress,
    startSimulator: startDhlExpressSimulator,
    messages: {},
    writes: {
      buyLabel: {
        document: (n) => labelRequest(`label-${n}`),
        commits: ['POST /shipments'],
        count: (state, { reference }) =>
          (state as ExpressState).shipments.filter((shipment) => shipment.reference === reference).length,
      },
      schedulePickup: {
        document: (n) => pickupRequest(`pickup-${n}`),
        commits: ['POST /pickups'],
        count: (state, { reference }) =>
          (state as ExpressState).pickups.filter((pickup) => pickup.reference === reference).length,
      },
      cancelPickup: {
        document: (n, simulator) => bookedPickup(simulator, `cancel-${n}`),
        commits: ['DELETE /pickups'],
        count: (state, _key, document) => {
          const { externalId } = document as PickupReceipt;
          return (state as ExpressState).pickups.filter((each) => each.number === externalId && each.isCancelled)
            .length;
        },
      },
    },
    asks: {
      validateAddress: { query: () => ({ address: PARIS }) },
      findLocations: {
        query: () => ({ near: BERLIN, purpose: 'collect', radiusMetres: 10_000, limit: 10 }),
      },
      quoteRates: { query: () => labelRequest('rates') },
      track: {
        async query(simulator) {
          const parcels = [{ weightGrams: 500 }, { weightGrams: 700 }];
          const receipt = await boughtLabel(simulator, 'tracked', { parcels });
          return { trackingNumber: receipt.parcels[1]?.trackingNumber ?? '' };
        },
      },
    },
    failures: [
      {
        about: 'a shipment that DHL refuses',
        fault: { kind: 'status', match: 'POST /shipments', times: 1, status: 400, body: refusal },
        during: 'buyLabel',
        kind: 'permanent',
        code: 'dhl-express-7008',
      },
      {
        about: 'a purchase that DHL answers with an error of its own',
        fault: { kind: 'status', match: 'POST /shipments', times: 1, status: 500 },
        during: 'buyLabel',
        kind: 'in-doubt',
      },
      {
        about: 'a purchase that DHL answers in a way nobody can read',
        fault: { kind: 'status', match: 'POST /shipments', times: 1, status: 201, body: '{"packages":[]}' },
        during: 'buyLabel',
        kind: 'in-doubt',
      },
    ],
    keptRaw: KEPT_RAW,
    answers: ANSWERS,
    vendorSamples: VENDOR_SAMPLES,
  },
];
