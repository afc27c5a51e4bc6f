import { Worker } from 'node:worker_threads';
import type { PreparedDemand } from './sales.ts';

/** Histories in and forecasts out, in memory that the worker threads share. */
export type ForecastSlab = {
  readonly periods: number;
  readonly horizon: number;
  readonly season: number;
  readonly values: Float64Array<SharedArrayBuffer>;
  readonly starts: Int32Array<SharedArrayBuffer>;
  readonly mean: Float64Array<SharedArrayBuffer>;
  readonly deviation: Float64Array<SharedArrayBuffer>;
};

/** One item's views into the slab. */
export function itemRange(slab: ForecastSlab, item: number) {
  const { periods, horizon } = slab;
  const first = item * periods + Math.min(periods, slab.starts[item] ?? 0);
  return {
    history: slab.values.subarray(first, (item + 1) * periods),
    mean: slab.mean.subarray(item * horizon, (item + 1) * horizon),
    deviation: slab.deviation.subarray(item * horizon, (item + 1) * horizon),
  };
}

export type ForecastRun = {
  readonly slab: ForecastSlab;
  /** Demand pattern and heaviest method per item, as "pattern:method". */
  readonly leaders: readonly string[];
};

export type ForecastRunOptions = {
  readonly horizon: number;
  readonly season: number;
  readonly threads: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, of: number) => void;
};

const CHUNK = 64;

/**
 * Forecasts every item on `threads` worker threads, 64 items at a time. The result does not depend on the number of
 * threads. Rejects when a thread fails, or at once when the signal aborts; the threads are ended either way.
 */
export async function forecastItems(demand: PreparedDemand, options: ForecastRunOptions): Promise<ForecastRun> {
  const slab = slabOf(demand, options);
  const leaders = new Array<string>(demand.items).fill('');
  const queue = { next: 0, done: 0 };
  const threads = Math.max(1, Math.min(options.threads, Math.ceil(demand.items / CHUNK)));
  const workers = Array.from(
    { length: threads },
    () => new Worker(new URL('./forecastItems.worker.ts', import.meta.url), { workerData: slab }),
  );
  try {
    await Promise.all(workers.map((worker) => drain(worker, demand.items, queue, leaders, options)));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return { slab, leaders };
}

type Queue = { next: number; done: number };
type Answer = { readonly from: number; readonly leaders: readonly string[] };

function drain(
  worker: Worker,
  items: number,
  queue: Queue,
  leaders: string[],
  options: ForecastRunOptions,
): Promise<void> {
  const { signal, onProgress } = options;
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal?.reason ?? new Error('cancelled'));
    const give = (): void => {
      const from = queue.next;
      if (from >= items) {
        finish();
        return;
      }
      queue.next = Math.min(items, from + CHUNK);
      worker.postMessage({ from, to: queue.next });
    };
    const finish = (): void => {
      signal?.removeEventListener('abort', stop);
      resolve();
    };
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`a forecast thread ended early with code ${code}`)));
    worker.on('message', (answer: Answer) => {
      answer.leaders.forEach((leader, i) => {
        leaders[answer.from + i] = leader;
      });
      queue.done += answer.leaders.length;
      onProgress?.(queue.done, items);
      give();
    });
    if (signal?.aborted) return stop();
    signal?.addEventListener('abort', stop, { once: true });
    give();
  });
}

function slabOf(demand: PreparedDemand, { horizon, season }: ForecastRunOptions): ForecastSlab {
  const shared = (length: number) => new Float64Array(new SharedArrayBuffer(Math.max(8, length * 8)));
  const values = shared(demand.values.length);
  values.set(demand.values);
  const starts = new Int32Array(new SharedArrayBuffer(Math.max(4, demand.items * 4)));
  starts.set(demand.starts);
  const cells = demand.items * horizon;
  return { periods: demand.periods, horizon, season, values, starts, mean: shared(cells), deviation: shared(cells) };
}
