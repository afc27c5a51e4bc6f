import { z } from 'zod';
import type { CanonicalRecord, DocumentName } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok } from '../../core/shared/result.ts';
import { defineConnector, type RawRequest, type Topic } from '../kit/connector.ts';
import { parseDocument, parseWire } from '../kit/parse.ts';
import { verifyStandard } from '../kit/webhook.ts';

const Settings = z.object({
  secret: z
    .string()
    .regex(
      /^whsec_[A-Za-z0-9+/]{32,}={0,2}$/,
      'a Standard Webhooks secret: "whsec_" and at least 24 random bytes in base64',
    )
    .describe('The secret that the sender signs with.'),
});
type Settings = z.infer<typeof Settings>;

/** The envelope of Standard Webhooks: what happened, when, and the canonical document. */
const Event = z.object({ timestamp: z.string().optional(), data: z.unknown() });
const Envelope = Event.extend({ type: z.string().max(100) });

const TOPICS: Readonly<Record<string, DocumentName>> = {
  'order.created': 'order',
  'order.updated': 'order',
  'order.cancelled': 'order',
  'refund.created': 'refund',
  'product.updated': 'product',
};

function topicOf(topic: string, name: DocumentName): Topic {
  return {
    decode: (raw) => {
      const envelope = parseWire(Event, raw, 'event');
      if (!envelope.ok) return envelope;
      const { data, timestamp } = envelope.value;
      const candidate = topic === 'order.cancelled' ? cancelled(data, timestamp) : data;
      const parsed = parseDocument(name, candidate);
      if (!parsed.ok) return err(inData(parsed.error));
      if (topic === 'order.cancelled' && !('cancelledAt' in parsed.value)) {
        return err(
          permanent('no-cancel-time', 'say when it was cancelled: cancelledAt or timestamp', '/data/cancelledAt'),
        );
      }
      return ok({ kind: 'documents', documents: [{ name, document: parsed.value } as CanonicalRecord] });
    },
  };
}

/** A cancelled order as it is sent, cancelled at the event's own time where the document names none. */
function cancelled(data: unknown, timestamp: string | undefined): unknown {
  return timestamp === undefined || typeof data !== 'object' || data === null
    ? data
    : { cancelledAt: timestamp, ...data };
}

/** Places are named from the message's root, where the document is under `data`. */
function inData(fault: Fault): Fault {
  if (fault.kind !== 'permanent') return fault;
  return { ...fault, at: fault.at === undefined || fault.at === '/' ? '/data' : `/data${fault.at}` };
}

const utf8 = new TextDecoder();

function identify(request: RawRequest) {
  const messageId = request.headers.get('webhook-id') ?? '';
  let body: unknown;
  try {
    body = JSON.parse(utf8.decode(request.body));
  } catch {
    return err(permanent('not-json', 'the body is not JSON'));
  }
  const envelope = Envelope.safeParse(body);
  if (!envelope.success) return err(permanent('no-envelope', 'the body is {"type", "timestamp", "data"}', '/type'));
  const data = envelope.data.data as { externalId?: unknown; orderExternalId?: unknown } | null;
  const id = data?.orderExternalId ?? data?.externalId ?? messageId;
  const kind = TOPICS[envelope.data.type] === 'product' ? 'product' : 'order';
  return ok({ messageId, topic: envelope.data.type, subject: `${kind}/${String(id)}` });
}

/** Any sender: canonical documents by webhook, signed with Standard Webhooks. */
export const marketplace = defineConnector<Settings, null>({
  manifest: {
    id: 'marketplace',
    kind: 'marketplace',
    title: 'Marketplace by Standard Webhooks',
    apiVersion: '1',
    docs: 'https://www.standardwebhooks.com',
    pacing: { requestsPerSecond: 1, burst: 1, concurrency: 1 },
    timeoutMs: 1000,
    secretSettings: ['secret'],
    redact: ['webhook-signature'],
  },
  settings: Settings,
  hosts: () => [],
  client: () => null,
  check: async () => ok({ about: 'waits for signed webhooks' }),
  topics: Object.fromEntries(Object.entries(TOPICS).map(([topic, name]) => [topic, topicOf(topic, name)])),
  capabilities: {},
  webhook: { verify: (request, { secret }) => verifyStandard(request, secret), identify },
});
