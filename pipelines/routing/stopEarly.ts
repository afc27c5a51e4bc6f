import { requestStop, type SharedBest } from './sharedBest.ts';

/** Reasons to end a search before its budget. */
export interface EarlyStop {
  /** Ends once a plan costs no more than this, in file units. */
  readonly target?: number | undefined;
  /** Ends when nothing better was found for so long. */
  readonly idleMilliseconds?: number | undefined;
}

const LOOK_MILLISECONDS = 50;

/** Watches the best known cost of a search by the clock and asks its threads to stop; answers how to end the watch. */
export function watchBest(best: SharedBest, scale: number, { target, idleMilliseconds }: EarlyStop): () => void {
  let known = Infinity;
  let since = performance.now();
  const timer = setInterval(() => {
    const cost = best.cost[0] as number;
    if (cost < known) {
      known = cost;
      since = performance.now();
    }
    const isReached = target !== undefined && known <= target * scale + 1e-6;
    const isIdle = idleMilliseconds !== undefined && performance.now() - since > idleMilliseconds;
    if (isReached || isIdle) requestStop(best);
  }, LOOK_MILLISECONDS);
  return () => clearInterval(timer);
}
