import type { OrderDocument } from '../documents/index.ts';
import { isEnded } from '../fulfillment/index.ts';
import type { HoldReason, Portion } from '../order/index.ts';
import type { Instant, LocationId, OrderId } from '../shared/ids.ts';
import { prorate } from '../shared/money.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { allocateOrder, deallocateCancelled } from './allocateOrder.ts';
import { pickAll, unpicked } from './applyFulfillment.ts';
import { cancelOrder } from './applyOrder.ts';
import type { Batch } from './batch.ts';
import {
  type Changed,
  changeOrder,
  lineNamed,
  type OpenedOrder,
  type OrderRefusal,
  type OrderTarget,
  openOrder,
  refusalOf,
} from './changeOrder.ts';
import { openWorks } from './openWork.ts';
import type { Environment } from './operateStock.ts';
import { restate } from './restateOrder.ts';

type Answer = Promise<Result<Changed, OrderRefusal>>;
type Command = Parameters<Batch['decide']>[1];

/** Decides one command of an operator on an open order. */
function decided({ batch, stored }: OpenedOrder, command: Command): Result<void, OrderRefusal> {
  if (stored.order.status === 'unplaced') throw new Error('a stored order is always placed');
  const done = batch.decide(stored.order.id, command, null);
  return done.ok ? ok(undefined) : err(refusalOf(done.error, stored));
}

export type HoldNote = { readonly reason: HoldReason; readonly note?: string | undefined };

const noted = ({ reason, note }: HoldNote) => ({ reason, ...(note === undefined ? {} : { note }) });

/** Keeps an order from going to a warehouse until the hold is taken off. What is at a warehouse already stays there. */
export function holdOrder(target: OrderTarget, hold: HoldNote, environment: Environment): Answer {
  return changeOrder(target, environment, (opened) =>
    decided(opened, { type: 'HoldOrder', at: opened.batch.now, ...noted(hold) }),
  );
}

/** Takes a hold off; an order that nothing else holds goes on at once. */
export function releaseHold(target: OrderTarget, hold: HoldNote, environment: Environment): Answer {
  return changeOrder(target, environment, (opened) => {
    const done = decided(opened, { type: 'ReleaseHold', at: opened.batch.now, ...noted(hold) });
    if (done.ok) allocateOrder(opened.batch, target.id, null);
    return done;
  });
}

export type MarkChanges = {
  readonly priority?: number | undefined;
  readonly promisedAt?: Instant | null | undefined;
  readonly addTags?: readonly string[] | undefined;
  readonly removeTags?: readonly string[] | undefined;
  readonly note?: string | undefined;
};

/** Priority, promised date, tags and notes, on an order in whatever state it is. */
export function markOrder(target: OrderTarget, changes: MarkChanges, environment: Environment): Answer {
  return changeOrder(target, environment, (opened) => {
    for (const command of marksOf(changes, opened.batch.now)) {
      const done = decided(opened, command);
      if (!done.ok) return done;
    }
    return ok(undefined);
  });
}

function marksOf({ priority, promisedAt, addTags, removeTags, note }: MarkChanges, at: Instant): readonly Command[] {
  const commands: Command[] = [];
  if (priority !== undefined) commands.push({ type: 'SetPriority', at, priority });
  if (promisedAt !== undefined) commands.push({ type: 'PromiseDate', at, promisedAt });
  if (addTags || removeTags) commands.push({ type: 'TagOrder', at, add: addTags ?? [], remove: removeTags ?? [] });
  if (note !== undefined) commands.push({ type: 'AddNote', at, text: note });
  return commands;
}

/** Units of a line, named by its id or its external id. */
export type NamedPortion = { readonly line: string; readonly quantity: number };

/** Cancels what of an order has not shipped, on an operator's word; its stock is free and its money named. */
export function cancelById(target: OrderTarget, reason: string, environment: Environment): Answer {
  return changeOrder(target, environment, ({ batch, stored }) => {
    const cancelled = cancelOrder(batch, target.id, reason, null, null);
    if (!cancelled.ok) return err({ code: cancelled.error.code, message: cancelled.error.message });
    restate(batch, target.id, stored);
    return ok(undefined);
  });
}

