import type {
  AnyConnector,
  Capabilities,
  Pull,
  RawRequest,
  Topic,
  WebhookAdapter,
  Write,
} from '../../../connectors/kit/connector.ts';
import { marketplace } from '../../../connectors/marketplace/index.ts';
import { receivedWebhook, signedWebhook } from '../../../connectors/marketplace/sender.ts';
import { permanent } from '../../../core/shared/fault.ts';
import { err, ok } from '../../../core/shared/result.ts';
import { sampleOrder } from '../../support/sampleOrder.ts';
import { acmeSubject } from './acmeSubject.ts';
import type { ConformanceSubject } from './subject.ts';

/** A subject with one thing wrong, and words of the claim that must catch it. */
export type Defect = { readonly name: string; readonly claim: string; readonly subject: ConformanceSubject };

const { connector: acme } = acmeSubject;
const level = acme.topics['level'] as Topic;
const pullStock = acme.capabilities.pullStock as Pull<unknown>;
const pushOrder = acme.capabilities.pushOrder as unknown as Write<unknown, unknown, unknown>;

const broken = (change: Partial<AnyConnector>): ConformanceSubject => ({
  ...acmeSubject,
  connector: { ...acme, ...change },
});
const decoding = (decode: Topic['decode']): ConformanceSubject => broken({ topics: { level: { decode } } });
const pulling = (change: Partial<Pull<unknown>>): ConformanceSubject =>
  broken({ capabilities: { ...acme.capabilities, pullStock: { ...pullStock, ...change } } });
const writing = (change: Partial<typeof pushOrder>): ConformanceSubject =>
  broken({ capabilities: { ...acme.capabilities, pushOrder: { ...pushOrder, ...change } } as Capabilities<unknown> });
const lookUp = pushOrder.duplicates as Extract<typeof pushOrder.duplicates, { mode: 'lookupByRef' }>;

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const event = { type: 'order.created', data: sampleOrder(1) };
const hooks = (change: Partial<WebhookAdapter<unknown>>): ConformanceSubject => ({
  connector: {
    ...marketplace,
    webhook: { ...(marketplace.webhook as WebhookAdapter<unknown>), ...change },
  },
  messages: { 'order.created': [event] },
  webhook: {
    settings: { secret: SECRET },
    signatureHeader: 'webhook-signature',
    isTimed: true,
    request: ({ id, at, receivedAt }) => receivedWebhook(signedWebhook(SECRET, id, at, event), receivedAt),
  },
});
const verify = (request: RawRequest, settings: unknown) =>
  (marketplace.webhook as WebhookAdapter<unknown>).verify(request, settings);
let counter = 0;
/** Where each client is, behind the back of its checkpoints. */
const places = new WeakMap<object, string | null>();

