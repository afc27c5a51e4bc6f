import { describe, expect, test } from 'vitest';
import { receiptOf as closingReceipt } from '../../../connectors/dhl-parcel-de/closing.ts';
import {
  BONN,
  HAMBURG,
  labelRequest,
  NEW_YORK,
  pickupRequest,
} from '../../../connectors/dhl-parcel-de/conformance/labels.ts';
import { dhlParcelDe } from '../../../connectors/dhl-parcel-de/index.ts';
import { locationsOf } from '../../../connectors/dhl-parcel-de/locations.ts';
import { orderRequest } from '../../../connectors/dhl-parcel-de/orderRequest.ts';
import { pickupOrder } from '../../../connectors/dhl-parcel-de/pickups.ts';
import { returnRequest } from '../../../connectors/dhl-parcel-de/returns.ts';
import { Settings } from '../../../connectors/dhl-parcel-de/settings.ts';
import { trialCustoms as customs, unwrap } from '../../../connectors/kit/conformance/trial.ts';

const settings = Settings.parse({
  apiKey: 'key1',
  apiSecret: 'secret1',
  username: 'user1',
  password: 'pass1',
  billingNumbers: '33333333330102, 33333333335301',
});

describe('goods that cross a border of customs', () => {
  const abroad = (more: Parameters<typeof labelRequest>[1] = {}) =>
    orderRequest(labelRequest('r-1', { to: NEW_YORK, customs: customs(), ...more }), settings, 'r-1');

  test('are declared line by line, and each parcel has a declaration of its own', () => {
    expect(unwrap(abroad()).shipments[0]?.customs).toEqual({
      exportType: 'COMMERCIAL_GOODS',
      invoiceNo: 'INV-1',
      postalCharges: { currency: 'EUR', value: 0 },
      items: [
        {
          itemDescription: 'Stoneware mug',
          countryOfOrigin: 'DEU',
          hsCode: '691200',
          packagedQuantity: 2,
          itemValue: { currency: 'EUR', value: 12.5 },
          itemWeight: { uom: 'g', value: 380 },
        },
      ],
    });
    const [mug] = customs().lines;
    if (!mug) throw new Error('no line');
    const lines = [
      { ...mug, parcel: 1 },
      { ...mug, parcel: 0, description: 'Plate' },
    ];
    const { shipments } = unwrap(
      abroad({ parcels: [{ weightGrams: 500 }, { weightGrams: 600 }], customs: customs({ lines }) }),
    );
    expect(shipments.map((each) => each.customs?.items[0]?.itemDescription)).toEqual(['Plate', 'Stoneware mug']);
  });

  test('are paid duty for by a service, or by the condition of a Europaket', () => {
    const ddp = { customs: customs({ incoterm: 'DDP', reason: 'other', reasonText: 'Exhibits' }) };
    const [parcel] = unwrap(abroad(ddp)).shipments;
    expect(parcel?.services).toEqual({ postalDeliveryDutyPaid: true });
    expect(parcel?.customs).toMatchObject({ exportType: 'OTHER', exportDescription: 'Exhibits' });
    const europaket = { ...settings, billingNumbers: '33333333335401' };
    const [other] = unwrap(
      orderRequest(labelRequest('r-1', { to: NEW_YORK, service: 'V54EPAK', ...ddp }), europaket, 'r-1'),
    ).shipments;
    expect(other?.services).toBeUndefined();
    expect(other?.customs?.shippingConditions).toBe('DDP');
  });

  test.each([
    [{ customs: undefined }, '/customs'],
    [{ customs: customs({ lines: [] }) }, '/customs/lines'],
    [{ parcels: [{ weightGrams: 1 }, { weightGrams: 1 }] }, '/customs/lines/0/parcel'],
    [{ customs: customs({ importer: NEW_YORK }) }, '/customs/importer'],
    [{ customs: customs({ insuranceMinor: 1 }) }, '/customs/insuranceMinor'],
    [
      { customs: customs({ exporterTaxIds: ['1', '2'].map((number) => ({ kind: 'vat' as const, number })) }) },
      '/customs/exporterTaxIds/1',
    ],
    [{ saturdayDelivery: true }, '/saturdayDelivery'],
    [{ insuredValueMinor: 1 }, '/currency'],
    [{ collectAt: 'Packstation 118' }, '/collectAt'],
  ])('are refused at the place that DHL could not take (%#)', (more, at) => {
    const request = labelRequest('r', { to: NEW_YORK, customs: customs(), ...more } as never);
    expect(dhlParcelDe.capabilities.buyLabel?.encode(request)).toMatchObject({
      ok: false,
      error: { kind: 'permanent', at },
    });
  });
});

