import { describe, expect, test } from 'vitest';
import { unwrap } from '../../../connectors/kit/conformance/trial.ts';
import { labelRequest, NEW_YORK } from '../../../connectors/ups/conformance/labels.ts';
import { Settings } from '../../../connectors/ups/settings.ts';
import { prepare, shipRequest } from '../../../connectors/ups/shipRequest.ts';
import { CustomsValue, type LabelRequest } from '../../../core/documents/index.ts';

const settings = (more: object = {}) =>
  Settings.parse({ clientId: 'c', clientSecret: 's', shipperNumber: 'A1B2C3', shipperName: 'Acme', ...more });
const sending = (reference = 'ref-1', documentIds: readonly string[] = []) => ({
  reference,
  today: '20260302',
  documentIds,
});
const shipmentOf = (more: Partial<LabelRequest>) =>
  unwrap(shipRequest(unwrap(prepare(labelRequest('ref-1', more))), settings(), sending())).ShipmentRequest.Shipment;
const PUERTO_RICO = { ...NEW_YORK, city: 'San Juan', subdivision: 'PR', postalCode: '00901' };

const MUG = {
  sku: 'MUG-01',
  description: 'Stoneware mug, glazed by hand in white and blue',
  hsCode: '69120023',
  originCountry: 'PT',
  quantity: 3,
  unitValueMinor: 1250,
};
const CUSTOMS = CustomsValue.parse({ currency: 'EUR', incoterm: 'DAP', invoiceNumber: 'INV-7', lines: [MUG] });
const ABROAD = { to: NEW_YORK, customs: CUSTOMS };
const customs = (more: object) => ({ to: NEW_YORK, customs: CustomsValue.parse({ ...CUSTOMS, ...more }) });

describe('customs data for UPS', () => {
  test('become an invoice with each kind of goods, at the value of a unit', () => {
    const { ShipmentServiceOptions, DocumentsOnlyIndicator, PaymentInformation } = shipmentOf(ABROAD);
    expect(ShipmentServiceOptions?.InternationalForms).toEqual({
      FormType: ['01'],
      Contacts: { SoldTo: expect.objectContaining({ Name: 'John Doe', Phone: { Number: '2125550100' } }) },
      Product: [
        {
          Description: ['Stoneware mug, glazed by hand in', 'white and blue'],
          Unit: { Number: '3', UnitOfMeasurement: { Code: 'PCS' }, Value: '12.50' },
          CommodityCode: '69120023',
          PartNumber: 'MUG-01',
          OriginCountryCode: 'PT',
        },
      ],
      InvoiceNumber: 'INV-7',
      InvoiceDate: '20260302',
      TermsOfShipment: 'DAP',
      ReasonForExport: 'SALE',
      CurrencyCode: 'EUR',
    });
    expect(DocumentsOnlyIndicator).toBeUndefined();
    expect(PaymentInformation.ShipmentCharge.map(({ Type }) => Type)).toEqual(['01']);
  });

  test('of goods sold duty paid have the account pay the duties, too', () => {
    const { PaymentInformation } = shipmentOf(customs({ incoterm: 'DDP' }));
    expect(PaymentInformation.ShipmentCharge).toMatchObject([
      { Type: '01', BillShipper: { AccountNumber: 'A1B2C3' } },
      { Type: '02', BillShipper: { AccountNumber: 'A1B2C3' } },
    ]);
  });

  test('of documents are no invoice', () => {
    const shipment = shipmentOf(customs({ contents: 'documents', lines: [] }));
    expect(shipment).toMatchObject({ DocumentsOnlyIndicator: '' });
    expect(shipment.ShipmentServiceOptions).toBeUndefined();
  });

  test('name own papers that were uploaded, in the place of the invoice that UPS would make', () => {
    const prepared = unwrap(prepare(labelRequest('ref-1', ABROAD)));
    const id = '2016-01-18-11.01.07.589501';
    const { Shipment } = unwrap(
      shipRequest(prepared, settings({ shipperPhone: '1' }), sending('r', [id])),
    ).ShipmentRequest;
    expect(Shipment.ShipmentServiceOptions?.InternationalForms).toMatchObject({
      FormType: ['07'],
      UserCreatedForm: { DocumentID: [id] },
    });
  });

  test('tell the tax numbers of both ends by the codes of their kinds', () => {
    const { GlobalTaxInformation } = shipmentOf(
      customs({
        exporterTaxIds: [
          { kind: 'eori', number: 'DE1234567', country: 'DE' },
          { kind: 'vat', number: 'DE999' },
        ],
        importerTaxIds: [{ kind: 'personal', number: '123-45' }],
      }),
    );
    const told = GlobalTaxInformation?.AgentTaxIdentificationNumber?.map(({ AgentRole, TaxIdentificationNumber }) => [
      AgentRole,
      ...TaxIdentificationNumber.map((each) => `${each.IDNumberPurposeCode} ${each.IDNumberTypeCode}`),
    ]);
    expect(told).toEqual([
      ['20', '02 0002', '01 0001'],
      ['30', '01 0005'],
    ]);
  });

  test.each([
    ['DPU, which UPS does not know', { incoterm: 'DPU' }, '/customs/incoterm'],
    ['goods without a line', { lines: [] }, '/customs/lines'],
    ['goods without a value', { lines: [{ ...MUG, unitValueMinor: 0 }] }, '/customs/lines/0/unitValueMinor'],
    ['a tariff number of four digits', { lines: [{ ...MUG, hsCode: '6912' }] }, '/customs/lines/0/hsCode'],
    [
      'a description of a page',
      { lines: [{ ...MUG, description: 'mug '.repeat(50) }] },
      '/customs/lines/0/description',
    ],
    ['another reason without words', { reason: 'other' }, '/customs/reasonText'],
    ['an export declaration that is no MRN', { exportDeclaration: '123' }, '/customs/exportDeclaration'],
  ])('are refused with %s', (_about, more, at) => {
    expect(prepare(labelRequest('ref-1', customs(more)))).toMatchObject({
      ok: false,
      error: { kind: 'permanent', at },
    });
  });

  test('between the US and Puerto Rico are the value alone', () => {
    const request = { from: NEW_YORK, to: PUERTO_RICO, customs: CUSTOMS, declaredValueMinor: 3750, currency: 'USD' };
    const shipment = shipmentOf(request);
    expect(shipment.InvoiceLineTotal).toEqual({ CurrencyCode: 'USD', MonetaryValue: '37.50' });
    expect(shipment.ShipmentServiceOptions).toBeUndefined();
  });
});

