import { type Fault, permanent } from '../../core/shared/fault.ts';
import type { Instant } from '../../core/shared/ids.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type {
  Ask,
  Checkpoint,
  CursorDeclaration,
  MessageName,
  Page,
  Pull,
  RemoteRef,
  Write,
  WriteKey,
} from './connector.ts';
import type { ApiClient, HttpAnswer, HttpRequest } from './io.ts';
import {
  firstWindow,
  nextPage,
  nextWindow,
  type Paging,
  type Path,
  requestPage,
  requestWindow,
  valueAt,
  type WindowPaging,
  type WindowPlace,
} from './paging.ts';
import { openRun, pageBehind, type RunPlace } from './run.ts';
import { readTime, type TimeFormat, writeTime } from './timeFormat.ts';

/** A pull that is all declaration: what to ask for, how pages follow each other, and where things stand in an answer. */
export type PullDeclaration<Client> = {
  readonly topic: string;
  readonly cursor: CursorDeclaration;
  /** Asks for what changed since then (null: everything). `since` is already as early as the cursor's lag wants. */
  readonly request: (since: Instant | null, client: Client) => HttpRequest;
  readonly paging: Paging;
  readonly items: Path;
  /** How the cursor field is written; needed for a cursor by time. */
  readonly time?: TimeFormat;
  readonly identify: (raw: unknown) => Result<MessageName, Fault>;
};

/** A pull by its declaration. Throws for a combination that would lose records. */
export function declaredPull<Client extends ApiClient>(declared: PullDeclaration<Client>): Pull<Client> {
  const { topic, cursor, identify, paging } = declared;
  const simple = paging.kind === 'windows' ? paging.each : paging;
  if (cursor.kind === 'updated-at' && simple.kind === 'offset' && simple.order !== 'newest-first') {
    throw new Error(`${topic}: pages by offset step over records that change meanwhile, unless the newest come first`);
  }
  if (cursor.kind === 'updated-at' && declared.time === undefined)
    throw new Error(`${topic}: how is ${cursor.field} written?`);
  return { topic, cursor, identify, fetch: (client, from, signal) => fetchPage(declared, client, from, signal) };
}

async function fetchPage<Client extends ApiClient>(
  declared: PullDeclaration<Client>,
  client: Client,
  from: Checkpoint,
  signal: AbortSignal,
): Promise<Result<Page, Fault>> {
  const run = openRun(from, declared.cursor);
  if (!run.ok) return run;
  const { request, place, following, readUpTo } = step(declared, client, run.value);
  const answer = await client.http.request(request, signal);
  if (!answer.ok) return answer;
  const items = valueAt(answer.value.body, declared.items);
  if (!Array.isArray(items))
    return err(permanent('unexpected-shape', `no list at "${declared.items}"`, pointer(declared.items)));
  const next = nextPage(pagesIn(declared.paging), place, answer.value, items.length);
  if (!next.ok) return next;
  return ok(
    pageBehind(from, run.value, {
      items,
      next: following(next.value),
      changed: [...readUpTo, ...changesOf(items, declared)],
    }),
  );
}

type Step = {
  readonly request: HttpRequest;
  /** The page inside the window, or inside the run where there are no windows. */
  readonly place: unknown;
  readonly following: (next: unknown) => unknown;
  /** The beginning of the window: all before it was read, also where it brought nothing. */
  readonly readUpTo: readonly Instant[];
};

function step<Client extends ApiClient>(declared: PullDeclaration<Client>, client: Client, run: RunPlace): Step {
  const { paging } = declared;
  const asked = { effect: 'read' as const, ...declared.request(run.since, client) };
  if (paging.kind !== 'windows') {
    return { request: requestPage(asked, paging, run.page), place: run.page, following: (next) => next, readUpTo: [] };
  }
  const now = client.now();
  const window = (run.page as WindowPlace | null) ?? firstWindow(paging, run.since, now);
  return {
    request: requestPage(requestWindow(asked, paging, window), paging.each, window.page),
    place: window.page,
    following: (next) => nextWindow(paging, window, next, now),
    readUpTo: [window.from],
  };
}