test('a recipient fetches a parcel at a post office, of which DHL tells him by e-mail', () => {
  const order = orderRequest(labelRequest('r-1', { collectAt: '502 53113 Bonn' }), settings, 'r-1');
  expect(unwrap(order).shipments[0]?.consignee).toEqual({
    name: 'Jane Roe',
    retailID: 502,
    email: 'jane@example.com',
    postalCode: '53113',
    city: 'Bonn',
    country: 'DEU',
  });
  const unknown = { ...HAMBURG, email: undefined };
  expect(
    orderRequest(labelRequest('r', { to: unknown as never, collectAt: '502 53113 Bonn' }), settings, 'r-1'),
  ).toMatchObject({
    error: { at: '/to/email' },
  });
});

test('locations are named so that a label can name them', () => {
  const location = (type: string, keywordId?: string) => ({
    location: { type, ids: [{ locationId: '8003-1' }], ...(keywordId ? { keywordId } : {}) },
    name: 'Here',
    distance: 12.4,
    place: { address: { countryCode: 'DE', postalCode: '53113', addressLocality: 'Bonn' } },
    openingHours: [{ opens: '09:00:00', closes: '18:30:00', dayOfWeek: 'http://schema.org/Saturday' }],
  });
  const found = unwrap(locationsOf({ locations: [location('postoffice', '502'), location('locker')] }));
  expect(found).toMatchObject([
    { externalId: '502 53113 Bonn', kind: 'post-office', distanceMetres: 12 },
    { externalId: '8003-1', kind: 'locker', hours: [{ weekday: 6, opens: '09:00', closes: '18:30' }] },
  ]);
});

test.each([
  ['Sträßchensweg 10', 'Sträßchensweg', '10'],
  ['Am Alten Markt 3 b', 'Am Alten Markt', '3 b'],
  ['Straße des 17. Juni 135', 'Straße des 17. Juni', '135'],
])('a pickup at %j is in the street %j at number %j', (line1, addressStreet, addressHouse) => {
  const order = unwrap(pickupOrder(pickupRequest('p', { address: { ...BONN, line1 } }), settings, 'p-1'));
  expect(order.pickupLocation.pickupAddress).toMatchObject({ addressStreet, addressHouse });
  expect(order.pickupDetails.comment).toBe('[p-1]');
});

test('a pickup without a house number is refused', () => {
  const request = pickupRequest('p', { address: { ...BONN, line1: 'Am Markt' } });
  expect(dhlParcelDe.capabilities.schedulePickup?.encode(request)).toMatchObject({ error: { at: '/address/line1' } });
});

test('a shipment that DHL did not close is named, and one that was closed before is not missed', () => {
  const day = { date: '2026-06-01', numbers: ['1', '2', '3'], done: ['1'] };
  expect(unwrap(closingReceipt({ items: [{ shipmentNo: '2' }, { shipmentNo: '3' }] }, day)).trackingNumbers).toEqual([
    '1',
    '2',
    '3',
  ]);
  expect(closingReceipt({ items: [{ shipmentNo: '2' }] }, day)).toMatchObject({
    ok: false,
    error: { code: 'not-closed', message: 'DHL has not closed 3' },
  });
});

describe('a return label', () => {
  const back = (more: Parameters<typeof labelRequest>[1] = {}) =>
    labelRequest('r', { from: HAMBURG, to: BONN, returnLabel: true, ...more });

  test('is made for the buyer, to the receiver that the portal keeps', () => {
    expect(unwrap(returnRequest(back(), { ...settings, returnReceiver: 'deu' }, 'back-1'))).toEqual({
      receiverId: 'deu',
      customerReference: 'back-1',
      shipmentReference: 'back-1',
      shipper: {
        name1: 'Jane Roe',
        addressStreet: 'Alter Wall',
        addressHouse: '1',
        city: 'Hamburg',
        postalCode: '20457',
      },
      itemWeight: { uom: 'g', value: 1250 },
    });
    expect(returnRequest(back(), settings, 'back-1')).toMatchObject({ error: { code: 'no-return-receiver' } });
  });

  test.each([
    [{ parcels: [{ weightGrams: 1 }, { weightGrams: 1 }] }, '/parcels'],
    [{ from: NEW_YORK }, '/from/country'],
    [{ signature: 'adult' as const }, '/signature'],
    [{ from: { ...HAMBURG, line1: 'Am Markt' } }, '/from/line1'],
  ])('of what DHL makes none is refused at its place (%#)', (more, at) => {
    expect(dhlParcelDe.capabilities.buyLabel?.encode(back(more))).toMatchObject({ ok: false, error: { at } });
  });
});
