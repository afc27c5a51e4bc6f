import type { LabelReceipt, LabelRequest } from '../../core/documents/index.ts';
import { gifToPdf } from '../kit/labelPdf.ts';
import type { LabelSpecification } from './wire.ts';

export type LabelFormat = NonNullable<LabelRequest['labelFormat']>;
type Label = NonNullable<LabelReceipt['parcels'][number]['label']>;

/** UPS draws GIF, ZPL and EPL. A PDF is made from its GIF; who asks for PNG gets the GIF, named as such. */
const DRAWN: Readonly<Record<LabelFormat, 'GIF' | 'ZPL' | 'EPL'>> = {
  PDF: 'GIF',
  PNG: 'GIF',
  GIF: 'GIF',
  ZPL: 'ZPL',
  EPL: 'EPL',
};

/** What labels are asked for: 4 by 6 inches, in the format to draw. */
export function labelSpecification(format: LabelFormat): LabelSpecification {
  return {
    LabelImageFormat: { Code: DRAWN[format] },
    HTTPUserAgent: 'Mozilla/4.5',
    LabelStockSize: { Height: '6', Width: '4' },
  };
}

/**
 * A label as UPS sent it, or the PDF made from it. UPS may answer with another format than was asked for (always a GIF
 * for the first parcel of some shipments), so its own word counts. An image that cannot be read stays as it is, and one
 * in an unknown format is left out: by then the label is bought, and the shipment must not be lost over its picture.
 */
export async function labelOf(
  wanted: LabelFormat,
  image: { readonly Code: string } | undefined,
  base64: string | undefined,
): Promise<Label | undefined> {
  const format = image?.Code.trim().toUpperCase();
  if (!base64 || !isDrawn(format)) return undefined;
  if (wanted !== 'PDF' || format !== 'GIF') return { format, base64 };
  try {
    return { format: 'PDF', base64: Buffer.from(await gifToPdf(Buffer.from(base64, 'base64'))).toString('base64') };
  } catch {
    return { format, base64 };
  }
}

function isDrawn(format: string | undefined): format is Label['format'] {
  return format === 'GIF' || format === 'ZPL' || format === 'EPL' || format === 'PNG' || format === 'PDF';
}
