import { ordered, retotalled, type Settlement, settle, withQuantities } from '../order/index.ts';
import type { PaymentLedger } from '../payment/index.ts';
import type { StoredOrder } from '../ports/index.ts';
import type { OrderId } from '../shared/ids.ts';
import type { Batch } from './batch.ts';

/**
 * Brings the document of an order in line with its ledger after units were cancelled here, with the total that follows,
 * and says what of the buyer's money has to go back. `before` is the order before the change.
 */
export function restate(batch: Batch, id: OrderId, before: StoredOrder): void {
  const stored = batch.order(id);
  if (!stored || stored.order.status === 'unplaced') return;
  const { header, order } = stored;
  const left = new Map<string, number>();
  let units = 0;
  for (const { externalId, ledger } of order.lines.values()) {
    const active = ordered(ledger) - ledger.cancelled;
    left.set(externalId, (left.get(externalId) ?? 0) + active);
    units += active;
  }
  if (units > 0) {
    const lines = [...withQuantities(header.document, left)];
    const document = retotalled(header.document, { ...header.document, lines });
    batch.changeHeader(id, { ...header, document, sourceDocument: header.sourceDocument ?? before.header.document });
  }
  nameMoney(batch, id, units === 0 ? 0 : undefined);
}

/** Records what is due to or from a buyer who has paid or authorized something that is not what is owed now. */
export function nameMoney(batch: Batch, id: OrderId, owedMinor?: number): void {
  const stored = batch.order(id);
  if (!stored) return;
  const money = settlementOf(stored, batch.payments.of(id), owedMinor);
  const { refundDueMinor, voidDueMinor, collectMinor, authorizedMinor, capturedMinor } = money;
  const isShort = authorizedMinor + capturedMinor > 0 && collectMinor > authorizedMinor;
  if (refundDueMinor + voidDueMinor === 0 && !isShort) return;
  const due = { refundMinor: refundDueMinor, voidMinor: voidDueMinor, collectMinor };
  batch.decide(id, { type: 'StateMoney', at: batch.now, ...due }, null);
}

/** What is owed for an order as it is now, and what of it has been paid. */
function settlementOf({ header, order }: StoredOrder, ledger: PaymentLedger, owedMinor?: number): Settlement {
  const source = header.sourceDocument ?? header.document;
  const document = { ...header.document, paymentState: header.paymentState };
  const owed = order.status === 'cancelled' ? 0 : header.document.totals.grandMinor;
  return settle(document, owedMinor ?? owed, source.totals.grandMinor, ledger);
}
