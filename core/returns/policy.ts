import type { Instant } from '../shared/ids.ts';
import { epochMs } from '../shared/instant.ts';
import type { Condition, ReturnReason } from './rma.ts';

/** What a company takes back. `channel` null holds for every channel that has no policy of its own. */
export type ReturnPolicy = {
  readonly channel: string | null;
  /** Days from delivery, or from leaving while no delivery is known. */
  readonly windowDays: number;
  readonly conditions: readonly Condition[];
  /** Reasons for which window and condition do not matter: the seller is at fault. */
  readonly alwaysFor: readonly ReturnReason[];
  /** Taken off what the buyer gets for reasons that are his own, in hundredths of a percent of the goods. */
  readonly feeBps: number;
  /** Goods of a return worth less than this are left with the buyer; null when all are to come back. */
  readonly returnlessBelowMinor: number | null;
};

/** What holds without a policy: thirty days, as new; faults of the seller always. */
export const USUAL_RETURNS: ReturnPolicy = {
  channel: null,
  windowDays: 30,
  conditions: ['new', 'opened'],
  alwaysFor: ['wrong-item', 'not-as-described', 'defective', 'damaged'],
  feeBps: 0,
  returnlessBelowMinor: null,
};

/** The policy of a channel, else the one for all, else the usual. */
export function policyFor(policies: readonly ReturnPolicy[], channel: string): ReturnPolicy {
  return (
    policies.find((policy) => policy.channel === channel) ??
    policies.find((policy) => policy.channel === null) ??
    USUAL_RETURNS
  );
}

export type PolicyFinding = { readonly code: 'outside-window' | 'condition-not-taken'; readonly message: string };

const DAY_MS = 86_400_000;

/** Why goods are not taken back by a policy; null when they are. `since` is when they were delivered, or left. */
export function outsidePolicy(
  policy: ReturnPolicy,
  { reason, condition }: { readonly reason: ReturnReason; readonly condition: Condition },
  since: Instant | null,
  now: Instant,
): PolicyFinding | null {
  if (policy.alwaysFor.includes(reason)) return null;
  const days = since === null ? 0 : Math.floor((epochMs(now) - epochMs(since)) / DAY_MS);
  if (days > policy.windowDays) {
    const message = `the goods were delivered ${days} days ago; ${policy.windowDays} days is the time to return them`;
    return { code: 'outside-window', message };
  }
  if (policy.conditions.includes(condition)) return null;
  return { code: 'condition-not-taken', message: `goods that are ${condition} are not taken back for ${reason}` };
}

/** What is taken off for goods of a value, in minor units, rounded down in the buyer's favor. */
export function returnFee({ feeBps, alwaysFor }: ReturnPolicy, reason: ReturnReason, valueMinor: number): number {
  return alwaysFor.includes(reason) ? 0 : Number((BigInt(valueMinor) * BigInt(feeBps)) / 10_000n);
}