/** Cancels some units of an order at any point before they ship. */
export function cancelUnits(
  target: OrderTarget,
  lines: readonly NamedPortion[],
  reason: string,
  environment: Environment,
): Answer {
  return changeOrder(target, environment, (opened) => {
    const { batch, stored } = opened;
    const portions = portionsOf(opened, lines);
    if (!portions.ok) return portions;
    const command = { type: 'CancelUnits', at: batch.now, lines: portions.value, reason } as const;
    const done = batch.decide(target.id, command, null);
    if (!done.ok) return err(refusalOf(done.error, stored));
    if (stored.order.status === 'open') deallocateCancelled(batch, stored.order, done.value);
    restate(batch, target.id, stored);
    if (batch.order(target.id)?.order.status === 'cancelled') {
      batch.outbox.push({ topic: 'order.cancelled', entity: target.id, origin: null });
    }
    allocateOrder(batch, target.id, null);
    return ok(undefined);
  });
}

export function portionsOf(
  { stored }: Pick<OpenedOrder, 'stored'>,
  lines: readonly NamedPortion[],
): Result<readonly Portion[], OrderRefusal> {
  const open = openOrder(stored);
  if (!open.ok) return open;
  const portions: Portion[] = [];
  for (const { line: name, quantity } of lines) {
    const line = lineNamed(open.value, name);
    if (!line.ok) return line;
    portions.push({ line: line.value, quantity });
  }
  return ok(portions);
}

export type Receipt = {
  readonly receipt: string;
  /** The code of the location. */
  readonly location: string;
  readonly lines: readonly NamedPortion[];
};

/**
 * Books goods of a purchase or production order that came in: they are on the shelf and can be promised. A unit costs what
 * the order says without taxes, in minor units of its currency.
 */
export function receiveUnits(target: OrderTarget, receipt: Receipt, environment: Environment): Answer {
  return changeOrder(target, environment, (opened) => {
    const { batch, stored } = opened;
    const portions = portionsOf(opened, receipt.lines);
    if (!portions.ok) return portions;
    const location = batch.locations.find(({ code }) => code === receipt.location)?.id;
    if (!location) return err({ code: 'unknown-location', message: `there is no location ${receipt.location}` });
    const lines = portions.value;
    const done = decided(opened, { ...receipt, type: 'ReceiveUnits', at: batch.now, location, lines });
    return done.ok ? shelve(batch, stored, location, lines, receipt.receipt) : done;
  });
}

function shelve(
  batch: Batch,
  { order, header }: OpenedOrder['stored'],
  location: LocationId,
  lines: readonly Portion[],
  receipt: string,
): Result<void, OrderRefusal> {
  for (const { line: id, quantity } of lines) {
    const line = order.status === 'unplaced' ? undefined : order.lines.get(id);
    if (!line?.product) return err({ code: 'line-parked', message: `the SKU ${line?.sku} is not known yet` });
    const unitCostMinor = unitCostOf(header.document, line.externalId);
    const key = { product: line.product, location };
    batch.shelf.move('receive', key, quantity, `receipt/${receipt}`, { unitCostMinor });
    batch.outbox.push({ topic: 'stock.changed', entity: line.product, origin: null, body: { rose: true } });
  }
  return ok(undefined);
}

function unitCostOf({ lines, taxesIncluded }: OrderDocument, externalId: string): number | null {
  const line = lines.find((each) => each.externalId === externalId);
  if (!line) return null;
  const taxes = taxesIncluded ? line.taxes.reduce((sum, { amountMinor }) => sum + amountMinor, 0) : 0;
  return prorate(line.totalMinor - taxes, 1, line.quantity);
}

/** Confirms by hand that the work of an order is picked, where no warehouse system says so. */
export function confirmPicked(
  id: OrderId,
  actor: string,
  { unitOfWork, ids, now }: Environment,
): Promise<Result<void, OrderRefusal>> {
  return unitOfWork.transaction(async (tx) => {
    const batch = await openWorks(tx, [id], ids, now());
    const released = batch.works.of(id).filter((row) => !isEnded(row) && unpicked(row).length > 0);
    if (released.length === 0) return err({ code: 'nothing-released', message: `order ${id} has no work released` });
    for (const row of released) pickAll(batch, row, actor, null);
    await tx.save(batch.changes());
    return ok(undefined);
  });
}