export const DEFECTS: readonly Defect[] = [
  {
    name: 'decode-throws',
    claim: 'damaged anywhere',
    subject: decoding((raw) => {
      (raw as { sku: string }).sku.toLowerCase();
      return level.decode(raw);
    }),
  },
  {
    name: 'decode-names-no-place',
    claim: 'damaged anywhere',
    subject: decoding((raw) => {
      const decoded = level.decode(raw);
      return decoded.ok ? decoded : err(permanent('bad', 'something is wrong'));
    }),
  },
  {
    name: 'decode-changes-its-input',
    claim: 'leaves its input alone',
    subject: decoding((raw) => {
      Object.assign(raw ?? {}, { seen: true });
      return level.decode(raw);
    }),
  },
  {
    name: 'decode-has-a-memory',
    claim: 'leaves its input alone',
    subject: decoding((raw) => level.decode({ ...(raw as object), count: ++counter })),
  },
  {
    name: 'decode-refuses-new-fields',
    claim: 'fields that nobody knows',
    subject: decoding((raw) =>
      Object.keys(raw ?? {}).length > 4 ? err(permanent('unknown-field', 'not in our list', '/')) : level.decode(raw),
    ),
  },
  {
    name: 'decode-lets-a-float-through',
    claim: 'valid documents',
    subject: decoding((raw) => {
      const decoded = level.decode(raw);
      if (decoded.ok && decoded.value.kind === 'documents') {
        const [record] = decoded.value.documents;
        const document = { ...record?.document, quantity: 1.5 };
        return ok({ kind: 'documents', documents: [{ name: 'stock', document } as never] });
      }
      return decoded;
    }),
  },
  {
    name: 'paging-repeats',
    claim: 'repeat nothing',
    subject: pulling({
      fetch: async (client, from, signal) => {
        const back = from.cursor === null ? from : { ...from, cursor: String(Number(from.cursor) - 1) };
        return pullStock.fetch(client, back, signal);
      },
    }),
  },
  {
    name: 'paging-stops-early',
    claim: 'bring every record',
    subject: pulling({
      fetch: async (client, from, signal) => {
        const page = await pullStock.fetch(client, from, signal);
        return page.ok ? ok({ ...page.value, more: false }) : page;
      },
    }),
  },
  {
    name: 'checkpoint-a-page-ahead',
    claim: 'loses nothing',
    subject: pulling({
      fetch: async (client, from, signal) => {
        const own = places.get(client as object) ?? from.cursor;
        const page = await pullStock.fetch(client, { ...from, cursor: own }, signal);
        if (!page.ok) return page;
        const { cursor } = page.value.checkpoint;
        places.set(client as object, cursor);
        return ok({ ...page.value, checkpoint: { since: null, cursor: String(Number(cursor) + 3) } });
      },
    }),
  },
  {
    name: 'look-up-finds-nothing',
    claim: 'still one record',
    subject: writing({ duplicates: { ...lookUp, landed: async () => ok(null) } }),
  },
  {
    name: 'look-up-finds-anything',
    claim: 'nothing before',
    subject: writing({ duplicates: { ...lookUp, landed: async () => ok({ externalId: 'o-1' }) } }),
  },
  {
    name: 'says-idempotent-and-is-not',
    claim: 'still one record',
    subject: writing({ duplicates: { mode: 'idempotent' } }),
  },
  {
    name: 'says-native-key-and-has-none',
    claim: 'sent twice',
    subject: writing({ duplicates: { mode: 'nativeKey' } }),
  },
  {
    name: 'encode-by-chance',
    claim: 'encodes the same twice',
    subject: writing({ encode: () => ok({ number: `n${++counter}` }) }),
  },
  {
    name: 'settles-too-soon',
    claim: 'only after the first look',
    subject: writing({ duplicates: { ...lookUp, settleMs: 0 } }),
  },
  {
    name: '429-is-final',
    claim: '429 with Retry-After',
    subject: broken({ classify: ({ status }) => (status === 429 ? permanent('no', 'no') : undefined) }),
  },
  {
    name: '500-is-final',
    claim: '500 is a fault',
    subject: broken({ classify: ({ status }) => (status === 500 ? permanent('no', 'no') : undefined) }),
  },
  {
    name: 'any-answer-is-good',
    claim: 'bad credentials',
    subject: broken({ check: async () => ok({ about: 'fine' }) }),
  },
  {
    name: 'takes-a-page-for-an-answer',
    claim: 'calls itself a success',
    subject: broken({
      check: async (client, signal) => {
        const checked = await acme.check(client, signal);
        return !checked.ok && checked.error.code === 'unexpected-shape' ? ok({ about: 'Acme' }) : checked;
      },
    }),
  },
  {
    name: 'tells-its-token',
    claim: 'no secret',
    subject: broken({
      check: async (client, signal) => {
        const checked = await acme.check(client, signal);
        return checked.ok ? checked : err({ ...checked.error, message: `${checked.error.message} with acme-token-77` });
      },
    }),
  },
  { name: 'lets-anyone-in', claim: 'one bit flipped', subject: hooks({ verify: () => ok(undefined) }) },
  {
    name: 'lets-the-unsigned-in',
    claim: 'missing, empty',
    subject: hooks({
      verify: (request, settings) =>
        request.headers.has('webhook-signature') ? verify(request, settings) : ok(undefined),
    }),
  },
  {
    name: 'lets-the-old-in',
    claim: 'hours ago',
    subject: hooks({
      verify: (request, settings) => {
        const seconds = Number(request.headers.get('webhook-timestamp'));
        return verify({ ...request, receivedAt: new Date(seconds * 1000).toISOString() as never }, settings);
      },
    }),
  },
  {
    name: 'redelivery-is-new',
    claim: 'a redelivery has the id',
    subject: hooks({
      identify: (request) => {
        const named = (marketplace.webhook as WebhookAdapter<unknown>).identify(request);
        return named.ok ? ok({ ...named.value, messageId: `${named.value.messageId}-${++counter}` }) : named;
      },
    }),
  },
];
