import { type FulfillmentMethod, isEnded, outstanding } from '../fulfillment/index.ts';
import {
  type OpenOrder,
  type OrderEvent,
  type OrderLine,
  ordered,
  type Placement,
  type Portion,
  type Taken,
  type TakenUnits,
  unshipped,
} from '../order/index.ts';
import type { FulfillmentRow, HubLocation, MessageId, OrderHeader } from '../ports/index.ts';
import type { FulfillmentOrderId, LocationId, OrderId, OrderLineId, ProductId } from '../shared/ids.ts';
import { epochMs, instantOf } from '../shared/instant.ts';
import type { WindowEffort } from '../sourcing/index.ts';
import type { Batch } from './batch.ts';
import type { Asked, Chosen } from './batchSourcing.ts';
import { availableFor, moveLine } from './lineStock.ts';
import { decideWork } from './workStock.ts';

/**
 * Commits stock to an order now, or lets a new one wait to be planned together with others where the rules say so. What
 * is said of `sourceOrderNow` holds.
 */
export function allocateOrder(batch: Batch, id: OrderId, cause: MessageId | null, except?: LocationId): void {
  if (except !== undefined || !putOff(batch, id, cause)) sourceOrderNow(batch, id, cause, except);
}

/** Whether the order waits for its window to be planned; a new one begins to. */
function putOff(batch: Batch, id: OrderId, cause: MessageId | null): boolean {
  const stored = batch.order(id);
  if (stored?.order.status !== 'open') return false;
  const { order, header } = stored;
  const isUnpaid = header.paymentState === 'voided' && order.holds.has('payment');
  if (isUnpaid) return false;
  const { sourceBy } = order.marks;
  if (sourceBy !== null) return batch.now < sourceBy;
  const window = batch.sourcing.windowOf(header);
  if (!window || !canWait(batch, stored.order, header)) return false;
  const until = instantOf(epochMs(batch.now) + window.seconds * 1000);
  return batch.decide(id, { type: 'AwaitSourcing', at: batch.now, sourceBy: until }, cause).ok;
}

/** An order for which nothing was looked for yet, and that more than one location may send. */
function canWait(batch: Batch, order: OpenOrder, { document }: OrderHeader): boolean {
  const lines = [...order.lines.values()];
  const isNew = lines.every(({ ledger }) => ledger.open + ledger.cancelled === ordered(ledger));
  const hasGoods = lines.some(
    ({ product, requiresShipping, ledger }) => product !== null && requiresShipping && ledger.open > 0,
  );
  const holder = document.holder;
  const isHeld = holder !== undefined && batch.hasUsed(holder);
  return (
    order.kind === 'sales' && isNew && hasGoods && !isHeld && document.collectAt === undefined && !hasBundles(order)
  );
}

/** Chooses the locations of orders of one set of rules together, and commits their stock to those that get all they ask. */
export function sourceTogether(batch: Batch, ids: readonly OrderId[], effort: WindowEffort): void {
  const asked = ids.flatMap((id) => {
    const stored = batch.order(id);
    if (stored?.order.status !== 'open') return [];
    const { order, header } = stored;
    if (!canWait(batch, order, header) || header.paymentState === 'voided') return [];
    const demands = demandsOf(batch, order);
    return [
      { order, header, promisedAt: order.marks.promisedAt, demands, candidates: sendersOf(batch, header, undefined) },
    ];
  });
  const chosen = batch.sourcing.chooseTogether(asked, effort);
  asked.forEach((each, i) => {
    const found = chosen[i];
    if (found) commitChoice(batch, each.order, each, found, null);
  });
}

/**
 * Commits stock to what is open or backordered of an order, as far as there is any, and releases the order to its
 * locations when all of it is committed and nothing holds it. The balances of its products must be loaded. `except` is a
 * location that gets nothing of it this time, because it has just not found its units.
 */
export function sourceOrderNow(batch: Batch, id: OrderId, cause: MessageId | null, except?: LocationId): void {
  const stored = batch.order(id);
  if (stored?.order.status !== 'open' || stored.order.kind !== 'sales') return;
  const { order, header } = stored;
  if (header.paymentState === 'voided' && order.holds.has('payment')) {
    giveUp(batch, order, cause);
    return;
  }
  const demands = demandsOf(batch, order);
  const candidates = sendersOf(batch, header, except);
  const { promisedAt } = order.marks;
  const asked = { header, promisedAt, demands, candidates };
  // A bundle shares its components with other lines, which the choice for a whole order does not see.
  if (hasBundles(order)) allocateInTurn(batch, id, asked, cause);
  else if (demands.length > 0) allocate(batch, order, asked, cause);
  release(batch, id, cause);
}

