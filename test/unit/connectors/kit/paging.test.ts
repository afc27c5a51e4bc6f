import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import type { Checkpoint, CursorDeclaration } from '../../../../connectors/kit/connector.ts';
import { declaredPull, sinceParam } from '../../../../connectors/kit/declared.ts';
import type { ApiClient } from '../../../../connectors/kit/io.ts';
import type { Paging } from '../../../../connectors/kit/paging.ts';
import { pagesOf } from '../../../../connectors/kit/run.ts';
import type { TimeFormat } from '../../../../connectors/kit/timeFormat.ts';
import type { Instant } from '../../../../core/shared/ids.ts';
import { epochMs, instantOf } from '../../../../core/shared/instant.ts';
import { ok } from '../../../../core/shared/result.ts';
import { listen, probeIo, type Told } from '../../../support/probe.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const START: Checkpoint = { since: null, cursor: null };
const T0 = Date.UTC(2026, 0, 1);
type Item = { readonly id: number; readonly changed: string };
const items = (count: number): Item[] =>
  Array.from({ length: count }, (_, i) => ({ id: i, changed: instantOf(T0 + i * 60_000) }));
const RFC: TimeFormat = { form: 'rfc3339' };
const BY_TIME: CursorDeclaration = {
  kind: 'updated-at',
  field: 'changed',
  zone: 'offset',
  inclusive: true,
  commitLagMs: 120_000,
  tieBreak: 'id',
};

const SIZE = 3;
/** Cuts a page of the records changed since the `since` that was asked for; `at` is how many to skip. */
function cut(all: readonly Item[], { query }: Told, at: number) {
  const since = query.get('since');
  const found = all.filter(({ changed }) => since === null || changed >= since);
  const page = found.slice(at, at + SIZE);
  return { page, next: at + SIZE < found.length ? at + SIZE : null };
}

type Way = {
  readonly paging: Paging;
  readonly itemsAt: string;
  readonly answer: (all: readonly Item[], told: Told) => { headers?: Record<string, string>; body?: unknown };
};
const WAYS: Record<string, Way> = {
  cursor: {
    paging: { kind: 'cursor', next: 'meta.next', param: 'after' },
    itemsAt: 'data',
    answer(all, told) {
      const { page, next } = cut(all, told, Number(told.query.get('after') ?? 0));
      return { body: { data: page, meta: { next } } };
    },
  },
  'token in headers': {
    paging: { kind: 'token', next: { in: 'header', name: 'X-Next' }, param: { in: 'header', name: 'X-Page' } },
    itemsAt: '',
    answer(all, told) {
      const { page, next } = cut(all, told, Number(told.headers['x-page'] ?? 0));
      return { body: page, ...(next === null ? {} : { headers: { 'x-next': String(next) } }) };
    },
  },
  'Link header': {
    paging: { kind: 'link' },
    itemsAt: '',
    answer(all, told) {
      const { page, next } = cut(all, told, Number(told.query.get('skip') ?? 0));
      const since = told.query.get('since');
      const link = `</items?skip=${next}${since ? `&since=${since}` : ''}>; rel="prefetch next", </items>; rel=first`;
      return { body: page, ...(next === null ? {} : { headers: { link } }) };
    },
  },
  'offset, newest first': {
    paging: {
      kind: 'offset',
      param: 'offset',
      counts: 'items',
      first: 0,
      size: SIZE,
      sizeParam: 'limit',
      order: 'newest-first',
    },
    itemsAt: 'items',
    answer(all, told) {
      const { page } = cut(all.toReversed(), told, Number(told.query.get('offset')));
      return { body: { items: page } };
    },
  },
  'page numbers': {
    paging: {
      kind: 'offset',
      param: 'page',
      counts: 'pages',
      first: 1,
      size: SIZE,
      sizeParam: 'per_page',
      order: 'newest-first',
    },
    itemsAt: 'items',
    answer(all, told) {
      const { page } = cut(all.toReversed(), told, (Number(told.query.get('page')) - 1) * SIZE);
      return { body: { items: page } };
    },
  },
  'GraphQL connection': {
    paging: { kind: 'graphql', connection: 'data.items', variable: 'after' },
    itemsAt: 'data.items.nodes',
    answer(all, told) {
      const { variables } = JSON.parse(told.body || '{}') as { variables: { after: string | null } };
      const { page, next } = cut(all, told, Number(variables.after ?? 0));
      return {
        body: { data: { items: { nodes: page, pageInfo: { hasNextPage: next !== null, endCursor: String(next) } } } },
      };
    },
  },
};

