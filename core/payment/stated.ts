import type { OrderDocument } from '../documents/index.ts';
import type { Instant } from '../shared/ids.ts';
import type { EntryKind, PaymentEntry, PaymentLedger } from './entry.ts';

/** The payment under which stand an order's own source and its refunds: what a shop says of the order as a whole. */
export const SOURCE_PAYMENT = 'source';

/**
 * All movements of an order's money: those of its ledger, and those that only its document states. A source often repeats
 * what the provider has told already; a stated movement that the ledger has, by its key or by its kind and amount, is not
 * counted again. `sourceGrandMinor` is the source's own total, for a source that only says that all is paid.
 */
export function allEntries(
  document: OrderDocument,
  ledger: PaymentLedger,
  sourceGrandMinor: number,
): readonly PaymentEntry[] {
  const kept = [...ledger.entries.values()];
  const stated = document.payments.length > 0 ? listed(document) : asStated(document, kept, sourceGrandMinor);
  const open = kept.filter(({ status }) => status === 'succeeded');
  const unrepeated = stated.filter((entry) => {
    const at = open.findIndex((each) => isRepeated(entry, each));
    if (at >= 0) open.splice(at, 1);
    return at < 0;
  });
  return [...(isRepeatedWhole(unrepeated, open) ? [] : unrepeated), ...kept];
}

const CHARGES: ReadonlySet<EntryKind> = new Set(['capture', 'sale']);
const groupOf = (kind: EntryKind): string => (CHARGES.has(kind) ? 'charge' : kind);

function isRepeated(stated: PaymentEntry, kept: PaymentEntry): boolean {
  if (stated.status !== 'succeeded' || groupOf(stated.kind) !== groupOf(kept.kind)) return false;
  return stated.externalId === kept.externalId || stated.amountMinor === kept.amountMinor;
}

/** A source that states one charge where the provider made several of the same sum. */
function isRepeatedWhole(stated: readonly PaymentEntry[], kept: readonly PaymentEntry[]): boolean {
  const charged = (entries: readonly PaymentEntry[]): number =>
    entries.reduce((sum, { kind, amountMinor }) => sum + (CHARGES.has(kind) ? amountMinor : 0), 0);
  const counted = stated.filter(({ status }) => status === 'succeeded');
  const sum = charged(counted);
  return sum > 0 && sum === charged(kept) && counted.every(({ kind }) => CHARGES.has(kind));
}

function listed({ payments, placedAt }: OrderDocument): readonly PaymentEntry[] {
  return payments.map(({ externalId, method, kind, status, amountMinor, at }, i) =>
    entryOf(
      { id: `stated/${i}`, method, kind, amountMinor, externalId: externalId ?? null, at: at ?? placedAt },
      status,
    ),
  );
}

/** A source that lists no payment is taken at its word, as far as nobody else has spoken. */
function asStated(
  { paymentState, placedAt: at }: OrderDocument,
  kept: readonly PaymentEntry[],
  grandMinor: number,
): readonly PaymentEntry[] {
  const isPaid = paymentState === 'paid' || paymentState === 'partially-refunded' || paymentState === 'refunded';
  const kind = isPaid ? 'sale' : paymentState === 'authorized' ? 'authorization' : undefined;
  const isCharged = kept.some((entry) => entry.kind !== 'refund');
  const isRefunded = kept.some((entry) => entry.kind === 'refund');
  const given = { method: 'stated', amountMinor: grandMinor, externalId: null, at };
  const paid = kind && !isCharged ? [entryOf({ ...given, id: 'stated/paid', kind }, 'succeeded')] : [];
  const back = paymentState === 'refunded' && !isRefunded && !isCharged;
  return back ? [...paid, entryOf({ ...given, id: 'stated/refunded', kind: 'refund' }, 'succeeded')] : paid;
}

type Given = Pick<PaymentEntry, 'id' | 'method' | 'kind' | 'amountMinor' | 'externalId'> & { readonly at: string };

function entryOf({ at, ...given }: Given, status: PaymentEntry['status']): PaymentEntry {
  const nothing = { statedAt: null, expiresAt: null, cause: null, reason: null };
  return { ...given, ...nothing, payment: SOURCE_PAYMENT, provider: SOURCE_PAYMENT, status, at: at as Instant };
}
