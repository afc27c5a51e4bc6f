import { assertNever, err, ok, type Result } from '../shared/result.ts';
import type { PaymentEntry, PaymentLedger, Refund } from './entry.ts';
import type { PaymentCommand, PaymentEvent, PaymentRejection, Through } from './messages.ts';
import { isSame, joined, notice } from './notice.ts';
import { capturable, expiredAt, type PaymentSums, paymentsOf, refundable, sumsOf } from './sums.ts';

type Decision = Result<readonly PaymentEvent[], PaymentRejection>;
type Command<Type extends PaymentCommand['type']> = Extract<PaymentCommand, { type: Type }>;

/** What a command means for the payments of an order: the events to record, or why it is refused. Pure. */
export function decide(command: PaymentCommand, ledger: PaymentLedger): Decision {
  switch (command.type) {
    case 'NoticePayment':
      return isAmount(command.notice.amountMinor, 0)
        ? ok(notice(command, ledger))
        : err({ code: 'invalid-amount', amountMinor: command.notice.amountMinor });
    case 'RequestAuthorization':
      return authorize(command, ledger);
    case 'CapturePayments':
      return capture(command, ledger);
    case 'VoidPayments':
      return voidOpen(command, ledger);
    case 'RefundPayments':
      return refund(command, ledger);
    case 'SettleEntry':
      return settle(command, ledger);
    case 'ExpireAuthorizations':
      return ok(expire(command, ledger));
    default:
      return assertNever(command, 'payment command');
  }
}

const isAmount = (minor: number, least: number): boolean => Number.isSafeInteger(minor) && minor >= least;

function authorize(command: Command<'RequestAuthorization'>, ledger: PaymentLedger): Decision {
  const { at, id, provider, method, amountMinor, payment, expiresAt, reason } = command;
  if (!isAmount(amountMinor, 1)) return err({ code: 'invalid-amount', amountMinor });
  const given = { id, provider, method, amountMinor, expiresAt, reason };
  if (payment !== null && !paymentsOf(ledger.entries.values()).has(payment))
    return err({ code: 'unknown-payment', payment });
  const entry = asked({ ...given, payment: payment ?? `${provider}/${id}`, kind: 'authorization', at, cause: null });
  return ok([{ type: 'EntryAdded', at, entry }]);
}

type Asked = Omit<PaymentEntry, 'status' | 'externalId' | 'statedAt'>;
const asked = (entry: Asked): PaymentEntry => ({ ...entry, status: 'pending', externalId: null, statedAt: null });

/** A share of an amount that falls on one payment. */
type Share = { readonly payment: string; readonly first: PaymentEntry; readonly minor: number };

/**
 * Lays an amount over the payments that have room for it, in their order. All that they have when the amount is null;
 * answers what they have when it is too much.
 */
function shared(
  ledger: PaymentLedger,
  { payment: only, amountMinor }: { readonly payment: string | null; readonly amountMinor: number | null },
  roomOf: (sums: PaymentSums) => number,
  isLastFirst: boolean,
): Result<readonly Share[], { readonly have: number; readonly want: number }> {
  const payments = [...paymentsOf(ledger.entries.values())].filter(([name]) => only === null || name === only);
  const rooms = payments.flatMap(([payment, entries]) => {
    const [first] = entries;
    const minor = roomOf(sumsOf(entries));
    return first && minor > 0 ? [{ payment, first, minor }] : [];
  });
  if (isLastFirst) rooms.reverse();
  const have = rooms.reduce((sum, { minor }) => sum + minor, 0);
  const want = amountMinor ?? have;
  if (want > have) return err({ have, want });
  let left = want;
  const shares: Share[] = [];
  for (const room of rooms) {
    const minor = Math.min(left, room.minor);
    if (minor > 0) shares.push({ ...room, minor });
    left -= minor;
  }
  return ok(shares);
}

type Named = { readonly payment: string | null; readonly amountMinor: number | null };

function refusedName({ entries }: PaymentLedger, { payment, amountMinor }: Named): PaymentRejection | undefined {
  if (amountMinor !== null && !isAmount(amountMinor, 1)) return { code: 'invalid-amount', amountMinor };
  if (payment === null || [...entries.values()].some((entry) => entry.payment === payment)) return undefined;
  return { code: 'unknown-payment', payment };
}