describe('options of a shipment with UPS', () => {
  const parcels = [{ weightGrams: 100 }, { weightGrams: 200 }];

  test('a signature is asked for on the shipment, and inside the US and Canada on each parcel', () => {
    const german = shipmentOf({ parcels, signature: 'adult' });
    expect(german.ShipmentServiceOptions).toEqual({ DeliveryConfirmation: { DCISType: '2' } });
    const american = shipmentOf({ from: NEW_YORK, to: NEW_YORK, parcels, signature: 'adult' });
    expect(american.ShipmentServiceOptions).toBeUndefined();
    expect(american.Package.map((each) => each.PackageServiceOptions)).toEqual([
      { DeliveryConfirmation: { DCISType: '3' } },
      { DeliveryConfirmation: { DCISType: '3' } },
    ]);
  });

  test('an insured value is divided over the parcels without losing a cent', () => {
    const { Package } = shipmentOf({ parcels, insuredValueMinor: 10_001, currency: 'EUR' });
    expect(Package.map((each) => each.PackageServiceOptions?.DeclaredValue?.MonetaryValue)).toEqual(['50.01', '50.00']);
  });

  test('saturday, the day, the home and the way back are told', () => {
    const shipment = shipmentOf({ saturdayDelivery: true, shipOn: '2026-03-06', residential: true, returnLabel: true });
    expect(shipment).toMatchObject({
      ShipmentServiceOptions: { SaturdayDeliveryIndicator: '' },
      ShipmentDate: '20260306',
      ReturnService: { Code: '9' },
      ShipTo: { Address: { ResidentialAddressIndicator: '' } },
      Package: [{ Description: 'Merchandise' }],
    });
  });

  test.each([
    ['a location of UPS', { collectAt: 'U12345678' }, '/collectAt'],
    ['a value without its currency', { insuredValueMinor: 100 }, '/currency'],
    ['a signature on the way back', { returnLabel: true, signature: 'adult' as const }, '/signature'],
  ])('%s is refused', (_about, more, at) => {
    expect(prepare(labelRequest('ref-1', more))).toMatchObject({ ok: false, error: { kind: 'permanent', at } });
  });
});
