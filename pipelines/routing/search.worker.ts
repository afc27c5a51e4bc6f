import { parentPort, workerData } from 'node:worker_threads';
import { anneal, evolve, type Found, partOf, type Search, savingsRoutes } from '../../core/routing/index.ts';
import type { Assignment, PartMessage, PartResult, PartTask } from './assignment.ts';
import { progressOf } from './progress.ts';
import { tradeBest } from './sharedBest.ts';

const { problem, seed, budget, best, engine, vehiclesFirst } = workerData as Assignment;

/** About how many annealing steps take as long as one genetic child; keeps a budget in steps comparable. */
const CHILD_STEPS = 500;

function searchWhole(): Found {
  const isCounted = 'steps' in budget && engine === 'genetic';
  const search: Search = {
    seed,
    vehiclesFirst,
    progress: progressOf(isCounted ? { steps: Math.ceil(budget.steps / CHILD_STEPS) } : budget, best),
    // Exchange happens at moments of the clock, so a budget in steps, which promises the same answer again, goes without.
    ...('steps' in budget ? {} : { exchange: (cost, routes) => tradeBest(best, cost, routes) }),
  };
  const bred = engine === 'genetic' ? evolve(problem, search) : undefined;
  // The genetic search may end before any child keeps all constraints; a plan by insertion always does.
  return bred ?? anneal(problem, engine === 'genetic' ? { seed, progress: () => 1 } : search);
}

function beginPlan(): PartResult {
  const routes =
    problem.timed || problem.size < 5000 ? anneal(problem, { seed, progress: () => 1 }).routes : savingsRoutes(problem);
  return { best: routes, last: routes, steps: 0 };
}

function improvePart({ routes, seed: partSeed, budget: partBudget, heat }: PartTask): PartResult {
  const part = partOf(problem, routes);
  const found = anneal(part.problem, {
    seed: partSeed,
    progress: progressOf(partBudget, best),
    start: part.routes,
    heat,
  });
  return { best: part.back(found.routes), last: part.back(found.last ?? found.routes), steps: found.steps };
}

if (engine === 'parts') {
  parentPort?.on('message', (message: PartMessage) => {
    parentPort?.postMessage(message.kind === 'begin' ? beginPlan() : improvePart(message.task));
  });
} else parentPort?.postMessage(searchWhole());
