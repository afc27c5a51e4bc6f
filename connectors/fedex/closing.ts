import type { DayClose, ManifestReceipt } from '../../core/documents/index.ts';
import type { Fault } from '../../core/shared/fault.ts';
import { ok, type Result } from '../../core/shared/result.ts';
import type { Write } from '../kit/connector.ts';
import { parseDocument } from '../kit/parse.ts';
import { type Client, inDoubt } from './client.ts';
import { CloseAnswer, parseAnswer } from './wire.ts';

const PATH = '/ship/v1/endofday/';

/**
 * Closes the day of FedEx Ground: everything of the account that is open, whatever is named, with the manifest for the
 * driver. Whether a close of unknown outcome happened is asked by its report for one of the parcels it was to close.
 */
export const closeDay: Write<Client, DayClose, ManifestReceipt> = {
  encode: (document) => ok(document),
  async send(client, raw, { reference }, signal) {
    const document = raw as DayClose;
    const body = { ...closeOf(document, client), closeReqType: 'GCDR' };
    const call = { method: 'PUT', path: PATH, body, effect: 'write', transaction: reference } as const;
    const answer = await client.call(call, signal);
    if (!answer.ok) return answer;
    const receipt = manifestOf(answer.value, document);
    return receipt.ok ? receipt : inDoubt(receipt.error);
  },
  duplicates: {
    mode: 'lookupByRef',
    settleMs: null,
    async landed(client, raw, _key, signal) {
      const document = raw as DayClose;
      const trackingNumber = document.trackingNumbers.at(-1);
      // The report of a day would be that of any close of that day.
      if (trackingNumber === undefined) return ok(null);
      const reprint = { closeReqType: 'RGCDR', reprintOption: 'BY_TRACKING_NUMBER', trackingNumber };
      const body = { ...closeOf(document, client), ...reprint };
      const answer = await client.call({ method: 'POST', path: PATH, body, effect: 'read' }, signal);
      if (!answer.ok) return answer.error.kind === 'permanent' ? ok(null) : answer;
      const receipt = manifestOf(answer.value, document);
      return receipt.ok && receipt.value.papers.length === 0 ? ok(null) : receipt;
    },
  },
};

const closeOf = ({ date }: DayClose, { settings }: Client) => ({
  accountNumber: { value: settings.accountNumber },
  groundServiceCategory: 'GROUND',
  closeDate: date,
  closeDocumentSpecification: { closeDocumentTypes: ['MANIFEST'] },
});

/** The manifest of an answer. FedEx has no key of a close; its shipping cycle, else our reference, stands for it. */
export function manifestOf(raw: unknown, document: DayClose): Result<ManifestReceipt, Fault> {
  const parsed = parseAnswer(CloseAnswer, raw, 'FedEx end of day');
  if (!parsed.ok) return parsed;
  const { closeDocuments } = parsed.value.output;
  const papers = closeDocuments.flatMap(({ parts = [], copiesToPrint = 0 }) =>
    parts
      .toSorted((a, b) => (a.documentPartSequenceNumber ?? 0) - (b.documentPartSequenceNumber ?? 0))
      .flatMap(({ image }) => (image ? [{ image, copies: copiesToPrint }] : [])),
  );
  return parseDocument('manifestReceipt', {
    externalId: closeDocuments.flatMap(({ shippingCycle }) => shippingCycle ?? [])[0] ?? document.reference,
    date: document.date,
    trackingNumbers: document.trackingNumbers,
    papers: papers.map(({ image, copies }) => ({
      kind: 'manifest',
      // A manifest is a text of columns; FedEx does not name its format.
      format: image.startsWith('JVBER') ? 'PDF' : 'TEXT',
      base64: image,
      ...(copies > 0 ? { copies } : {}),
    })),
  });
}
