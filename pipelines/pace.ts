import { setTimeout as sleep } from 'node:timers/promises';
import type { RateBudget } from '../core/ports/index.ts';
import { type Fault, retryable } from '../core/shared/fault.ts';
import { err, ok, type Result } from '../core/shared/result.ts';
import type { LiveConnection } from './connections.ts';

/** A call waits at most so long for its tokens; beyond that its work leaves the queue with a time to come back. */
const PATIENCE_MS = 1500;

/** Takes calls of a connection from the budget that all processes share. */
export function paceBy(budget: RateBudget, { id, connector }: LiveConnection) {
  const { requestsPerSecond, burst } = connector.manifest.pacing;
  return async (cost: number, signal: AbortSignal): Promise<Result<void, Fault>> => {
    let waited = 0;
    for (;;) {
      const taken = await tokensOf(() => budget.take(id, cost, requestsPerSecond, burst));
      if (!taken.ok) return taken;
      const { waitMs } = taken.value;
      if (waitMs <= 0) return ok(undefined);
      if (waited + waitMs > PATIENCE_MS) {
        return err({
          kind: 'rate-limited',
          code: 'own-budget',
          message: 'the budget of calls is used up',
          retryAfterMs: waitMs,
        });
      }
      waited += waitMs;
      await sleep(waitMs, undefined, { signal });
    }
  };
}

/** A budget that cannot be asked (the database is just restarting) is a fault that passes: nothing has been sent yet. */
async function tokensOf<T>(take: () => Promise<T>): Promise<Result<T, Fault>> {
  try {
    return ok(await take());
  } catch (error) {
    return err(retryable('budget-unreachable', `the budget of calls cannot be read: ${(error as Error).message}`));
  }
}
