import { Worker } from 'node:worker_threads';
import type { Found, Problem } from '../../core/routing/index.ts';
import { makeSharedBest, requestStop, type SharedBest } from './sharedBest.ts';

/** When a search ends: by the wall clock, or after a number of steps in each thread, which makes it repeatable. */
export type Budget = { readonly milliseconds: number } | { readonly steps: number };

/** What a thread is started with. All large arrays are shared memory. */
export interface Assignment {
  readonly problem: Problem;
  readonly seed: number;
  readonly budget: Budget;
  readonly best: SharedBest;
}

/** How to solve; aborting the signal ends the search early with the best found so far. */
export interface SolveOptions {
  readonly budget: Budget;
  readonly threads: number;
  readonly seed: number;
  readonly signal?: AbortSignal;
}

/** Solves on worker threads that differ in their seed and trade their best; answers the cheapest, with the steps of all threads. */
export async function solveProblem(problem: Problem, options: SolveOptions): Promise<Found> {
  const best = makeSharedBest(problem.size);
  const stop = () => requestStop(best);
  if (options.signal?.aborted === true) stop();
  options.signal?.addEventListener('abort', stop, { once: true });
  try {
    const threads = Array.from({ length: options.threads }, (_, thread) =>
      runThread({ problem, budget: options.budget, best, seed: options.seed + 7919 * thread }),
    );
    const results = await Promise.all(threads);
    const winner = results.reduce((least, found) => (found.cost < least.cost ? found : least));
    return { ...winner, steps: results.reduce((sum, found) => sum + found.steps, 0) };
  } finally {
    options.signal?.removeEventListener('abort', stop);
    stop();
  }
}

function runThread(assignment: Assignment): Promise<Found> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./anneal.worker.ts', import.meta.url), { workerData: assignment });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`a routing thread ended without an answer (${code})`)));
  });
}
