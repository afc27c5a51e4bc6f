import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OrderFilter, OrderSearch } from '../../core/ports/index.ts';
import type { Instant } from '../../core/shared/ids.ts';
import { openDatabase } from '../../store/database.ts';
import { migrate } from '../../store/migrate.ts';
import { openPrivatePostgres } from '../../store/private/openPrivatePostgres.ts';
import { orderSearch } from '../../store/queries/orderSearch.ts';
import { queries } from '../../store/queries/queries.ts';
import { percentile } from './load.ts';
import { makeOrders, SPREAD } from './manyOrders.ts';

export type OrderReadsOptions = {
  readonly orders: number;
  readonly rounds: number;
  readonly signal: AbortSignal;
  onStep(step: string): void;
};

/** Milliseconds for a page of 50 orders by each kind of search, and for one order with everything. */
export type OrderReads = {
  readonly orders: number;
  readonly searchP50Ms: number;
  readonly searchP95Ms: number;
  /** The kind of search with the slowest p95. */
  readonly slowest: string;
  readonly slowestP95Ms: number;
  readonly kinds: Readonly<Record<string, number>>;
  readonly showP50Ms: number;
  readonly showP95Ms: number;
};

/** The rows are made anew for each run and only read after: nothing is lost with them. */
const FILLED_FAST = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_wal_size: '16GB' };

/** Searches and shows among many stored orders, in a PostgreSQL of its own with the hub's settings. */
export async function benchOrderReads({ orders, rounds, signal, onStep }: OrderReadsOptions): Promise<OrderReads> {
  const folder = mkdtempSync(join(tmpdir(), 'crossdock-bench-'));
  const opened = await openPrivatePostgres({ dataDir: folder, role: 'guest', settings: FILLED_FAST });
  if (!opened.ok) throw new Error(`${opened.error.message}; ${opened.error.next}`);
  const { url, release } = opened.value;
  const pool = openDatabase({ url, max: 2, onError: () => undefined });
  try {
    await migrate(url);
    await makeOrders(pool, orders, (step) => {
      signal.throwIfAborted();
      onStep(step);
    });
    const { search } = orderSearch(pool);
    onStep('searching');
    const kinds = new Map<string, Float64Array>();
    for (const kind of Object.keys(SEARCHES))
      kinds.set(kind, await timed(rounds, signal, (i) => one(search, kind, i, orders)));
    onStep('showing');
    const { show } = queries(pool);
    const shown = await timed(rounds * 5, signal, async (i) => {
      const row = await show('orders', orderId(100 * Math.floor((spread(i, 99) * orders) / 100) + 2 * (i % 2)));
      if (row === null) throw new Error('an order of the benchmark is not there');
    });
    return { orders, ...searchFigures(kinds), showP50Ms: rounded(shown, 0.5), showP95Ms: rounded(shown, 0.95) };
  } finally {
    await pool.end();
    await release();
    rmSync(folder, { recursive: true, force: true });
  }
}

function searchFigures(kinds: ReadonlyMap<string, Float64Array>) {
  const all = Float64Array.from([...kinds.values()].flatMap((times) => [...times]));
  const p95 = [...kinds].map(([kind, times]) => [kind, rounded(times, 0.95)] as const);
  const [slowest, slowestP95Ms] = p95.reduce((a, b) => (b[1] > a[1] ? b : a));
  const figures = { searchP50Ms: rounded(all, 0.5), searchP95Ms: rounded(all, 0.95) };
  return { ...figures, slowest, slowestP95Ms, kinds: Object.fromEntries(p95) };
}

const WARM_UP = 5;

async function timed(rounds: number, signal: AbortSignal, run: (i: number) => Promise<void>): Promise<Float64Array> {
  const times = new Float64Array(rounds);
  for (let i = -WARM_UP; i < rounds; i++) {
    signal.throwIfAborted();
    const begun = performance.now();
    await run(i + WARM_UP);
    if (i >= 0) times[i] = performance.now() - begun;
  }
  return times;
}

const rounded = (times: Float64Array, share: number): number => Math.round(percentile(times, share) * 100) / 100;

/** A number from 0 to 1 for the nth try, the same in every run. */
function spread(n: number, salt: number): number {
  const mixed = Math.imul((n + 1) * 2_654_435_761 + salt * 40_503, 0x9e3779b1) >>> 0;
  return mixed / 2 ** 32;
}

const orderId = (n: number): string => `00000001-0000-7000-8000-${Math.floor(n).toString(16).padStart(12, '0')}`;
const day = (n: number): Instant => new Date(Date.UTC(2024, 0, 1 + n)).toISOString() as Instant;
const STATUSES = ['shipped', 'cancelled', 'on-hold', 'backordered', 'released', 'in-transit', 'closed', 'picked'];
const pick = (list: readonly string[], share: number): string => list[Math.floor(share * list.length)] ?? '';

/** The kinds of searches; `r(k)` is the kth random share of a try. */
const SEARCHES: Readonly<Record<string, (r: (k: number) => number, orders: number) => OrderFilter>> = {
  newest: () => ({}),
  customer: (r) => ({ customer: `buyer${Math.floor(r(1) * SPREAD.customers)}@example.com` }),
  number: (r, orders) => ({ number: `#${Math.floor(r(1) * orders)}` }),
  externalId: (r, orders) => ({ externalId: `ext-${Math.floor(r(1) * orders)}` }),
  commonSku: (r) => ({ sku: `SKU-${Math.floor(r(1) * 20)}` }),
  anySku: (r) => ({ sku: `SKU-${Math.floor(r(1) ** 3 * SPREAD.skus)}` }),
  status: (r) => ({ status: pick(STATUSES, r(1)) }),
  dates: (r) => ({ from: day(Math.floor(r(1) * 700)), to: day(Math.floor(r(1) * 700) + 7) }),
  channelAndStatus: (r) => ({ channel: pick(['b2b', 'phone', 'store'], r(1)), status: pick(STATUSES, r(2)) }),
  tag: (r) => ({ tag: `campaign-${Math.floor(r(1) * 3) * 10}` }),
  words: (r) => ({ text: `City${Math.floor(r(1) * SPREAD.cities)} colour` }),
  commonWord: () => ({ text: 'Müller' }),
  wordsAndStatus: (r) => ({ text: `City${Math.floor(r(1) * SPREAD.cities)}`, status: pick(STATUSES, r(2)) }),
  skuInDates: (r) => ({
    sku: `SKU-${Math.floor(r(1) * 200)}`,
    from: day(Math.floor(r(2) * 600)),
    to: day(Math.floor(r(2) * 600) + 60),
  }),
};

async function one(search: OrderSearch['search'], kind: string, i: number, orders: number): Promise<void> {
  const filter = SEARCHES[kind]?.((k) => spread(i, k), orders) ?? {};
  await search(filter, { limit: 50 });
}
