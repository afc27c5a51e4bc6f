import { z } from 'zod';

export const LABEL_FORMATS = ['ZPL', 'EPL', 'GIF', 'PNG', 'PDF'] as const;
/** What papers come and go as, beside labels. */
export const PAPER_FORMATS = ['PDF', 'PNG', 'GIF', 'JPEG', 'TIFF', 'HTML', 'TEXT'] as const;

/** A paper that a carrier made, or took back. */
export const CarrierPaper = z.object({
  kind: z.enum([
    'commercial-invoice',
    'customs-declaration',
    'certificate-of-origin',
    'waybill',
    'receipt',
    'manifest',
    'return-label',
    'qr-code',
    'other',
  ]),
  format: z.enum([...LABEL_FORMATS, 'JPEG', 'TIFF', 'HTML', 'TEXT']),
  base64: z.base64(),
  copies: z.int().min(1).optional().describe('How many the carrier wants printed.'),
});
export type CarrierPaper = z.infer<typeof CarrierPaper>;
