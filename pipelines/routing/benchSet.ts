import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { BENCH_SET_PLANS, type BenchSetPlan } from './benchSets.ts';
import { type ReadOptions, readText } from './readRouting.ts';
import { type SolvedFile, solveFile } from './solveFile.ts';
import type { SolveOptions } from './solveProblem.ts';

/** The names of the benchmark sets. */
export type BenchSet = keyof typeof BENCH_SET_PLANS;
export const BENCH_SETS = Object.keys(BENCH_SET_PLANS) as BenchSet[];

/** One instance: gap in percent of the best known cost, and of the best known number of vehicles where those come first. */
export interface BenchRow extends Omit<SolvedFile, 'routes' | 'plan'> {
  readonly name: string;
  readonly best: number;
  readonly bestVehicles?: number;
  readonly gap: number;
}

interface Known {
  readonly cost?: number;
  readonly hierarchical?: { readonly vehicles: number; readonly distance: number };
}

/**
 * Solves the sample of a set below the data folder, or all of it, one instance after the other, and compares with its bks.json.
 * With vehicles first, the average is over the instances that reach the best known number.
 */
export async function benchSet(
  set: BenchSet,
  dataFolder: string,
  options: SolveOptions & { readonly all: boolean },
): Promise<Result<{ readonly rows: readonly BenchRow[]; readonly averageGap: number }, string>> {
  const plan: BenchSetPlan = BENCH_SET_PLANS[set];
  const folder = join(dataFolder, plan.folder);
  const known = await readText(join(folder, 'bks.json'));
  if (!known.ok) return known;
  const bests = JSON.parse(known.value) as Record<string, Known>;
  const files = await readdir(folder);
  const rows: BenchRow[] = [];
  for (const name of options.all ? Object.keys(bests).filter((key) => plan.all.test(key)) : plan.sample) {
    const file = files.find((entry) => entry.startsWith(`${name}.`) && !entry.endsWith('.sol'));
    const target = targetOf(plan, bests[name]);
    if (target === undefined || file === undefined) return err(`${folder} has no ${name} with a best known cost`);
    const solved = await solveFile(join(folder, file), { ...options, ...target.read });
    if (!solved.ok) return solved;
    const { routes, plan: driven, ...figures } = solved.value;
    const gap = 100 * (figures.cost / target.cost - 1);
    rows.push({ name, ...figures, best: target.cost, ...target.vehicles, gap });
    if (options.signal?.aborted === true) break;
  }
  const counted = rows.filter((row) => row.bestVehicles === undefined || row.vehicles === row.bestVehicles);
  return ok({ rows, averageGap: counted.reduce((sum, row) => sum + row.gap, 0) / counted.length });
}

/** Above this a best known value of the mixed fleets counts thousandths of hundredths, below it whole hundredths divided by 100. */
const FINE_VALUES = 1e7;

interface Target {
  readonly cost: number;
  readonly read: ReadOptions & { readonly vehiclesFirst?: boolean };
  readonly vehicles?: { readonly bestVehicles: number };
}

/** How to read an instance so that its cost compares with the best known value. */
function targetOf({ convention }: BenchSetPlan, known: Known | undefined): Target | undefined {
  if (convention === 'hierarchical') {
    if (known?.hierarchical === undefined) return undefined;
    const { vehicles, distance } = known.hierarchical;
    return { cost: distance, read: { rounding: 'exact', vehiclesFirst: true }, vehicles: { bestVehicles: vehicles } };
  }
  if (known?.cost === undefined) return undefined;
  const isFine = convention === 'thousandths' || (convention === 'hfvrp' && known.cost > FINE_VALUES);
  if (isFine) return { cost: known.cost, read: { rounding: 'thousandths' } };
  return { cost: convention === 'hfvrp' ? 100 * known.cost : known.cost, read: { rounding: 'tenths' } };
}
