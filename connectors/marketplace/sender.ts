import type { Instant } from '../../core/shared/ids.ts';
import { epochMs } from '../../core/shared/instant.ts';
import type { RawRequest } from '../kit/connector.ts';
import { signStandard } from '../kit/webhook.ts';

/** An event as a sender writes it: `data` is a canonical document. */
export type SenderEvent = { readonly type: string; readonly timestamp?: string; readonly data: unknown };

export type SentWebhook = {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
};

/** A webhook as a marketplace sends it: the event as JSON, named and signed by Standard Webhooks. */
export function signedWebhook(secret: string, id: string, at: Instant, event: SenderEvent): SentWebhook {
  const body = new TextEncoder().encode(JSON.stringify({ timestamp: at, ...event }));
  const seconds = Math.floor(epochMs(at) / 1000);
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(seconds),
      'webhook-signature': signStandard(secret, id, seconds, body),
    },
  };
}

/** The same webhook as the hub's door hands it to a connector. */
export function receivedWebhook({ headers, body }: SentWebhook, receivedAt: Instant): RawRequest {
  return { headers: new Map(Object.entries(headers)), body, receivedAt };
}

export type SenderOptions = {
  /** Where the hub takes this connection's webhooks: ".../hooks/{connection}". */
  readonly url: string;
  readonly secret: string;
  readonly now: () => Instant;
  readonly sleep: (ms: number) => Promise<void>;
};

const ATTEMPTS = 6;
const FIRST_WAIT_MS = 200;

/**
 * A marketplace that never loses an event: it sends each until the hub says 2xx, with the same id and a fresh signature,
 * waiting as long as the hub asks (Retry-After) or twice as long each time. Answers how many attempts it took; throws
 * when the hub refuses the event for good or does not answer.
 */
export async function sendEvent(options: SenderOptions, id: string, event: SenderEvent): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    const { headers, body } = signedWebhook(options.secret, id, options.now(), event);
    const response = await fetch(options.url, { method: 'POST', headers, body }).catch(() => undefined);
    if (response?.ok) return attempt;
    if (attempt >= ATTEMPTS || isFinal(response)) {
      throw new Error(`event ${id} was not taken: ${response ? `HTTP ${response.status}` : 'no answer'}`);
    }
    await options.sleep(askedMs(response) ?? FIRST_WAIT_MS * 2 ** (attempt - 1));
  }
}

/** Refused, and sending it again changes nothing. */
function isFinal(response: Response | undefined): boolean {
  return response !== undefined && response.status < 500 && response.status !== 429;
}

function askedMs(response: Response | undefined): number | undefined {
  const seconds = Number(response?.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : undefined;
}
