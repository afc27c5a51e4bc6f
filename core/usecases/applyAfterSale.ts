import type { RefundDocument, ReturnDocument } from '../documents/index.ts';
import type { OrderLine } from '../order/index.ts';
import { type PaymentNotice, SOURCE_PAYMENT } from '../payment/index.ts';
import type { MessageId, StoredOrder } from '../ports/index.ts';
import { expected, statedBack } from '../returns/index.ts';
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
  restock(batch, stored, document.lines, { by: 'byRefund', reference: `refund/${document.externalId} ${cause}` });
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
  if (stored && !document.history) {
    restock(batch, stored, document.lines, { by: 'byReturn', reference: `return/${document.externalId}` });
  }
  return ok(APPLIED);
}

type Statement = { readonly by: 'byRefund' | 'byReturn'; readonly reference: string };

/** What the shop says is on its shelf again moves once, whoever else says so; returns that wait for it have got it. */
function restock(batch: Batch, stored: StoredOrder, lines: Lines, { by, reference }: Statement): void {
  const location = [...batch.locations].sort((a, b) => a.priority - b.priority)[0]?.id;
  if (location === undefined || stored.order.status === 'unplaced') return;
  const { id } = stored.order;
  for (const { lineExternalId, sku, quantity, restock: isRestocked } of lines) {
    const line = isRestocked ? lineOf(stored, lineExternalId, sku) : undefined;
    if (!line?.product) continue;
    const { back, moved } = statedBack(batch.returns.back(line.id), by, quantity, line.ledger.shipped);
    batch.returns.setBack(id, line.id, back);
    if (moved === 0) continue;
    for (const { product, quantity: units } of unitsOf(line, moved)) {
      batch.shelf.move('return', { product, location }, units, reference);
      batch.outbox.push({ topic: 'stock.changed', entity: product, origin: null, body: { rose: true } });
    }
    fulfillReturns(batch, id, line.id, moved);
  }
}

/** Units that a return waits for and the shop has put on its shelf have come, and are inspected. */
function fulfillReturns(batch: Batch, order: OrderId, line: OrderLine['id'], moved: number): void {
  let left = moved;
  for (const { id, rma } of batch.returns.of(order)) {
    const waiting = rma.lines.get(line);
    const quantity = Math.min(left, waiting ? expected(waiting) : 0);
    if (quantity === 0) continue;
    const units = { line, quantity };
    const at = batch.now;
    const came = batch.returns.decide(id, { type: 'ReceiveReturn', at, location: null, lines: [units] }, batch.actor);
    const seen = { ...units, condition: 'new', disposition: 'restock' } as const;
    const inspected = batch.returns.decide(id, { type: 'InspectReturn', at, lines: [seen] }, batch.actor);
    if (!came.ok || !inspected.ok) throw new Error(`return ${id} does not take what it waits for`);
    left -= quantity;
  }
}

function lineOf(stored: StoredOrder, externalId: string | undefined, sku: string): OrderLine | undefined {
  if (stored.order.status === 'unplaced') return undefined;
  const lines = [...stored.order.lines.values()];
  return lines.find((line) => line.externalId === externalId) ?? lines.find((line) => line.sku === sku);
}
