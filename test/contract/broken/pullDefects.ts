import type { ConformanceSubject } from '../../../connectors/kit/conformance/index.ts';
import type { Checkpoint, Page } from '../../../connectors/kit/connector.ts';
import type { Fault } from '../../../core/shared/fault.ts';
import type { Instant } from '../../../core/shared/ids.ts';
import { epochMs, instantOf } from '../../../core/shared/instant.ts';
import { ok, type Result } from '../../../core/shared/result.ts';
import { isGrown, paging, pulling, pullStock, talking } from './acmeCopies.ts';
import type { Defect } from './defect.ts';

let counter = 0;

const later = (page: Page, since: Instant | null, more: boolean): Page => ({
  ...page,
  checkpoint: { since, cursor: null },
  more,
});

/** Reads a whole pull from a place on. */
async function everything(client: unknown, from: Checkpoint, signal: AbortSignal): Promise<Result<Page, Fault>> {
  const items: unknown[] = [];
  for (let at = from; ; ) {
    const page = await pullStock.fetch(client, at, signal);
    if (!page.ok) return page;
    items.push(...page.value.items);
    if (!page.value.more) return ok({ ...page.value, items });
    at = page.value.checkpoint;
  }
}

/** Pages by the number of the first record, as if nothing changed meanwhile. */
async function byOffset(client: unknown, from: Checkpoint, signal: AbortSignal): Promise<Result<Page, Fault>> {
  const offset = Number(from.cursor ?? 0);
  const all = await everything(client, { ...from, cursor: null }, signal);
  if (!all.ok) return all;
  const items = all.value.items.slice(offset, offset + 3);
  const more = offset + 3 < all.value.items.length;
  const checkpoint = more ? { since: from.since, cursor: String(offset + 3) } : all.value.checkpoint;
  return ok({ items, checkpoint, more });
}

const places = new WeakMap<object, Checkpoint>();
/** Goes on from a place of its own, and names one that is a page further. */
async function aPageAhead(client: unknown, from: Checkpoint, signal: AbortSignal): Promise<Result<Page, Fault>> {
  const page = await pullStock.fetch(client, places.get(client as object) ?? from, signal);
  if (!page.ok || !page.value.more) {
    places.delete(client as object);
    return page;
  }
  places.set(client as object, page.value.checkpoint);
  const next = await pullStock.fetch(client, page.value.checkpoint, signal);
  return next.ok
    ? ok({ ...page.value, checkpoint: next.value.more ? next.value.checkpoint : page.value.checkpoint })
    : next;
}

/** Stock pages, with something done to them. */
const pages = (change: (page: Page, from: Checkpoint) => Page): ConformanceSubject =>
  paging(async (client, from, signal) => {
    const page = await pullStock.fetch(client, from, signal);
    return page.ok ? ok(change(page.value, from)) : page;
  });

export const PULL_DEFECTS: readonly Defect[] = [
  {
    name: 'throws at an odd item',
    check: 'pull/named',
    subject: pulling({
      identify: (raw) => {
        const { id, sku, updated } = raw as Record<string, unknown>;
        return ok({ messageId: `level/${id}@${updated}`, subject: `stock/${sku}` });
      },
    }),
  },
  {
    name: 'tells an item twice',
    check: 'pull/no-repeat',
    subject: pages((page) => ({ ...page, items: [...page.items, ...page.items.slice(0, 1)] })),
  },
  {
    name: 'goes by a clock of its own',
    check: 'pull/checkpoint',
    subject: pages((page) => (page.more ? page : later(page, instantOf(Date.UTC(2100, 0, 1)), false))),
  },
  { name: 'keeps its place to itself', check: 'pull/resumed', subject: paging(aPageAhead) },
  {
    name: 'stops after a page',
    check: 'pull/complete',
    subject: pages((page, from) =>
      later(page, page.items.length > 0 ? instantOf(Date.UTC(2026, 5, 1)) : from.since, false),
    ),
  },
  {
    name: 'brings what it cannot read',
    check: 'pull/decoded',
    subject: pages((page) => ({
      ...page,
      items: page.items.map((item) => ({ ...(item as object), updated: 'soon' })),
    })),
  },
  {
    name: 'finds news where there are none',
    check: 'pull/second-run',
    subject: pages((page, { since }) =>
      since === null ? page : { ...page, items: page.items.map((item) => ({ ...(item as object), count: ++counter })) },
    ),
  },
  {
    name: 'goes on behind the last second',
    check: 'pull/ties',
    subject: pages((page) => ({
      ...page,
      checkpoint: { ...page.checkpoint, cursor: page.checkpoint.cursor?.replace(/ \d{6}"/, ' 999999"') ?? null },
    })),
  },
  { name: 'counts pages while records move', check: 'pull/changes', subject: paging(byOffset) },
  {
    name: 'does not look back',
    check: 'pull/late-commit',
    subject: paging((client, from, signal) => {
      const since = from.since === null ? null : instantOf(epochMs(from.since) + 60_000);
      return pullStock.fetch(client, { ...from, since }, signal);
    }),
  },
  {
    name: 'hammers on at 429',
    check: 'pull/storm',
    subject: paging(async (client, from, signal) => {
      for (let i = 0; ; i++) {
        const page = await pullStock.fetch(client, from, signal);
        if (page.ok || page.error.kind !== 'rate-limited' || i >= 10) return page;
      }
    }),
  },
  {
    name: 'takes half a page for an empty one',
    check: 'pull/truncated',
    subject: talking((call) => async (...args) => {
      const answer = await call(...args);
      return answer.ok && typeof answer.value === 'string' ? ok({ company: 'Acme', levels: [], next: null }) : answer;
    }),
  },
  {
    name: 'ends with its token',
    check: 'pull/token-expired',
    subject: paging(async (client, from, signal) => {
      const page = await pullStock.fetch(client, from, signal);
      const isOver = !page.ok && page.error.code === 'token-refused';
      return isOver ? ok({ items: [], checkpoint: { since: from.since, cursor: null }, more: false }) : page;
    }),
  },
  {
    name: 'drops records with a new field',
    check: 'pull/drift',
    subject: talking((call) => async (method, path, body, signal) => {
      const answer = await call(method, path, body, signal);
      const isLater = path.startsWith('/levels?') && !path.includes('1970');
      return answer.ok && isLater && isGrown(answer.value) ? ok({ levels: [], next: null }) : answer;
    }),
  },
];
