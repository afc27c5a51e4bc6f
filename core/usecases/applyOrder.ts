import type { OrderDocument } from '../documents/index.ts';
import {
  followSource,
  goodsOf,
  type NewLine,
  type Order,
  type OrderLine,
  ordered,
  type Portion,
} from '../order/index.ts';
import { type MessageId, NO_LINKS, type OrderHeader, type StoredOrder } from '../ports/index.ts';
import { type Fault, permanent } from '../shared/fault.ts';
import type { Instant, OrderId } from '../shared/ids.ts';
import { allocate } from '../shared/money.ts';
import { referenceOf } from '../shared/reference.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { allocateOrder, deallocateCancelled } from './allocateOrder.ts';
import type { Batch, Sender } from './batch.ts';
import { checkArrival } from './checkArrival.ts';
import { followPayments } from './followPayments.ts';
import { unitsOf } from './lineStock.ts';
import { locationOf } from './locationOf.ts';

export type Applied = { readonly outcome: 'applied' } | { readonly outcome: 'ignored'; readonly reason: string };
export const APPLIED: Applied = { outcome: 'applied' };

/**
 * Brings an order document into the hub: a new order is placed, its stock committed and, when nothing stands in the
 * way, released to its locations; a newer version of a known order revises it; an older one changes nothing.
 */
export function applyOrder(
  batch: Batch,
  sender: Sender,
  given: OrderDocument,
  cause: MessageId,
): Result<Applied, Fault> {
  const known = batch.orderByReference(referenceOf(sender.name, given.externalId));
  const document = withCollection(batch, sender, given);
  if (!document)
    return err(permanent('unknown-location', `no location ${given.collectAt} to collect at`, '/collectAt'));
  if (!known) return place(batch, sender, document, cause);
  if (document.updatedAt < known.header.sourceVersion) return ok({ outcome: 'ignored', reason: 'older-version' });
  if (document.updatedAt === known.header.sourceVersion) return ok({ outcome: 'ignored', reason: 'same-version' });
  return revise(batch, known, document, cause);
}

/** The document with the hub's own code of the place where its goods are collected; undefined when there is none. */
function withCollection(batch: Batch, sender: Sender, document: OrderDocument): OrderDocument | undefined {
  if (document.collectAt === undefined) return document;
  const place = locationOf(batch, sender, document.collectAt);
  const code = batch.locations.find(({ id }) => id === place)?.code;
  return code === undefined ? undefined : { ...document, collectAt: code };
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
    sourceDocument: null,
    links: NO_LINKS,
  };
}

function place(batch: Batch, sender: Sender, document: OrderDocument, cause: MessageId): Result<Applied, Fault> {
  const id = batch.newId<OrderId>();
  const lines = document.lines.map((line) => newLine(batch, line));
  const kind = document.kind === 'sales' ? {} : { kind: document.kind };
  const command = { type: 'PlaceOrder', id, at: batch.now, lines, isHistory: document.history, ...kind } as const;
  const placed = batch.placeOrder(headerOf(sender, document), command, cause);
  if (!placed.ok) return err(permanent(placed.error.code, `order ${document.number}: ${placed.error.code}`, '/lines'));
  const order = batch.order(id)?.order;
  if (order?.status !== 'open') return ok(APPLIED);
  if (document.cancelledAt !== undefined) {
    batch.decide(id, { type: 'CancelOrder', at: batch.now, reason: document.cancelReason ?? 'cancelled' }, cause);
    return ok(APPLIED);
  }
  if (document.deliverBy !== undefined) {
    batch.decide(id, { type: 'PromiseDate', at: batch.now, promisedAt: document.deliverBy as Instant }, cause);
  }
  useReservations(batch, id, document);
  checkArrival(batch, id, document, cause);
  goOn(batch, id, document, cause);
  return ok(APPLIED);
}

/** What the order's holder had reserved of its goods is free for it, in the moment in which its stock is committed. */
function useReservations(batch: Batch, id: OrderId, { holder }: OrderDocument): void {
  const order = batch.order(id)?.order;
  if (holder === undefined || order?.status !== 'open') return;
  const goods = [...order.lines.values()].flatMap((line) => unitsOf(line, 1).map(({ product }) => product));
  for (const held of batch.heldBy(holder, new Set(goods))) {
    const freed = batch.shelf.move('release', held, held.quantity, `reservation/${held.id}`);
    if (!freed.ok) throw new Error(`reserved units are not in the ledger: ${JSON.stringify(freed.error)}`);
    batch.usedReservations.push(held.id);
    batch.outbox.push({ topic: 'stock.changed', entity: held.product, origin: null });
  }
}

