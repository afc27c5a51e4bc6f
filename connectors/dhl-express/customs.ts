import type { CustomsValue, LabelRequest, TaxIdValue } from '../../core/documents/index.ts';
import { customsTotalMinor } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { amountOf } from './money.ts';
import type { DocumentImage, ExportDeclaration, ExportLine, Registration, ShipRequest } from './wire.ts';

const incomplete = (what: string, at: string): Result<never, Fault> =>
  err(permanent('customs-incomplete', `DHL Express needs ${what}`, at));

/** Why goods leave, in DHL's words; goods for repair come back, so they leave for a time. */
const REASONS: Readonly<Record<CustomsValue['reason'], string>> = {
  sale: 'commercial_purpose_or_sale',
  gift: 'gift',
  sample: 'sample',
  return: 'return',
  repair: 'temporary',
  intercompany: 'intercompany_use',
  personal: 'personal_belongings_or_personal_use',
  other: 'permanent',
};

type Customs = Pick<
  ShipRequest['content'],
  'isCustomsDeclarable' | 'declaredValue' | 'declaredValueCurrency' | 'exportDeclaration' | 'USFilingTypeValue'
>;
export type Shipped = { readonly reference: string; readonly date: string };

/** What customs are told of a shipment; `date` is the day it leaves, for an invoice that has no day of its own. */
export function customsOf(request: LabelRequest, shipped: Shipped): Result<Customs, Fault> {
  const { customs, from } = request;
  if (!customs || customs.contents === 'documents') return ok({ isCustomsDeclarable: false });
  const declaration = declarationOf(customs, request, shipped);
  if (!declaration.ok) return declaration;
  return ok({
    isCustomsDeclarable: true,
    declaredValue: amountOf(customsTotalMinor(customs), customs.currency),
    declaredValueCurrency: customs.currency,
    exportDeclaration: declaration.value,
    ...(from.country === 'US' && customs.exportDeclaration ? { USFilingTypeValue: customs.exportDeclaration } : {}),
  });
}

function declarationOf(
  customs: CustomsValue,
  { from, to }: LabelRequest,
  { reference, date }: Shipped,
): Result<ExportDeclaration, Fault> {
  const { lines, reason, reasonText = reason, currency, remarks, exportDeclaration } = customs;
  if (lines.length === 0) return incomplete('the goods, one by one', '/customs/lines');
  const lineItems: ExportLine[] = [];
  for (const [i, line] of lines.entries()) {
    const item = lineOf(line, i, currency);
    if (!item.ok) return item;
    lineItems.push(item.value);
  }
  const mrn =
    from.country !== 'US' && exportDeclaration ? [{ typeCode: 'MRN' as const, value: exportDeclaration }] : [];
  return ok({
    lineItems,
    invoice: {
      number: customs.invoiceNumber ?? reference,
      date: customs.invoiceDate ?? date,
      ...(mrn.length > 0 ? { customerReferences: mrn } : {}),
    },
    exportReason: reasonText.slice(0, 30),
    exportReasonType: REASONS[reason],
    ...(to.city ? { placeOfIncoterm: to.city } : {}),
    ...chargesOf(customs),
    ...(remarks ? { remarks: [{ value: remarks }] } : {}),
  });
}

function chargesOf({
  currency,
  freightMinor,
  insuranceMinor,
}: CustomsValue): Pick<ExportDeclaration, 'additionalCharges'> {
  const additionalCharges = [
    ...(freightMinor ? [{ typeCode: 'freight' as const, value: amountOf(freightMinor, currency) }] : []),
    ...(insuranceMinor ? [{ typeCode: 'insurance' as const, value: amountOf(insuranceMinor, currency) }] : []),
  ];
  return additionalCharges.length > 0 ? { additionalCharges } : {};
}

function lineOf(line: CustomsValue['lines'][number], i: number, currency: string): Result<ExportLine, Fault> {
  const { description, hsCode, originCountry, quantity, unitValueMinor, unitWeightGrams } = line;
  if (originCountry === undefined) return incomplete('where goods were made', `/customs/lines/${i}/originCountry`);
  if (unitWeightGrams === undefined) return incomplete('the weight of goods', `/customs/lines/${i}/unitWeightGrams`);
  const kilograms = (unitWeightGrams * quantity) / 1000;
  return ok({
    number: i + 1,
    description,
    price: amountOf(unitValueMinor, currency),
    quantity: { value: quantity, unitOfMeasurement: 'PCS' },
    ...(hsCode === undefined ? {} : { commodityCodes: [{ typeCode: 'outbound', value: hsCode }] }),
    manufacturerCountry: originCountry,
    weight: { netValue: kilograms, grossValue: kilograms },
  });
}

/** Registration numbers as DHL names their kinds. */
const REGISTRATIONS: Readonly<Partial<Record<TaxIdValue['kind'], string>>> = {
  eori: 'EOR',
  vat: 'VAT',
  ioss: 'SDT',
  gst: 'GST',
  ein: 'EIN',
};

/** Tax numbers of a party whose country is `country`; a fault for a kind that DHL has no one name for. */
export function registrationsOf(
  ids: readonly TaxIdValue[],
  country: string,
  at: string,
): Result<readonly Registration[], Fault> {
  const registrations: Registration[] = [];
  for (const [i, { kind, number, country: issuer = country }] of ids.entries()) {
    const typeCode = REGISTRATIONS[kind];
    if (typeCode === undefined)
      return err(
        permanent('tax-id-unsupported', `DHL Express has no one name for a ${kind} number`, `${at}/${i}/kind`),
      );
    registrations.push({ typeCode, number, issuerCountryCode: issuer });
  }
  return ok(registrations);
}

const PAPERS: Readonly<Partial<Record<CustomsValue['papers'][number]['kind'], DocumentImage['typeCode']>>> = {
  'commercial-invoice': 'CIN',
  'proforma-invoice': 'PNV',
  'certificate-of-origin': 'COO',
};
const IMAGES: ReadonlySet<string> = new Set(['PDF', 'PNG', 'GIF', 'TIFF', 'JPEG']);

/** Papers of the sender's own, for paperless trade. */
export function papersOf({ papers }: Pick<CustomsValue, 'papers'>): Result<readonly DocumentImage[], Fault> {
  const images: DocumentImage[] = [];
  for (const [i, { kind, format, base64 }] of papers.entries()) {
    const typeCode = PAPERS[kind];
    if (typeCode === undefined || !IMAGES.has(format))
      return err(permanent('paper-unsupported', `DHL Express takes no ${kind} as ${format}`, `/customs/papers/${i}`));
    images.push({ typeCode, imageFormat: format, content: base64 });
  }
  return ok(images);
}
