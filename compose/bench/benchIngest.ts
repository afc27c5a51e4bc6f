import { measureCollector } from './bareCollector.ts';
import { openBenchHub } from './benchHub.ts';
import { percentile, runLoad } from './load.ts';
import { orderRequests } from './sampleOrders.ts';

export type IngestReport = {
  /** Durable signed webhooks answered per second at full load. */
  readonly perSecond: number;
  /** Latency at 70 % of that, from when each was due. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** What a bare collector reaches on this machine in the same run. */
  readonly limitPerSecond: number;
  readonly ratio: number;
  readonly bodyBytes: number;
  readonly refused: number;
};

export type IngestOptions = { readonly seconds: number; readonly signal: AbortSignal; onStep(step: string): void };

const BODY_BYTES = 2048;
const CONNECTIONS = 128;
/** More than can be due at once, so that the client never waits for a connection of its own. */
const OPEN_CONNECTIONS = 256;
const LOAD = 0.7;

/** How many webhooks per second the hub makes durable, at what latency, and what the machine could do without it. */
export async function benchIngest({ seconds, signal, onStep }: IngestOptions): Promise<IngestReport> {
  onStep('starting a hub');
  const hub = await openBenchHub({ roles: ['api'] });
  const load = async (first: number, count: number, connections: number, perSecond?: number) => {
    const { secret, path, port } = hub;
    const requests = orderRequests({ path, secret, first, count, bodyBytes: BODY_BYTES });
    const pace = perSecond === undefined ? {} : { perSecond };
    return runLoad({ port, shots: count, shot: requests.at, connections, signal, ...pace });
  };
  try {
    onStep('warming up');
    const warm = await load(0, 10_000, CONNECTIONS);
    const guess = Math.round(warm.answered / warm.seconds);
    onStep('full load');
    const full = await load(1_000_000, guess * seconds, CONNECTIONS);
    const perSecond = full.answered / full.seconds;
    onStep(`open load at ${Math.round(perSecond * LOAD)} per second`);
    const open = await load(2_000_000, Math.round(perSecond * LOAD * seconds), OPEN_CONNECTIONS, perSecond * LOAD);
    onStep('the bare collector');
    const count = guess * seconds;
    const limitPerSecond = await measureCollector({
      hub,
      connections: CONNECTIONS,
      bodyBytes: BODY_BYTES,
      count,
      signal,
    });
    return {
      perSecond: Math.round(perSecond),
      p50Ms: rounded(percentile(open.latencies, 0.5)),
      p99Ms: rounded(percentile(open.latencies, 0.99)),
      limitPerSecond: Math.round(limitPerSecond),
      ratio: rounded(perSecond / limitPerSecond),
      bodyBytes: BODY_BYTES,
      refused: full.refused + open.refused,
    };
  } finally {
    await hub.close();
  }
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
