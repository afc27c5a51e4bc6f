import { z } from 'zod';
import { PAPER_FORMATS } from './paper.ts';
import {
  AddressValue,
  CountryCode,
  Currency,
  ExternalId,
  HsCode,
  LocalDate,
  Minor,
  Quantity,
  SkuValue,
} from './values.ts';

/** Incoterms 2020 of the ICC: the seven for any way of transport, then the four for sea. */
export const INCOTERMS = ['EXW', 'FCA', 'CPT', 'CIP', 'DAP', 'DPU', 'DDP', 'FAS', 'FOB', 'CFR', 'CIF'] as const;

/** Why goods leave the country: what the forms CN 22 and CN 23 of the UPU and the carriers' invoices have in common. */
export const EXPORT_REASONS = [
  'sale',
  'gift',
  'sample',
  'return',
  'repair',
  'intercompany',
  'personal',
  'other',
] as const;

export const TAX_ID_KINDS = ['eori', 'vat', 'ioss', 'gst', 'ein', 'national', 'personal'] as const;

export const TaxIdValue = z.object({
  kind: z
    .enum(TAX_ID_KINDS)
    .describe(
      'eori: of traders in the EU and the UK; ioss: of the import one-stop shop; gst: Australia, New Zealand, Singapore …; ' +
        'ein: of employers in the US; national: of a company, personal: of a person, where the country has another name for it.',
    ),
  number: z.string().min(1).max(50),
  country: CountryCode.optional().describe('The country that issued it.'),
});
export type TaxIdValue = z.infer<typeof TaxIdValue>;

export const CustomsLine = z.object({
  sku: SkuValue.optional(),
  description: z.string().min(1).max(512).describe('What it is, in words that customs understand: "cotton T-shirt".'),
  hsCode: HsCode.optional(),
  originCountry: CountryCode.optional().describe('Where it was made.'),
  quantity: Quantity,
  unitValueMinor: Minor.min(0).describe("Value of one unit, in minor units of the declaration's currency."),
  unitWeightGrams: z.int().min(1).optional().describe('Net weight of one unit.'),
  parcel: z.int().min(0).optional().describe('The place of the parcel that holds it, from 0; any where it is absent.'),
});
export type CustomsLine = z.infer<typeof CustomsLine>;

/** A paper of the sender's own that goes with the goods, such as his invoice. */
export const CustomsPaper = z.object({
  kind: z.enum(['commercial-invoice', 'proforma-invoice', 'certificate-of-origin', 'other']),
  format: z.enum(PAPER_FORMATS),
  base64: z.base64(),
});
export type CustomsPaper = z.infer<typeof CustomsPaper>;

/** What customs want to know of a shipment. */
export const CustomsValue = z
  .object({
    contents: z.enum(['goods', 'documents']).default('goods').describe('documents: papers without a value.'),
    reason: z.enum(EXPORT_REASONS).default('sale'),
    reasonText: z.string().max(80).optional().describe('The reason in words; needed where it is other.'),
    incoterm: z
      .enum(INCOTERMS)
      .optional()
      .describe('Who bears cost and risk; under DDP duties are billed to the sender, else to the recipient.'),
    invoiceNumber: z.string().min(1).max(35).optional(),
    invoiceDate: LocalDate.optional(),
    currency: Currency,
    lines: z.array(CustomsLine).max(999).default([]),
    freightMinor: Minor.min(0).optional().describe('Cost of transport on the invoice.'),
    insuranceMinor: Minor.min(0).optional().describe('Cost of insurance on the invoice.'),
    exporterTaxIds: z.array(TaxIdValue).max(10).default([]),
    importerTaxIds: z.array(TaxIdValue).max(10).default([]),
    importer: AddressValue.optional().describe('Who imports it, where that is not the recipient.'),
    exportDeclaration: ExternalId.optional().describe(
      'Number of the export declaration: MRN in the EU, ITN in the US.',
    ),
    remarks: z.string().max(500).optional(),
    papers: z.array(CustomsPaper).max(10).default([]).describe("Own papers, sent electronically. None: the carrier's."),
  })
  .describe('Customs data of a shipment that crosses a border.');
export type CustomsValue = z.infer<typeof CustomsValue>;
/** What all declarations of a place have in common. */
export const LocationCustoms = z.object({
  incoterm: z.enum(INCOTERMS).optional().describe('DAP where nobody says.'),
  reason: z.enum(EXPORT_REASONS).optional(),
  exporterTaxIds: z.array(TaxIdValue).max(10).optional(),
  remarks: z.string().max(500).optional(),
});
export type LocationCustoms = z.infer<typeof LocationCustoms>;
/** Customs data as they are written: what has a default may be left out. */
export type CustomsInput = z.input<typeof CustomsValue>;

/** What all goods of a declaration are worth, in minor units of its currency. */
export function customsTotalMinor({ lines }: Pick<CustomsValue, 'lines'>): number {
  return lines.reduce((sum, { quantity, unitValueMinor }) => sum + quantity * unitValueMinor, 0);
}

/** Who is billed duties and taxes: the sender where he delivers duty paid, else the recipient. */
export function dutiesBilledTo({ incoterm }: Pick<CustomsValue, 'incoterm'>): 'sender' | 'recipient' {
  return incoterm === 'DDP' ? 'sender' : 'recipient';
}
