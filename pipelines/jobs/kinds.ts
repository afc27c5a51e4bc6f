import { availableParallelism } from 'node:os';
import { JOB_OPTIONS, type JobOptions } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import type { JobKind } from '../../core/shared/jobKind.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { planAbc } from '../planning/planAbc.ts';
import { planEoq } from '../planning/planEoq.ts';
import { planForecast } from '../planning/planForecast.ts';
import { planReplenish } from '../planning/planReplenish.ts';
import { planSafetyStock } from '../planning/planSafetyStock.ts';
import { readStock } from '../planning/readStock.ts';
import { UnreadableInput } from '../planning/unreadableInput.ts';
import { solveFile } from '../routing/solveFile.ts';

/** What a job works on: paths of the files that were given with it. */
export type JobFiles = { readonly input: string; readonly stock?: string | undefined };
export type OnProgress = (share: number) => void;
type Run<Kind extends JobKind> = (
  files: JobFiles,
  options: JobOptions<Kind>,
  onProgress: OnProgress,
) => Promise<unknown>;

/** A job that cannot be done as it was asked for, with a fault for whoever asked. */
class Refused extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.message);
    this.fault = fault;
  }
}

/** One core is left for the hub itself, which lives in the same process. */
const threadsOf = (asked: number | undefined): number => asked ?? Math.max(1, availableParallelism() - 1);

const RUNS: { readonly [Kind in JobKind]: Run<Kind> } = {
  'plan-abc': ({ input }, { natural, costShare, ...options }) =>
    planAbc({ input, ...options, ...given({ costShare }), ...(natural ? { thresholds: 'natural' } : {}) }),
  'plan-eoq': ({ input }, { mapping, periodDays, minimum, pack, curves, ...economics }) =>
    planEoq({ input, mapping, periodDays, curves, rules: { minimum, pack }, economics: given(economics) }),
  'plan-safety-stock': ({ input }, { mapping, periodDays, service, ...economics }) =>
    planSafetyStock({ input, mapping, periodDays, service, economics: given(economics) }),
  'plan-forecast': ({ input }, { threads, ...options }, onProgress) =>
    planForecast({ input, ...options, threads: threadsOf(threads), onProgress: shareOf(onProgress) }),
  'plan-replenish': async (
    { input, stock },
    { mapping, periodDays, horizon, season, threads, ...economics },
    onProgress,
  ) =>
    planReplenish({
      ...{ input, mapping, periodDays, horizon, season },
      ...(stock === undefined ? {} : { stock: await readStock(stock) }),
      threads: threadsOf(threads),
      economics: given(economics),
      onProgress: shareOf(onProgress),
    }),
  'route-solve': solveRoutes,
};

async function solveRoutes(
  { input }: JobFiles,
  { seconds, steps, threads, seed, rounding }: JobOptions<'route-solve'>,
  onProgress: OnProgress,
): Promise<unknown> {
  const budget = steps === undefined ? { milliseconds: seconds * 1000 } : { steps };
  const begun = performance.now();
  const clock = setInterval(() => onProgress(Math.min(0.99, (performance.now() - begun) / (seconds * 1000))), 250);
  try {
    const solved = await solveFile(input, { budget, threads: threadsOf(threads), seed, rounding });
    if (!solved.ok) throw new Refused(permanent('unreadable-input', solved.error, '/input'));
    return solved.value;
  } finally {
    clearInterval(clock);
  }
}

/** What was told, without what was left out. */
function given<T extends Readonly<Record<string, unknown>>>(
  options: T,
): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as never;
}

const shareOf = (onProgress: OnProgress) => (done: number, of: number) => onProgress(of > 0 ? done / of : 1);

/** Runs one job to its end in this thread. What the asker can mend is a fault; a bug throws. */
export async function runKind(
  kind: string,
  options: unknown,
  files: JobFiles,
  onProgress: OnProgress,
): Promise<Result<unknown, Fault>> {
  if (!(kind in RUNS)) return err(permanent('unknown-kind', `this hub has no jobs of kind ${kind}`));
  const name = kind as JobKind;
  const parsed = JOB_OPTIONS[name].safeParse(options);
  if (!parsed.success) return err(permanent('invalid-options', parsed.error.message, '/options'));
  try {
    return ok(await (RUNS[name] as Run<JobKind>)(files, parsed.data as never, onProgress));
  } catch (error) {
    if (error instanceof Refused) return err(error.fault);
    if (error instanceof UnreadableInput) return err(permanent('unreadable-input', error.message, '/input'));
    throw error;
  }
}
