import type { OrderDocument } from '../documents/index.ts';
import {
  allEntries,
  type EntryKind,
  type EntryStatus,
  lineValue,
  type PaymentCommand,
  type PaymentEntry,
  type PaymentRejection,
  type Refund,
  refundedLines,
  type Through,
  unitsValue,
} from '../payment/index.ts';
import type { StoredOrder } from '../ports/index.ts';
import type { Instant, OrderId } from '../shared/ids.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { allocateOrder } from './allocateOrder.ts';
import { noticed } from './applyPayment.ts';
import { changeOrder, type OpenedOrder, type OrderRefusal, type OrderTarget } from './changeOrder.ts';
import { followPayments } from './followPayments.ts';
import type { Environment } from './operateStock.ts';
import { nameMoney } from './restateOrder.ts';

/** What came of moving money: the order's version after it, and the entries that began or changed. */
export type MoneyMoved = {
  readonly id: OrderId;
  readonly version: number;
  readonly entries: readonly MovedEntry[];
};
type MovedEntry = {
  readonly id: string;
  readonly kind: EntryKind;
  readonly status: EntryStatus;
  readonly amountMinor: number;
  readonly provider: string;
};
type Moved = Promise<Result<MoneyMoved, OrderRefusal>>;

/** Moves money of one order in a transaction of its own. What follows for its state and its hold is done at once. */
export async function moveMoney(
  target: OrderTarget,
  environment: Environment,
  run: (opened: OpenedOrder) => Result<void, OrderRefusal> | Promise<Result<void, OrderRefusal>>,
): Moved {
  let entries: readonly MovedEntry[] = [];
  const changed = await changeOrder(target, environment, async (opened) => {
    const { batch } = opened;
    const done = await run(opened);
    if (!done.ok) return done;
    const change = batch.payments.changes.find(({ order }) => order === target.id);
    entries = (change?.entries ?? []).map(movedOf);
    if (change && followPayments(batch, target.id, null)) allocateOrder(batch, target.id, null);
    return ok(undefined);
  });
  if (!changed.ok) return changed;
  return ok({ id: changed.value.id, version: changed.value.version, entries });
}

const movedOf = ({ id, kind, status, amountMinor, provider }: MovedEntry): MovedEntry => ({
  ...{ id, kind, status, amountMinor, provider },
});

/** Decides one command on the money of an opened order. */
export function decideMoney({ batch, stored }: OpenedOrder, command: PaymentCommand): Result<void, OrderRefusal> {
  if (stored.order.status === 'unplaced') throw new Error('a stored order is always placed');
  const { currency } = stored.header.document;
  const done = batch.payments.decide(stored.order.id, command, { currency, actor: batch.actor, cause: null });
  return done.ok ? ok(undefined) : err(refusedMoney(done.error, currency));
}

function refusedMoney({ code, ...detail }: PaymentRejection, currency: string): OrderRefusal {
  const words = Object.entries(detail).map(([name, value]) =>
    name.endsWith('Minor') ? `${name.slice(0, -5)} ${value} minor units of ${currency}` : `${name} ${value}`,
  );
  return { code, message: [code.replaceAll('-', ' '), ...words].join(', ') };
}

/** Ids for the entries that a command may lead to: one for each payment of the order, and two more. */
export function entryIds({ batch, stored }: OpenedOrder): readonly string[] {
  const entries = stored.order.status === 'unplaced' ? 0 : batch.payments.of(stored.order.id).entries.size;
  return Array.from({ length: entries + 2 }, () => batch.newId<string>());
}

export type StatedMovement = {
  readonly provider: string;
  readonly payment?: string | undefined;
  readonly externalId: string;
  readonly method: string;
  readonly kind: Exclude<EntryKind, 'expiry'>;
  readonly amountMinor: number;
  readonly at?: Instant | undefined;
  readonly expiresAt?: Instant | undefined;
  readonly reason?: string | undefined;
};

