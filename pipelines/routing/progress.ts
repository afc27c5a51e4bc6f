import type { Budget } from './assignment.ts';
import { isStopRequested, type SharedBest } from './sharedBest.ts';

/** How much of a budget is spent after so many steps; all of it once a stop was asked for. The clock starts with this call. */
export function progressOf(budget: Budget, best: SharedBest): (steps: number) => number {
  const start = performance.now();
  return (steps) => {
    if (isStopRequested(best)) return 1;
    return 'steps' in budget ? steps / budget.steps : (performance.now() - start) / budget.milliseconds;
  };
}
