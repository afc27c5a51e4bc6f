import {
  allEntries,
  type PaymentLedger,
  type PaymentSums,
  paymentStateOf,
  SOURCE_PAYMENT,
  sumsOfAll,
} from '../payment/index.ts';
import type { MessageId, StoredOrder } from '../ports/index.ts';
import type { OrderId } from '../shared/ids.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { Batch } from './batch.ts';

/** Whether the hub knows more of an order's money than its own source states. */
export const isHeldHere = ({ entries }: PaymentLedger): boolean =>
  [...entries.values()].some(({ payment }) => payment !== SOURCE_PAYMENT);

/** The sums of an order's money: of its ledger and of what its document states. */
export function moneyOf({ header }: Pick<StoredOrder, 'header'>, ledger: PaymentLedger): PaymentSums {
  const source = header.sourceDocument ?? header.document;
  return sumsOfAll(allEntries(header.document, ledger, source.totals.grandMinor));
}

/** What the buyer owes for an order as it is now. */
export const owedFor = ({ header, order }: StoredOrder): number =>
  order.status === 'cancelled' ? 0 : header.document.totals.grandMinor;

/**
 * Brings the payment state of an order in line with its ledger, and its hold: an order whose money is neither authorized
 * nor captured goes no further. Answers false, and does nothing, for an order of whose money only its source speaks.
 */
export function followPayments(batch: Batch, id: OrderId, cause: MessageId | null): boolean {
  const stored = batch.order(id);
  if (!stored || stored.order.status === 'unplaced' || !isHeldHere(batch.payments.of(id))) return false;
  const sums = moneyOf(stored, batch.payments.of(id));
  const owed = owedFor(stored);
  const paymentState = paymentStateOf(sums, owed);
  const { header, order } = stored;
  if (header.paymentState !== paymentState) batch.changeHeader(id, { ...header, paymentState });
  if (order.status === 'open' && order.kind === 'sales') {
    const covered = sums.openMinor + sums.capturedMinor - sums.chargedBackMinor;
    const type = covered >= owed ? 'ReleaseHold' : 'HoldOrder';
    batch.decide(id, { type, at: batch.now, reason: 'payment' }, cause);
  }
  warn(batch, stored, sums);
  if (order.status !== 'open' || [...order.lines.values()].some(({ ledger }) => ledger.shipped > 0)) {
    batch.outbox.push({ topic: 'payment.due', entity: id, origin: null });
  }
  return true;
}

type HasPayments = { readonly code: 'has-payments'; readonly message: string };

/** An order whose money is in the ledger is one whole: its payments cannot be told apart by units. */
export function undivided(batch: Batch, { header, order }: StoredOrder): Result<void, HasPayments> {
  if (order.status === 'unplaced' || !isHeldHere(batch.payments.of(order.id))) return ok(undefined);
  const message = `order ${header.number} has payments of its own: it is neither split nor merged`;
  return err({ code: 'has-payments', message });
}

function warn(batch: Batch, { header }: StoredOrder, { unmatchedMinor, unauthorizedMinor }: PaymentSums): void {
  if (unmatchedMinor + unauthorizedMinor === 0) return;
  const detail = { order: header.number, unmatchedMinor, unauthorizedMinor, currency: header.document.currency };
  batch.notices.push({ kind: 'payment-mismatch', subject: `order/${header.reference}`, detail });
}
