import { epochMs, instantOf } from '../../../core/shared/instant.ts';
import type { ConformanceSubject, Messages, WebhookMessage } from '../../kit/conformance/subject.ts';
import { TOKEN_HEADER } from '../push.ts';
import { trackAnswer } from '../simulatorAnswers.ts';
import { BILLING_NUMBERS, CREDENTIALS } from '../simulatorWorld.ts';

const TOKEN = 'simulated-push-token';
const NUMBER = '00340430000000000015';
const SELF = 'https://api-eu.dhl.com/tracking/push/v1/subscription/3f0d8c9e';
const at = instantOf(Date.UTC(2026, 5, 1, 12));

/** What DHL sends when something happened to a parcel. */
function pushMessage({ id, at: sentAt, changedAt = sentAt }: WebhookMessage) {
  const scan = { statusCode: 'transit', description: `Sorted (${id})`, atMs: epochMs(changedAt), city: 'Köln' };
  return { scope: 'subscription.push', self: SELF, shipments: trackAnswer(NUMBER, [scan]).shipments };
}

export const MESSAGES: Messages = {
  'subscription.push': [pushMessage({ id: 'm-1', at, receivedAt: at })],
  'subscription.validate': [{ scope: 'subscription.validate', self: SELF, secret: 'from-dhl' }],
};

export const WEBHOOK: NonNullable<ConformanceSubject['webhook']> = {
  settings: { ...CREDENTIALS, billingNumbers: BILLING_NUMBERS.join(','), pushToken: TOKEN },
  request: (message) => ({
    headers: new Map([[TOKEN_HEADER, TOKEN]]),
    body: new TextEncoder().encode(JSON.stringify(pushMessage(message))),
    receivedAt: message.receivedAt,
  }),
  signatureHeader: TOKEN_HEADER,
  isTimed: false,
  isTokenOnly: true,
};