async function bench({ paging, itemsAt, answer }: Way, world: { all: Item[] }, cursor: CursorDeclaration = BY_TIME) {
  const served = await listen((told) => answer(world.all, told));
  closing.push(served.close);
  const { io, clock } = probeIo(served.url, { kind: 'none' });
  const client: ApiClient = { settings: {}, http: io.http, now: io.now };
  const isGraphql = paging.kind === 'graphql';
  const pull = declaredPull<ApiClient>({
    topic: 'item',
    cursor,
    paging,
    items: itemsAt,
    time: RFC,
    request: (since) => ({
      method: isGraphql ? 'POST' : 'GET',
      url: '/items',
      query: sinceParam('since', RFC, since),
      ...(isGraphql ? { body: {} } : {}),
    }),
    identify: (raw) =>
      ok({ messageId: `${(raw as Item).id}@${(raw as Item).changed}`, subject: `item/${(raw as Item).id}` }),
  });
  const read = async (from: Checkpoint, between?: (page: number) => void) => {
    const seen: Item[] = [];
    const checkpoints: Checkpoint[] = [];
    for await (const page of pagesOf(pull, client, from, new AbortController().signal)) {
      if (!page.ok) throw new Error(`${page.error.code}: ${page.error.message}`);
      seen.push(...(page.value.items as Item[]));
      checkpoints.push(JSON.parse(JSON.stringify(page.value.checkpoint)));
      between?.(checkpoints.length);
    }
    return { seen, checkpoints, last: checkpoints.at(-1) ?? START };
  };
  return { read, told: served.told, clock };
}

describe.each(Object.entries(WAYS))('paging by %s', (_, way) => {
  test('brings every record once, and the next run only what lies in the lag and after it', async () => {
    const world = { all: items(10) };
    const { read, told } = await bench(way, world);
    const first = await read(START);
    expect(first.seen.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(world.all.map(({ id }) => id));
    expect(first.checkpoints).toHaveLength(4);
    expect(first.last).toEqual({ since: world.all[9]?.changed, cursor: null });
    for (const { since } of first.checkpoints.slice(0, -1)) expect(since).toBeNull();
    told.length = 0;
    const second = await read(first.last);
    expect(told[0]?.query.get('since')).toBe(instantOf(T0 + 7 * 60_000));
    expect(second.seen.map(({ id }) => id).toSorted()).toEqual([7, 8, 9]);
  });

  test('goes on from the checkpoint of any page as if nothing had happened', async () => {
    const world = { all: items(10) };
    const { read } = await bench(way, world);
    const whole = await read(START);
    for (const [i, checkpoint] of whole.checkpoints.slice(0, -1).entries()) {
      const rest = await read(checkpoint);
      expect([...whole.seen.slice(0, (i + 1) * SIZE), ...rest.seen]).toEqual(whole.seen);
      expect(rest.last).toEqual(whole.last);
    }
  });
});

test('a record that changes while pages are read newest first is repeated, and none is stepped over', async () => {
  const way = WAYS['offset, newest first'];
  if (!way) throw new Error('no such way');
  let shifts = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 20 }),
      fc.array(fc.nat({ max: 19 }), { maxLength: 5 }),
      async (count, changes) => {
        const world = { all: items(count) };
        const { read } = await bench(way, world);
        const { seen, last } = await read(START, (page) => {
          const id = changes[page - 1];
          if (id === undefined || id >= count) return;
          shifts++;
          const changed = instantOf(T0 + (100 + page) * 60_000);
          world.all = [...world.all.filter((item) => item.id !== id), { id, changed }];
        });
        const next = await read(last);
        const known = new Set([...seen, ...next.seen].map((item) => `${item.id}@${item.changed}`));
        for (const item of world.all) expect(known).toContain(`${item.id}@${item.changed}`);
      },
    ),
    { numRuns: 25 },
  );
  expect(shifts).toBeGreaterThan(10);
});

