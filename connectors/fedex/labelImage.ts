import type { LabelReceipt, LabelRequest } from '../../core/documents/index.ts';

export type LabelFormat = NonNullable<LabelRequest['labelFormat']>;
type Label = NonNullable<LabelReceipt['parcels'][number]['label']>;

/** FedEx draws PDF, PNG, ZPL II and EPL 2; who asks for a GIF gets the PNG, named as such. */
const DRAWN: Readonly<Record<LabelFormat, 'PDF' | 'PNG' | 'ZPLII' | 'EPL2'>> = {
  PDF: 'PDF',
  PNG: 'PNG',
  GIF: 'PNG',
  ZPL: 'ZPLII',
  EPL: 'EPL2',
};
const NAMES: Readonly<Record<string, Label['format']>> = {
  PDF: 'PDF',
  PNG: 'PNG',
  ZPLII: 'ZPL',
  ZPL: 'ZPL',
  EPL2: 'EPL',
  EPL: 'EPL',
};

/** What labels are asked for: 4 by 6 inches, on paper for pictures and on stock for thermal printers. */
export function labelSpecification(format: LabelFormat) {
  const imageType = DRAWN[format];
  const isPicture = imageType === 'PDF' || imageType === 'PNG';
  return { labelFormatType: 'COMMON2D', imageType, labelStockType: isPicture ? 'PAPER_4X6' : 'STOCK_4X6' } as const;
}

/**
 * A label as FedEx sent it. Its own word for the format counts, then what was asked for; an image in a format that is not
 * known is left out: by then the label is bought, and the shipment must not be lost over its picture.
 */
export function labelOf(
  wanted: LabelFormat,
  docType: string | undefined,
  encoded: string | undefined,
): Label | undefined {
  const format = NAMES[docType?.trim().toUpperCase() ?? DRAWN[wanted]];
  return encoded && format ? { format, base64: encoded } : undefined;
}
