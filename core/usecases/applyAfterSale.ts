import type { RefundDocument, ReturnDocument } from '../documents/index.ts';
import type { OrderLine } from '../order/index.ts';
import { type PaymentNotice, SOURCE_PAYMENT } from '../payment/index.ts';
import type { MessageId, StoredOrder } from '../ports/index.ts';
import { type Fault, retryable } from '../shared/fault.ts';
import type { Instant, OrderId } from '../shared/ids.ts';
import { referenceOf } from '../shared/reference.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { APPLIED, type Applied } from './applyOrder.ts';
import type { Batch, Sender } from './batch.ts';
import { unitsOf } from './lineStock.ts';

type Lines = RefundDocument['lines'];

/** Records a refund once, and puts restocked units back on the shelf: never more of a line than had shipped. */
export function applyRefund(
  batch: Batch,
  sender: Sender,
  document: RefundDocument,
  cause: MessageId,
): Result<Applied, Fault> {
  const key = { kind: 'refund', connection: sender.id, externalId: document.externalId } as const;
  if (batch.isRecorded(key)) return ok({ outcome: 'ignored', reason: 'already-recorded' });
  const stored = batch.orderByReference(referenceOf(sender.name, document.orderExternalId));
  if (!stored || stored.order.status === 'unplaced') {
    return err(
      retryable('order-not-here-yet', `refund ${document.externalId} waits for order ${document.orderExternalId}`),
    );
  }
  batch.recordAfterSale({ ...key, id: batch.newId(), order: stored.order.id, document });
  bookRefund(batch, stored.order.id, document, cause);
  restock(batch, stored, document.lines, `refund/${document.externalId} ${cause}`);
  return ok(APPLIED);
}

/** What the shop paid back is part of the order's money, beside what its document states. */
function bookRefund(batch: Batch, id: OrderId, document: RefundDocument, cause: MessageId): void {
  const { externalId, amountMinor, currency, refundedAt, note } = document;
  if (amountMinor === 0) return;
  const notice: PaymentNotice = {
    ...{ provider: SOURCE_PAYMENT, payment: null, externalId: `refund/${externalId}`, reference: null },
    ...{ method: 'stated', kind: 'refund', status: 'succeeded', amountMinor, expiresAt: null },
    at: refundedAt as Instant,
    reason: note?.slice(0, 500) ?? null,
  };
  const command = {
    type: 'NoticePayment',
    at: batch.now,
    id: batch.newId<string>(),
    notice,
    into: SOURCE_PAYMENT,
  } as const;
  const booked = batch.payments.decide(id, command, { currency, actor: batch.actor, cause });
  if (!booked.ok) throw new Error(`a refund of the shop is refused: ${JSON.stringify(booked.error)}`);
}

/** Records a return once. One of the past, or one whose order is not known, moves no stock. */
export function applyReturn(batch: Batch, sender: Sender, document: ReturnDocument): Result<Applied, Fault> {
  const key = { kind: 'return', connection: sender.id, externalId: document.externalId } as const;
  if (batch.isRecorded(key)) return ok({ outcome: 'ignored', reason: 'already-recorded' });
  const reference = document.orderExternalId && referenceOf(sender.name, document.orderExternalId);
  const stored = reference ? batch.orderByReference(reference) : undefined;
  const order = stored && stored.order.status !== 'unplaced' ? stored.order.id : null;
  batch.recordAfterSale({ ...key, id: batch.newId(), order, document });
  if (stored && !document.history) restock(batch, stored, document.lines, `return/${document.externalId}`);
  return ok(APPLIED);
}

function restock(batch: Batch, stored: StoredOrder, lines: Lines, reference: string): void {
  const location = [...batch.locations].sort((a, b) => a.priority - b.priority)[0]?.id;
  if (location === undefined) return;
  for (const { lineExternalId, sku, quantity, restock: isRestocked } of lines) {
    const line = isRestocked ? lineOf(stored, lineExternalId, sku) : undefined;
    const units = Math.min(quantity, line?.ledger.shipped ?? 0);
    if (!line?.product || units === 0) continue;
    for (const { product, quantity: back } of unitsOf(line, units)) {
      batch.shelf.move('return', { product, location }, back, reference);
      batch.outbox.push({ topic: 'stock.changed', entity: product, origin: null, body: { rose: true } });
    }
  }
}

function lineOf(stored: StoredOrder, externalId: string | undefined, sku: string): OrderLine | undefined {
  if (stored.order.status === 'unplaced') return undefined;
  const lines = [...stored.order.lines.values()];
  return lines.find((line) => line.externalId === externalId) ?? lines.find((line) => line.sku === sku);
}
