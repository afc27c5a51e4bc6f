import { createHmac } from 'node:crypto';
import { epochMs, instantOf } from '../../../core/shared/instant.ts';
import type { ConformanceSubject, WebhookMessage } from '../../kit/conformance/subject.ts';
import { trackAnswer } from '../simulatorAnswers.ts';

const TOKEN = 'simulated-security-token';
const NUMBER = '794900000010';

const at = instantOf(Date.UTC(2026, 5, 1, 12));
export const FIRST: WebhookMessage = { id: 'm-1', at, receivedAt: at };

/** What FedEx sends when something happened to a parcel: an answer of Track, with when it was sent and which attempt it is. */
export function trackingMessage({ id, at: sentAt, changedAt = sentAt, receivedAt }: WebhookMessage) {
  const shipment = {
    master: NUMBER,
    reference: id,
    trackingNumbers: [NUMBER],
    place: { city: 'New York', countryCode: 'US' },
    createdMs: epochMs(changedAt),
    cancelledMs: null,
  };
  const { transactionId, output } = trackAnswer([{ number: NUMBER, shipment }], epochMs(changedAt) + 120_000, 60_000);
  return { transactionId, outputMetaData: [{ timeStamp: receivedAt, attempt: '1' }], output };
}

export const WEBHOOK: NonNullable<ConformanceSubject['webhook']> = {
  settings: {
    apiKey: 'simulated-api-key',
    secretKey: 'simulated-secret-key',
    accountNumber: '510087860',
    webhookToken: TOKEN,
  },
  request(message) {
    const body = new TextEncoder().encode(JSON.stringify(trackingMessage(message)));
    const signature = createHmac('sha256', TOKEN).update(body).digest('base64');
    return { headers: new Map([['fdx-signature', signature]]), body, receivedAt: message.receivedAt };
  },
  signatureHeader: 'fdx-signature',
  isTimed: false,
};
