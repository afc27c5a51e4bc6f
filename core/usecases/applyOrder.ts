import type { OrderDocument } from '../documents/index.ts';
import type { NewLine, Order, OrderLine, Portion } from '../order/index.ts';
import { ordered } from '../order/index.ts';
import type { MessageId, OrderHeader, StoredOrder } from '../ports/index.ts';
import { type Fault, permanent } from '../shared/fault.ts';
import type { Instant, OrderId } from '../shared/ids.ts';
import { referenceOf } from '../shared/reference.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { allocateOrder, deallocateCancelled } from './allocateOrder.ts';
import type { Batch, Sender } from './batch.ts';

export type Applied = { readonly outcome: 'applied' } | { readonly outcome: 'ignored'; readonly reason: string };
export const APPLIED: Applied = { outcome: 'applied' };

/**
 * Brings an order document into the hub: a new order is placed, its stock committed and, when nothing stands in the
 * way, released to its locations; a newer version of a known order revises it; an older one changes nothing.
 */
export function applyOrder(
  batch: Batch,
  sender: Sender,
  document: OrderDocument,
  cause: MessageId,
): Result<Applied, Fault> {
  const known = batch.orderByReference(referenceOf(sender.name, document.externalId));
  if (!known) return place(batch, sender, document, cause);
  if (document.updatedAt < known.header.sourceVersion) return ok({ outcome: 'ignored', reason: 'older-version' });
  if (document.updatedAt === known.header.sourceVersion) return ok({ outcome: 'ignored', reason: 'same-version' });
  return revise(batch, known, document, cause);
}

function headerOf(sender: Sender, document: OrderDocument): OrderHeader {
  return {
    connection: sender.id,
    externalId: document.externalId,
    reference: referenceOf(sender.name, document.externalId),
    number: document.number,
    paymentState: document.paymentState,
    sourceVersion: document.updatedAt as Instant,
    document,
  };
}

function place(batch: Batch, sender: Sender, document: OrderDocument, cause: MessageId): Result<Applied, Fault> {
  const id = batch.newId<OrderId>();
  const lines = document.lines.map((line) => newLine(batch, line));
  const command = { type: 'PlaceOrder', id, at: batch.now, lines, isHistory: document.history } as const;
  const placed = batch.placeOrder(headerOf(sender, document), command, cause);
  if (!placed.ok) return err(permanent(placed.error.code, `order ${document.number}: ${placed.error.code}`, '/lines'));
  const order = batch.order(id)?.order;
  if (order?.status !== 'open') return ok(APPLIED);
  if (document.cancelledAt !== undefined) {
    batch.decide(id, { type: 'CancelOrder', at: batch.now, reason: document.cancelReason ?? 'cancelled' }, cause);
    return ok(APPLIED);
  }
  if (awaitsPayment(document)) batch.decide(id, { type: 'HoldOrder', at: batch.now, reason: 'payment' }, cause);
  allocateOrder(batch, id, cause);
  return ok(APPLIED);
}

/** An online order that nobody has paid or authorized yet keeps its stock and goes no further. */
function awaitsPayment(document: OrderDocument): boolean {
  return document.channel === 'online' && document.paymentState === 'pending' && document.totals.grandMinor > 0;
}

function newLine(batch: Batch, line: OrderDocument['lines'][number]): NewLine {
  return {
    id: batch.newId(),
    externalId: line.externalId,
    sku: line.sku,
    product: batch.productBySku(line.sku)?.id ?? null,
    requiresShipping: line.requiresShipping,
    quantity: line.quantity,
  };
}

function revise(batch: Batch, known: StoredOrder, document: OrderDocument, cause: MessageId): Result<Applied, Fault> {
  const { order, header } = known;
  if (order.status === 'unplaced') return ok(APPLIED);
  const isCancelled = document.cancelledAt !== undefined;
  if (order.status === 'open' && !isCancelled) {
    const refused = reviseLines(batch, order, document, cause);
    if (refused) return err(refused);
  }
  const sourceVersion = document.updatedAt as Instant;
  batch.changeHeader(order.id, { ...header, paymentState: document.paymentState, sourceVersion, document });
  if (order.status !== 'open') return ok(APPLIED);
  if (isCancelled) {
    cancelOrder(batch, order.id, document.cancelReason ?? 'cancelled', cause, header.connection);
    return ok(APPLIED);
  }
  const type = awaitsPayment(document) ? 'HoldOrder' : 'ReleaseHold';
  batch.decide(order.id, { type, at: batch.now, reason: 'payment' }, cause);
  allocateOrder(batch, order.id, cause);
  return ok(APPLIED);
}

function reviseLines(
  batch: Batch,
  order: Extract<Order, { status: 'open' }>,
  document: OrderDocument,
  cause: MessageId,
): Fault | undefined {
  const known = new Map<string, OrderLine>();
  for (const line of order.lines.values()) known.set(line.externalId, line);
  const added: NewLine[] = [];
  const quantities: Portion[] = [];
  for (const line of document.lines) {
    const before = known.get(line.externalId);
    if (!before) added.push(newLine(batch, line));
    else if (ordered(before.ledger) - before.ledger.cancelled !== line.quantity) {
      quantities.push({ line: before.id, quantity: line.quantity });
    }
    known.delete(line.externalId);
  }
  for (const gone of known.values()) quantities.push({ line: gone.id, quantity: gone.ledger.shipped });
  if (added.length === 0 && quantities.length === 0) return undefined;
  const decided = batch.decide(order.id, { type: 'ReviseLines', at: batch.now, added, quantities }, cause);
  if (!decided.ok)
    return permanent(decided.error.code, `order ${document.number}: ${JSON.stringify(decided.error)}`, '/lines');
  deallocateCancelled(batch, order, decided.value);
  return undefined;
}

/** Cancels what has not shipped, gives the stock back and tells whoever was told of the order. */
export function cancelOrder(
  batch: Batch,
  id: OrderId,
  reason: string,
  cause: MessageId | null,
  origin: OrderHeader['connection'] | null,
): Result<void, Fault> {
  const before = batch.order(id)?.order;
  const decided = batch.decide(id, { type: 'CancelOrder', at: batch.now, reason }, cause);
  if (!decided.ok) return err(permanent(decided.error.code, `order cannot be cancelled: ${decided.error.code}`));
  if (before?.status === 'open') deallocateCancelled(batch, before, decided.value);
  batch.outbox.push({ topic: 'order.cancelled', entity: id, origin });
  return ok(undefined);
}
