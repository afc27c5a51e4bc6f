import { type Found, type Problem, planPrice } from '../../core/routing/index.ts';
import type { Assignment, Budget } from './assignment.ts';
import { runThread } from './runThread.ts';
import { makeSharedBest, requestStop } from './sharedBest.ts';
import { solveParts } from './solveParts.ts';
import { type EarlyStop, watchBest } from './stopEarly.ts';

/** How to solve; aborting the signal ends the search early with the best found so far. */
export interface SolveOptions extends EarlyStop {
  readonly budget: Budget;
  readonly threads: number;
  readonly seed: number;
  /** Fewest vehicles before least cost; cost alone unless said. */
  readonly vehiclesFirst?: boolean;
  readonly signal?: AbortSignal;
}

/** Up to this size the genetic search finds what annealing misses; above it, two threads of annealing get further (X-n401-k29, 20 s: 0.5 % against 0.9 %). */
const LARGE = 350;
/** Below this, annealing alone finds the best. */
const SMALL = 8;

/**
 * Solves on worker threads: small problems by annealing and genetic search side by side, which trade their best; large ones in
 * parts. Answers the cheapest plan, with the steps of all threads.
 */
export async function solveProblem(problem: Problem, options: SolveOptions): Promise<Found> {
  const best = makeSharedBest(problem.size);
  const stop = () => requestStop(best);
  if (options.signal?.aborted === true) stop();
  options.signal?.addEventListener('abort', stop, { once: true });
  const endWatch = watchBest(best, problem.scale, options);
  try {
    const vehiclesFirst = options.vehiclesFirst === true;
    if (problem.size > LARGE && !vehiclesFirst) return await solveParts(problem, { ...options, best });
    const threads = Array.from({ length: options.threads }, (_, thread) =>
      runThread<Found>('search', {
        problem,
        budget: options.budget,
        best,
        seed: options.seed + 7919 * thread,
        engine: thread % 2 === 0 || problem.size < SMALL || vehiclesFirst ? 'anneal' : 'genetic',
        vehiclesFirst,
      } satisfies Assignment),
    );
    const results = await Promise.all(threads);
    const price = (found: Found) => planPrice(found.routes.length, found.cost, vehiclesFirst);
    const winner = results.reduce((least, found) => (price(found) < price(least) ? found : least));
    return { ...winner, steps: results.reduce((sum, found) => sum + found.steps, 0) };
  } finally {
    endWatch();
    options.signal?.removeEventListener('abort', stop);
    stop();
  }
}