/** Books a movement that has happened: a card taken by telephone, a gift card, a chargeback told by letter. */
export function recordMovement(target: OrderTarget, given: StatedMovement, environment: Environment): Moved {
  return moveMoney(target, environment, ({ batch, stored }) => {
    const { provider, payment = null, externalId, method, kind, amountMinor, reason = null, expiresAt = null } = given;
    const stated = { provider, payment, externalId, method, kind, amountMinor, reason, expiresAt, reference: null };
    const notice = { ...stated, at: given.at ?? batch.now, status: 'succeeded' } as const;
    noticed(batch, stored, target.id, notice, null);
    return ok(undefined);
  });
}

export type AuthorizationWanted = {
  readonly provider: string;
  readonly method: string;
  readonly amountMinor: number;
  /** The payment whose authorization it takes the place of. */
  readonly payment?: string | undefined;
  readonly expiresAt?: Instant | undefined;
};

/** Asks a provider for an authorization: pending until it is confirmed or the provider tells of it. */
export function requestAuthorization(
  target: OrderTarget,
  wanted: AuthorizationWanted,
  environment: Environment,
): Moved {
  return moveMoney(target, environment, (opened) => {
    const { provider, method, amountMinor, payment, expiresAt } = wanted;
    const { batch } = opened;
    const given = { id: batch.newId<string>(), provider, method, amountMinor, reason: null };
    const more = { payment: payment ?? null, expiresAt: expiresAt ?? null };
    return decideMoney(opened, { type: 'RequestAuthorization', at: batch.now, ...given, ...more });
  });
}

/** Which money is meant: of one payment or all, and all that there is or an amount in minor units. */
export type MoneyPart = { readonly payment?: string | undefined; readonly amountMinor?: number | undefined };

/** Asks for a capture of what is authorized. */
export function capturePayments(target: OrderTarget, part: MoneyPart, environment: Environment): Moved {
  return moveMoney(target, environment, (opened) => {
    const { payment = null, amountMinor = null } = part;
    const given = { ids: entryIds(opened), payment, amountMinor, cause: null };
    return decideMoney(opened, { type: 'CapturePayments', at: opened.batch.now, ...given });
  });
}

/** Asks that what is authorized be given free. */
export function voidPayments(
  target: OrderTarget,
  part: MoneyPart & { readonly reason?: string | undefined },
  environment: Environment,
): Moved {
  return moveMoney(target, environment, (opened) => {
    const { payment = null, amountMinor = null, reason = null } = part;
    const given = { ids: entryIds(opened), payment, amountMinor, reason };
    return decideMoney(opened, { type: 'VoidPayments', at: opened.batch.now, ...given });
  });
}

export type RefundWanted = {
  /** Units of lines, by the line's id or its external id; the amount is their price unless one is given. */
  readonly lines?:
    | readonly { readonly line: string; readonly quantity: number; readonly amountMinor?: number | undefined }[]
    | undefined;
  readonly shippingMinor?: number | undefined;
  readonly adjustmentMinor?: number | undefined;
  readonly payment?: string | undefined;
  readonly returnId?: string | undefined;
  readonly reason: string;
};

/** Asks that money be paid back for lines, shipping, or by grace; never more than was captured. */
export function refundPayments(target: OrderTarget, wanted: RefundWanted, environment: Environment): Moved {
  return moveMoney(target, environment, (opened) => {
    const done = openRefund(opened, wanted);
    if (!done.ok) return done;
    nameMoney(opened.batch, target.id);
    return ok(undefined);
  });
}

