import { describe, expect, test } from 'vitest';
import { unwrap } from '../../../connectors/kit/conformance/trial.ts';
import { BERLIN, HAMBURG, labelRequest, NEW_YORK, TORONTO } from '../../../connectors/ups/conformance/labels.ts';
import { Settings } from '../../../connectors/ups/settings.ts';
import { prepare, shipRequest } from '../../../connectors/ups/shipRequest.ts';
import type { AddressValue, LabelRequest } from '../../../core/documents/index.ts';

const settings = (more: object = {}) =>
  Settings.parse({ clientId: 'c', clientSecret: 's', shipperNumber: 'A1B2C3', shipperName: 'Acme', ...more });
const sending = (reference = 'ref-1') => ({
  reference,
  today: '20260302',
  documentIds: [],
});
const shipmentOf = (more: Partial<LabelRequest>, entered: object = {}) =>
  unwrap(shipRequest(unwrap(prepare(labelRequest('ref-1', more))), settings(entered), sending())).ShipmentRequest
    .Shipment;
const to = (more: Partial<AddressValue>) => prepare(labelRequest('ref-1', { to: { ...HAMBURG, ...more } }));
const PUERTO_RICO = { ...NEW_YORK, city: 'San Juan', subdivision: 'PR', postalCode: '00901' };

describe('a shipment for UPS', () => {
  test.each([
    ['inside Germany', {}, 'shipment'],
    ['from Germany to the US', { to: NEW_YORK }, 'shipment'],
    ['from the US to Canada', { from: NEW_YORK, to: TORONTO, declaredValueMinor: 100, currency: 'USD' }, 'shipment'],
    ['inside the US', { from: NEW_YORK, to: NEW_YORK }, 'parcels'],
    ['inside Puerto Rico', { from: PUERTO_RICO, to: PUERTO_RICO }, 'parcels'],
  ] as const)('%s carries our reference on the right level: %s', (_, more, level) => {
    const shipment = shipmentOf({ ...more, parcels: [{ weightGrams: 100 }, { weightGrams: 200 }] });
    const reference = [{ Value: 'ref-1' }];
    expect(shipment.ReferenceNumber).toEqual(level === 'shipment' ? reference : undefined);
    const onParcels = level === 'parcels' ? reference : undefined;
    expect(shipment.Package.map((each) => each.ReferenceNumber)).toEqual([onParcels, onParcels]);
  });

  test('asks for the price of the account, and is paid by it', () => {
    const shipment = shipmentOf({});
    expect(shipment.ShipmentRatingOptions).toEqual({ NegotiatedRatesIndicator: 'Y' });
    expect(shipment.PaymentInformation.ShipmentCharge).toEqual([
      { Type: '01', BillShipper: { AccountNumber: 'A1B2C3' } },
    ]);
    expect(shipment.Shipper).toMatchObject({ Name: 'Acme', ShipperNumber: 'A1B2C3' });
  });

  test.each([
    ['its own service', { service: '65' }, { service: '07' }, '65'],
    ["the connection's", {}, { service: '07' }, '07'],
    ['Standard in Europe', {}, {}, '11'],
    ['Ground in the US', { from: NEW_YORK, to: NEW_YORK }, {}, '03'],
  ] as const)('goes by %s', (_, more, entered, code) => {
    expect(shipmentOf(more, entered).Service.Code).toBe(code);
  });

  test.each([
    ['a gram is a tenth of a kilogram', BERLIN, 1, '0.1', 'KGS'],
    ['1,000 g', BERLIN, 1000, '1.0', 'KGS'],
    ['1,001 g are rounded up', BERLIN, 1001, '1.1', 'KGS'],
    ['the heaviest', BERLIN, 68_039, '68.1', 'KGS'],
    ['a pound is 453.59237 g', NEW_YORK, 453, '1.0', 'LBS'],
    ['454 g are more than a pound', NEW_YORK, 454, '1.1', 'LBS'],
    ['the heaviest in pounds', NEW_YORK, 68_038, '150.0', 'LBS'],
  ] as const)('weighs in the unit of its origin: %s', (_, from, weightGrams, weight, unit) => {
    const [parcel] = shipmentOf({ from, to: from, parcels: [{ weightGrams }] }).Package;
    expect(parcel?.PackageWeight).toMatchObject({ Weight: weight, UnitOfMeasurement: { Code: unit } });
  });

  test.each([
    ['in centimetres', BERLIN, { Length: '41', Width: '20', Height: '15' }],
    ['in inches', NEW_YORK, { Length: '16', Width: '8', Height: '6' }],
  ] as const)('is measured with its longest side first, rounded up, %s', (_, from, sides) => {
    const parcels = [{ weightGrams: 500, lengthMm: 150, widthMm: 401, heightMm: 200 }];
    expect(shipmentOf({ from, to: from, parcels }).Package[0]?.Dimensions).toMatchObject(sides);
  });

  test('has no dimensions where one side is not known', () => {
    expect(shipmentOf({ parcels: [{ weightGrams: 1, lengthMm: 10, widthMm: 10 }] }).Package[0]).not.toHaveProperty(
      'Dimensions',
    );
  });

  test('states the value of goods from the US to Canada, to the cent', () => {
    const shipment = shipmentOf({ from: NEW_YORK, to: TORONTO, declaredValueMinor: 12_050, currency: 'USD' });
    expect(shipment.InvoiceLineTotal).toEqual({ CurrencyCode: 'USD', MonetaryValue: '120.50' });
    expect(shipmentOf({ declaredValueMinor: 12_050, currency: 'EUR' })).not.toHaveProperty('InvoiceLineTotal');
  });

  test.each([
    ['theirs', { country: 'AT', phone: '+43 1 234' }, { shipperPhone: '+49 40 567' }, '431234'],
    ['the one that the account holder offers', { country: 'AT' }, { shipperPhone: '+49 40 567' }, '4940567'],
    ['the one offered, where theirs has no digits', { country: 'AT', phone: '-' }, { shipperPhone: '1' }, '1'],
    ['none inside the country', {}, { shipperPhone: '+49 40 567' }, undefined],
  ] as const)('has a phone for recipients in another country: %s', (_, more, entered, digits) => {
    expect(shipmentOf({ to: { ...HAMBURG, ...more } }, entered).ShipTo.Phone?.Number).toBe(digits);
  });

  test.each([
    ['+1 (212) 555-0100', '2125550100'],
    ['212 555 0100', '2125550100'],
    ['212 555 0100 1234', '21255501001234'],
  ])('writes the US phone %s as %s', (phone, digits) => {
    expect(shipmentOf({ to: { ...NEW_YORK, phone } }).ShipTo.Phone?.Number).toBe(digits);
  });

  test('to another country has a phone of the shipper, too', () => {
    const from = { ...HAMBURG };
    const abroad = { from, to: { ...HAMBURG, country: 'AT', phone: '43123' } };
    expect(shipmentOf(abroad, { shipperPhone: '49405' }).Shipper.Phone?.Number).toBe('49405');
    const refused = shipRequest(unwrap(prepare(labelRequest('ref-1', abroad))), settings(), sending());
    expect(refused).toMatchObject({ ok: false, error: { at: '/from/phone' } });
  });

  test('to another country is refused, before it is sent, where there is no phone at all', () => {
    const prepared = unwrap(prepare(labelRequest('ref-1', { to: { ...HAMBURG, country: 'AT' } })));
    expect(shipRequest(prepared, settings(), sending())).toMatchObject({ ok: false, error: { at: '/to/phone' } });
  });

  test('is refused when our reference would not fit, for a cut one could not be looked up', () => {
    const refused = shipRequest(unwrap(prepare(labelRequest('ref-1'))), settings(), sending('x'.repeat(36)));
    expect(refused).toMatchObject({ ok: false, error: { kind: 'permanent', code: 'reference-too-long' } });
  });
});

