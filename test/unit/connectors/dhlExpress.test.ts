import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkOf } from '../../../connectors/dhl-express/addresses.ts';
import { errors } from '../../../connectors/dhl-express/client.ts';
import { defaultProduct, trackingStatus } from '../../../connectors/dhl-express/codes.ts';
import {
  BERLIN,
  clientOf,
  customs,
  labelRequest,
  NEW_YORK,
  pickupRequest,
} from '../../../connectors/dhl-express/conformance/labels.ts';
import { dhlExpress } from '../../../connectors/dhl-express/index.ts';
import { receiptOf } from '../../../connectors/dhl-express/labels.ts';
import { postalAddressOf } from '../../../connectors/dhl-express/parties.ts';
import { pickupRequest as courier } from '../../../connectors/dhl-express/pickups.ts';
import { plannedTime } from '../../../connectors/dhl-express/plannedTime.ts';
import { quotesOf } from '../../../connectors/dhl-express/rates.ts';
import { locationsOf } from '../../../connectors/dhl-express/servicePoints.ts';
import { Settings } from '../../../connectors/dhl-express/settings.ts';
import { shipRequest } from '../../../connectors/dhl-express/shipRequest.ts';
import { startDhlExpressSimulator } from '../../../connectors/dhl-express/simulator.ts';
import { shipAnswer } from '../../../connectors/dhl-express/simulatorAnswers.ts';
import { trackingOf } from '../../../connectors/dhl-express/tracking.ts';
import { unwrap } from '../../../connectors/kit/conformance/trial.ts';
import { faultByTable } from '../../../connectors/kit/errorTable.ts';
import type { Simulator } from '../../../connectors/kit/simulator.ts';
import type { LabelRequest } from '../../../core/documents/index.ts';
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

  test('on a later day is its noon, and on the same day still an hour later', () => {
    const now = '2026-03-28T08:00:00.000Z' as Instant;
    expect(plannedTime(now, 'Europe/Berlin', '2026-03-30')).toBe('2026-03-30T12:00:00 GMT+02:00');
    expect(plannedTime(now, 'Europe/Berlin', '2026-03-28')).toBe('2026-03-28T10:00:00 GMT+01:00');
  });
});