/** An online order that nobody has paid or authorized yet goes no further. One whose payment failed is as unpaid. */
function awaitsPayment({ kind, channel, paymentState, totals }: OrderDocument): boolean {
  const isUnpaid = paymentState === 'voided' || (channel === 'online' && paymentState === 'pending');
  return kind === 'sales' && isUnpaid && totals.grandMinor > 0;
}

/** An unpaid order waits with its stock; one whose payment failed gives it back. */
function goOn(batch: Batch, id: OrderId, document: OrderDocument, cause: MessageId): void {
  if (!followPayments(batch, id, cause)) {
    const type = awaitsPayment(document) ? 'HoldOrder' : 'ReleaseHold';
    batch.decide(id, { type, at: batch.now, reason: 'payment' }, cause);
  }
  allocateOrder(batch, id, cause);
}

export function newLine(batch: Batch, line: OrderDocument['lines'][number]): NewLine {
  const { externalId, sku, requiresShipping, quantity } = line;
  const known = batch.productBySku(sku);
  const goods = { sku, product: known?.id ?? null, requiresShipping, components: known?.components };
  return { id: batch.newId(), externalId, ...goodsOf(goods), quantity };
}

function revise(batch: Batch, known: StoredOrder, stated: OrderDocument, cause: MessageId): Result<Applied, Fault> {
  const { order, header } = known;
  if (order.status === 'unplaced') return ok(APPLIED);
  const followed = documentAfter(known, stated);
  if (!followed.ok) return followed;
  const document = followed.value;
  const isCancelled = document.cancelledAt !== undefined;
  if (order.status === 'open' && !isCancelled) {
    const refused = reviseLines(batch, order, document, cause);
    if (refused) return err(refused);
  }
  const sourceVersion = document.updatedAt as Instant;
  const sourceDocument = header.sourceDocument && stated;
  const { paymentState } = document;
  batch.changeHeader(order.id, { ...header, paymentState, sourceVersion, document, sourceDocument });
  const parts = [order.id, ...(header.links.splitInto ?? [])];
  if (parts.length > 1) sharePayments(batch, parts, stated.payments);
  for (const id of parts) followState(batch, id, document, cause);
  return ok(APPLIED);
}

/** What the order becomes: as its source states it, or that brought together with what was changed here. */
function documentAfter({ header }: StoredOrder, stated: OrderDocument): Result<OrderDocument, Fault> {
  if (header.externalId !== stated.externalId) {
    return err(permanent('reference-taken', `${header.reference} is another order, made by a split`));
  }
  if (header.links.mergedInto !== undefined) {
    return err(
      permanent('merged-away', `order ${header.number} was merged into ${header.links.mergedInto}: change that`),
    );
  }
  if (header.sourceDocument === null) return ok(stated);
  const versions = { base: header.sourceDocument, ours: header.document, theirs: stated };
  const followed = followSource(versions, header.links.splitInto !== undefined);
  if (followed.ok) return followed;
  const { line, units } = followed.error;
  const message = `the source took ${units} more units of line ${line} than order ${header.number} still has: cancel them in the orders that were split from it`;
  return err(permanent('line-elsewhere', message, '/lines'));
}

/** The payments of the whole, shared by the totals of an order and of those that were split from it. */
function sharePayments(batch: Batch, parts: readonly OrderId[], payments: OrderDocument['payments']): void {
  const headers = parts.flatMap((id) => batch.order(id)?.header ?? []);
  const weights = headers.map(({ document }) => Math.max(0, document.totals.grandMinor));
  for (const [i, id] of parts.entries()) {
    const header = headers[i];
    if (!header) continue;
    const own = payments.map((each) => ({ ...each, amountMinor: allocate(each.amountMinor, weights)[i] ?? 0 }));
    batch.changeHeader(id, { ...header, document: { ...header.document, payments: own } });
  }
}

/** Payment and cancellation, as the source states them, for an order and for what was split from it. */
function followState(batch: Batch, id: OrderId, document: OrderDocument, cause: MessageId): void {
  const stored = batch.order(id);
  if (stored?.order.status !== 'open') return;
  const { header } = stored;
  if (header.paymentState !== document.paymentState) {
    batch.changeHeader(id, { ...header, paymentState: document.paymentState });
  }
  if (document.cancelledAt !== undefined) {
    cancelOrder(batch, id, document.cancelReason ?? 'cancelled', cause, header.connection);
    return;
  }
  goOn(batch, id, document, cause);
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
  for (const gone of known.values()) {
    quantities.push({ line: gone.id, quantity: gone.ledger.shipped + gone.ledger.received });
  }
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