describe('an address for UPS', () => {
  test('is spread over three lines between words, with nothing lost', () => {
    const line1 = 'Karl-Theodor-von-und-zu-Guttenberg-Allee 123';
    const line2 = 'Hinterhof, dritter Aufgang, zweiter Stock links';
    const { AddressLine } = unwrap(to({ line1: `${line1}`, line2: 'Hof 2' })).to.Address;
    expect(AddressLine.join('|')).toBe('Karl-Theodor-von-und-zu-Guttenberg-|Allee 123|Hof 2');
    const words = unwrap(to({ line1: 'Am Hang', line2 })).to.Address.AddressLine;
    expect(words).toEqual(['Am Hang', 'Hinterhof, dritter Aufgang, zweiter', 'Stock links']);
    expect(words.every((line) => line.length <= 35)).toBe(true);
  });

  test.each([
    ['a name', { name: undefined }, '/to/name'],
    ['a street', { line1: undefined }, '/to/line1'],
    ['a city', { city: undefined }, '/to/city'],
    ['a country', { country: undefined }, '/to/country'],
    ['a street of at most three lines', { line1: 'x'.repeat(106) }, '/to/line1'],
    ['a city of at most 30 characters', { city: 'x'.repeat(31) }, '/to/city'],
    ['a postal code of at most nine', { postalCode: '1234567890' }, '/to/postalCode'],
  ] as const)('needs %s, and names the place', (_, more, at) => {
    const address = Object.fromEntries(
      Object.entries({ ...HAMBURG, ...more }).filter(([, value]) => value !== undefined),
    );
    const refused = prepare(labelRequest('ref-1', { to: address }));
    expect(refused).toMatchObject({ ok: false, error: { kind: 'permanent', at } });
  });

  test('needs the value of goods from the US to Canada', () => {
    const refused = prepare(labelRequest('ref-1', { from: NEW_YORK, to: TORONTO }));
    expect(refused).toMatchObject({ ok: false, error: { at: '/declaredValueMinor' } });
  });

  test('needs parcels that a person can lift', () => {
    const refused = prepare(labelRequest('ref-1', { parcels: [{ weightGrams: 1 }, { weightGrams: 70_000 }] }));
    expect(refused).toMatchObject({ ok: false, error: { at: '/parcels/1/weightGrams' } });
  });

  test.each([
    ['10118-0110', '101180110'],
    ['M5H 2N2', 'M5H2N2'],
    ['00-001', '00001'],
  ])('writes the postal code %s as %s, whole', (postalCode, written) => {
    expect(unwrap(to({ postalCode })).to.Address.PostalCode).toBe(written);
  });

  test('names the company, and the person to ask for', () => {
    expect(unwrap(to({ company: 'Acme', name: 'Jane Roe' })).to).toMatchObject({
      Name: 'Acme',
      AttentionName: 'Jane Roe',
    });
    expect(unwrap(to({ name: 'Jane Roe' })).to).toMatchObject({ Name: 'Jane Roe', AttentionName: 'Jane Roe' });
  });

  test('calls Puerto Rico a country, and takes a long subdivision for a name', () => {
    const { from } = unwrap(prepare(labelRequest('ref-1', { from: PUERTO_RICO, to: PUERTO_RICO })));
    expect(from.Address).toMatchObject({ CountryCode: 'PR' });
    expect(from.Address).not.toHaveProperty('StateProvinceCode');
    expect(unwrap(to({ subdivision: 'Schleswig' })).to.Address).not.toHaveProperty('StateProvinceCode');
  });
});
