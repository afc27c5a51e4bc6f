import type { LabelRequest, RateQuery } from '../../core/documents/index.ts';
import { customsTotalMinor, dutiesBilledTo } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { System } from '../kit/measures.ts';
import { type Party, partyOf } from './address.ts';
import { amountOf } from './money.ts';
import { netWeightOf, systemOf, weightOf } from './parcel.ts';

type Customs = NonNullable<LabelRequest['customs']>;
type TaxId = Customs['exporterTaxIds'][number];

type Clearance = {
  readonly commodities: readonly object[];
  readonly commercialInvoice: { readonly shipmentPurpose: string };
};

const MAX_DESCRIPTION = 450;
const MAX_TAX_ID = 18;
const MAX_TERMS = 3;

const PURPOSES: Readonly<Record<Customs['reason'], string>> = {
  sale: 'SOLD',
  gift: 'GIFT',
  sample: 'SAMPLE',
  repair: 'REPAIR_AND_RETURN',
  personal: 'PERSONAL_EFFECTS',
  return: 'NOT_SOLD',
  intercompany: 'NOT_SOLD',
  other: 'NOT_SOLD',
};
const TAX_ID_TYPES: Readonly<Record<TaxId['kind'], string>> = {
  eori: 'BUSINESS_UNION',
  ioss: 'BUSINESS_UNION',
  vat: 'BUSINESS_NATIONAL',
  gst: 'BUSINESS_NATIONAL',
  national: 'BUSINESS_NATIONAL',
  ein: 'FEDERAL',
  personal: 'PERSONAL_NATIONAL',
};

const missing = (what: string, at: string): Result<never, Fault> =>
  err(permanent('customs-incomplete', `FedEx needs ${what}`, at));

/** Tax ids as a party has them; nothing where there are none. */
export function tinsOf(ids: readonly TaxId[]): Pick<Party, 'tins'> {
  const tins = ids.map(({ kind, number }) => ({ number: number.slice(0, MAX_TAX_ID), tinType: TAX_ID_TYPES[kind] }));
  return tins.length > 0 ? { tins } : {};
}

/** What customs are told of a shipment, with its invoice; the price of one depends on it, too. */
export function clearanceOf(
  request: RateQuery | LabelRequest,
  phone: string | undefined,
): Result<{ readonly customsClearanceDetail?: Clearance }, Fault> {
  const { customs } = request;
  if (!customs) return ok({});
  const commodities = commoditiesOf(request, customs);
  if (!commodities.ok) return commodities;
  const importer = customs.importer && partyOf(customs.importer, '/customs/importer', phone);
  if (importer && !importer.ok) return importer;
  return ok({
    customsClearanceDetail: {
      dutiesPayment: { paymentType: dutiesBilledTo(customs) === 'sender' ? 'SENDER' : 'RECIPIENT' },
      isDocumentOnly: customs.contents === 'documents',
      commodities: commodities.value,
      totalCustomsValue: amountOf(customsTotalMinor(customs), customs.currency),
      commercialInvoice: invoiceOf(customs),
      ...(importer ? { importerOfRecord: { ...importer.value, ...tinsOf(customs.importerTaxIds) } } : {}),
      ...(customs.insuranceMinor ? { insuranceCharge: amountOf(customs.insuranceMinor, customs.currency) } : {}),
      ...(customs.exportDeclaration ? { exportDetail: { exportComplianceStatement: customs.exportDeclaration } } : {}),
    },
  });
}

function invoiceOf(customs: Customs) {
  const { reason, reasonText, incoterm, invoiceNumber, freightMinor, remarks, currency } = customs;
  const comments = [remarks, reasonText].flatMap((text) => (text ? [text] : []));
  return {
    shipmentPurpose: PURPOSES[reason],
    ...(incoterm ? { termsOfSale: incoterm.slice(0, MAX_TERMS) } : {}),
    ...(invoiceNumber
      ? { customerReferences: [{ customerReferenceType: 'INVOICE_NUMBER', value: invoiceNumber.slice(0, 30) }] }
      : {}),
    ...(freightMinor ? { freightCharge: amountOf(freightMinor, currency) } : {}),
    ...(comments.length > 0 ? { comments } : {}),
  };
}

function commoditiesOf(
  { from, parcels }: RateQuery | LabelRequest,
  { lines, currency, contents }: Customs,
): Result<readonly object[], Fault> {
  const system = systemOf(from.country ?? '');
  if (lines.length === 0) {
    if (contents !== 'documents') return missing('the goods for customs', '/customs/lines');
    const grams = parcels.reduce((sum, { weightGrams }) => sum + weightGrams, 0);
    return ok([documentsOnly(from.country ?? '', currency, weightOf(grams, system))]);
  }
  const commodities = lines.map((line, i) => commodityOf(line, currency, system, `/customs/lines/${i}`));
  return commodities.find((commodity) => !commodity.ok) ?? ok(commodities.map((each) => (each.ok ? each.value : {})));
}

function commodityOf(
  line: Customs['lines'][number],
  currency: string,
  system: System,
  at: string,
): Result<object, Fault> {
  if (!line.originCountry) return missing('the country where goods were made', `${at}/originCountry`);
  if (!line.unitWeightGrams) return missing('the weight of goods', `${at}/unitWeightGrams`);
  return ok({
    description: line.description.slice(0, MAX_DESCRIPTION),
    countryOfManufacture: line.originCountry,
    quantity: line.quantity,
    quantityUnits: 'PCS',
    numberOfPieces: line.quantity,
    unitPrice: amountOf(line.unitValueMinor, currency),
    customsValue: amountOf(line.unitValueMinor * line.quantity, currency),
    weight: netWeightOf(line.unitWeightGrams * line.quantity, system),
    ...(line.hsCode ? { harmonizedCode: line.hsCode } : {}),
    ...(line.sku ? { partNumber: line.sku } : {}),
  });
}

/** Papers without a value are a commodity of their own to FedEx. */
const documentsOnly = (country: string, currency: string, weight: object) => ({
  description: 'DOCUMENTS',
  countryOfManufacture: country,
  quantity: 1,
  quantityUnits: 'PCS',
  numberOfPieces: 1,
  unitPrice: amountOf(0, currency),
  customsValue: amountOf(0, currency),
  weight,
});
