import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { errors } from '../../../connectors/dhl-express/client.ts';
import { crossesCustoms, defaultProduct, trackingStatus } from '../../../connectors/dhl-express/codes.ts';
import {
  BERLIN,
  clientOf,
  labelRequest,
  NEW_YORK,
  unwrap,
} from '../../../connectors/dhl-express/conformance/labels.ts';
import { dhlExpress } from '../../../connectors/dhl-express/index.ts';
import { receiptOf } from '../../../connectors/dhl-express/labels.ts';
import { postalAddressOf } from '../../../connectors/dhl-express/parties.ts';
import { plannedTime } from '../../../connectors/dhl-express/plannedTime.ts';
import { quotesOf } from '../../../connectors/dhl-express/rates.ts';
import { startDhlExpressSimulator } from '../../../connectors/dhl-express/simulator.ts';
import { shipAnswer } from '../../../connectors/dhl-express/simulatorAnswers.ts';
import { trackingOf } from '../../../connectors/dhl-express/tracking.ts';
import { faultByTable } from '../../../connectors/kit/errorTable.ts';
import type { Simulator } from '../../../connectors/kit/simulator.ts';
import type { Instant } from '../../../core/shared/ids.ts';

const signal = AbortSignal.timeout(20_000);

describe('the time at which a shipment is given to DHL', () => {
  test.each([
    ['2026-01-18T15:00:00.250Z', 'Europe/Berlin', '2026-01-18T17:00:00 GMT+01:00'],
    ['2026-06-30T23:30:00.000Z', 'America/St_Johns', '2026-06-30T22:00:00 GMT-02:30'],
    ['2026-06-30T23:30:00.000Z', 'UTC', '2026-07-01T00:30:00 GMT+00:00'],
  ])('at %s in %s is an hour later, %s', (now, zone, text) => {
    expect(plannedTime(now as Instant, zone)).toBe(text);
  });
});

test.each([
  ['DE', 'DE', false, 'N'],
  ['DE', 'FR', false, 'U'],
  ['DE', 'GB', true, 'P'],
  ['CH', 'DE', true, 'P'],
])('goods from %s to %s cross a border of customs: %s, and go by %s', (from, to, crosses, product) => {
  expect(crossesCustoms(from, to)).toBe(crosses);
  expect(defaultProduct(from, to)).toBe(product);
});

test.each([
  ['DUMMY_PU', 'labelled'],
  ['PU', 'accepted'],
  ['wc ', 'out-for-delivery'],
  ['OK', 'delivered'],
  ['NH', 'failed-attempt'],
  ['RT', 'returned-to-sender'],
  ['OH', 'exception'],
  ['CS', 'unrecognised'],
  ['ZZ', 'unrecognised'],
])('the checkpoint %j means %s', (code, status) => {
  expect(trackingStatus(code)).toBe(status);
});

test.each([
  [{ ...BERLIN, line1: undefined }, '/to/line1'],
  [{ ...BERLIN, city: 'x'.repeat(46) }, '/to/city'],
  [{ ...BERLIN, postalCode: '1'.repeat(13) }, '/to/postalCode'],
  [{ ...BERLIN, line1: 'street '.repeat(25) }, '/to/line1'],
  [{ ...BERLIN, country: undefined }, '/to/country'],
])('an address that DHL would not take is refused at its place (%#)', (address, at) => {
  expect(postalAddressOf(address as never, '/to')).toMatchObject({ ok: false, error: { kind: 'permanent', at } });
});

test('goods that cross a border of customs are not sent without customs data', () => {
  expect(dhlExpress.capabilities.buyLabel?.encode(labelRequest('r', { to: NEW_YORK }))).toMatchObject({
    ok: false,
    error: { code: 'customs-missing', at: '/customs' },
  });
});

