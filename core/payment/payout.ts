import type { EntryKind, EntryStatus } from './entry.ts';

export const PAYOUT_KINDS = ['payment', 'refund', 'chargeback', 'chargeback-reversal', 'fee', 'adjustment'] as const;
export type PayoutKind = (typeof PAYOUT_KINDS)[number];

/**
 * A line of what a provider paid out, in minor units of the payout's currency. `amountMinor` is signed as it changes the
 * payout: a payment is positive, a refund or a chargeback negative. `feeMinor` is taken off it.
 */
export type PayoutLine = {
  readonly externalId: string;
  readonly kind: PayoutKind;
  readonly amountMinor: number;
  readonly feeMinor: number;
};

/** An entry of the ledger that a line may be about. */
export type PayoutEntry = {
  readonly id: string;
  readonly externalId: string;
  readonly kind: EntryKind;
  readonly status: EntryStatus;
  readonly amountMinor: number;
  readonly currency: string;
  /** true when an earlier payout had it. */
  readonly isPaidOut: boolean;
};

export type PayoutFinding =
  | 'matched'
  | 'no-movement'
  | 'unknown'
  | 'not-succeeded'
  | 'paid-twice'
  | 'currency-differs'
  | 'amount-differs';

/** A line with what the ledger has of it; `ledgerMinor` is signed like the line. */
export type ReconciledLine = PayoutLine & {
  readonly finding: PayoutFinding;
  readonly entry: string | null;
  readonly ledgerMinor: number | null;
};

export type ReconciledPayout = {
  readonly lines: readonly ReconciledLine[];
  /** What the lines come to after fees. */
  readonly summedMinor: number;
  /** The payout as stated less what its lines come to. */
  readonly differenceMinor: number;
};

const KINDS: Readonly<Record<PayoutKind, readonly EntryKind[]>> = {
  payment: ['capture', 'sale'],
  refund: ['refund'],
  chargeback: ['chargeback'],
  'chargeback-reversal': ['chargeback-reversal'],
  fee: [],
  adjustment: [],
};

/** Holds a payout against the ledger, line by line and as a sum. Every line has its finding; nothing is left out. */
export function reconcilePayout(
  {
    currency,
    statedMinor,
    lines,
  }: { readonly currency: string; readonly statedMinor: number; readonly lines: readonly PayoutLine[] },
  entries: readonly PayoutEntry[],
): ReconciledPayout {
  const taken = new Set(entries.flatMap(({ id, isPaidOut }) => (isPaidOut ? [id] : [])));
  const byKey = Map.groupBy(entries, ({ externalId }) => externalId);
  const reconciled = lines.map((line) => {
    const known = (byKey.get(line.externalId) ?? []).filter(({ kind }) => KINDS[line.kind].includes(kind));
    const found = reconcileLine(line, known, currency, taken);
    if (found.entry !== null) taken.add(found.entry);
    return found;
  });
  const summedMinor = lines.reduce((sum, { amountMinor, feeMinor }) => sum + amountMinor - feeMinor, 0);
  return { lines: reconciled, summedMinor, differenceMinor: statedMinor - summedMinor };
}

function reconcileLine(
  line: PayoutLine,
  known: readonly PayoutEntry[],
  currency: string,
  taken: ReadonlySet<string>,
): ReconciledLine {
  if (KINDS[line.kind].length === 0) return { ...line, finding: 'no-movement', entry: null, ledgerMinor: null };
  const entry = known.find(({ status }) => status === 'succeeded') ?? known[0];
  if (!entry) return { ...line, finding: 'unknown', entry: null, ledgerMinor: null };
  const isOut = line.kind === 'refund' || line.kind === 'chargeback';
  const ledgerMinor = isOut ? -entry.amountMinor : entry.amountMinor;
  return { ...line, finding: findingOf(line, entry, { currency, ledgerMinor, taken }), entry: entry.id, ledgerMinor };
}

function findingOf(
  { amountMinor }: PayoutLine,
  entry: PayoutEntry,
  given: { readonly currency: string; readonly ledgerMinor: number; readonly taken: ReadonlySet<string> },
): PayoutFinding {
  if (entry.status !== 'succeeded') return 'not-succeeded';
  if (given.taken.has(entry.id)) return 'paid-twice';
  if (entry.currency !== given.currency) return 'currency-differs';
  return amountMinor === given.ledgerMinor ? 'matched' : 'amount-differs';
}