test.each([
  ['DE', 'DE', 'N'],
  ['DE', 'FR', 'U'],
  ['DE', 'GB', 'P'],
  ['CH', 'DE', 'P'],
])('goods from %s to %s go by %s', (from, to, product) => {
  expect(defaultProduct({ country: from }, { country: to })).toBe(product);
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

const whole = unwrap(dhlExpress.capabilities.buyLabel?.encode(labelRequest('r', { to: NEW_YORK, customs: customs() })));
const settings = Settings.parse({
  username: 'user',
  password: 'pass',
  accountNumber: '123',
  phone: '1',
  timeZone: 'Europe/Berlin',
});
const NOW = '2026-06-01T08:00:00.000Z' as Instant;
const shipped = (more: Parameters<typeof labelRequest>[1]) =>
  shipRequest({ ...(whole as LabelRequest), ...more }, settings, 'r-1', NOW);

test('goods abroad are declared line by line, with an invoice that DHL draws', () => {
  const { content, outputImageProperties, productCode } = unwrap(shipped({}));
  expect(productCode).toBe('P');
  expect(content).toMatchObject({
    isCustomsDeclarable: true,
    declaredValue: 25,
    declaredValueCurrency: 'EUR',
    description: 'Stoneware mug',
    incoterm: 'DAP',
    exportDeclaration: {
      invoice: { number: 'INV-1', date: '2026-06-01' },
      exportReasonType: 'commercial_purpose_or_sale',
      lineItems: [{ price: 12.5, quantity: { value: 2 }, manufacturerCountry: 'DE', weight: { netValue: 0.76 } }],
    },
  });
  expect(outputImageProperties.imageOptions).toContainEqual(expect.objectContaining({ typeCode: 'invoice' }));
});

test('duties go to the account of a sender who pays them, and own papers go with the data', () => {
  const papers = [{ kind: 'proforma-invoice' as const, format: 'PDF' as const, base64: 'JVBERi0=' }];
  const request = unwrap(shipped({ customs: customs({ incoterm: 'DDP', papers }), saturdayDelivery: true }));
  expect(request.accounts.map(({ typeCode }) => typeCode)).toEqual(['shipper', 'duties-taxes']);
  expect(request.valueAddedServices?.map(({ serviceCode }) => serviceCode)).toEqual(['AA', 'DD', 'WY']);
  expect(request.documentImages).toEqual([{ typeCode: 'PNV', imageFormat: 'PDF', content: 'JVBERi0=' }]);
  expect(request.outputImageProperties.imageOptions).toHaveLength(1);
});

test('documents need no declaration, and go by their own product', () => {
  const request = unwrap(shipped({ customs: customs({ contents: 'documents', lines: [] }) }));
  expect(request.productCode).toBe('D');
  expect(request.content.isCustomsDeclarable).toBe(false);
});

const [mug] = customs()?.lines ?? [];
test.each([
  [{ customs: customs({ lines: [] }) }, '/customs/lines'],
  [{ customs: customs({ lines: [{ ...mug, originCountry: undefined } as never] }) }, '/customs/lines/0/originCountry'],
  [
    { customs: customs({ lines: [{ ...mug, unitWeightGrams: undefined } as never] }) },
    '/customs/lines/0/unitWeightGrams',
  ],
  [{ customs: customs({ papers: [{ kind: 'other', format: 'PDF', base64: 'JVBERi0=' }] }) }, '/customs/papers/0'],
  [{ customs: customs(), signature: 'adult' as const }, '/signature'],
  [{ customs: customs(), returnLabel: true }, '/returnLabel'],
  [{ customs: customs(), insuredValueMinor: 100 }, '/currency'],
  [{ customs: customs(), collectAt: 'TOO-LONG' }, '/collectAt'],
])('what DHL Express cannot do is refused at its place (%#)', (more, at) => {
  const request = labelRequest('r', { to: NEW_YORK, ...more });
  expect(dhlExpress.capabilities.buyLabel?.encode(request)).toMatchObject({
    ok: false,
    error: { kind: 'permanent', at },
  });
});

test('a number that DHL has no one name for is refused before anything is bought', () => {
  const ids = [{ kind: 'national' as const, number: '1' }];
  expect(shipped({ customs: customs({ importerTaxIds: ids }) })).toMatchObject({
    error: { code: 'tax-id-unsupported', at: '/customs/importerTaxIds/0/kind' },
  });
});

test('a courier comes for the parcels of each service, with their weight spread over them', () => {
  const parcels = [{ count: 3, weightGrams: 1000, country: 'US' }];
  const request = pickupRequest('p-1', { parcels, closesAt: '24:00', instructions: 'x'.repeat(90) });
  expect(unwrap(courier(request, settings, 'p-1'))).toMatchObject({
    plannedPickupDateAndTime: '2026-06-02T09:00:00 GMT+02:00',
    closeTime: '23:59',
    remark: 'p-1',
    specialInstructions: [{ value: 'x'.repeat(80) }, { value: 'x'.repeat(10) }],
    shipmentDetails: [
      { productCode: 'P', isCustomsDeclarable: true, packages: [0, 1, 2].map(() => ({ weight: 0.334 })) },
    ],
  });
});

test.each([
  [[{ countryCode: 'FR', postalCode: '75001', cityName: 'PARIS' }], 'valid', 0],
  [[{ countryCode: 'FR', postalCode: '75002', cityName: 'PARIS' }], 'corrected', 1],
  [['75002', '75003'].map((postalCode) => ({ countryCode: 'FR', postalCode, cityName: 'PARIS' })), 'ambiguous', 2],
  [[], 'not-found', 0],
])('an address among %j is %s', (address, verdict, candidates) => {
  const check = unwrap(checkOf({ address }, { city: 'Paris', postalCode: '75001', country: 'FR' }));
  expect([check.verdict, check.candidates.length]).toEqual([verdict, candidates]);
});

test('service points tell their hours by weekday, and those without a place on it are left out', () => {
  const point = (openingHours: readonly object[]) => ({
    servicePoints: [{ facilityId: 'BER001', address: {}, openingHours: { openingHours }, distanceMetric: null }],
  });
  const hours = [
    { dayOfWeek: 'SATURDAY', openingTime: 540, closingTime: 1440 },
    { dayOfWeek: 'HOLIDAY', openingTime: 540, closingTime: 600 },
  ];
  expect(unwrap(locationsOf(point(hours)))).toMatchObject([
    { externalId: 'BER001', kind: 'other', hours: [{ weekday: 6, opens: '09:00', closes: '24:00' }] },
  ]);
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
  hasInvoice: false,
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
