import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkOf } from '../../../connectors/fedex/addressCheck.ts';
import {
  BERLIN,
  boughtLabel,
  CUSTOMS,
  clientOf,
  dayToClose,
  INVOICE,
  labelRequest,
  MEMPHIS,
  NEW_YORK,
  pickupRequest,
  TORONTO,
} from '../../../connectors/fedex/conformance/labels.ts';
import { fedex } from '../../../connectors/fedex/index.ts';
import { locationsOf } from '../../../connectors/fedex/locations.ts';
import { rateRequest } from '../../../connectors/fedex/rates.ts';
import { Settings } from '../../../connectors/fedex/settings.ts';
import { checkRequest, serviceOf, shipRequest } from '../../../connectors/fedex/shipRequest.ts';
import { startFedexSimulator } from '../../../connectors/fedex/simulator.ts';
import { tracking } from '../../../connectors/fedex/webhook.ts';
import { unwrap } from '../../../connectors/kit/conformance/trial.ts';
import type { Simulator } from '../../../connectors/kit/simulator.ts';
import type { LabelRequest } from '../../../core/documents/index.ts';

const settings = Settings.parse({
  apiKey: 'k',
  secretKey: 's',
  accountNumber: '510087860',
  shipperPhone: '9013693600',
});
const signal = AbortSignal.timeout(30_000);
type Shipped = { readonly requestedShipment: Readonly<Record<string, unknown>> };
const shipped = (more: Partial<LabelRequest>): Shipped['requestedShipment'] => {
  const request = labelRequest('r-1', { service: 'FEDEX_2_DAY', ...more });
  return (unwrap(shipRequest(request, settings, 'r-1'))(undefined) as Shipped).requestedShipment;
};

describe('customs', () => {
  test("are told the goods in FedEx's currency codes, with duties by the delivery terms", () => {
    expect(shipped({ to: TORONTO, customs: CUSTOMS })).toMatchObject({
      shipper: { tins: [{ number: '12-3456789', tinType: 'FEDERAL' }] },
      recipients: [{ tins: [{ number: '123456789RT0001', tinType: 'BUSINESS_NATIONAL' }] }],
      customsClearanceDetail: {
        dutiesPayment: { paymentType: 'SENDER' },
        totalCustomsValue: { amount: 15.98, currency: 'UKL' },
        commodities: [
          {
            harmonizedCode: '691200',
            countryOfManufacture: 'PT',
            quantity: 2,
            unitPrice: { amount: 7.99, currency: 'UKL' },
            customsValue: { amount: 15.98, currency: 'UKL' },
            weight: { units: 'LB', value: 1.67 },
          },
        ],
        commercialInvoice: {
          shipmentPurpose: 'SOLD',
          termsOfSale: 'DDP',
          customerReferences: [{ customerReferenceType: 'INVOICE_NUMBER', value: 'INV-1042' }],
        },
      },
      shippingDocumentSpecification: { shippingDocumentTypes: ['COMMERCIAL_INVOICE'] },
    });
    expect(shipped({ to: TORONTO, customs: { ...CUSTOMS, incoterm: 'DAP' } })).toMatchObject({
      customsClearanceDetail: { dutiesPayment: { paymentType: 'RECIPIENT' } },
    });
  });

  test.each([
    ['originCountry', '/customs/lines/0/originCountry'],
    ['unitWeightGrams', '/customs/lines/0/unitWeightGrams'],
  ])('goods without %s are refused before anything is sent, by their place', (field, at) => {
    const [line] = CUSTOMS.lines;
    const lines = [{ ...line, [field]: undefined }] as typeof CUSTOMS.lines;
    const request = labelRequest('r-1', { to: TORONTO, customs: { ...CUSTOMS, lines } });
    expect(checkRequest(request)).toMatchObject({ ok: false, error: { code: 'customs-incomplete', at } });
  });

  test('papers alone are one commodity without a value, and get no invoice', () => {
    const papers = shipped({ to: TORONTO, customs: { ...CUSTOMS, contents: 'documents', lines: [] } });
    expect(papers).toMatchObject({
      customsClearanceDetail: { isDocumentOnly: true, commodities: [{ description: 'DOCUMENTS' }] },
    });
    expect(papers).not.toHaveProperty('shippingDocumentSpecification');
  });
});

