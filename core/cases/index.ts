import type { Instant } from '../shared/ids.ts';
import { epochMs, instantOf } from '../shared/instant.ts';
import { err, ok, type Result } from '../shared/result.ts';

export const CASE_KINDS = ['complaint', 'question', 'claim'] as const;
export type CaseKind = (typeof CASE_KINDS)[number];
/** `waiting`: for the buyer's answer. */
export const CASE_STATES = ['open', 'waiting', 'solved', 'closed'] as const;
export type CaseState = (typeof CASE_STATES)[number];
export const CASE_PRIORITIES = ['low', 'normal', 'high'] as const;
export type CasePriority = (typeof CASE_PRIORITIES)[number];
/** From the buyer, to the buyer, or among ourselves. */
export const MESSAGE_DIRECTIONS = ['in', 'out', 'note'] as const;
export type MessageDirection = (typeof MESSAGE_DIRECTIONS)[number];

/** How long the first answer and the solution of a case may take, in hours by priority. */
const HOURS: Readonly<Record<CasePriority, { readonly answer: number; readonly solve: number }>> = {
  high: { answer: 4, solve: 24 },
  normal: { answer: 24, solve: 72 },
  low: { answer: 72, solve: 168 },
};

const HOUR_MS = 3_600_000;

/** Until when a case is to be answered and solved; hours of its own go before those of its priority. */
export function dueTimes(
  priority: CasePriority,
  since: Instant,
  own: { readonly answerHours?: number | undefined; readonly solveHours?: number | undefined },
): { readonly answerDueAt: Instant; readonly solveDueAt: Instant } {
  const { answer, solve } = HOURS[priority];
  const after = (hours: number): Instant => instantOf(epochMs(since) + hours * HOUR_MS);
  return { answerDueAt: after(own.answerHours ?? answer), solveDueAt: after(own.solveHours ?? solve) };
}

/** What of a case moves with its messages and its state. */
export type CaseProgress = {
  readonly state: CaseState;
  readonly answeredAt: Instant | null;
  readonly solvedAt: Instant | null;
};

export type CaseRejection = { readonly code: 'case-closed' | 'not-answered' };

/** A word of the buyer opens a case again, an answer waits for the next one; a note changes nothing. */
export function afterMessage(
  before: CaseProgress,
  direction: MessageDirection,
  at: Instant,
): Result<CaseProgress, CaseRejection> {
  if (direction === 'note') return ok(before);
  if (before.state === 'closed') return err({ code: 'case-closed' });
  if (direction === 'in') return ok({ ...before, state: 'open', solvedAt: null });
  return ok({
    ...before,
    state: before.state === 'solved' ? 'solved' : 'waiting',
    answeredAt: before.answeredAt ?? at,
  });
}

/** A case that nobody has answered is not solved; a closed one stays closed. */
export function moved(before: CaseProgress, to: CaseState, at: Instant): Result<CaseProgress, CaseRejection> {
  if (before.state === 'closed') return err({ code: 'case-closed' });
  if (to === 'solved' && before.answeredAt === null) return err({ code: 'not-answered' });
  const isDone = to === 'solved' || to === 'closed';
  return ok({ ...before, state: to, solvedAt: isDone ? (before.solvedAt ?? at) : null });
}
