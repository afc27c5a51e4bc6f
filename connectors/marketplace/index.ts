import { z } from 'zod';
import type { CanonicalRecord, DocumentName } from '../../core/documents/index.ts';
import { permanent } from '../../core/shared/fault.ts';
import { err, ok } from '../../core/shared/result.ts';
import { defineConnector, type RawRequest, type Topic } from '../kit/connector.ts';
import { parseDocument } from '../kit/parse.ts';
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
const Envelope = z.object({ type: z.string().max(100), timestamp: z.string().optional(), data: z.unknown() });

const TOPICS: Readonly<Record<string, DocumentName>> = {
  'order.created': 'order',
  'order.updated': 'order',
  'order.cancelled': 'order',
  'refund.created': 'refund',
  'product.updated': 'product',
};

function topicOf(name: DocumentName): Topic {
  return {
    decode: (raw) => {
      const data = (raw as { data?: unknown } | null)?.data;
      const parsed = parseDocument(name, data);
      if (!parsed.ok) return parsed;
      return ok({ kind: 'documents', documents: [{ name, document: parsed.value } as CanonicalRecord] });
    },
  };
}

function identify(request: RawRequest) {
  const messageId = request.headers.get('webhook-id') ?? '';
  let body: unknown;
  try {
    body = JSON.parse(new TextDecoder().decode(request.body));
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
  topics: Object.fromEntries(Object.entries(TOPICS).map(([topic, name]) => [topic, topicOf(name)])),
  capabilities: {},
  webhook: { verify: (request, { secret }) => verifyStandard(request, secret), identify },
});