describe('options', () => {
  test('are told where FedEx has them, and what it answers for is shared out to the cent', () => {
    const parcels = [{ weightGrams: 500 }, { weightGrams: 500 }, { weightGrams: 500 }];
    const asked = { parcels, insuredValueMinor: 10_000, currency: 'USD', signature: 'adult' as const };
    const { requestedPackageLineItems: items, ...shipment } = shipped({
      ...asked,
      saturdayDelivery: true,
      collectAt: 'YBZA',
    });
    expect(shipment).toMatchObject({
      totalDeclaredValue: { amount: 100, currency: 'USD' },
      shipmentSpecialServices: {
        specialServiceTypes: ['SATURDAY_DELIVERY', 'HOLD_AT_LOCATION'],
        holdAtLocationDetail: { locationId: 'YBZA' },
      },
    });
    const declared = (items as { declaredValue: { amount: number } }[]).map(
      ({ declaredValue }) => declaredValue.amount,
    );
    expect(declared.toSorted()).toEqual([33.33, 33.33, 33.34]);
    expect(items).toMatchObject([{ packageSpecialServices: { signatureOptionType: 'ADULT' } }, {}, {}]);
  });

  test('a home inside the US is served by Ground Home Delivery', () => {
    expect(serviceOf(labelRequest('r'), settings)).toBe('FEDEX_GROUND');
    expect(serviceOf(labelRequest('r', { residential: true }), settings)).toBe('GROUND_HOME_DELIVERY');
  });

  test('a return from abroad is refused, for prices as for labels', () => {
    const request = labelRequest('r', { from: TORONTO, to: MEMPHIS, returnLabel: true });
    expect(checkRequest(request)).toMatchObject({ error: { code: 'option-unsupported', at: '/returnLabel' } });
    expect(rateRequest(request, settings)).toMatchObject({ error: { code: 'option-unsupported' } });
  });
});

describe('addresses and locations', () => {
  const address = (more: object, attributes: object = {}) => ({
    output: {
      resolvedAddresses: [
        {
          streetLinesToken: ['350 5TH AVE'],
          city: 'NEW YORK',
          stateOrProvinceCode: 'NY',
          countryCode: 'US',
          parsedPostalCode: { base: '10118', addOn: '0110' },
          classification: 'BUSINESS',
          ...more,
          attributes: { AddressType: 'STANDARDIZED', Resolved: 'true', CountrySupported: true, ...attributes },
        },
      ],
    },
  });
  const verdict = (more: object, attributes?: object) => unwrap(checkOf(address(more, attributes), NEW_YORK)).verdict;

  test('an address is valid when it differs in letters alone, and corrected when in more', () => {
    expect(verdict({})).toBe('valid');
    expect(verdict({ city: 'BROOKLYN' })).toBe('corrected');
    expect(unwrap(checkOf(address({}), NEW_YORK))).toMatchObject({
      classification: 'business',
      candidates: [{ line1: '350 5TH AVE', postalCode: '10118-0110', country: 'US' }],
    });
  });

  test.each([
    ['unchecked', { AddressType: 'RAW' }],
    ['unchecked', { CountrySupported: 'false' }],
    ['not-found', { AddressType: 'NORMALIZED' }],
    ['not-found', { Resolved: 'false' }],
    ['ambiguous', { MultipleMatches: 'true' }],
    ['ambiguous', { SuiteRequiredButMissing: true }],
  ])('it is %s by %o', (expected, attributes) => {
    expect(verdict({}, attributes)).toBe(expected);
  });

  test('a location has its hours, and one without an address is left out', () => {
    const hours = [
      {
        dayofweek: 'MONDAY',
        operationalHoursType: 'OPEN_BY_HOURS',
        operationalHours: { begins: '09:00:00', ends: '18:30:00' },
      },
      { dayofweek: 'SUNDAY', operationalHoursType: 'CLOSED_ALL_DAY' },
    ];
    const place = {
      locationId: 'A',
      distance: { units: 'MI', value: 2 },
      contactAndAddress: { address: {} },
      storeHours: hours,
    };
    const raw = { output: { locationDetailList: [place, { locationId: 'B' }] } };
    expect(unwrap(locationsOf(raw))).toMatchObject([
      {
        externalId: 'A',
        kind: 'other',
        distanceMetres: 3219,
        hours: [{ weekday: 1, opens: '09:00', closes: '18:30' }],
      },
    ]);
  });
});

