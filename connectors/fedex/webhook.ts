import type { CanonicalRecord } from '../../core/documents/index.ts';
import { permanent } from '../../core/shared/fault.ts';
import { err, ok } from '../../core/shared/result.ts';
import type { Topic, WebhookAdapter } from '../kit/connector.ts';
import { contentHash } from '../kit/contentHash.ts';
import { verifyHmac } from '../kit/webhook.ts';
import type { Settings } from './settings.ts';
import { documentOf } from './tracking.ts';
import { parseAnswer, TrackAnswer, type TrackResult } from './wire.ts';

/** What a webhook of Advanced Integrated Visibility brings: an answer of Track, sent when something happens to a parcel. */
export const tracking: Topic = {
  decode(raw) {
    const parsed = parseAnswer(TrackAnswer, raw, 'FedEx tracking message');
    if (!parsed.ok) return parsed;
    const told = parsed.value.output.completeTrackResults.flatMap(({ trackingNumber, trackResults }) =>
      trackResults
        .filter(({ error }) => !error)
        .map((result) => ({ result, number: numberOf(result, trackingNumber) })),
    );
    const documents: CanonicalRecord[] = [];
    for (const { result, number } of told) {
      const document = documentOf(result, number);
      if (!document.ok) return document;
      documents.push({ name: 'tracking', document: document.value });
    }
    if (documents.length > 0) return ok({ kind: 'documents', documents });
    return ok({ kind: 'ignored', reason: 'it tells of no parcel' });
  },
};

const numberOf = ({ trackingNumberInfo }: TrackResult, trackingNumber = ''): string =>
  trackingNumberInfo?.trackingNumber ?? trackingNumber;

/**
 * FedEx signs with HMAC-SHA256 over the body under the security token of the webhook project. A redelivery differs from
 * the first by the time of its attempt alone, so a message is named by what it says.
 */
export const webhook: WebhookAdapter<Settings> = {
  verify(request, { webhookToken }) {
    if (webhookToken !== undefined) return verifyHmac(request, 'fdx-signature', webhookToken);
    const message = 'this connection has no security token to check messages by';
    return err({ kind: 'auth', code: 'no-webhook-token', message, remedy: 'reconnect' });
  },
  identify({ body }) {
    const parsed = parseAnswer(TrackAnswer, jsonOf(body), 'FedEx tracking message');
    if (!parsed.ok) return parsed;
    const { output } = jsonOf(body) as { readonly output: unknown };
    const [first] = parsed.value.output.completeTrackResults;
    const number = first?.trackingNumber ?? first?.trackResults[0]?.trackingNumberInfo?.trackingNumber;
    if (!number)
      return err(permanent('unexpected-shape', 'a FedEx message of no parcel', '/output/completeTrackResults'));
    return ok({ messageId: `${number}@${contentHash(output)}`, subject: `parcel/${number}`, topic: 'tracking' });
  },
};

function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}
