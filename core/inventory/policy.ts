import { type AtpStep, atpOn } from './atp.ts';

/**
 * How a product is sold beyond its stock. `stock`: not at all. `backorder`: against what comes, and beyond it for delivery
 * after `leadDays`. `preorder`: the same, with nothing delivered before `availableOn`. `limit` bounds the units promised
 * beyond the stock at any time; null is no bound.
 */
export type SellingPolicy =
  | { readonly selling: 'stock' }
  | { readonly selling: 'backorder'; readonly limit: number | null; readonly leadDays: number | null }
  | {
      readonly selling: 'preorder';
      readonly limit: number | null;
      readonly leadDays: number | null;
      readonly availableOn: string;
    };

/** Without a policy of its own a product is sold from stock alone. */
export const SELLS_STOCK: SellingPolicy = { selling: 'stock' };

export type PromisedUnits = {
  readonly quantity: number;
  /** The day; null when beyond known supply and no lead time is given. */
  readonly on: string | null;
  readonly from: 'stock' | 'incoming' | 'beyond';
};

export type Promised = {
  readonly units: readonly PromisedUnits[];
  /** Units that the policy does not allow to promise. */
  readonly refused: number;
};

export type PromiseQuestion = {
  readonly quantity: number;
  readonly today: string;
  readonly steps: readonly AtpStep[];
  readonly policy: SellingPolicy;
  /** Units promised beyond the stock already. */
  readonly owed: number;
};

/** The earliest days on which units can be promised, by the ATP and the policy. Nothing is reserved by asking. */
export function promise({ quantity, today, steps, policy, owed }: PromiseQuestion): Promised {
  const earliest = policy.selling === 'preorder' && policy.availableOn > today ? policy.availableOn : today;
  const units: PromisedUnits[] = [];
  const now = Math.min(quantity, atpOn(steps, today));
  if (now > 0) units.push({ quantity: now, on: earliest, from: 'stock' });
  let left = quantity - now;
  if (policy.selling === 'stock') return { units, refused: left };
  const allowed = Math.min(left, policy.limit === null ? left : Math.max(0, policy.limit - owed));
  const refused = left - allowed;
  left = allowed;
  let taken = now;
  for (const step of steps) {
    const part = Math.min(left, step.quantity - taken);
    if (part <= 0) continue;
    units.push({ quantity: part, on: step.from > earliest ? step.from : earliest, from: 'incoming' });
    taken += part;
    left -= part;
  }
  if (left > 0) units.push({ quantity: left, on: beyond(policy.leadDays, today, earliest), from: 'beyond' });
  return { units, refused };
}

function beyond(leadDays: number | null, today: string, earliest: string): string | null {
  if (leadDays === null) return null;
  const day = addDays(today, leadDays);
  return day > earliest ? day : earliest;
}

/** The calendar day so many days later. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export type PublishQuestion = {
  /** Units that can be promised now at the channel's locations, with each location's safety stock taken off. */
  readonly available: number;
  readonly policy: SellingPolicy;
  readonly owed: number;
  /** Units kept back from this channel, and the most that it is shown; null is no bound. */
  readonly buffer: number;
  readonly cap: number | null;
};

/**
 * The level that a channel is told. What may be sold beyond the stock is told only when it is bounded: a channel takes a
 * level for a fact and would sell without end.
 */
export function publishable({ available, policy, owed, buffer, cap }: PublishQuestion): number {
  const beyondStock = policy.selling === 'stock' || policy.limit === null ? 0 : Math.max(0, policy.limit - owed);
  const level = Math.max(0, available - buffer) + beyondStock;
  return cap === null ? level : Math.min(cap, level);
}
