import type { ConformanceSubject } from '../../../connectors/kit/conformance/index.ts';
import type { AnyConnector, RawRequest, WebhookAdapter } from '../../../connectors/kit/connector.ts';
import { subjects } from '../../../connectors/marketplace/conformance.ts';
import type { OrderDocument } from '../../../core/documents/index.ts';
import { ok } from '../../../core/shared/result.ts';
import type { Defect } from './defect.ts';

const good = subjects[0] as ConformanceSubject;
const { connector } = good;
const webhook = connector.webhook as WebhookAdapter<unknown>;
const topics = connector.topics;

const broken = (change: Partial<AnyConnector>, more: Partial<ConformanceSubject> = {}): ConformanceSubject => ({
  ...good,
  ...more,
  connector: { ...connector, ...change },
});
const hooks = (change: Partial<WebhookAdapter<unknown>>): ConformanceSubject =>
  broken({ webhook: { ...webhook, ...change } });

type Event = { readonly data?: Readonly<Record<string, unknown>> };

/** The topics with something done to what they are given. */
const given = (change: (event: Event) => unknown): ConformanceSubject =>
  broken({
    topics: Object.fromEntries(
      Object.entries(topics).map(([name, topic]) => [
        name,
        { decode: (raw: unknown) => topic.decode(typeof raw === 'object' && raw ? change(raw as Event) : raw) },
      ]),
    ),
  });
const withData = (change: (data: Readonly<Record<string, unknown>>) => object): ConformanceSubject =>
  given((event) => {
    const isWhole = typeof event.data === 'object' && event.data !== null && !Array.isArray(event.data);
    return isWhole && event.data ? { ...event, data: { ...event.data, ...change(event.data) } } : event;
  });

/** The topics with something done to the orders that they decode. */
const orders = (change: (order: OrderDocument) => OrderDocument): ConformanceSubject =>
  broken({
    topics: Object.fromEntries(
      Object.entries(topics).map(([name, topic]) => [
        name,
        {
          decode: (raw: unknown) => {
            const decoded = topic.decode(raw);
            if (!decoded.ok || decoded.value.kind !== 'documents') return decoded;
            const documents = decoded.value.documents.map((record) =>
              record.name === 'order' ? { ...record, document: change(record.document) } : record,
            );
            return ok({ kind: 'documents' as const, documents });
          },
        },
      ]),
    ),
  });

const KNOWN = new Set(['pending', 'authorized', 'paid', 'partially-refunded', 'refunded', 'voided']);
const pending = { 'order.created': [{ type: 'order.created', data: firstOrder({ paymentState: 'pending' }) }] };

function firstOrder(change: Partial<OrderDocument>): object {
  const [event] = (good.messages['order.created'] ?? []) as { readonly data: OrderDocument }[];
  return { ...event?.data, ...change };
}

let counter = 0;
const local = (text: unknown): unknown => (typeof text === 'string' ? `${text.slice(0, 19)}Z` : text);
const altered = (request: RawRequest): RawRequest => {
  const body = Uint8Array.from(request.body);
  body[0] = '{'.charCodeAt(0);
  return { ...request, body };
};
const named = (change: (name: { messageId: string; subject: string; topic: string }) => object): ConformanceSubject =>
  hooks({
    identify: (request) => {
      const name = webhook.identify(request);
      return name.ok ? ok({ ...name.value, ...change(name.value) }) : name;
    },
  });

