import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { ConformanceSubject } from '../../../connectors/kit/conformance/index.ts';
import { type Fault, permanent, retryable } from '../../../core/shared/fault.ts';
import { err, ok } from '../../../core/shared/result.ts';
import {
  broken,
  checking,
  classifying,
  final,
  isGrown,
  lookUp,
  type PushOrder,
  pushOrder,
  talking,
  writing,
} from './acmeCopies.ts';
import { acmeSubject } from './acmeSubject.ts';
import type { Defect } from './defect.ts';

let counter = 0;

const sent = new WeakMap<object, Set<string>>();
const sending: PushOrder['send'] = (client, raw, key, signal) => {
  const references = sent.get(client as object) ?? new Set();
  sent.set(client as object, references.add(key.reference));
  return pushOrder.send(client, raw, key, signal);
};
const answering = (change: (fault: Fault) => Fault): ConformanceSubject =>
  writing({
    async send(client, raw, key, signal) {
      const answer = await pushOrder.send(client, raw, key, signal);
      return answer.ok ? answer : err(change(answer.error));
    },
  });

export const WRITE_DEFECTS: readonly Defect[] = [
  {
    name: 'encodes by chance',
    check: 'write/encode',
    subject: writing({ encode: () => ok({ number: `n${++counter}` }) }),
  },
  {
    name: 'sends twice',
    check: 'write/lands',
    subject: writing({
      async send(client, raw, key, signal) {
        const first = await pushOrder.send(client, raw, key, signal);
        return first.ok ? pushOrder.send(client, raw, key, signal) : first;
      },
    }),
  },
  {
    name: 'finds nothing',
    check: 'write/look-up',
    subject: writing({ duplicates: { ...lookUp, landed: async () => ok(null) } }),
  },
  {
    name: 'finds anything',
    check: 'write/look-up',
    subject: writing({ duplicates: { ...lookUp, landed: async () => ok({ externalId: 'o-1' }) } }),
  },
  {
    name: 'says idempotent and is not',
    check: 'write/again',
    subject: writing({ duplicates: { mode: 'idempotent' } }),
  },
  {
    name: 'says native key and has none',
    check: 'write/again',
    subject: writing({ duplicates: { mode: 'nativeKey' } }),
  },
  {
    name: 'sends again as soon as it finds nothing',
    check: 'write/late-commit',
    subject: writing({
      send: sending,
      duplicates: {
        ...lookUp,
        async landed(client, raw, key, signal) {
          const found = await lookUp.landed(client, raw, key, signal);
          const isMissing = found.ok && found.value === null && sent.get(client as object)?.has(key.reference);
          return isMissing ? pushOrder.send(client, raw, key, signal) : found;
        },
      },
    }),
  },
  {
    name: 'takes silence for a no',
    check: 'write/lost-answer',
    subject: answering((fault) => (fault.code === 'network-etimedout' ? retryable(fault.code, fault.message) : fault)),
  },
  {
    name: 'takes an odd answer for a no',
    check: 'write/odd-answer',
    subject: answering((fault) => (fault.code === 'unexpected-shape' ? final(fault) : fault)),
  },
  {
    name: 'takes what is not there for landed',
    check: 'write/reset',
    subject: writing({
      send: sending,
      duplicates: {
        ...lookUp,
        async landed(client, raw, key, signal) {
          const found = await lookUp.landed(client, raw, key, signal);
          const isMissing = found.ok && found.value === null && sent.get(client as object)?.has(key.reference);
          return isMissing ? ok({ externalId: 'o-0' }) : found;
        },
      },
    }),
  },
  {
    name: 'takes an error over there for a no',
    check: 'write/server-error',
    subject: classifying(500, retryable('later', 'later')),
  },
  {
    name: 'refuses when it is throttled',
    check: 'write/throttled',
    subject: answering((fault) => (fault.kind === 'rate-limited' ? final(fault) : fault)),
  },
  {
    name: 'stops at a new field in a receipt',
    check: 'write/drift',
    subject: talking((call) => async (method, path, body, signal) => {
      const answer = await call(method, path, body, signal);
      const isStrange = answer.ok && method === 'POST' && isGrown(answer.value);
      return isStrange ? err(permanent('unknown', 'a new field')) : answer;
    }),
  },
  {
    name: 'refuses long orders without a word',
    check: 'write/extremes',
    subject: writing({
      encode: (order) => (order.lines.length > 100 ? err(permanent('long', '')) : pushOrder.encode(order)),
    }),
  },
];

export const SECRET_DEFECTS: readonly Defect[] = [
  {
    name: 'says the key that it refuses',
    check: 'secrets/settings',
    subject: broken({
      settings: z.object({
        baseUrl: z.url(),
        apiKey: z.string().refine((key) => !key.includes('not-a-secret'), { error: ({ input }) => `no key: ${input}` }),
      }),
    }),
  },
  {
    name: 'was recorded with its token',
    check: 'secrets/fixtures',
    subject: { ...acmeSubject, fixtures: fileURLToPath(new URL('./fixtures', import.meta.url)) },
  },
  {
    name: 'tells its token',
    check: 'secrets/traces',
    subject: checking((checked) =>
      checked.ok ? checked : err({ ...checked.error, message: `${checked.error.message} with acme-token-77` }),
    ),
  },
  {
    name: 'repeats what is said back to it',
    check: 'secrets/echoed',
    subject: talking((call, { apiKey }) => async (...args) => {
      const answer = await call(...args);
      if (answer.ok || answer.error.code !== 'http-400') return answer;
      return err({ ...answer.error, message: `sent ${Buffer.from(`hub:${apiKey}`).toString('base64')}` });
    }),
  },
];
