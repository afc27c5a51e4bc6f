import type { FleetFound, FleetProblem } from '../../core/routing/index.ts';
import type { FleetAssignment } from './assignment.ts';
import { runThread } from './runThread.ts';
import { makeSharedBest, requestStop } from './sharedBest.ts';
import type { SolveOptions } from './solveProblem.ts';
import { watchBest } from './stopEarly.ts';

/** Solves a problem of the full model on threads that differ in their seed and trade their best; answers the cheapest plan. */
export async function solveFleet(problem: FleetProblem, options: SolveOptions): Promise<FleetFound> {
  const best = makeSharedBest(2 * (problem.size + problem.started.length));
  const stop = () => requestStop(best);
  if (options.signal?.aborted === true) stop();
  options.signal?.addEventListener('abort', stop, { once: true });
  const endWatch = watchBest(best, 1, options);
  try {
    const results = await Promise.all(
      Array.from({ length: options.threads }, (_, thread) =>
        runThread<FleetFound>('fleet', {
          problem,
          seed: options.seed + 7919 * thread,
          best,
          budget: options.budget,
        } satisfies FleetAssignment),
      ),
    );
    const winner = results.reduce((least, found) => (found.cost < least.cost ? found : least));
    return { ...winner, steps: results.reduce((sum, found) => sum + found.steps, 0) };
  } finally {
    endWatch();
    options.signal?.removeEventListener('abort', stop);
    stop();
  }
}
