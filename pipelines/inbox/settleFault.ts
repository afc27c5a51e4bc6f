import type { MessageId, Settlement } from '../../core/ports/index.ts';
import type { Fault } from '../../core/shared/fault.ts';
import { backOffMs } from '../backOff.ts';

export const INBOX_ATTEMPTS = 12;

/**
 * What becomes of a message that could not be applied. What passes by itself is tried again; what a person can mend
 * (a SKU to add, a place to map) is parked; what cannot be read is dead. Nothing is dropped.
 */
export function settleFault(
  id: MessageId,
  fault: Fault,
  attempts: number,
  stage: 'decode' | 'apply',
  random: () => number,
): Settlement {
  const passes = fault.kind === 'retryable' || fault.kind === 'rate-limited' || fault.kind === 'conflict';
  if (passes && attempts + 1 < INBOX_ATTEMPTS) {
    const asked = 'retryAfterMs' in fault ? fault.retryAfterMs : undefined;
    return { id, state: 'received', fault, delayMs: asked ?? backOffMs(attempts, random) };
  }
  return { id, state: stage === 'decode' ? 'dead' : 'parked', fault };
}
