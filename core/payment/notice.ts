import type { EntryStatus, PaymentEntry, PaymentLedger } from './entry.ts';
import type { PaymentCommand, PaymentEvent, PaymentNotice } from './messages.ts';

type Command<Type extends PaymentCommand['type']> = Extract<PaymentCommand, { type: Type }>;

/**
 * What a provider's notice changes. The same movement told again, or told late, changes nothing: it is known by the
 * provider's key of it, or by the hub's own reference; one that was asked for and whose key is not known yet is the one
 * that a notice of its payment, kind and amount is about. Of two statements about one movement the final one counts, then
 * the later.
 */
export function notice(
  { at, id, notice: given, into }: Command<'NoticePayment'>,
  ledger: PaymentLedger,
): PaymentEvent[] {
  const payment = into ?? paymentMeant(ledger, given);
  const known = entryMeant(ledger, given, payment);
  if (!known) {
    const { reference: _, ...stated } = given;
    const entry: PaymentEntry = { ...stated, id, payment, statedAt: given.at, cause: null };
    return [{ type: 'EntryAdded', at, entry }, ...joined(ledger, entry, at)];
  }
  const entry = { ...(wins(given, known) ? restated(known, given) : known), externalId: given.externalId };
  if (isSame(entry, known)) return [];
  return [{ type: 'EntryChanged', at, entry }, ...joined(ledger, entry, at)];
}

function restated(known: PaymentEntry, given: PaymentNotice): PaymentEntry {
  const { status, amountMinor, at, expiresAt, reason, method } = given;
  return {
    ...known,
    status,
    amountMinor,
    at,
    statedAt: at,
    method,
    // What only the hub has said stays where the provider says nothing of it.
    expiresAt: known.statedAt === null ? (expiresAt ?? known.expiresAt) : expiresAt,
    reason: known.statedAt === null ? (reason ?? known.reason) : reason,
  };
}

export function isSame(a: PaymentEntry, b: PaymentEntry): boolean {
  return (Object.keys(a) as (keyof PaymentEntry)[]).every((key) => a[key] === b[key]);
}

const RANK: Readonly<Record<EntryStatus, number>> = { pending: 0, succeeded: 1, failed: 1 };

/** A total order of statements, so that every order of arrival ends with the same one. */
function wins(given: PaymentNotice, known: PaymentEntry): boolean {
  if (known.statedAt === null) return known.status === 'pending' || given.status !== 'pending';
  const order = [
    [RANK[given.status], RANK[known.status]],
    [given.at, known.statedAt],
    [given.status, known.status],
    [given.amountMinor, known.amountMinor],
    [given.expiresAt ?? '', known.expiresAt ?? ''],
    [given.method, known.method],
    [given.reason ?? '', known.reason ?? ''],
  ] as const;
  for (const [ours, theirs] of order) {
    if (ours !== theirs) return ours > theirs;
  }
  return false;
}

/** The payment that a movement belongs to, by the provider's key of it. */
function paymentMeant({ entries }: PaymentLedger, given: PaymentNotice): string {
  const { provider, payment: key, externalId, kind } = given;
  const own = [...entries.values()].filter((entry) => entry.provider === provider);
  if (key !== null) {
    const begun = own.find((entry) => entry.externalId === key && BEGINS.has(entry.kind));
    return begun?.payment ?? `${provider}/${key}`;
  }
  const known = own.find((entry) => entry.externalId === externalId && entry.kind === kind);
  if (known) return known.payment;
  const payments = new Set(own.map((entry) => entry.payment));
  const [only] = payments;
  const begins = kind === 'authorization' || kind === 'sale';
  return begins || payments.size !== 1 || only === undefined ? `${provider}/${externalId}` : only;
}

/** Movements by whose key a provider may name the payment. */
const BEGINS: ReadonlySet<string> = new Set(['authorization', 'sale', 'capture']);

function entryMeant(
  { entries }: PaymentLedger,
  { provider, externalId, reference, kind, amountMinor }: PaymentNotice,
  payment: string,
): PaymentEntry | undefined {
  const own = [...entries.values()].filter((entry) => entry.provider === provider && entry.kind === kind);
  const known = own.find((entry) => entry.externalId === externalId);
  if (known) return known;
  const nameless = own.filter((entry) => entry.externalId === null);
  return (
    nameless.find((entry) => entry.id === reference) ??
    nameless.find(
      (entry) =>
        entry.amountMinor === amountMinor &&
        entry.status !== 'failed' &&
        (entry.payment === payment || kind === 'authorization'),
    )
  );
}

/** Movements that came before the authorization that they belong to was known by the provider's key. */
export function joined(ledger: PaymentLedger, entry: PaymentEntry, at: PaymentEvent['at']): PaymentEvent[] {
  if (entry.externalId === null || !BEGINS.has(entry.kind)) return [];
  const early = `${entry.provider}/${entry.externalId}`;
  if (early === entry.payment) return [];
  return [...ledger.entries.values()]
    .filter((each) => each.payment === early && each.id !== entry.id)
    .map((each) => ({ type: 'EntryChanged', at, entry: { ...each, payment: entry.payment } }));
}
