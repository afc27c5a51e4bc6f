import type { ConnectorIo, Pull } from '../../../connectors/kit/connector.ts';
import { permanent, retryable } from '../../../core/shared/fault.ts';
import { instantOf } from '../../../core/shared/instant.ts';
import { err, ok } from '../../../core/shared/result.ts';
import {
  able,
  acme,
  broken,
  type Client,
  checking,
  classifying,
  decoding,
  faulty,
  final,
  isGrown,
  level,
  lookUp,
  pulling,
  pullStock,
  quoteRates,
  talking,
  writing,
} from './acmeCopies.ts';
import { acmeSubject } from './acmeSubject.ts';
import type { Defect } from './defect.ts';

let counter = 0;

export const DECLARATION_DEFECTS: readonly Defect[] = [
  {
    name: 'a write that is never tried',
    check: 'declaration/samples',
    subject: { ...acmeSubject, writes: {} },
  },
  {
    name: 'waits ten minutes for an answer',
    check: 'declaration/limits',
    subject: broken({ manifest: { ...acme.manifest, timeoutMs: 600_000 } }),
  },
  {
    name: 'keeps its key in the open',
    check: 'declaration/secrets',
    subject: broken({ manifest: { ...acme.manifest, secretSettings: [] } }),
  },
  { name: 'calls any host', check: 'declaration/hosts', subject: broken({ hosts: () => ['*'] }) },
  {
    name: 'goes by the id of records that change',
    check: 'declaration/cursor',
    subject: pulling({ cursor: { ...pullStock.cursor, kind: 'updated-at', field: 'id' } as Pull<unknown>['cursor'] }),
  },
  {
    name: 'settles at once',
    check: 'declaration/write',
    subject: writing({ duplicates: { ...lookUp, settleMs: 0 } }),
  },
];

export const DECODE_DEFECTS: readonly Defect[] = [
  {
    name: 'a topic without a sample',
    check: 'decode/samples',
    subject: broken({ topics: { level, order: level } }),
  },
  {
    name: 'changes its input',
    check: 'decode/pure',
    subject: decoding((raw) => {
      Object.assign(raw ?? {}, { seen: true });
      return level.decode(raw);
    }),
  },
  {
    name: 'has a memory',
    check: 'decode/pure',
    subject: decoding((raw) => level.decode({ ...(raw as object), count: ++counter })),
  },
  {
    name: 'lets a float through',
    check: 'decode/valid',
    subject: decoding((raw) => {
      const decoded = level.decode(raw);
      if (!decoded.ok || decoded.value.kind !== 'documents') return decoded;
      const document = { ...decoded.value.documents[0]?.document, quantity: 1.5 };
      return ok({ kind: 'documents', documents: [{ name: 'stock', document } as never] });
    }),
  },
  {
    name: 'throws at what is missing',
    check: 'decode/damaged',
    subject: decoding((raw) => {
      (raw as { sku: string }).sku.toLowerCase();
      return level.decode(raw);
    }),
  },
  {
    name: 'names no place',
    check: 'decode/damaged',
    subject: decoding((raw) => {
      const decoded = level.decode(raw);
      return decoded.ok ? decoded : err(permanent('bad', 'something is wrong'));
    }),
  },
  {
    name: 'refuses new fields',
    check: 'decode/unknown-fields',
    subject: decoding((raw) =>
      isGrown(raw ?? '') ? err(permanent('unknown', 'not in our list', '/')) : level.decode(raw),
    ),
  },
  {
    name: 'drops a field and does not say why',
    check: 'decode/explained',
    subject: { ...acmeSubject, keptRaw: [] },
  },
  {
    name: 'takes local times for UTC',
    check: 'time/zone',
    subject: decoding((raw) => {
      const decoded = level.decode(raw);
      const { updated } = (raw ?? {}) as { updated?: unknown };
      const at = Date.parse(`${String(updated).replace(' ', 'T')}Z`);
      if (!decoded.ok || decoded.value.kind !== 'documents' || Number.isNaN(at)) return decoded;
      const document = { ...decoded.value.documents[0]?.document, asOf: instantOf(at) };
      return ok({ kind: 'documents', documents: [{ name: 'stock', document } as never] });
    }),
  },
];

