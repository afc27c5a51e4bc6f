import type { EventDocument } from '../../core/documents/index.ts';
import { type Fault, retryable } from '../../core/shared/fault.ts';
import type { Instant } from '../../core/shared/ids.ts';
import { epochMs } from '../../core/shared/instant.ts';
import { ok, type Result } from '../../core/shared/result.ts';
import { type ApiClient, apiClient, defineConnector, type HttpFailure, signStandard, z } from '../kit/index.ts';

const Settings = z.object({
  baseUrl: z.url({ protocol: /^https?$/ }).describe('Where events are posted.'),
  secret: z
    .string()
    .regex(
      /^whsec_[A-Za-z0-9+/]{32,}={0,2}$/,
      'a Standard Webhooks secret: "whsec_" and at least 24 random bytes in base64',
    )
    .describe('The secret that events are signed with.'),
  previousSecret: z
    .string()
    .regex(/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/)
    .optional()
    .describe('The secret before this one, while receivers change over; events are signed with both.'),
  events: z
    .array(z.string())
    .min(1)
    .default(['*'])
    .describe('Which events: types such as order.lines-released, beginnings such as order.*, or * for all.'),
});
type Settings = z.infer<typeof Settings>;
type Client = ApiClient<Settings>;

/** Posts an event, signed by Standard Webhooks; its id is the message's, so that a receiver knows it again. */
async function post(
  { settings, http, now }: Client,
  event: { readonly id: string },
  effect: 'read' | 'write',
  signal: AbortSignal,
): Promise<Result<void, Fault>> {
  const { id } = event;
  const body = JSON.stringify(event);
  const headers = {
    'Content-Type': 'application/cloudevents+json',
    'webhook-id': id,
    ...signed(settings, id, now(), body),
  };
  const answer = await http.request(
    { method: 'POST', url: settings.baseUrl, headers, body, responseType: 'text', effect },
    signal,
  );
  return answer.ok ? ok(undefined) : answer;
}

function signed({ secret, previousSecret }: Settings, id: string, at: Instant, body: string) {
  const seconds = Math.floor(epochMs(at) / 1000);
  const secrets = previousSecret === undefined ? [secret] : [secret, previousSecret];
  const bytes = new TextEncoder().encode(body);
  return {
    'webhook-timestamp': String(seconds),
    'webhook-signature': secrets.map((one) => signStandard(one, id, seconds, bytes)).join(' '),
  };
}

/**
 * 410 is how a receiver says that it wants no more: the connection waits for a person, as it does when the receiver knows
 * nothing of the secret (401, 403). Any other refusal may be a receiver that was deployed wrongly, and is tried for hours.
 */
function classify({ status }: HttpFailure): Fault | undefined {
  if (status === 410)
    return { kind: 'auth', code: 'endpoint-gone', message: 'the receiver wants no more events', remedy: 'reconnect' };
  if (status >= 400 && status < 500 && ![401, 403, 429].includes(status))
    return retryable(`http-${status}`, `the receiver answered HTTP ${status}`);
  return undefined;
}

/** Any receiver: the hub's events by webhook, as CloudEvents signed with Standard Webhooks. */
export const webhook = defineConnector<Settings, Client>({
  manifest: {
    id: 'webhook',
    kind: 'edi',
    title: 'Events by webhook',
    apiVersion: '1',
    docs: 'https://www.standardwebhooks.com',
    pacing: { requestsPerSecond: 50, burst: 100, concurrency: 8 },
    timeoutMs: 15_000,
    secretSettings: ['secret', 'previousSecret'],
    redact: ['webhook-signature'],
  },
  settings: Settings,
  hosts: ({ baseUrl }) => [new URL(baseUrl).host],
  client: apiClient,
  async check(client, signal) {
    const id = `ping-${epochMs(client.now())}`;
    const shared = { specversion: '1.0', source: 'urn:crossdock:hub', datacontenttype: 'application/json' };
    const ping = { ...shared, id, type: 'hub.pinged', subject: 'hub', time: client.now(), data: {} };
    const answer = await post(client, ping, 'read', signal);
    return answer.ok ? ok({ about: 'took a signed ping' }) : answer;
  },
  topics: {},
  classify,
  capabilities: {
    pushEvent: {
      encode: (event: EventDocument) => ok(event),
      async send(client, raw, _key, signal) {
        const { id } = raw as EventDocument;
        const answer = await post(client, raw as EventDocument, 'write', signal);
        return answer.ok ? ok({ externalId: id }) : answer;
      },
      duplicates: { mode: 'nativeKey' },
    },
  },
});