describe('windows of time', () => {
  const way: Way = {
    paging: {
      kind: 'windows',
      from: 'from',
      to: 'to',
      format: { form: 'epoch-seconds' },
      windowMs: 3_600_000,
      beginsMsAgo: 5 * 3_600_000,
      each: { kind: 'cursor', next: 'next', param: 'after' },
    },
    itemsAt: 'data',
    answer(all, told) {
      const [from, to] = [Number(told.query.get('from')) * 1000, Number(told.query.get('to')) * 1000];
      if (to - from > 3_600_000) return { body: {} };
      const inside = all.filter(
        ({ changed }) => epochMs(changed as Instant) >= from && epochMs(changed as Instant) < to,
      );
      const at = Number(told.query.get('after') ?? 0);
      return { body: { data: inside.slice(at, at + SIZE), next: at + SIZE < inside.length ? at + SIZE : null } };
    },
  };

  test('follow each other up to the present, each read by its own pages', async () => {
    const all = Array.from({ length: 25 }, (_, i) => ({
      id: i,
      changed: instantOf(Date.UTC(2026, 2, 1) - i * 600_000 - 60_000),
    }));
    const { read, told, clock } = await bench(way, { all });
    const first = await read(START);
    expect(new Set(first.seen.map(({ id }) => id)).size).toBe(25);
    expect(first.last.since).toBe(all[0]?.changed);
    const windows = new Set(told.map(({ query }) => `${query.get('from')}-${query.get('to')}`));
    expect(windows.size).toBe(5);
    clock.ms += 10 * 3_600_000;
    const quiet = await read(first.last);
    expect(quiet.seen.map(({ id }) => id)).toEqual([0]);
    told.length = 0;
    await read(quiet.last);
    expect(told.length).toBeLessThanOrEqual(2);
  });
});

describe('a declaration that would lose records', () => {
  const declare = (cursor: CursorDeclaration, paging: Paging) => () =>
    declaredPull<ApiClient>({
      topic: 'item',
      cursor,
      paging,
      items: '',
      time: RFC,
      request: () => ({ method: 'GET', url: '/' }),
      identify: () => ok({ messageId: '', subject: '' }),
    });

  test('pages by offset oldest first, under a cursor by time, is refused', () => {
    const paging: Paging = {
      kind: 'offset',
      param: 'o',
      counts: 'items',
      first: 0,
      size: 9,
      sizeParam: 'n',
      order: 'by-id',
    };
    expect(declare(BY_TIME, paging)).toThrow('step over');
    expect(declare({ kind: 'snapshot' }, paging)).not.toThrow();
  });

  test('a page that names itself as the next is a fault, not a loop', async () => {
    const way: Way = {
      paging: { kind: 'cursor', next: 'next', param: 'after' },
      itemsAt: 'data',
      answer: () => ({ body: { data: [], next: 'x' } }),
    };
    const { read } = await bench(way, { all: [] });
    await expect(read(START)).rejects.toThrow('page-repeats');
  });

  test('an answer without its list is a fault with the place', async () => {
    const way: Way = { paging: { kind: 'whole' }, itemsAt: 'data.items', answer: () => ({ body: { data: null } }) };
    const { read } = await bench(way, { all: [] });
    await expect(read(START)).rejects.toThrow('unexpected-shape');
  });
});
