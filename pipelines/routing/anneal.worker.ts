import { parentPort, workerData } from 'node:worker_threads';
import { anneal } from '../../core/routing/index.ts';
import { isStopRequested, tradeBest } from './sharedBest.ts';
import type { Assignment } from './solveProblem.ts';

const { problem, seed, budget, best } = workerData as Assignment;
const start = performance.now();
const found = anneal(problem, {
  seed,
  progress: (steps) => {
    if (isStopRequested(best)) return 1;
    return 'steps' in budget ? steps / budget.steps : (performance.now() - start) / budget.milliseconds;
  },
  // Exchange happens at moments of the clock, so a budget in steps, which promises the same answer again, goes without.
  ...('steps' in budget ? {} : { exchange: (cost, routes) => tradeBest(best, cost, routes) }),
});
parentPort?.postMessage(found);
