import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auth, type Client } from '../../../connectors/fedex/client.ts';
import { trackingStatus, transitDaysOf } from '../../../connectors/fedex/codes.ts';
import { boughtLabel, clientOf, labelRequest, TORONTO } from '../../../connectors/fedex/conformance/labels.ts';
import { fedex } from '../../../connectors/fedex/index.ts';
import { findShipment } from '../../../connectors/fedex/lookUp.ts';
import { moneyOf } from '../../../connectors/fedex/money.ts';
import { Settings } from '../../../connectors/fedex/settings.ts';
import { shipRequest } from '../../../connectors/fedex/shipRequest.ts';
import { startFedexSimulator } from '../../../connectors/fedex/simulator.ts';
import { trackingOf } from '../../../connectors/fedex/tracking.ts';
import { unwrap } from '../../../connectors/kit/conformance/trial.ts';
import type { Exchange } from '../../../connectors/kit/http.ts';
import type { Simulator } from '../../../connectors/kit/simulator.ts';
import type { LabelRequest } from '../../../core/documents/index.ts';

const ENTERED = { apiKey: 'key', secretKey: 'secret', accountNumber: '510087860' };
const settings = Settings.parse(ENTERED);
const signal = AbortSignal.timeout(30_000);

describe('settings', () => {
  test('an account that is acted for needs its child key and secret, which go into the form', () => {
    expect(Settings.safeParse({ ...ENTERED, grantType: 'csp_credentials', childKey: 'c' }).success).toBe(false);
    const entered = Settings.parse({ ...ENTERED, grantType: 'csp_credentials', childKey: 'c', childSecret: 's' });
    expect(auth(entered)).toMatchObject({
      credentialsIn: 'form',
      more: { grant_type: 'csp_credentials', child_Key: 'c', child_secret: 's' },
    });
  });
});

describe('a shipment in the words of FedEx', () => {
  const said = (more: Partial<LabelRequest>, entered: object = {}, reference = 'r-1') =>
    shipRequest(labelRequest(reference, more), { ...settings, ...entered }, reference);

  test('from the US parcels are told in pounds and inches, rounded up, and all carry the reference', () => {
    const parcels = [{ weightGrams: 454 }, { weightGrams: 1000, lengthMm: 100, widthMm: 300, heightMm: 255 }];
    const to = { ...labelRequest('').to, phone: '212 555 0100' };
    expect(unwrap(said({ parcels, to }))(undefined)).toMatchObject({
      requestedShipment: {
        serviceType: 'FEDEX_GROUND',
        totalWeight: 3.3,
        totalPackageCount: 2,
        requestedPackageLineItems: [
          { sequenceNumber: 1, weight: { units: 'LB', value: 1.1 }, customerReferences: [{ value: 'r-1' }] },
          {
            weight: { units: 'LB', value: 2.3 },
            dimensions: { length: 12, width: 11, height: 4, units: 'IN' },
            customerReferences: [{ value: 'r-1' }],
          },
        ],
      },
    });
  });

  test('a recipient without a phone gets that of the account, and without one the fault says where it is missing', () => {
    const ours = unwrap(said({}, { shipperPhone: '+1 901 369 3600' }))(undefined);
    expect(ours).toMatchObject({ requestedShipment: { recipients: [{ contact: { phoneNumber: '9013693600' } }] } });
    expect(said({})).toMatchObject({ ok: false, error: { code: 'address-incomplete', at: '/to/phone' } });
  });

  test('abroad a service must be named, by the request or the connection', () => {
    expect(said({ to: TORONTO })).toMatchObject({ ok: false, error: { code: 'service-missing' } });
    const named = unwrap(said({ to: TORONTO }, { service: 'FEDEX_2_DAY', serviceAbroad: 'INTERNATIONAL_ECONOMY' }))(
      undefined,
    );
    expect(named).toMatchObject({ requestedShipment: { serviceType: 'INTERNATIONAL_ECONOMY' } });
  });

  test('a reference that would be cut is refused: 30 characters by Ground, 40 by Express', () => {
    const to = TORONTO;
    const reference = 'r'.repeat(31);
    expect(said({ to, service: 'FEDEX_GROUND' }, {}, reference)).toMatchObject({
      error: { code: 'reference-too-long' },
    });
    expect(said({ to, service: 'FEDEX_2_DAY' }, {}, reference).ok).toBe(true);
    expect(said({ to, service: 'FEDEX_2_DAY' }, {}, 'r'.repeat(41)).ok).toBe(false);
  });
});

describe('codes', () => {
  test.each([
    [{ eventType: 'OC' }, 'labelled'],
    [{ eventType: 'PU' }, 'accepted'],
    [{ eventType: 'OD', derivedStatusCode: 'IT' }, 'out-for-delivery'],
    [{ eventType: 'DE', exceptionCode: '007' }, 'failed-attempt'],
    [{ eventType: 'DE', exceptionCode: '03' }, 'exception'],
    [{ eventType: 'DL' }, 'delivered'],
    [{ eventType: 'RS' }, 'exception'],
    [{ eventType: 'CA' }, 'cancelled'],
    [{ eventType: 'ZZ', derivedStatusCode: 'IT' }, 'in-transit'],
    [{ eventType: 'RR' }, 'unrecognised'],
    [{}, 'unrecognised'],
  ] as const)('%o is %s', (scan, status) => {
    expect(trackingStatus(scan)).toBe(status);
  });

  test('days in transit are read from words, and no others', () => {
    expect(['ONE_DAY', 'FOUR_DAYS', 'TWENTY_DAYS', 'SMARTPOST_TRANSIT_DAYS', undefined].map(transitDaysOf)).toEqual([
      1,
      4,
      20,
      undefined,
      undefined,
    ]);
  });

  test("amounts are exact, and FedEx's own currency codes are told in ISO's", () => {
    expect(moneyOf(12.5, 'UKL')).toEqual({ ok: true, value: { minor: 1250, currency: 'GBP' } });
    expect(moneyOf(1200, 'JYE')).toEqual({ ok: true, value: { minor: 1200, currency: 'JPY' } });
    expect(moneyOf(12.345, 'USD').ok).toBe(false);
    expect(moneyOf(12, undefined).ok).toBe(false);
  });
});

