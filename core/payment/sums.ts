import type { EntryKind, PaymentEntry } from './entry.ts';

/**
 * Where the money of a payment, or of several, is. Whatever was told in whatever order:
 * `authorizedMinor + unauthorizedMinor = openMinor + captures + voidedMinor + expiredMinor`, with captures without sales;
 * `capturedMinor = keptMinor + refundedMinor + chargedBackMinor`; no amount is negative.
 */
export type PaymentSums = {
  readonly authorizedMinor: number;
  /** Authorized, and neither captured nor given free. */
  readonly openMinor: number;
  readonly capturedMinor: number;
  readonly voidedMinor: number;
  readonly expiredMinor: number;
  readonly refundedMinor: number;
  readonly chargedBackMinor: number;
  readonly keptMinor: number;
  /** Captured or ended beyond the authorizations that are known. */
  readonly unauthorizedMinor: number;
  /** Paid back beyond what is known to have been captured: a capture is not heard of yet, or money went back twice. */
  readonly unmatchedMinor: number;
  readonly pendingCaptureMinor: number;
  readonly pendingVoidMinor: number;
  readonly pendingRefundMinor: number;
  readonly pendingAuthorizationMinor: number;
};

const KEYS = [
  'authorizedMinor',
  'openMinor',
  'capturedMinor',
  'voidedMinor',
  'expiredMinor',
  'refundedMinor',
  'chargedBackMinor',
  'keptMinor',
  'unauthorizedMinor',
  'unmatchedMinor',
  'pendingCaptureMinor',
  'pendingVoidMinor',
  'pendingRefundMinor',
  'pendingAuthorizationMinor',
] as const satisfies readonly (keyof PaymentSums)[];

export const NO_SUMS = Object.fromEntries(KEYS.map((key) => [key, 0])) as PaymentSums;

/** Entries by the payment that they belong to, in the order in which payments began. */
export function paymentsOf(entries: Iterable<PaymentEntry>): ReadonlyMap<string, readonly PaymentEntry[]> {
  const sorted = [...entries].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1));
  return Map.groupBy(sorted, ({ payment }) => payment);
}

/** The sums of all payments together. */
export function sumsOfAll(entries: Iterable<PaymentEntry>): PaymentSums {
  const all: { -readonly [Key in keyof PaymentSums]: number } = { ...NO_SUMS };
  for (const each of paymentsOf(entries).values()) {
    const sums = sumsOf(each);
    for (const key of KEYS) all[key] += sums[key];
  }
  return all;
}

/** The sums of one payment: a function of the set of its entries, so that the order in which they came is no matter. */
export function sumsOf(entries: readonly PaymentEntry[]): PaymentSums {
  const done = (...kinds: readonly EntryKind[]): number => added(entries, 'succeeded', kinds);
  const authorizedMinor = done('authorization');
  const captures = done('capture');
  const { openMinor, voidedMinor, unauthorizedMinor } = openOf(entries, authorizedMinor, captures, done('expiry'));
  const capturedMinor = captures + done('sale');
  const told = { refunds: done('refund'), back: Math.max(0, done('chargeback') - done('chargeback-reversal')) };
  const refundedMinor = Math.min(capturedMinor, told.refunds);
  const chargedBackMinor = Math.min(capturedMinor - refundedMinor, told.back);
  return {
    authorizedMinor,
    openMinor,
    capturedMinor,
    voidedMinor,
    expiredMinor: done('expiry'),
    refundedMinor,
    chargedBackMinor,
    keptMinor: capturedMinor - refundedMinor - chargedBackMinor,
    unauthorizedMinor,
    unmatchedMinor: told.refunds + told.back - refundedMinor - chargedBackMinor,
    pendingCaptureMinor: added(entries, 'pending', ['capture', 'sale']),
    pendingVoidMinor: pendingVoids(entries, openMinor),
    pendingRefundMinor: added(entries, 'pending', ['refund']),
    pendingAuthorizationMinor: added(entries, 'pending', ['authorization']),
  };
}

function added(entries: readonly PaymentEntry[], status: PaymentEntry['status'], kinds: readonly EntryKind[]): number {
  return entries.reduce(
    (sum, entry) => sum + (entry.status === status && kinds.includes(entry.kind) ? entry.amountMinor : 0),
    0,
  );
}

/** A void without an amount gives free what nothing else took. */
function openOf(entries: readonly PaymentEntry[], authorized: number, captures: number, expired: number) {
  const named = added(entries, 'succeeded', ['void']);
  const left = authorized - captures - expired - named;
  const isAllVoid = entries.some((e) => e.kind === 'void' && e.status === 'succeeded' && e.amountMinor === 0);
  const rest = isAllVoid ? Math.max(0, left) : 0;
  return {
    openMinor: Math.max(0, left) - rest,
    voidedMinor: named + rest,
    unauthorizedMinor: Math.max(0, -left),
  };
}

function pendingVoids(entries: readonly PaymentEntry[], open: number): number {
  const isAll = entries.some((e) => e.kind === 'void' && e.status === 'pending' && e.amountMinor === 0);
  return isAll ? open : added(entries, 'pending', ['void']);
}

/** What can still be captured: open, and not promised to a capture or a void that was asked for. */
export const capturable = (sums: PaymentSums): number =>
  Math.max(0, sums.openMinor - sums.pendingCaptureMinor - sums.pendingVoidMinor);

/** What can still be paid back. */
export const refundable = (sums: PaymentSums): number => Math.max(0, sums.keptMinor - sums.pendingRefundMinor);

/** How much of what is open has run out at an instant: captures and voids take what expires first. */
export function expiredAt(entries: readonly PaymentEntry[], now: string): number {
  const lasting = entries.reduce((sum, { kind, status, amountMinor, expiresAt }) => {
    const isLasting = kind === 'authorization' && status === 'succeeded' && (expiresAt === null || expiresAt > now);
    return sum + (isLasting ? amountMinor : 0);
  }, 0);
  const { openMinor, pendingCaptureMinor } = sumsOf(entries);
  return Math.max(0, openMinor - pendingCaptureMinor - lasting);
}