const pagesIn = (paging: Paging): Exclude<Paging, WindowPaging> => (paging.kind === 'windows' ? paging.each : paging);
const pointer = (path: Path): string => `/${path.replaceAll('.', '/')}`;

function changesOf(
  items: readonly unknown[],
  { cursor, time }: Pick<PullDeclaration<never>, 'cursor' | 'time'>,
): readonly string[] {
  if (cursor.kind !== 'updated-at' || !time) return [];
  return items.flatMap((item) => {
    const read = readTime(time, valueAt(item, cursor.field));
    return read.ok ? [read.value] : [];
  });
}

/** A write that is one request. */
export type WriteDeclaration<Client, Doc, Receipt = RemoteRef> = {
  readonly encode: (document: Doc) => Result<unknown, Fault>;
  readonly request: (raw: unknown, key: WriteKey, client: Client) => HttpRequest;
  readonly receipt: (answer: HttpAnswer, client: Client) => Result<Receipt, Fault>;
  /**
   * - `nativeKey`: the header that takes the idempotency key.
   * - `lookupByRef`: a request that searches by our reference, and what it found.
   * - `idempotent`, `none`: as in the interface.
   */
  readonly duplicates:
    | { readonly mode: 'nativeKey'; readonly header: string }
    | {
        readonly mode: 'lookupByRef';
        readonly settleMs: number | null;
        readonly request: (key: WriteKey, client: Client) => HttpRequest;
        readonly found: (answer: HttpAnswer) => Result<Receipt | null, Fault>;
      }
    | { readonly mode: 'idempotent' }
    | { readonly mode: 'none' };
};

/** A write by its declaration. A yes that cannot be read is in doubt: it was carried out, most likely. */
export function declaredWrite<Client extends ApiClient, Doc, Receipt = RemoteRef>(
  declared: WriteDeclaration<Client, Doc, Receipt>,
): Write<Client, Doc, Receipt> {
  const { encode, duplicates } = declared;
  const nativeHeader = duplicates.mode === 'nativeKey' ? duplicates.header : undefined;
  return {
    encode,
    async send(client, raw, key, signal) {
      const answer = await client.http.request(
        { effect: 'write', ...keyed(declared.request(raw, key, client), nativeHeader, key) },
        signal,
      );
      if (!answer.ok) return answer;
      const receipt = declared.receipt(answer.value, client);
      return receipt.ok ? receipt : err({ kind: 'in-doubt', code: receipt.error.code, message: receipt.error.message });
    },
    duplicates:
      duplicates.mode === 'lookupByRef'
        ? {
            mode: 'lookupByRef',
            settleMs: duplicates.settleMs,
            async landed(client, _raw, key, signal) {
              const answer = await client.http.request({ effect: 'read', ...duplicates.request(key, client) }, signal);
              return answer.ok ? duplicates.found(answer.value) : answer;
            },
          }
        : { mode: duplicates.mode },
  };
}

function keyed(request: HttpRequest, header: string | undefined, { idempotencyKey }: WriteKey): HttpRequest {
  return header === undefined ? request : { ...request, headers: { ...request.headers, [header]: idempotencyKey } };
}

/** A question that is one request. */
export function declaredAsk<Client extends ApiClient, Query, Answer>(declared: {
  readonly request: (query: Query, client: Client) => Result<HttpRequest, Fault>;
  readonly answer: (answer: HttpAnswer, query: Query, client: Client) => Result<Answer, Fault>;
}): Ask<Client, Query, Answer> {
  return {
    async ask(client, query, signal) {
      const request = declared.request(query, client);
      if (!request.ok) return request;
      const answer = await client.http.request({ effect: 'read', ...request.value }, signal);
      return answer.ok ? declared.answer(answer.value, query, client) : answer;
    },
  };
}

/** `since` as a parameter of a query, in the system's own form; nothing where everything is asked for. */
export function sinceParam(
  name: string,
  format: TimeFormat,
  since: Instant | null,
): Readonly<Record<string, string | number>> {
  return since === null ? {} : { [name]: writeTime(format, since) };
}
