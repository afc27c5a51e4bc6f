import type { Fault } from '../../core/shared/fault.ts';
import type { Instant } from '../../core/shared/ids.ts';
import { epochMs } from '../../core/shared/instant.ts';

/** After so many network failures in a row, calls fail at once for a while instead of waiting for a dead system. */
const FAILURES = 8;
const OPEN_MS = 5000;

/** No call was made, so it takes nobody's patience: all who want something of the system wait until it is tried again. */
const open = (retryAfterMs: number): Fault => ({
  kind: 'rate-limited',
  code: 'circuit-open',
  message: 'the system has not answered for a while',
  retryAfterMs,
});

export type CircuitBreaker = {
  /** Why no call is made now; undefined when calls are made. */
  refusal(): Fault | undefined;
  /** Tells how a call went: any answer at all counts as one. */
  note(isAnswered: boolean): void;
};

export function circuitBreaker(now: () => Instant): CircuitBreaker {
  let failures = 0;
  let openUntil = 0;
  return {
    refusal() {
      const left = openUntil - epochMs(now());
      return left > 0 ? open(left) : undefined;
    },
    note(isAnswered) {
      failures = isAnswered ? 0 : failures + 1;
      if (failures >= FAILURES) {
        failures = 0;
        openUntil = epochMs(now()) + OPEN_MS;
      }
    },
  };
}
