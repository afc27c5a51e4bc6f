import { join } from 'node:path';
import { LoadingCase } from '../../core/documents/loadingCase.ts';
import { readContainerSet } from '../../core/loading/index.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { readText } from '../routing/readRouting.ts';
import type { LoadBudget } from './loadTask.ts';
import { type CheckedPlan, planCase } from './planFile.ts';

/** The sets of Bischoff and Ratcliff whose classes are known; BR1 has 3 kinds of boxes, BR7 has 20. */
export const CONTAINER_SETS = ['br1', 'br2', 'br3', 'br4', 'br5', 'br6', 'br7'] as const;
export type ContainerSet = (typeof CONTAINER_SETS)[number];

/** One problem: the part of the container that is used, with every box supported, and with boxes that may stand over gaps. */
export interface LoadBenchRow {
  readonly name: string;
  readonly supported: number;
  readonly free: number;
  /** The least support of a box in the free load. */
  readonly leastSupport: number;
  readonly seconds: number;
}

export interface LoadBenchOptions {
  readonly budget: LoadBudget;
  /** How many problems of the set, from its first. */
  readonly count: number;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number) => void) | undefined;
}

/** Loads the first problems of a set below the data folder one after the other, each twice: with full support and without. */
export async function benchLoading(
  set: ContainerSet,
  folder: string,
  options: LoadBenchOptions,
): Promise<
  Result<{ readonly rows: readonly LoadBenchRow[]; readonly supported: number; readonly free: number }, string>
> {
  const path = join(folder, 'container-br', `BR${set.slice(2).padStart(2, '0')}.json.gz`);
  const text = await readText(path);
  if (!text.ok) return text;
  const cases = readContainerSet(text.value);
  if (!cases.ok) return err(`${path} ${cases.error}`);
  const rows: LoadBenchRow[] = [];
  for (const input of cases.value.slice(0, options.count)) {
    if (options.signal?.aborted === true) break;
    const supported = await planCase(LoadingCase.parse({ ...input, support: 'full' }), options);
    const free = await planCase(LoadingCase.parse({ ...input, support: 'none' }), options);
    const leastSupport = free.check.loads[0]?.leastSupport ?? 1;
    const seconds = Math.max(supported.seconds, free.seconds);
    rows.push({ name: input.name ?? '', supported: useOf(supported), free: useOf(free), leastSupport, seconds });
    options.onProgress?.(rows.length);
  }
  const average = (key: 'supported' | 'free') => rows.reduce((sum, row) => sum + row[key], 0) / rows.length;
  return ok({ rows, supported: average('supported'), free: average('free') });
}

/** In percent, as the checker counts it. */
const useOf = ({ check }: CheckedPlan): number => 100 * (check.loads[0]?.volumeShare ?? 0);