export const ORDER_DEFECTS: readonly Defect[] = [
  {
    name: 'takes a status that nobody knows for paid',
    check: 'decode/unknown-values',
    subject: {
      ...withData(({ paymentState }) =>
        typeof paymentState === 'string' && !KNOWN.has(paymentState) ? { paymentState: 'paid' } : {},
      ),
      messages: { ...good.messages, ...pending },
    },
  },
  {
    name: 'cuts an order after a hundred lines',
    check: 'decode/huge',
    subject: orders((order) => ({ ...order, lines: order.lines.slice(0, 100) })),
  },
  {
    name: 'takes every currency by hundredths',
    check: 'money/minor-units',
    subject: orders((order) =>
      order.currency === 'JPY'
        ? { ...order, lines: order.lines.map((line) => ({ ...line, totalMinor: line.totalMinor * 100 })) }
        : order,
    ),
  },
  {
    name: 'forgets the shipping',
    check: 'money/totals',
    subject: orders((order) => ({
      ...order,
      totals: { ...order.totals, grandMinor: order.totals.grandMinor - order.totals.shippingMinor },
    })),
  },
  {
    name: 'was tried with euros alone',
    check: 'money/exponents',
    subject: {
      ...good,
      extremes: {
        'order.created': (good.extremes?.['order.created'] ?? []).filter(
          (event) => (event as { data: OrderDocument }).data.currency === 'EUR',
        ),
      },
    },
  },
  {
    name: 'leaves the offset of a time away',
    check: 'time/offsets',
    subject: withData(({ updatedAt }) => ({ updatedAt: local(updatedAt) })),
  },
  {
    name: 'tells the hour by the clock on its wall',
    check: 'time/machine',
    subject: orders((order) => ({ ...order, note: `at ${new Date(order.placedAt).getHours()}` })),
  },
  {
    name: 'writes names in ASCII',
    check: 'text/unicode',
    subject: orders((order) => ({
      ...order,
      shippingAddress: { ...order.shippingAddress, name: order.shippingAddress?.name?.replace(/[^ -~]/g, '?') },
    })),
  },
];

export const HOOK_DEFECTS: readonly Defect[] = [
  {
    name: 'lets the unsigned in',
    check: 'webhook/unsigned',
    subject: hooks({
      verify: (request, settings) =>
        request.headers.get('webhook-signature') ? webhook.verify(request, settings) : ok(undefined),
    }),
  },
  {
    name: 'lets the old in',
    check: 'webhook/stale',
    subject: hooks({
      verify: (request, settings) => {
        const seconds = Number(request.headers.get('webhook-timestamp'));
        return webhook.verify({ ...request, receivedAt: new Date(seconds * 1000).toISOString() as never }, settings);
      },
    }),
  },
  {
    name: 'lets in whoever shows any signature',
    check: 'webhook/wrong-signature',
    subject: hooks({
      verify: (request, settings) => {
        const verified = webhook.verify(request, settings);
        return !verified.ok && verified.error.code === 'signature-wrong' ? ok(undefined) : verified;
      },
    }),
  },
  {
    name: 'looks past the first byte',
    check: 'webhook/altered',
    subject: hooks({ verify: (request, settings) => webhook.verify(altered(request), settings) }),
  },
  {
    name: 'wants its messages within the second',
    check: 'webhook/genuine',
    subject: hooks({
      verify: (request, settings) => {
        const late = Date.parse(request.receivedAt) - Number(request.headers.get('webhook-timestamp')) * 1000;
        return webhook.verify(late > 1000 ? { ...request, headers: new Map() } : request, settings);
      },
    }),
  },
  { name: 'names a topic that it has not', check: 'webhook/named', subject: named(() => ({ topic: 'order.paid' })) },
  {
    name: 'takes a redelivery for news',
    check: 'webhook/redelivered',
    subject: named(({ messageId }) => ({ messageId: `${messageId}-${++counter}` })),
  },
  {
    name: 'throws at what is no JSON',
    check: 'webhook/junk',
    subject: hooks({
      identify: (request) => {
        JSON.parse(new TextDecoder().decode(request.body));
        return webhook.identify(request);
      },
    }),
  },
  {
    name: 'dates every message alike',
    check: 'webhook/reordered',
    subject: orders((order) => ({ ...order, updatedAt: '2026-03-01T10:05:00.000Z' })),
  },
];
