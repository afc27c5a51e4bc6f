import { type CustomsLine, type CustomsValue, dutiesBilledTo, type LabelRequest } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { type CurrencyCode, formatMinor } from '../../core/shared/money.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { wrapText } from '../kit/measures.ts';
import { partyOf } from './address.ts';
import { taxInformation } from './taxIds.ts';
import type { InternationalForms, Party, Product, TaxInformation } from './wire.ts';

/** Customs data in the terms of UPS; the papers are uploaded and the day is added when the shipment is sent. */
export type Customs = {
  readonly isDocuments: boolean;
  readonly isDutyPaid: boolean;
  /** None for documents, and between the US and Puerto Rico. */
  readonly forms: Omit<InternationalForms, 'InvoiceDate' | 'FormType' | 'UserCreatedForm'> | undefined;
  readonly invoiceDate: string | undefined;
  readonly movementReference: string | undefined;
  readonly taxes: TaxInformation | undefined;
  readonly papers: CustomsValue['papers'];
};

/** The Incoterms that UPS knows; of the eleven of 2020 only DPU is not among them. */
const UNKNOWN_TERMS: ReadonlySet<string> = new Set(['DPU']);
const REASONS: Readonly<Record<Exclude<CustomsValue['reason'], 'other'>, string>> = {
  sale: 'SALE',
  gift: 'GIFT',
  sample: 'SAMPLE',
  return: 'RETURN',
  repair: 'REPAIR',
  intercompany: 'INTERCOMPANYDATA',
  // UPS takes any other reason as it is written.
  personal: 'PERSONAL',
};
const LINE = 35;
const DESCRIPTION_LINES = 3;
const MAX_PRODUCTS = 50;
const MAX_REMARKS = 150;
const MAX_REASON = 20;
const MRN = /^[0-9]{2}[A-Z]{2}[A-Z0-9]{14}$/;
const AMERICAN: ReadonlySet<string> = new Set(['US', 'PR']);

/** Customs data of a request; undefined where it has none. What UPS cannot take is a permanent fault below /customs. */
export function customsOf(
  { customs, to }: Pick<LabelRequest, 'customs' | 'to'>,
  parties: { readonly from: Party; readonly to: Party },
): Result<Customs | undefined, Fault> {
  if (!customs) return ok(undefined);
  const isDocuments = customs.contents === 'documents';
  const refusal = refusalOf(customs, isDocuments);
  if (refusal) return err(refusal);
  const isAmerican = [parties.from, parties.to].every((party) => AMERICAN.has(party.Address.CountryCode));
  const forms = isDocuments || isAmerican ? ok(undefined) : formsOf(customs, customs.importer ?? to, parties.to);
  if (!forms.ok) return forms;
  return ok({
    isDocuments,
    isDutyPaid: dutiesBilledTo(customs) === 'sender',
    forms: forms.value,
    invoiceDate: customs.invoiceDate?.replaceAll('-', ''),
    movementReference: customs.exportDeclaration,
    taxes: taxInformation(customs, parties),
    papers: customs.papers,
  });
}

type Refused = readonly [isRefused: boolean, code: string, message: string, at: string];

function refusalOf(customs: CustomsValue, isDocuments: boolean): Fault | undefined {
  const { incoterm = '', lines, remarks = '', exportDeclaration, reason, reasonText = '' } = customs;
  const isMrn = exportDeclaration === undefined || MRN.test(exportDeclaration);
  const rules: readonly Refused[] = [
    [UNKNOWN_TERMS.has(incoterm), 'incoterm-unknown', `UPS has no ${incoterm}`, '/customs/incoterm'],
    [!isDocuments && lines.length === 0, 'goods-missing', 'UPS needs the goods line by line', '/customs/lines'],
    [lines.length > MAX_PRODUCTS, 'too-many-goods', `UPS takes ${MAX_PRODUCTS} kinds of goods`, '/customs/lines'],
    [remarks.length > MAX_REMARKS, 'remarks-too-long', `UPS takes ${MAX_REMARKS} characters`, '/customs/remarks'],
    [!isMrn, 'no-mrn', 'UPS takes an MRN of 18 characters', '/customs/exportDeclaration'],
    [reason === 'other' && !reasonText, 'reason-missing', 'what is the reason?', '/customs/reasonText'],
    [reasonText.length > MAX_REASON, 'reason-too-long', `UPS takes ${MAX_REASON} characters`, '/customs/reasonText'],
  ];
  const broken = rules.find(([isRefused]) => isRefused);
  return broken && permanent(broken[1], broken[2], broken[3]);
}

function formsOf(
  customs: CustomsValue,
  buyer: LabelRequest['to'],
  recipient: Party,
): Result<NonNullable<Customs['forms']>, Fault> {
  const soldTo = partyOf(buyer, customs.importer ? '/customs/importer' : '/to');
  if (!soldTo.ok) return soldTo;
  const products: Product[] = [];
  for (const [i, line] of customs.lines.entries()) {
    const product = productOf(line, customs.currency, `/customs/lines/${i}`);
    if (!product.ok) return product;
    products.push(product.value);
  }
  const { reason, reasonText, incoterm, remarks, invoiceNumber, freightMinor, insuranceMinor } = customs;
  const amount = (minor: number) => ({ MonetaryValue: formatMinor(minor, customs.currency as CurrencyCode) });
  return ok({
    Contacts: { SoldTo: { ...recipientPhone(recipient), ...soldTo.value } },
    Product: products,
    ...(invoiceNumber ? { InvoiceNumber: invoiceNumber } : {}),
    ...(incoterm ? { TermsOfShipment: incoterm } : {}),
    ReasonForExport: reason === 'other' ? (reasonText ?? '') : REASONS[reason],
    ...(remarks ? { Comments: remarks } : {}),
    CurrencyCode: customs.currency,
    ...(freightMinor ? { FreightCharges: amount(freightMinor) } : {}),
    ...(insuranceMinor ? { InsuranceCharges: amount(insuranceMinor) } : {}),
  });
}

const recipientPhone = ({ Phone }: Party): Pick<Party, 'Phone'> => (Phone ? { Phone } : {});

function productOf(line: CustomsLine, currency: string, at: string): Result<Product, Fault> {
  const { description, hsCode, originCountry, sku, quantity, unitValueMinor } = line;
  const Description = [...wrapText(description, LINE)];
  if (Description.length > DESCRIPTION_LINES)
    return err(
      permanent('description-too-long', `UPS takes ${DESCRIPTION_LINES} lines of ${LINE}`, `${at}/description`),
    );
  if (hsCode && hsCode.length < 6)
    return err(permanent('hs-code-too-short', 'UPS takes tariff numbers of 6 digits or more', `${at}/hsCode`));
  if (unitValueMinor === 0)
    return err(permanent('value-missing', 'UPS takes no goods without a value', `${at}/unitValueMinor`));
  return ok({
    Description,
    Unit: {
      Number: String(quantity),
      UnitOfMeasurement: { Code: 'PCS' },
      Value: formatMinor(unitValueMinor, currency as CurrencyCode),
    },
    ...(hsCode ? { CommodityCode: hsCode } : {}),
    ...(sku && sku.length <= LINE ? { PartNumber: sku } : {}),
    ...(originCountry ? { OriginCountryCode: originCountry } : {}),
  });
}