/** Nobody pays for the order: what is promised to it, and no location works on, goes to others. */
function giveUp(batch: Batch, order: OpenOrder, cause: MessageId | null): void {
  const freed = batch.decide(order.id, { type: 'FreeUnits', at: batch.now, reason: 'payment-failed' }, cause);
  if (freed.ok) deallocateCancelled(batch, order, freed.value);
}

/** Where an order's goods may come from: the store where they are collected, else every location that ships. */
function sendersOf(
  batch: Batch,
  { document: { collectAt } }: OrderHeader,
  except: LocationId | undefined,
): readonly HubLocation[] {
  return batch.locations.filter(
    (each) => each.id !== except && (collectAt === undefined ? each.isShipping : each.code === collectAt),
  );
}

function methodOf(batch: Batch, location: LocationId, { document }: OrderHeader): FulfillmentMethod {
  if (document.collectAt !== undefined) return 'collect';
  return batch.locations.find(({ id }) => id === location)?.kind === 'supplier' ? 'drop-ship' : 'ship';
}

function allocate(batch: Batch, order: OpenOrder, asked: Asked, cause: MessageId | null): void {
  commitChoice(batch, order, asked, batch.sourcing.choose(asked), cause);
}

function commitChoice(batch: Batch, order: OpenOrder, asked: Asked, chosen: Chosen, cause: MessageId | null): void {
  const { choice, note: sourcing } = chosen;
  const { placements } = choice;
  const backordered = choice.short.flatMap((part) => stillOpen(order, part, placements));
  if (placements.length === 0 && backordered.length === 0) return;
  const command = { type: 'AllocateLines', at: batch.now, placements, backordered, sourcing } as const;
  if (!batch.decide(order.id, command, cause).ok) return;
  commit(batch, order, placements);
  batch.sourcing.keep(asked, placements);
}

const hasBundles = ({ lines }: OpenOrder): boolean => [...lines.values()].some(({ components }) => components);

/** Line by line, each seeing what the ones before it took. */
function allocateInTurn(batch: Batch, id: OrderId, asked: Asked, cause: MessageId | null): void {
  for (const { line } of asked.demands) {
    const order = batch.order(id)?.order;
    if (order?.status !== 'open') return;
    const demands = demandsOf(batch, order).filter((demand) => demand.line === line);
    if (demands.length > 0) allocate(batch, order, { ...asked, demands }, cause);
  }
}

function demandsOf(batch: Batch, order: OpenOrder): Asked['demands'] {
  const available = new Map<ProductId, ReadonlyMap<LocationId, number>>();
  const demands: Asked['demands'][number][] = [];
  for (const line of order.lines.values()) {
    const quantity = line.ledger.open + line.ledger.backordered;
    if (line.product === null || quantity === 0 || !line.requiresShipping) continue;
    const units = available.get(line.product) ?? availableFor(batch.shelf, line.product, line);
    available.set(line.product, units);
    demands.push({ line: line.id, product: line.product, quantity, available: units });
  }
  return demands;
}

/** Units that become backordered now: those short of stock that were still open. */
function stillOpen(order: OpenOrder, part: Portion, placements: readonly Placement[]): readonly Portion[] {
  const ledger = order.lines.get(part.line)?.ledger;
  if (!ledger) return [];
  let placed = 0;
  for (const placement of placements) if (placement.line === part.line) placed += placement.quantity;
  const quantity = ledger.open - Math.min(placed, ledger.open);
  return quantity > 0 ? [{ line: part.line, quantity }] : [];
}

function commit(batch: Batch, order: OpenOrder, placements: readonly Placement[]): void {
  for (const { line: id, location, quantity } of placements) {
    const line = order.lines.get(id);
    if (line) moveLine(batch, 'allocate', { line, location, quantity, reference: `order/${order.id}` });
  }
}

/**
 * Gives back the stock of units that had been committed and were cancelled, freed, or went to another order. `before` is
 * the order before the events.
 */