function capture(command: Command<'CapturePayments'>, ledger: PaymentLedger): Decision {
  const refused = refusedName(ledger, command);
  if (refused) return err(refused);
  const shares = shared(ledger, command, capturable, false);
  if (!shares.ok) return aboveAuthorized(shares.error);
  if (shares.value.length === 0) return err({ code: 'nothing-authorized' });
  return ok(requests(command, shares.value, { kind: 'capture', cause: command.cause, reason: null }));
}

function voidOpen(command: Command<'VoidPayments'>, ledger: PaymentLedger): Decision {
  const refused = refusedName(ledger, command);
  if (refused) return err(refused);
  const shares = shared(ledger, command, capturable, true);
  if (!shares.ok) return aboveAuthorized(shares.error);
  if (shares.value.length === 0) return err({ code: 'nothing-authorized' });
  return ok(requests(command, shares.value, { kind: 'void', cause: null, reason: command.reason }));
}

const aboveAuthorized = ({ have, want }: { readonly have: number; readonly want: number }): Decision =>
  err(have === 0 ? { code: 'nothing-authorized' } : { code: 'above-authorized', haveMinor: have, wantMinor: want });

function requests(
  { at, ids }: { readonly at: PaymentEvent['at']; readonly ids: readonly string[] },
  shares: readonly Share[],
  more: Pick<PaymentEntry, 'kind' | 'cause' | 'reason'>,
): readonly PaymentEvent[] {
  return shares.map(({ payment, first, minor }, i) => {
    const id = ids[i];
    if (id === undefined) throw new Error(`${shares.length} entries need an id each, and ${ids.length} came`);
    const { provider, method } = first;
    const entry = asked({ id, payment, provider, method, amountMinor: minor, at, expiresAt: null, ...more });
    return { type: 'EntryAdded', at, entry };
  });
}

/** A refund takes from the payment that came last first; never more than was captured, of all or of a line. */
function refund(command: Command<'RefundPayments'>, ledger: PaymentLedger): Decision {
  const { at, refund: given, payment } = command;
  const stated = command.stated.map((entry) => [entry.id, entry] as const);
  const all = { ...ledger, entries: new Map([...stated, ...ledger.entries]) };
  const refused = refusedName(all, { payment, amountMinor: given.amountMinor }) ?? refusedParts(command, ledger);
  if (refused) return err(refused);
  const shares = shared(all, { payment, amountMinor: given.amountMinor }, refundable, true);
  if (!shares.ok) {
    const { have, want } = shares.error;
    return err(
      have === 0 ? { code: 'nothing-captured' } : { code: 'above-captured', haveMinor: have, wantMinor: want },
    );
  }
  const parts = { kind: 'refund', cause: given.id, reason: given.reason } as const;
  const { led, rest } = divided(shares.value, command.through?.amountMinor ?? 0);
  const ids = { at, ids: command.ids.slice(led.length) };
  const kept = requests(command, led, parts).map((event, i) => ledThrough(event, command.through, i));
  return ok([{ type: 'RefundOpened', at, refund: given }, ...kept, ...requests(ids, rest, parts)]);
}

/** The first shares up to an amount, and the others. */
function divided(
  shares: readonly Share[],
  minor: number,
): { readonly led: readonly Share[]; readonly rest: readonly Share[] } {
  let left = minor;
  const led: Share[] = [];
  const rest: Share[] = [];
  for (const share of shares) {
    const part = Math.min(left, share.minor);
    if (part > 0) led.push({ ...share, minor: part });
    if (part < share.minor) rest.push({ ...share, minor: share.minor - part });
    left -= part;
  }
  return { led, rest };
}

/** Money that goes on to another order or a credit is no request to the provider that holds it. */
function ledThrough(event: PaymentEvent, through: Through | null, i: number): PaymentEvent {
  if (event.type !== 'EntryAdded' || !through) return event;
  const { provider, method, reference } = through;
  return {
    ...event,
    entry: { ...event.entry, provider, method, externalId: `${reference}/${i}`, status: 'succeeded' },
  };
}

