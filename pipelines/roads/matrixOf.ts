import { Worker } from 'node:worker_threads';
import { BucketSearch, fillBuckets, type Router, type Snap } from '../../core/roads/index.ts';
import type { MatrixOptions, RoadMatrix } from './distances.ts';
import { type MatrixTask, ROWS_DONE, STOPPED } from './matrixTask.ts';

/** With fewer cells than this, starting a thread takes longer than the rows. */
const CELLS_FOR_THREADS = 250_000;
const LOOK_MILLISECONDS = 100;

/** The matrix between places on roads, by a hierarchy: one search back from each place, one forward, many rows side by side. */
export async function matrixOf(router: Router, snaps: readonly Snap[], options: MatrixOptions): Promise<RoadMatrix> {
  const { places, metric } = router;
  const hierarchy = router.prepare();
  const buckets = fillBuckets(
    hierarchy,
    snaps.map((snap) => places.arrivals(snap, metric)),
  );
  const doubles = () => new Float64Array(new SharedArrayBuffer(8 * snaps.length ** 2));
  const task: MatrixTask = {
    hierarchy,
    buckets,
    departures: snaps.map((snap) => places.departures(snap, metric)),
    cost: doubles(),
    beside: doubles(),
    control: new Int32Array(new SharedArrayBuffer(12)),
  };
  if (options.threads > 1 && snaps.length ** 2 >= CELLS_FOR_THREADS) await fillOnThreads(task, options);
  else fillHere(task, options);
  options.signal?.throwIfAborted();
  driveDirectly(router, snaps, task);
  return rounded(task, snaps.length, metric === 'time');
}

function fillHere({ hierarchy, buckets, departures, cost, beside }: MatrixTask, options: MatrixOptions): void {
  const search = new BucketSearch(hierarchy, buckets);
  for (const [row, seeds] of departures.entries()) {
    search.fillRow(seeds, cost, beside, row * departures.length);
    options.onProgress?.(row + 1);
  }
}

async function fillOnThreads(task: MatrixTask, { threads, signal, onProgress }: MatrixOptions): Promise<void> {
  const stop = () => Atomics.store(task.control, STOPPED, 1);
  signal?.addEventListener('abort', stop, { once: true });
  const timer = setInterval(() => onProgress?.(Atomics.load(task.control, ROWS_DONE)), LOOK_MILLISECONDS);
  try {
    await Promise.all(Array.from({ length: threads }, () => runThread(task)));
    onProgress?.(Atomics.load(task.control, ROWS_DONE));
  } finally {
    clearInterval(timer);
    signal?.removeEventListener('abort', stop);
    stop();
  }
}

function runThread(task: MatrixTask): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./matrix.worker.ts', import.meta.url), { workerData: task });
    worker.once('error', reject);
    worker.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`a matrix thread ended early (${code})`)),
    );
  });
}

/** Between places on one road the way along it may be the shortest, which no search over junctions sees. */
function driveDirectly({ places, metric }: Router, snaps: readonly Snap[], { cost, beside }: MatrixTask): void {
  const onRoad = Map.groupBy(snaps.keys(), (k) => snaps[k]?.road);
  for (const group of onRoad.values()) {
    for (const i of group) {
      for (const j of group) {
        const direct = places.direct(snaps[i] as Snap, snaps[j] as Snap, metric);
        const cell = i * snaps.length + j;
        if (direct === undefined || direct.cost >= (cost[cell] as number)) continue;
        cost[cell] = direct.cost;
        beside[cell] = direct.beside;
      }
    }
  }
}

function rounded({ cost, beside }: MatrixTask, size: number, isTime: boolean): RoadMatrix {
  const rows = (values: Float64Array) =>
    Array.from({ length: size }, (_, i) =>
      Array.from(values.subarray(i * size, (i + 1) * size), (value) => (value === Infinity ? null : value / 1000)),
    );
  return { distance: rows(isTime ? beside : cost), duration: rows(isTime ? cost : beside) };
}
