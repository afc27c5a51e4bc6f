import { z } from 'zod';
import type { LabelReceipt, LabelRequest } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Client } from './client.ts';
import { isGround } from './codes.ts';
import { parseAnswer, UploadAnswer } from './wire.ts';

type Customs = NonNullable<LabelRequest['customs']>;
type Paper = Customs['papers'][number];
type Made = NonNullable<LabelReceipt['documents']>[number];

const KINDS: Readonly<Record<Paper['kind'], string>> = {
  'commercial-invoice': 'COMMERCIAL_INVOICE',
  'proforma-invoice': 'PRO_FORMA_INVOICE',
  'certificate-of-origin': 'CERTIFICATE_OF_ORIGIN',
  other: 'OTHER',
};
const CONTENT_TYPES: Readonly<Partial<Record<Paper['format'], string>>> = {
  PDF: 'application/pdf',
  PNG: 'image/png',
  GIF: 'image/gif',
  JPEG: 'image/jpeg',
  TIFF: 'image/tiff',
  TEXT: 'text/plain',
};

/** What a shipment says of the papers that go with it electronically; nothing where it has none of its own. */
export async function uploadPapers(
  client: Client,
  { customs, from, to }: LabelRequest,
  service: string,
  signal: AbortSignal,
): Promise<Result<object | undefined, Fault>> {
  const papers = customs?.papers ?? [];
  if (papers.length === 0) return ok(undefined);
  const odd = papers.findIndex(({ format }) => CONTENT_TYPES[format] === undefined);
  if (odd >= 0) return err(permanent('paper-format', 'FedEx does not take papers as HTML', `/customs/papers/${odd}`));
  const body = {
    workflowName: 'ETDPreshipment',
    carrierCode: isGround(service) ? 'FDXG' : 'FDXE',
    orginCountryCode: from.country,
    destinationCountryCode: to.country,
    metaData: papers.map(({ kind, format, base64 }, i) => ({
      fileReferenceId: `paper-${i + 1}`,
      contentType: CONTENT_TYPES[format],
      shipDocumentType: KINDS[kind],
      fileContentBase64: base64,
    })),
  };
  // A paper that no shipment names changes nothing, so a lost answer does no harm.
  const call = { method: 'POST', path: '/documents/v1/etds/encodedmultiupload', body, effect: 'read' } as const;
  const answer = await client.upload(call, signal);
  if (!answer.ok) return answer;
  const parsed = parseAnswer(UploadAnswer, answer.value, 'FedEx upload');
  if (!parsed.ok) return parsed;
  const ids = new Map(
    parsed.value.output.documentResponses.map(({ fileReferenceId, metaData }) => [fileReferenceId, metaData.docId]),
  );
  const attachedDocuments = papers.flatMap(({ kind }, i) => {
    const documentId = ids.get(`paper-${i + 1}`);
    return documentId ? [{ documentType: KINDS[kind], documentId }] : [];
  });
  if (attachedDocuments.length < papers.length)
    return err(permanent('paper-refused', 'FedEx did not take every paper', '/customs/papers'));
  return ok({ attachedDocuments });
}

/** The invoice that FedEx is to make and give back, where goods cross a border without one of the sender's own. */
export function wantedPapers({ customs }: LabelRequest) {
  if (!customs || customs.contents === 'documents' || customs.papers.length > 0) return {};
  return {
    shippingDocumentSpecification: {
      shippingDocumentTypes: ['COMMERCIAL_INVOICE'],
      commercialInvoiceDetail: { documentFormat: { docType: 'PDF', stockType: 'PAPER_LETTER' } },
    },
  };
}

const MADE: Readonly<Record<string, Made['kind']>> = {
  COMMERCIAL_INVOICE: 'commercial-invoice',
  PROFORMA_INVOICE: 'commercial-invoice',
  CERTIFICATE_OF_ORIGIN: 'certificate-of-origin',
  USMCA_CERTIFICATION_OF_ORIGIN: 'certificate-of-origin',
  RETURN_INSTRUCTIONS: 'other',
};
const MADE_AS: Readonly<Record<string, Made['format']>> = { PDF: 'PDF', PNG: 'PNG', ZPLII: 'ZPL', EPL2: 'EPL' };

type Document = {
  readonly contentType?: string;
  readonly docType?: string;
  readonly encodedLabel?: string;
  readonly copiesToPrint?: number;
};

/** Papers of an answer; one that cannot be read is left out, for by then the label is bought. */
export function papersOf(documents: readonly Document[]): { readonly documents?: readonly Made[] } {
  const made = documents.flatMap(({ contentType = '', docType = 'PDF', encodedLabel, copiesToPrint = 0 }): Made[] => {
    const format = MADE_AS[docType.trim().toUpperCase()];
    if (!encodedLabel || !format || !z.base64().safeParse(encodedLabel).success) return [];
    const copies = copiesToPrint > 0 ? { copies: copiesToPrint } : {};
    return [{ kind: MADE[contentType] ?? 'other', format, base64: encodedLabel, ...copies }];
  });
  return made.length > 0 ? { documents: made } : {};
}
