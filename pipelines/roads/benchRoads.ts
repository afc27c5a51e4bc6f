import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { METRICS, type Metric, Router, type Snap } from '../../core/roads/index.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { matrixOf } from './matrixOf.ts';
import { readRoadGraph } from './readRoadGraph.ts';

/** One network under one metric. Times are of this machine; `wrong` counts references that were not met to the unit. */
export interface RoadBenchRow {
  readonly network: string;
  readonly metric: Metric;
  readonly vertices: number;
  readonly arcs: number;
  readonly prepareSeconds: number;
  readonly medianMicroseconds: number;
  readonly p95Microseconds: number;
  readonly matrixSeconds: number;
  readonly references: number;
  readonly wrong: number;
}

interface Reference {
  readonly queries: readonly {
    readonly from: number;
    readonly to: number;
    readonly distance_mm: number;
    readonly time_ms: number;
  }[];
}

const MATRIX_PLACES = 200;
const ROUNDS = 5;

/** Measures the derived graph of a network: preparation, its reference ways one by one, and a matrix of 200 by 200 places. */
export async function benchRoads(folder: string, network: string): Promise<Result<readonly RoadBenchRow[], string>> {
  const graph = await readRoadGraph(join(folder, `${network}.edges.csv.gz`), { vehicle: 'car', uTurns: true });
  if (!graph.ok) return graph;
  const reference = await readReference(join(folder, `${network}.reference.json.gz`));
  if (!reference.ok) return reference;
  const rows: RoadBenchRow[] = [];
  for (const metric of METRICS) {
    const router = new Router(graph.value, metric);
    const start = performance.now();
    router.prepare();
    const prepareSeconds = (performance.now() - start) / 1000;
    const size = { vertices: graph.value.size, arcs: graph.value.head.length };
    const found = timeQueries(router, reference.value);
    const matrixSeconds = await timeMatrix(router);
    rows.push({ network, metric, ...size, prepareSeconds, ...found, matrixSeconds });
  }
  return ok(rows);
}

async function readReference(path: string): Promise<Result<Reference, string>> {
  try {
    return ok(JSON.parse(gunzipSync(await readFile(path)).toString('utf8')) as Reference);
  } catch (cause) {
    return err(`${path} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

/** The first round warms caches and compiler up; it is compared and not timed. */
function timeQueries(router: Router, { queries }: Reference) {
  const wanted = (query: Reference['queries'][number]) =>
    router.metric === 'time' ? query.time_ms : query.distance_mm;
  const wrong = queries.filter((query) => router.costBetween(query.from, query.to) !== wanted(query)).length;
  const times = Array.from({ length: ROUNDS }, () =>
    queries.map(({ from, to }) => {
      const start = performance.now();
      router.costBetween(from, to);
      return 1000 * (performance.now() - start);
    }),
  ).flat();
  times.sort((a, b) => a - b);
  const at = (part: number) => times[Math.floor(part * (times.length - 1))] ?? Number.NaN;
  return { medianMicroseconds: at(0.5), p95Microseconds: at(0.95), references: queries.length, wrong };
}

async function timeMatrix(router: Router): Promise<number> {
  const { size, latitude, longitude } = router.graph;
  const snaps = Array.from({ length: MATRIX_PLACES }, (_, k): Snap | undefined => {
    const junction = Math.floor((k * size) / MATRIX_PLACES);
    return router.places.snap({ latitude: latitude[junction] as number, longitude: longitude[junction] as number }, 1);
  }).filter((snap) => snap !== undefined);
  const start = performance.now();
  await matrixOf(router, snaps, { threads: 1 });
  return (performance.now() - start) / 1000;
}
