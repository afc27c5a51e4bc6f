import { setTimeout as sleep } from 'node:timers/promises';
import { measureCollector } from './bareCollector.ts';
import { type BenchHub, openBenchHub } from './benchHub.ts';
import { type LoadResult, percentile, runLoad } from './load.ts';
import { measurePlainOrders } from './plainOrders.ts';
import { orderRequests } from './sampleOrders.ts';

export type OrdersReport = {
  /** Orders of three lines per second, from the first webhook sent to the last order applied. */
  readonly perSecond: number;
  /** From when a webhook was due to the commit of its order, at 70 % of that. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** 1 / (1 / bare collector + 1 / plain batched SQL of the same rows), measured in the same run. */
  readonly limitPerSecond: number;
  readonly ratio: number;
  readonly collectorPerSecond: number;
  readonly plainSqlPerSecond: number;
  readonly refused: number;
};

export type OrdersOptions = {
  readonly orders: number;
  readonly redisUrl?: string | undefined;
  readonly signal: AbortSignal;
  onStep(step: string): void;
};

const CONNECTIONS = 64;
const OPEN_CONNECTIONS = 256;
const LOAD = 0.7;
const PATIENCE_MS = 120_000;

/**
 * How many orders per second go all the way from a signed webhook over HTTP to rows: order, lines, events, stock committed
 * in the ledger, fulfillment order, outbox written and relayed; api and worker in processes of their own.
 */
export async function benchOrders({ orders, redisUrl, signal, onStep }: OrdersOptions): Promise<OrdersReport> {
  onStep('starting a hub');
  const hub = await openBenchHub({ roles: ['api', 'worker'], redisUrl });
  const load = (first: number, count: number, connections: number, perSecond?: number): Promise<LoadResult> => {
    const { secret, path, port } = hub;
    const requests = orderRequests({ path, secret, first, count });
    return runLoad({
      port,
      shots: count,
      shot: requests.at,
      connections,
      signal,
      ...(perSecond ? { perSecond } : {}),
    });
  };
  try {
    onStep('warming up');
    const warm = Math.round(orders / 4);
    await load(0, warm, CONNECTIONS);
    await applied(hub, warm, signal);
    onStep('full load');
    const full = await load(1_000_000, orders, CONNECTIONS);
    await applied(hub, warm + orders, signal);
    const perSecond = orders / ((await lastCommit(hub)) / 1000 - (full.dueAt[0] ?? 0) / 1000);
    onStep(`open load at ${Math.round(perSecond * LOAD)} per second`);
    const open = await load(2_000_000, orders, OPEN_CONNECTIONS, perSecond * LOAD);
    await applied(hub, warm + 2 * orders, signal);
    const latencies = await commitLatencies(hub, 2_000_000, open);
    onStep('the bare collector and plain SQL');
    const limit = await measureLimit(hub, orders, signal);
    return {
      perSecond: Math.round(perSecond),
      p50Ms: Math.round(percentile(latencies, 0.5)),
      p99Ms: Math.round(percentile(latencies, 0.99)),
      ...limit,
      ratio: Math.round((perSecond / limit.limitPerSecond) * 100) / 100,
      refused: full.refused + open.refused,
    };
  } finally {
    await hub.close();
  }
}

type Limit = Pick<OrdersReport, 'limitPerSecond' | 'collectorPerSecond' | 'plainSqlPerSecond'>;

async function measureLimit(hub: BenchHub, orders: number, signal: AbortSignal): Promise<Limit> {
  const collectorPerSecond = await measureCollector({
    hub,
    connections: CONNECTIONS,
    bodyBytes: 0,
    count: orders,
    signal,
  });
  const plainSqlPerSecond = await measurePlainOrders(hub.databaseUrl, orders);
  return {
    limitPerSecond: Math.round(1 / (1 / collectorPerSecond + 1 / plainSqlPerSecond)),
    collectorPerSecond: Math.round(collectorPerSecond),
    plainSqlPerSecond: Math.round(plainSqlPerSecond),
  };
}

/** Waits until so many orders are there and nothing is left to apply. */
async function applied(hub: BenchHub, count: number, signal: AbortSignal): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const { rows } = await hub.pool.query<{ waiting: number }>(
      `select count(*)::integer as waiting from (select from inbox_work limit 1) w`,
    );
    if (rows[0]?.waiting === 0) break;
    signal.throwIfAborted();
    if (Date.now() > end) throw new Error(`orders are still waiting after ${PATIENCE_MS / 1000} s`);
    await sleep(50);
  }
  const { rows } = await hub.pool.query<{ orders: number }>('select count(*)::integer as orders from orders');
  if (rows[0]?.orders !== count) throw new Error(`${rows[0]?.orders} orders were applied, ${count} were sent`);
}

/** When the newest order was committed, in ms since the epoch. */
async function lastCommit({ pool }: BenchHub): Promise<number> {
  const { rows } = await pool.query<{ ms: string }>(
    'select extract(epoch from max(pg_xact_commit_timestamp(xmin))) * 1000 as ms from orders',
  );
  return Number(rows[0]?.ms);
}

async function commitLatencies({ pool }: BenchHub, first: number, { dueAt }: LoadResult): Promise<Float64Array> {
  const { rows } = await pool.query<{ n: number; ms: string }>(
    `select substr(external_id, 7)::integer - $1::integer as n,
            extract(epoch from pg_xact_commit_timestamp(xmin)) * 1000 as ms
     from orders where substr(external_id, 7)::integer >= $1::integer`,
    [first],
  );
  return Float64Array.from(rows, ({ n, ms }) => Number(ms) - (dueAt[n] ?? Number.NaN));
}
