import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { readText } from './readRouting.ts';
import { type SolvedFile, solveFile } from './solveFile.ts';
import type { SolveOptions } from './solveProblem.ts';

/** The folder and the fixed sample of each benchmark set, spread over its sizes and classes. */
const SETS = {
  'cvrp-x': {
    folder: 'cvrp-x',
    sample: [
      'X-n101-k25',
      'X-n204-k19',
      'X-n308-k13',
      'X-n401-k29',
      'X-n502-k39',
      'X-n599-k92',
      'X-n716-k35',
      'X-n819-k171',
      'X-n895-k37',
      'X-n979-k58',
    ],
  },
  solomon: { folder: 'vrptw-solomon', sample: ['C103', 'C204', 'R104', 'R112', 'R204', 'R210', 'RC105', 'RC203'] },
  gh200: { folder: 'vrptw-gh', sample: ['C1_2_1', 'C2_2_1', 'R1_2_1', 'R2_2_1', 'RC1_2_1', 'RC2_2_1'] },
  gh400: { folder: 'vrptw-gh', sample: ['C1_4_1', 'C2_4_1', 'R1_4_1', 'R2_4_1', 'RC1_4_1', 'RC2_4_1'] },
  gh1000: { folder: 'vrptw-gh', sample: ['C1_10_1', 'C2_10_1', 'R1_10_1', 'R2_10_1', 'RC1_10_1', 'RC2_10_1'] },
  'cvrp-italy-huge': { folder: 'cvrp-italy-huge', sample: ['Trentino-Alto-Adige'] },
} as const;

/** The names of the benchmark sets. */
export type BenchSet = keyof typeof SETS;
export const BENCH_SETS = Object.keys(SETS) as BenchSet[];

/** One instance: gap in percent of the best known cost. */
export interface BenchRow extends Omit<SolvedFile, 'routes'> {
  readonly name: string;
  readonly best: number;
  readonly gap: number;
}

/** Solves the sample of a set below the data folder, one instance after the other, and compares with its bks.json. */
export async function benchSet(
  set: BenchSet,
  dataFolder: string,
  options: SolveOptions,
): Promise<Result<{ readonly rows: readonly BenchRow[]; readonly averageGap: number }, string>> {
  const folder = join(dataFolder, SETS[set].folder);
  const known = await readText(join(folder, 'bks.json'));
  if (!known.ok) return known;
  const bests = JSON.parse(known.value) as Record<string, { readonly cost?: number }>;
  const files = await readdir(folder);
  const rows: BenchRow[] = [];
  for (const name of SETS[set].sample) {
    const best = bests[name]?.cost;
    const file = files.find((entry) => entry.startsWith(`${name}.`) && !entry.endsWith('.sol'));
    if (best === undefined || file === undefined) return err(`${folder} has no ${name} with a best known cost`);
    const solved = await solveFile(join(folder, file), { ...options, rounding: 'tenths' });
    if (!solved.ok) return solved;
    const { routes, ...figures } = solved.value;
    rows.push({ name, best, gap: 100 * (figures.cost / best - 1), ...figures });
    if (options.signal?.aborted === true) break;
  }
  return ok({ rows, averageGap: rows.reduce((sum, row) => sum + row.gap, 0) / rows.length });
}
