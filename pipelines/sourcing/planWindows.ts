import { seededRandom } from '../../core/planning/random.ts';
import type { Clock, IdSource, UnitOfWork } from '../../core/ports/index.ts';
import { planWindow } from '../../core/usecases/planWindow.ts';

export type PlanContext = { readonly unitOfWork: UnitOfWork; readonly clock: Clock; readonly ids: IdSource };

/** The stock of a window is locked while it is planned: what is found in this time is taken. */
const BUDGET_MS = 250;
const ROUNDS = 15;
const SHAKES = 60;

/** Sources orders that wait for their windows, window after window while any is due. Answers how many orders. */
export async function planWindows({ unitOfWork, clock, ids }: PlanContext): Promise<number> {
  let orders = 0;
  for (;;) {
    const planned = await unitOfWork.transaction((tx) => {
      let until = Number.POSITIVE_INFINITY;
      const isStopped = (): boolean => {
        until = Math.min(until, performance.now() + BUDGET_MS);
        return performance.now() > until;
      };
      const effort = { rounds: ROUNDS, shakes: SHAKES, random: seededRandom(1), isStopped };
      return planWindow(tx, ids, clock.now(), effort);
    });
    if (planned === 0) return orders;
    orders += planned;
  }
}