export function deallocateCancelled(batch: Batch, before: OpenOrder, events: readonly OrderEvent[]): void {
  for (const { line: id, taken } of events.flatMap(takenOf)) {
    const line = before.lines.get(id);
    for (const part of taken) if (line) giveBack(batch, before, line, part);
  }
  const after = batch.order(before.id);
  if (after) batch.sourcing.giveBack(before, after, batch.works.of(before.id), batch.locations);
}

function takenOf(event: OrderEvent): readonly TakenUnits[] {
  if (event.type === 'UnitsFreed') return event.lines;
  return event.type === 'UnitsCancelled' || event.type === 'UnitsMoved' ? [event] : [];
}

function giveBack(batch: Batch, order: OpenOrder, line: OrderLine, { quantity, location }: Taken): void {
  if (location === undefined || line.product === null) return;
  // What a picker has in hand is put back before it is free.
  withdrawExcess(batch, order, line.id, location);
  moveLine(batch, 'deallocate', { line, location, quantity, reference: `order/${order.id}` });
}

/** A location goes on with no more units of a line than its work still is to send. */
function withdrawExcess(batch: Batch, { id }: OpenOrder, line: OrderLineId, at: LocationId): void {
  const after = batch.order(id)?.order;
  const committed = after && after.status !== 'unplaced' ? after.lines.get(line)?.at.get(at)?.released : undefined;
  const works = batch.works.of(id).filter((row) => row.location === at && !isEnded(row));
  const units = (row: FulfillmentRow): number => {
    const part = row.lines.find((each) => each.line === line);
    return part ? outstanding(part) : 0;
  };
  let excess = works.reduce((sum, row) => sum + units(row), 0) - (committed ?? 0);
  for (const row of works) {
    const gone = Math.min(excess, units(row));
    if (gone <= 0) continue;
    excess -= gone;
    const lines = [{ line, quantity: gone }];
    const command = { type: 'Withdraw', at: batch.now, actor: 'hub', lines, reason: 'cancelled' } as const;
    const decided = decideWork(batch, row.id, command, null);
    if (!decided.ok) throw new Error(`cancelled units are not in work: ${JSON.stringify(decided.error)}`);
  }
}

/** One fulfillment order for each location, once the whole order is committed and free. */
function release(batch: Batch, id: OrderId, cause: MessageId | null): void {
  const stored = batch.order(id);
  if (stored?.order.status !== 'open' || stored.order.holds.size > 0) return;
  const lines = [...stored.order.lines.values()].filter((line) => line.requiresShipping);
  const isCommitted = lines.every((line) => unshipped(line.ledger) === line.ledger.allocated + line.ledger.released);
  const works = batch.works.of(id);
  const byLocation = unreleased(lines);
  // What comes later to an order that is in work goes out in parts: the rest of it may have left already.
  const isInWork = works.some(({ state }) => state !== 'cancelled');
  if (!(isCommitted || isInWork) || byLocation.size === 0) return;
  let position = works.length;
  for (const [location, portions] of byLocation) {
    position += 1;
    const fulfillmentOrder = batch.newId<FulfillmentOrderId>();
    const command = {
      type: 'ReleaseToFulfillment',
      at: batch.now,
      fulfillmentOrder,
      location,
      lines: portions,
    } as const;
    if (!batch.decide(id, command, cause).ok) return;
    const number = `${stored.header.reference}-F${position}`;
    const method = methodOf(batch, location, stored.header);
    const work = { id: fulfillmentOrder, number, order: id, location, method, lines: portions };
    batch.works.release({ ...work, type: 'Release', at: batch.now, actor: 'hub' });
  }
  batch.outbox.push({ topic: 'order.allocated', entity: id, origin: stored.header.connection });
}

/** What of each line is committed and no location's work yet, by location. */
function unreleased(lines: readonly OrderLine[]): ReadonlyMap<LocationId, readonly Portion[]> {
  const byLocation = new Map<LocationId, Portion[]>();
  for (const line of lines) {
    for (const [location, { allocated: quantity }] of line.at) {
      if (quantity === 0) continue;
      const portions = byLocation.get(location) ?? [];
      portions.push({ line: line.id, quantity });
      byLocation.set(location, portions);
    }
  }
  return byLocation;
}