/** Decides a refund on an opened order; answers it. `throughOf` says how much of it is not paid out. */
export function openRefund(
  opened: OpenedOrder,
  wanted: RefundWanted,
  throughOf: (amountMinor: number) => Through | null = () => null,
): Result<Refund, OrderRefusal> {
  const { batch, stored } = opened;
  const lines = pricedLines(opened, wanted.lines ?? []);
  if (!lines.ok) return lines;
  const { shippingMinor = 0, adjustmentMinor = 0, payment = null, returnId = null, reason } = wanted;
  const amountMinor = lines.value.reduce((sum, line) => sum + line.amountMinor, shippingMinor + adjustmentMinor);
  const id = batch.newId<string>();
  const refund: Refund = { id, amountMinor, lines: lines.value, shippingMinor, adjustmentMinor, returnId, reason };
  const through = throughOf(amountMinor);
  const more = { through, stated: statedOnly(opened), limits: limitsOf(stored) };
  const command = { ids: entryIds(opened), payment, refund, ...more };
  const done = decideMoney(opened, { type: 'RefundPayments', at: batch.now, ...command });
  return done.ok ? ok(refund) : done;
}

/** Movements of money that its source holds: the hub asks for their refund, and the source carries it out. */
function statedOnly({ batch, stored: { header, order } }: OpenedOrder): readonly PaymentEntry[] {
  if (order.status === 'unplaced') throw new Error('a stored order is always placed');
  const ledger = batch.payments.of(order.id);
  const document = { ...header.document, paymentState: header.paymentState };
  const grandMinor = (header.sourceDocument ?? header.document).totals.grandMinor;
  return allEntries(document, ledger, grandMinor).filter(({ id }) => !ledger.entries.has(id));
}

/** The order as it was before units were cancelled here: what was paid for. */
const paidFor = ({ header }: StoredOrder): OrderDocument => header.sourceDocument ?? header.document;

function limitsOf(stored: StoredOrder): ReadonlyMap<string, { quantity: number; amountMinor: number }> {
  const document = paidFor(stored);
  return new Map(
    document.lines.map((line) => [
      line.externalId,
      { quantity: line.quantity, amountMinor: Math.max(0, lineValue(document, line)) },
    ]),
  );
}

/** Units of lines, named by their id or their external id, with what goes back for them. */
export function pricedLines(
  { batch, stored }: OpenedOrder,
  given: NonNullable<RefundWanted['lines']>,
): Result<Refund['lines'], OrderRefusal> {
  const { order } = stored;
  if (order.status === 'unplaced') throw new Error('a stored order is always placed');
  const document = paidFor(stored);
  const before = refundedLines(batch.payments.of(order.id));
  const lines: Refund['lines'][number][] = [];
  for (const { line: name, quantity, amountMinor } of given) {
    const known = [...order.lines.values()].find((each) => each.id === name || each.externalId === name);
    const line = document.lines.find(({ externalId }) => externalId === known?.externalId);
    if (!line)
      return err({ code: 'unknown-line', message: `there is no line ${name} in order ${stored.header.number}` });
    const was = before.get(line.externalId)?.quantity ?? 0;
    const price = unitsValue(document, line, was + quantity) - unitsValue(document, line, was);
    lines.push({ line: line.externalId, quantity, amountMinor: amountMinor ?? Math.max(0, price) });
  }
  return ok(lines);
}

export type SettledEntry = {
  readonly status: 'succeeded' | 'failed';
  readonly externalId?: string | undefined;
  readonly expiresAt?: Instant | undefined;
  readonly reason?: string | undefined;
};

/** What became of an entry that was asked for. The provider's own notice may come before, after, or at the same moment. */
export async function settleEntry(entry: string, settled: SettledEntry, by: string, environment: Environment): Moved {
  const id = await environment.unitOfWork.transaction((tx) => tx.orderOfEntry(entry));
  if (!id) return err({ code: 'unknown-entry', message: `there is no payment ${entry}` });
  return moveMoney({ id, by }, environment, (opened) => {
    const { batch } = opened;
    const { status, externalId = null, expiresAt = null, reason = null } = settled;
    const given = { entry, status, externalId, expiresAt, reason, id: batch.newId<string>() };
    return decideMoney(opened, { type: 'SettleEntry', at: batch.now, ...given });
  });
}