export const ACCOUNT_DEFECTS: readonly Defect[] = [
  {
    name: 'says nothing about the account',
    check: 'account/good',
    subject: checking((checked) => (checked.ok ? ok({ about: '' }) : checked)),
  },
  { name: 'takes any key', check: 'account/wrong', subject: checking(() => ok({ about: 'fine' })) },
  {
    name: 'tries again what was refused',
    check: 'account/failures',
    subject: broken({ classify: ({ status }) => (status === 422 ? retryable('later', 'later') : undefined) }),
  },
  {
    name: 'cannot be called off',
    check: 'account/called-off',
    subject: broken({ check: (client) => acme.check(client, new AbortController().signal) }),
  },
  {
    name: 'gives up on a system that is not there',
    check: 'account/unreachable',
    subject: faulty((fault) => (fault.code === 'network-econnrefused' ? final(fault) : fault)),
  },
  {
    name: 'quotes fractions of a cent',
    check: 'account/answers',
    subject: able({
      quoteRates: {
        ask: async (client: unknown, query: never, signal: AbortSignal) => {
          const quotes = await quoteRates.ask(client, query, signal);
          return quotes.ok ? ok(quotes.value.map((rate) => ({ ...rate, chargeMinor: 4.9 }))) : quotes;
        },
      },
    }),
  },
  {
    name: 'stops at a new field in an answer',
    check: 'account/drift',
    subject: talking((call) => async (...args) => {
      const answer = await call(...args);
      return answer.ok && isGrown(answer.value) ? err(permanent('unknown', 'a new field')) : answer;
    }),
  },
];

export const CALL_DEFECTS: readonly Defect[] = [
  { name: 'gives up at 429', check: 'call/rate-limit', subject: classifying(429, permanent('no', 'no')) },
  { name: 'gives up at 500', check: 'call/server-error', subject: classifying(500, permanent('no', 'no')) },
  { name: 'knocks on at 403', check: 'call/denied', subject: classifying(403, retryable('no', 'no')) },
  {
    name: 'gives up when a line is cut',
    check: 'call/reset',
    subject: faulty((fault) => (fault.code === 'network-econnreset' ? final(fault) : fault)),
  },
  {
    name: 'gives up after a silence',
    check: 'call/silent',
    subject: faulty((fault) => (fault.code === 'network-etimedout' ? final(fault) : fault)),
  },
  {
    name: 'takes a page for an answer',
    check: 'call/html',
    subject: checking((checked) =>
      !checked.ok && checked.error.message.includes('received string') ? ok({ about: 'Acme' }) : checked,
    ),
  },
  {
    name: 'takes nothing for an answer',
    check: 'call/cut',
    subject: checking((checked) =>
      !checked.ok && checked.error.message.includes('received null') ? ok({ about: 'Acme' }) : checked,
    ),
  },
  {
    name: 'takes a redirect for an answer',
    check: 'call/redirected',
    subject: checking((checked) =>
      !checked.ok && checked.error.code === 'redirected' ? ok({ about: 'Acme' }) : checked,
    ),
  },
  {
    name: 'throws at a content type',
    check: 'call/wrong-type',
    subject: broken({
      client: (settings, io) => {
        const request: ConnectorIo['http']['request'] = async (asked, signal) => {
          const answer = await io.http.request(asked, signal);
          if (answer.ok && answer.value.headers.get('content-type')?.startsWith('text/plain'))
            throw new Error('no JSON');
          return answer;
        };
        return acme.client(settings, { ...io, http: { request } });
      },
    }),
  },
  {
    name: 'calls past the budget',
    check: 'call/budget',
    subject: broken({
      client: (settings, io) => {
        const client = acme.client(settings, io) as Client;
        return { ...client, base: (settings as { baseUrl: string }).baseUrl };
      },
      async check(client, signal) {
        if (!signal.aborted)
          await fetch(`${(client as { base: string }).base}/me`, { signal: AbortSignal.timeout(50) }).catch(
            () => undefined,
          );
        return acme.check(client, signal);
      },
    }),
  },
];