function refusedParts(
  { refund: given, limits }: Command<'RefundPayments'>,
  ledger: PaymentLedger,
): PaymentRejection | undefined {
  const { amountMinor, lines, shippingMinor, adjustmentMinor } = given;
  const partsMinor = lines.reduce((sum, line) => sum + line.amountMinor, shippingMinor + adjustmentMinor);
  if (partsMinor !== amountMinor) return { code: 'amounts-differ', amountMinor, partsMinor };
  const before = refundedLines(ledger);
  for (const { line, quantity, amountMinor: minor } of lines) {
    const limit = limits.get(line);
    if (!limit) return { code: 'unknown-line', line };
    if (!isAmount(minor, 0)) return { code: 'invalid-amount', amountMinor: minor };
    const was = before.get(line) ?? { quantity: 0, amountMinor: 0 };
    const left = { quantity: limit.quantity - was.quantity, amountMinor: limit.amountMinor - was.amountMinor };
    if (quantity > left.quantity || minor > left.amountMinor) return { code: 'above-line', line, ...left };
    before.set(line, { quantity: was.quantity + quantity, amountMinor: was.amountMinor + minor });
  }
  return undefined;
}

/** What went back for each line, or is on its way; a refund of which nothing came about does not count. */
export function refundedLines(ledger: PaymentLedger): Map<string, { quantity: number; amountMinor: number }> {
  const lines = new Map<string, { quantity: number; amountMinor: number }>();
  for (const refund of ledger.refunds.values()) {
    if (isFailed(refund, ledger)) continue;
    for (const { line, quantity, amountMinor } of refund.lines) {
      const was = lines.get(line) ?? { quantity: 0, amountMinor: 0 };
      lines.set(line, { quantity: was.quantity + quantity, amountMinor: was.amountMinor + amountMinor });
    }
  }
  return lines;
}

function isFailed({ id }: Refund, { entries }: PaymentLedger): boolean {
  const own = [...entries.values()].filter(({ cause }) => cause === id);
  return own.length > 0 && own.every(({ status }) => status === 'failed');
}

/**
 * The answer to what was asked for. A notice of the provider may have come first: the same movement is settled once. When
 * that notice was of another movement, by its key, this one is a movement of its own.
 */
function settle(command: Command<'SettleEntry'>, ledger: PaymentLedger): Decision {
  const { at, entry: name, status, externalId, expiresAt, reason, id } = command;
  const known = ledger.entries.get(name);
  if (!known) return err({ code: 'unknown-entry', entry: name });
  if (externalId !== null && known.externalId !== null && known.externalId !== externalId) {
    const { provider, method, kind, amountMinor } = known;
    const given = { provider, method, kind, amountMinor, payment: null, reference: null, externalId, status, at };
    const other = { ...given, expiresAt, reason };
    return ok(notice({ type: 'NoticePayment', at, id, notice: other, into: known.payment }, ledger));
  }
  const isOpen = known.status === 'pending';
  const entry: PaymentEntry = {
    ...known,
    status: isOpen ? status : known.status,
    externalId: externalId ?? known.externalId,
    expiresAt: expiresAt ?? known.expiresAt,
    reason: isOpen ? (reason ?? known.reason) : known.reason,
  };
  return ok(isSame(entry, known) ? [] : [{ type: 'EntryChanged', at, entry }, ...joined(ledger, entry, at)]);
}

function expire({ at, ids }: Command<'ExpireAuthorizations'>, ledger: PaymentLedger): readonly PaymentEvent[] {
  const shares = [...paymentsOf(ledger.entries.values())].flatMap(([payment, entries]) => {
    const [first] = entries;
    const minor = expiredAt(entries, at);
    return first && minor > 0 ? [{ payment, first, minor }] : [];
  });
  const events = requests({ at, ids }, shares, { kind: 'expiry', cause: null, reason: null });
  return events.map((event) =>
    event.type === 'EntryAdded' ? { ...event, entry: { ...event.entry, status: 'succeeded' } } : event,
  );
}
