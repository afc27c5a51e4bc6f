import type { PaymentDocument } from '../documents/index.ts';
import type { PaymentNotice } from '../payment/index.ts';
import type { MessageId, StoredOrder } from '../ports/index.ts';
import { type Fault, permanent, retryable } from '../shared/fault.ts';
import type { Instant, OrderId } from '../shared/ids.ts';
import { referenceOf } from '../shared/reference.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { allocateOrder } from './allocateOrder.ts';
import { APPLIED, type Applied } from './applyOrder.ts';
import type { Batch, Sender } from './batch.ts';
import { followPayments } from './followPayments.ts';

/** The order that a payment may be of: by the key that its sender has for it, or by the hub's own reference. */
export const ordersPaid = (sender: Pick<Sender, 'name'>, { orderExternalId }: PaymentDocument): readonly string[] => [
  referenceOf(sender.name, orderExternalId),
  orderExternalId,
];

/** Books what a provider says of a movement of money, once; what it says again, or says late, changes nothing. */
export function applyPayment(
  batch: Batch,
  sender: Sender,
  document: PaymentDocument,
  cause: MessageId,
): Result<Applied, Fault> {
  const stored = ordersPaid(sender, document).flatMap((key) => batch.orderByReference(key) ?? [])[0];
  if (!stored || stored.order.status === 'unplaced') {
    const message = `payment ${document.externalId} waits for order ${document.orderExternalId}`;
    return err(retryable('order-not-here-yet', message));
  }
  const { currency } = stored.header.document;
  if (document.currency !== currency) {
    const message = `payment ${document.externalId} is in ${document.currency}, its order in ${currency}`;
    return err(permanent('wrong-currency', message, '/currency'));
  }
  const isNew = noticed(batch, stored, stored.order.id, noticeOf(sender, document), cause);
  return ok(isNew ? APPLIED : { outcome: 'ignored', reason: 'already-recorded' });
}

function noticeOf(sender: Sender, document: PaymentDocument): PaymentNotice {
  const { externalId, method, kind, status, amountMinor, at, paymentExternalId, reference, expiresAt, reason } =
    document;
  return {
    provider: document.provider ?? sender.name,
    payment: paymentExternalId ?? null,
    externalId,
    reference: reference ?? null,
    ...{ method, kind, status, amountMinor },
    at: at as Instant,
    expiresAt: (expiresAt ?? null) as Instant | null,
    reason: reason ?? null,
  };
}

/** Books a notice and lets the order follow; false when it was known already. */
export function noticed(
  batch: Batch,
  { header }: StoredOrder,
  id: OrderId,
  notice: PaymentNotice,
  cause: MessageId | null,
): boolean {
  const { currency } = header.document;
  const command = { type: 'NoticePayment', at: batch.now, id: batch.newId(), notice } as const;
  const done = batch.payments.decide(id, command, { currency, actor: batch.actor, cause });
  if (!done.ok) throw new Error(`a notice of a payment is refused: ${JSON.stringify(done.error)}`);
  if (done.value.length === 0) return false;
  if (notice.kind === 'chargeback' && notice.status === 'succeeded') {
    const { amountMinor, reason } = notice;
    const detail = { order: header.number, amountMinor, currency, reason };
    batch.notices.push({ kind: 'chargeback', subject: `order/${header.reference}`, detail });
  }
  if (followPayments(batch, id, cause)) allocateOrder(batch, id, cause);
  return true;
}
