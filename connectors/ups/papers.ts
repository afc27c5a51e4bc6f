import type { CarrierPaper, CustomsPaper, LabelReceipt } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Client } from './client.ts';
import { type Form, parseAnswer, UploadAnswer, type UploadRequest } from './wire.ts';

/** Types of documents in the Paperless API. */
const TYPES: Readonly<Record<CustomsPaper['kind'], string>> = {
  'commercial-invoice': '002',
  'certificate-of-origin': '003',
  'proforma-invoice': '008',
  other: '008',
};
const EXTENSIONS: Readonly<Partial<Record<CustomsPaper['format'], string>>> = {
  PDF: 'pdf',
  PNG: 'png',
  GIF: 'gif',
  JPEG: 'jpg',
  TIFF: 'tif',
  TEXT: 'txt',
};

/**
 * Uploads own papers before the shipment that names them. One that is uploaded and then not named lies at UPS without a
 * shipment and costs nothing, so it may happen twice.
 */
export async function uploadPapers(
  client: Client,
  papers: readonly CustomsPaper[],
  signal: AbortSignal,
): Promise<Result<readonly string[], Fault>> {
  const ids: string[] = [];
  for (const [i, paper] of papers.entries()) {
    const extension = EXTENSIONS[paper.format];
    if (!extension)
      return err(permanent('paper-format', `UPS takes no ${paper.format}`, `/customs/papers/${i}/format`));
    const { shipperNumber } = client.settings;
    const body: UploadRequest = {
      UploadRequest: {
        Request: {},
        ShipperNumber: shipperNumber,
        UserCreatedForm: [
          {
            UserCreatedFormFileName: `${paper.kind}-${i + 1}.${extension}`,
            UserCreatedFormFile: paper.base64,
            UserCreatedFormFileFormat: extension,
            UserCreatedFormDocumentType: TYPES[paper.kind],
          },
        ],
      },
    };
    const path = '/api/paperlessdocuments/v2/upload';
    const headers = { ShipperNumber: shipperNumber };
    // Not the write that the journal watches: nothing is bought by it.
    const answer = await client.call({ method: 'POST', path, headers, body, effect: 'read' }, signal);
    if (!answer.ok) return answer;
    const parsed = parseAnswer(UploadAnswer, answer.value, 'UPS upload');
    if (!parsed.ok) return parsed;
    ids.push(...parsed.value.UploadResponse.FormsHistoryDocumentID.DocumentID);
  }
  return ok(ids);
}

/** The customs papers that UPS made, all of them in one PDF. */
export function formOf(form: Form | undefined): Pick<LabelReceipt, 'documents'> {
  const image = form?.Image;
  if (image?.ImageFormat.Code.toUpperCase() !== 'PDF') return {};
  const document: CarrierPaper = { kind: 'commercial-invoice', format: 'PDF', base64: image.GraphicImage };
  return { documents: [document] };
}