test.each([
  [400, { detail: '8003: Account not allowed', status: '400' }, 'dhl-express-8003', '8003: Account not allowed'],
  [
    400,
    { detail: 'Bad', additionalDetails: ['7120: a', '7127: b'], status: 400 },
    'dhl-express-7120',
    '7120: a; 7127: b',
  ],
  [404, { detail: '996: none', status: '404' }, 'dhl-express-404', '996: none'],
  [422, { detail: '#/content: missing', status: '422' }, 'dhl-express-422', '#/content: missing'],
])('an error of status %i is named by its code (%#)', (status, body, code, message) => {
  expect(faultByTable(errors, { status, headers: new Map(), body })).toMatchObject({
    kind: 'permanent',
    code,
    message,
  });
});

test('a product without a price of the account is no quote, and a price finer than a cent is a fault', () => {
  const product = (price: number, priceCurrency?: string) => ({
    productCode: 'P',
    totalPrice: [{ currencyType: 'BILLC', price, ...(priceCurrency ? { priceCurrency } : {}) }],
  });
  expect(unwrap(quotesOf({ products: [product(0), product(19.9, 'EUR')] }))).toMatchObject([{ chargeMinor: 1990 }]);
  expect(quotesOf({ products: [product(19.999, 'EUR')] })).toMatchObject({
    ok: false,
    error: { at: '/products/0/totalPrice' },
  });
});

const shipment = {
  waybill: '1000000015',
  reference: 'r',
  encoding: 'pdf',
  product: 'P',
  createdMs: 0,
  from: { city: 'A', country: 'DE' },
  to: { city: 'B', country: 'DE' },
};

test('a single parcel goes by the waybill, several by their own numbers, each with its label', () => {
  expect(unwrap(receiptOf('P', shipAnswer({ ...shipment, pieces: ['JD1'] })))).toMatchObject({
    externalId: '1000000015',
    parcels: [{ trackingNumber: '1000000015' }],
  });
  const { parcels } = unwrap(receiptOf('P', shipAnswer({ ...shipment, pieces: ['JD1', 'JD2'] })));
  const texts = parcels.map(({ label }) => Buffer.from(label?.base64 ?? '', 'base64').toString('latin1'));
  expect(parcels.map(({ trackingNumber }) => trackingNumber)).toEqual(['JD1', 'JD2']);
  expect(texts.map((text) => /label of (\w+)/.exec(text)?.[1])).toEqual(['JD1', 'JD2']);
});

test('times without an offset are read in the declared zone', () => {
  const event = { date: '2026-06-01', time: '10:00:00', typeCode: 'PU' };
  const raw = { shipments: [{ shipmentTrackingNumber: '1', events: [event, { ...event, GMTOffset: '+09:00' }] }] };
  expect(unwrap(trackingOf(raw, '1', 'Europe/Berlin')).events.map(({ at }) => at)).toEqual([
    '2026-06-01T01:00:00.000Z',
    '2026-06-01T08:00:00.000Z',
  ]);
});

describe('a look-up by reference', () => {
  let simulator: Simulator;
  beforeAll(async () => {
    simulator = await startDhlExpressSimulator();
  });
  afterAll(() => simulator.close());

  test('does not choose between two shipments, and finds none where there is none', async () => {
    const write = dhlExpress.capabilities.buyLabel;
    if (write?.duplicates.mode !== 'lookupByRef') throw new Error('labels are looked up');
    const client = clientOf(simulator.settings);
    const raw = unwrap(write.encode(labelRequest('twice')));
    const key = { reference: 'twice', idempotencyKey: 'twice' };
    expect(await write.duplicates.landed(client, raw, key, signal)).toEqual({ ok: true, value: null });
    for (const _ of [1, 2]) unwrap(await write.send(client, raw, key, signal));
    expect(await write.duplicates.landed(client, raw, key, signal)).toMatchObject({
      ok: false,
      error: { code: 'several-shipments' },
    });
    expect(write.duplicates.settleMs).toBeNull();
  });
});
