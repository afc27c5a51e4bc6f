import type { BenchHub } from './benchHub.ts';
import { type Child, startChild } from './childProcess.ts';
import { runLoad } from './load.ts';
import { orderRequests } from './sampleOrders.ts';

export type CollectorOptions = {
  readonly hub: BenchHub;
  readonly count: number;
  readonly connections: number;
  readonly bodyBytes: number;
  readonly signal: AbortSignal;
};

const WARM_UP = 20_000;

/**
 * How many signed webhooks per second this machine stores without a hub, by the same load on the same PostgreSQL, once the
 * collector is warm.
 */
export async function measureCollector(options: CollectorOptions): Promise<number> {
  const { hub, count, connections, bodyBytes, signal } = options;
  await hub.pool.query(
    `create table if not exists bench_collected (
       id bigint generated always as identity primary key, message_id text not null unique, body bytea not null)`,
  );
  await hub.pool.query('alter table bench_collected set (toast_tuple_target = 8160)');
  const collector: Child = await startChild('compose/bench/collector.process.ts', [hub.databaseUrl, hub.secret]);
  const load = (first: number, shots: number) => {
    const requests = orderRequests({ path: '/collect', secret: hub.secret, first, count: shots, bodyBytes });
    return runLoad({ port: Number(collector.ready['port']), shots, shot: requests.at, connections, signal });
  };
  try {
    await load(0, WARM_UP);
    const measured = await load(WARM_UP, count);
    if (measured.refused > 0) throw new Error('the bare collector refused webhooks');
    return measured.answered / measured.seconds;
  } finally {
    await collector.stop();
    await hub.pool.query('drop table bench_collected');
  }
}
