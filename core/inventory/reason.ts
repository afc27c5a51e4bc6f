import { err, ok, type Result } from '../shared/result.ts';

/** Why on-hand units are adjusted, and which way that reason can go. `other` needs its note to say more. */
export const ADJUSTMENT_REASONS = {
  opening: 'in',
  found: 'in',
  'customer-return': 'in',
  assembly: 'any',
  correction: 'any',
  count: 'any',
  other: 'any',
  damaged: 'out',
  expired: 'out',
  lost: 'out',
  theft: 'out',
  sample: 'out',
  'internal-use': 'out',
  'supplier-return': 'out',
} as const satisfies Readonly<Record<string, 'in' | 'out' | 'any'>>;

export type AdjustmentReason = keyof typeof ADJUSTMENT_REASONS;
export const ADJUSTMENT_REASON_CODES = Object.keys(ADJUSTMENT_REASONS) as readonly AdjustmentReason[];

export type ReasonRejection = {
  readonly code: 'wrong-direction';
  readonly reason: AdjustmentReason;
  readonly difference: number;
};

/** Whether a reason explains a signed difference: nothing is lost that makes the stock rise. */
export function checkReason(reason: AdjustmentReason, difference: number): Result<void, ReasonRejection> {
  const way = ADJUSTMENT_REASONS[reason];
  const isFitting = way === 'any' || (way === 'in' ? difference > 0 : difference < 0);
  return isFitting ? ok(undefined) : err({ code: 'wrong-direction', reason, difference });
}