describe('tracking', () => {
  const answer = (scanEvents: readonly object[], more: object = {}) => ({
    output: { completeTrackResults: [{ trackResults: [{ scanEvents, ...more }] }] },
  });

  test('a scan whose time has no offset is a fault that names its place', () => {
    const raw = answer([{ date: '2026-02-02T12:01:00', eventType: 'PU' }]);
    expect(trackingOf(raw, '1')).toMatchObject({ ok: false, error: { at: '/scanEvents/0/date' } });
  });

  test('a delivery is expected at the end of its window, where that has an offset', () => {
    const window = (ends: string) => ({ estimatedDeliveryTimeWindow: { window: { ends } } });
    const expected = (ends: string) => unwrap(trackingOf(answer([], window(ends)), '1')).expectedAt;
    expect(expected('2026-02-03T20:00:00-06:00')).toBe('2026-02-04T02:00:00.000Z');
    expect(expected('2026-02-03T20:00:00')).toBeUndefined();
  });

  test('of two parcels that had one number the later one is told', () => {
    const old = { scanEvents: [{ date: '2025-01-01T00:00:00Z', eventType: 'DL' }] };
    const now = { scanEvents: [{ date: '2026-01-01T00:00:00Z', eventType: 'PU' }] };
    const raw = { output: { completeTrackResults: [{ trackResults: [old, now] }] } };
    expect(unwrap(trackingOf(raw, '1')).events.map(({ code }) => code)).toEqual(['PU']);
  });
});

describe('a purchase of unknown outcome', () => {
  let simulator: Simulator;
  beforeAll(async () => {
    simulator = await startFedexSimulator();
  });
  afterAll(() => simulator.close());

  const lookUp = async (reference: string, parcels = 1) => {
    const write = fedex.capabilities.buyLabel;
    if (write?.duplicates.mode !== 'lookupByRef') throw new Error('labels are looked up');
    expect(write.duplicates.settleMs).toBeNull();
    const request = labelRequest(reference, { parcels: Array.from({ length: parcels }, () => ({ weightGrams: 500 })) });
    const key = { reference, idempotencyKey: reference };
    return write.duplicates.landed(clientOf(simulator.settings), unwrap(write.encode(request)), key, signal);
  };

  test('is found by its reference with all its parcels, without the labels that are given only once', async () => {
    const bought = await boughtLabel(simulator, 'many', { parcels: [{ weightGrams: 500 }, { weightGrams: 500 }] });
    const found = unwrap(await lookUp('many', 2));
    expect(found?.externalId).toBe(bought.externalId);
    expect(found?.parcels).toEqual(bought.parcels.map(({ trackingNumber }) => ({ trackingNumber })));
  });

  test('is looked for again while fewer parcels are shown than were bought', async () => {
    await boughtLabel(simulator, 'few');
    expect(await lookUp('few', 2)).toMatchObject({ error: { kind: 'retryable', code: 'parcels-missing' } });
  });

  test('is not there when it was cancelled', async () => {
    const receipt = await boughtLabel(simulator, 'gone');
    const cancel = fedex.capabilities.voidLabel;
    const raw = unwrap(cancel?.encode(receipt));
    unwrap(await cancel?.send(clientOf(simulator.settings), raw, { reference: 'v', idempotencyKey: 'v' }, signal));
    expect(await lookUp('gone')).toEqual({ ok: true, value: null });
  });

  test('that stands twice is for a person to settle', async () => {
    await boughtLabel(simulator, 'twice');
    await boughtLabel(simulator, 'twice');
    expect(await lookUp('twice')).toMatchObject({ error: { kind: 'permanent', code: 'several-shipments' } });
  });

  test('is not taken for another that Track shows beside it', async () => {
    const other = {
      trackingNumberInfo: { trackingNumber: '794900009990' },
      additionalTrackingInfo: { packageIdentifiers: [{ type: 'CUSTOMER_REFERENCE', values: ['mine-2'] }] },
    };
    const body = JSON.stringify({ output: { completeTrackResults: [{ trackResults: [other] }] } });
    simulator.faults.plan({ kind: 'status', match: '/track/v1/referencenumbers', times: 1, status: 200, body });
    expect(await lookUp('mine')).toEqual({ ok: true, value: null });
  });

  test('is looked for up to the day that it was wanted for', async () => {
    const exchanges: Exchange[] = [];
    const client = clientOf(simulator.settings, (exchange) => void exchanges.push(exchange));
    await findShipment(client as Client, labelRequest('later', { shipOn: '2099-12-24' }), 'later', signal);
    expect(exchanges.at(-1)?.request).toMatchObject({
      body: { referencesInformation: { value: 'later', accountNumber: '510087860', shipDateEndDate: '2099-12-24' } },
    });
  });

  test('a refusal of the number that the check asks for proves the credentials, too', async () => {
    const body = JSON.stringify({ errors: [{ code: 'TRACKING.TRACKINGNUMBER.INVALID', message: 'Invalid' }] });
    simulator.faults.plan({ kind: 'status', match: '/track/v1/trackingnumbers', times: 1, status: 400, body });
    expect(await fedex.check(clientOf(simulator.settings), signal)).toMatchObject({
      value: { about: 'FedEx account 510087860 (production)' },
    });
  });
});