describe('at the simulator', () => {
  let simulator: Simulator;
  beforeAll(async () => {
    simulator = await startFedexSimulator();
  });
  afterAll(() => simulator.close());
  const key = { reference: 'k', idempotencyKey: 'k' };
  const schedule = async (more: Parameters<typeof pickupRequest>[1]) => {
    const write = fedex.capabilities.schedulePickup;
    const raw = write?.encode(pickupRequest('p', more));
    return raw?.ok ? write?.send(clientOf(simulator.settings), raw.value, key, signal) : raw;
  };

  test('a shipment abroad comes back with the invoice that FedEx made, or goes with our own', async () => {
    const made = await boughtLabel(simulator, 'abroad', { to: TORONTO, customs: CUSTOMS });
    expect(made.documents).toMatchObject([{ kind: 'commercial-invoice', format: 'PDF', copies: 3 }]);
    const own = await boughtLabel(simulator, 'own', { to: TORONTO, customs: { ...CUSTOMS, papers: [INVOICE] } });
    expect(own.documents).toBeUndefined();
    const odd = labelRequest('odd', { to: TORONTO, customs: { ...CUSTOMS, papers: [{ ...INVOICE, format: 'HTML' }] } });
    const buy = fedex.capabilities.buyLabel;
    const refused = await buy?.send(clientOf(simulator.settings), odd, key, signal);
    expect(refused).toMatchObject({ error: { code: 'paper-format', at: '/customs/papers/0' } });
  });

  test('a pickup on a day on which nobody comes is refused, with the hour until which they do', async () => {
    expect(await schedule({ date: '2026-12-25' })).toMatchObject({
      error: { code: 'pickup-unavailable', message: expect.stringContaining('17:00:00') },
    });
    expect(await schedule({})).toMatchObject({ ok: true, value: { location: 'COSA', division: 'FDXE' } });
  });

  test('Express and Ground are two pickups', async () => {
    const parcels = ['FEDEX_GROUND', 'FEDEX_2_DAY'].map((service) => ({ count: 1, weightGrams: 500, service }));
    expect(await schedule({ parcels })).toMatchObject({ error: { code: 'two-networks' } });
  });

  test('a close of unknown outcome is known by the report for a parcel of its own, and by no other', async () => {
    const close = fedex.capabilities.closeDay;
    if (close?.duplicates.mode !== 'lookupByRef') throw new Error('a close is looked up');
    const client = clientOf(simulator.settings);
    const day = await dayToClose(simulator, 'day');
    expect(await close.duplicates.landed(client, day, key, signal)).toEqual({ ok: true, value: null });
    const sent = unwrap(await close.send(client, day, key, signal));
    expect(sent.papers).toMatchObject([{ kind: 'manifest', format: 'TEXT', copies: 1 }]);
    expect(await close.duplicates.landed(client, day, key, signal)).toEqual({ ok: true, value: sent });
    const later = await dayToClose(simulator, 'later');
    expect(await close.duplicates.landed(client, later, key, signal)).toEqual({ ok: true, value: null });
    expect(await close.duplicates.landed(client, { ...day, trackingNumbers: [] }, key, signal)).toMatchObject({
      value: null,
    });
  });
});

test('a message of no parcel is ignored by name, and one needs the token to be let in', () => {
  expect(tracking.decode({ output: {} })).toMatchObject({ value: { kind: 'ignored' } });
  const request = {
    headers: new Map([['fdx-signature', 'x']]),
    body: new Uint8Array(),
    receivedAt: '2026-06-01T00:00:00.000Z',
  };
  expect(fedex.webhook?.verify(request as never, settings)).toMatchObject({ error: { code: 'no-webhook-token' } });
  expect(checkRequest(labelRequest('r', { from: BERLIN })).ok).toBe(true);
});
