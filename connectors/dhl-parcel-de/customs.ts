import { type CustomsValue, dutiesBilledTo, type LabelRequest, type TaxIdValue } from '../../core/documents/index.ts';
import { crossesCustoms } from '../../core/shared/customsUnion.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { type CurrencyCode, formatMinor } from '../../core/shared/money.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { alpha3Of } from './countries.ts';
import type { Commodity, Customs, Value } from './wire.ts';

const MAX_LINES = 99;
const EUROPAKET = 'V54EPAK';

const refused = (code: string, what: string, at: string): Result<never, Fault> => err(permanent(code, what, at));

/** What leaves, in DHL's words; any other reason is told in words. */
const EXPORT_TYPES: Readonly<Partial<Record<CustomsValue['reason'], Customs['exportType']>>> = {
  sale: 'COMMERCIAL_GOODS',
  gift: 'PRESENT',
  sample: 'COMMERCIAL_SAMPLE',
  return: 'RETURN_OF_GOODS',
};

/**
 * What customs are told of one parcel; undefined where it crosses no border of theirs and has no data. DHL has a
 * declaration for each parcel, so that of several each line must say in which it lies.
 */
export function customsOf(request: LabelRequest, parcel: number, product: string): Result<Customs | undefined, Fault> {
  const { customs, parcels, from, to } = request;
  if (!customs)
    return crossesCustoms(from, to)
      ? refused('customs-missing', 'goods that cross a border of customs need customs data', '/customs')
      : ok(undefined);
  const unheard = unheardOf(customs);
  if (unheard) return refused('customs-unsupported', `DHL Parcel is told no ${unheard}`, `/customs/${unheard}`);
  const items = itemsOf(customs, parcel, parcels.length > 1);
  if (!items.ok) return items;
  const references = referencesOf(customs);
  if (!references.ok) return references;
  const { currency, freightMinor = 0, invoiceNumber, exportDeclaration } = customs;
  return ok({
    ...exportTypeOf(customs),
    ...(invoiceNumber ? { invoiceNo: invoiceNumber } : {}),
    ...(product === EUROPAKET ? { shippingConditions: dutiesBilledTo(customs) === 'sender' ? 'DDP' : 'DAP' } : {}),
    ...(exportDeclaration ? { hasElectronicExportNotification: true, MRN: exportDeclaration } : {}),
    postalCharges: amountIn(freightMinor, currency),
    ...references.value,
    items: items.value,
  });
}

/** Whether the sender pays duties by a service of the product; the Europaket has its own condition for it. */
export const isDutyPaid = ({ customs }: LabelRequest, product: string): boolean =>
  customs !== undefined && product !== EUROPAKET && dutiesBilledTo(customs) === 'sender';

export const amountIn = (minor: number, currency: string): Value => ({
  currency,
  value: Number(formatMinor(minor, currency as CurrencyCode)),
});

/** Data that would be left out unsaid. */
function unheardOf({
  importer,
  papers,
  insuranceMinor,
}: CustomsValue): 'importer' | 'papers' | 'insuranceMinor' | undefined {
  if (importer) return 'importer';
  if (papers.length > 0) return 'papers';
  return insuranceMinor ? 'insuranceMinor' : undefined;
}

function exportTypeOf({
  contents,
  reason,
  reasonText = reason,
}: CustomsValue): Pick<Customs, 'exportType' | 'exportDescription'> {
  if (contents === 'documents') return { exportType: 'DOCUMENT' };
  const exportType = EXPORT_TYPES[reason];
  return exportType ? { exportType } : { exportType: 'OTHER', exportDescription: reasonText };
}

function itemsOf(
  { lines, currency }: CustomsValue,
  parcel: number,
  isOneOfSeveral: boolean,
): Result<readonly Commodity[], Fault> {
  const items: Commodity[] = [];
  for (const [i, line] of lines.entries()) {
    if (isOneOfSeveral && line.parcel === undefined)
      return refused(
        'customs-incomplete',
        'of several parcels DHL is told what lies in which',
        `/customs/lines/${i}/parcel`,
      );
    if (isOneOfSeveral && line.parcel !== parcel) continue;
    const item = commodityOf(line, currency, `/customs/lines/${i}`);
    if (!item.ok) return item;
    items.push(item.value);
  }
  if (items.length > 0 && items.length <= MAX_LINES) return ok(items);
  return refused('customs-incomplete', `DHL needs 1 to ${MAX_LINES} lines of goods in a parcel`, '/customs/lines');
}

function commodityOf(line: CustomsValue['lines'][number], currency: string, at: string): Result<Commodity, Fault> {
  const { description, hsCode, originCountry, quantity, unitValueMinor, unitWeightGrams } = line;
  if (unitWeightGrams === undefined)
    return refused('customs-incomplete', 'DHL needs the weight of goods', `${at}/unitWeightGrams`);
  if (hsCode && !/^\d{6,11}$/.test(hsCode))
    return refused('customs-incomplete', 'DHL takes tariff numbers of 6 to 11 digits', `${at}/hsCode`);
  const origin = alpha3Of(originCountry ?? '');
  return ok({
    itemDescription: description.slice(0, 256),
    ...(origin ? { countryOfOrigin: origin } : {}),
    ...(hsCode ? { hsCode } : {}),
    packagedQuantity: quantity,
    itemValue: amountIn(unitValueMinor, currency),
    itemWeight: { uom: 'g', value: unitWeightGrams },
  });
}

/** The one number by which customs know each side: DHL has a place for no more. */
function referencesOf({
  exporterTaxIds,
  importerTaxIds,
}: CustomsValue): Result<Pick<Customs, 'shipperCustomsRef' | 'consigneeCustomsRef'>, Fault> {
  if (exporterTaxIds.length > 1)
    return refused('customs-unsupported', 'DHL takes one number of the exporter', '/customs/exporterTaxIds/1');
  if (importerTaxIds.length > 1)
    return refused('customs-unsupported', 'DHL takes one number of the importer', '/customs/importerTaxIds/1');
  const number = ([id]: readonly TaxIdValue[]): string | undefined => id?.number.slice(0, 35);
  const [shipper, consignee] = [number(exporterTaxIds), number(importerTaxIds)];
  return ok({
    ...(shipper ? { shipperCustomsRef: shipper } : {}),
    ...(consignee ? { consigneeCustomsRef: consignee } : {}),
  });
}
