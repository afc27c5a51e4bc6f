import type { LocationId } from '../shared/ids.ts';
import { assertNever, err, ok, type Result } from '../shared/result.ts';
import { cancelUnits, edit, moveOut } from './decideEdits.ts';
import { decideMark, isMark } from './decideMarks.ts';
import { ordered, unitsIn, unshipped } from './ledger.ts';
import type { OrderCommand, OrderEvent, OrderRejection } from './messages.ts';
import {
  type Bucket,
  goodsOf,
  type NewLine,
  type OpenOrder,
  type Order,
  type OrderLine,
  type Portion,
  type Taken,
} from './order.ts';
import { isCount, take, wantedOf } from './portions.ts';
import { recordShipment } from './recordShipment.ts';

type Decision = Result<readonly OrderEvent[], OrderRejection>;
type Command<Type extends OrderCommand['type']> = Extract<OrderCommand, { type: Type }>;

/** What a command means for an order as it is: the events to record, or why it is refused. Pure. */
export function decide(command: OrderCommand, order: Order): Decision {
  if (command.type === 'PlaceOrder') {
    return order.status === 'unplaced' ? place(command) : err({ code: 'already-placed' });
  }
  if (isMark(command)) return decideMark(command, order);
  if (order.status !== 'open') return err({ code: 'not-open', status: order.status });
  switch (command.type) {
    case 'ReviseLines':
      return revise(order, command);
    case 'ResolveLine':
      return resolve(order, command);
    case 'EditOrder':
      return edit(order, command);
    case 'HoldOrder':
      return ok(order.holds.has(command.reason) ? [] : [{ ...command, type: 'OrderHeld' }]);
    case 'ReleaseHold':
      return ok(order.holds.has(command.reason) ? [{ ...command, type: 'HoldReleased' }] : []);
    case 'AllocateLines':
      return allocate(order, command);
    case 'ReleaseToFulfillment':
      if (order.holds.size > 0) return err({ code: 'on-hold', reasons: [...order.holds] });
      return portions(order, command, 'allocated', () => [{ ...command, type: 'LinesReleased' }]);
    case 'ConfirmShipment':
      return ship(order, command);
    case 'ReceiveUnits':
      return receive(order, command);
    case 'RecallUnits':
      return portions(order, command, 'released', () => [{ ...command, type: 'UnitsRecalled' }]);
    case 'FreeUnits':
      return free(order, command);
    case 'RecordShipment':
      return recordShipment(order, command);
    case 'CancelOrder':
      return cancel(order, command);
    case 'CancelUnits':
      return cancelUnits(order, command);
    case 'MoveUnits':
      return moveOut(order, command);
    default:
      return assertNever(command, 'order command');
  }
}

function place(command: Command<'PlaceOrder'>): Decision {
  if (command.lines.length === 0) return err({ code: 'no-lines' });
  const bad = command.lines.find((line) => !isCount(line.quantity));
  if (bad) return err({ code: 'invalid-quantity', quantity: bad.quantity });
  const { at, lines, isHistory, kind } = command;
  const placed: OrderEvent = { ...command, type: 'OrderPlaced' };
  const isDone = isHistory || (kind === undefined && !lines.some((line) => line.requiresShipping));
  return ok(isDone ? [placed, { type: 'OrderClosed', at }] : [placed]);
}

/** `quantities` are the new ordered quantities of existing lines; fewer units are cancelled from the least committed bucket on. */
function revise(order: OpenOrder, command: Command<'ReviseLines'>): Decision {
  const events: OrderEvent[] = [];
  const added: NewLine[] = command.added.filter((line) => isCount(line.quantity));
  for (const { line: id, quantity } of command.quantities) {
    const line = order.lines.get(id);
    if (!line) return err({ code: 'unknown-line', line: id });
    const active = ordered(line.ledger) - line.ledger.cancelled;
    if (quantity < line.ledger.shipped) return err({ code: 'below-shipped', line: id, shipped: line.ledger.shipped });
    if (quantity < active) {
      events.push({ type: 'UnitsCancelled', at: command.at, line: id, taken: take(line, active - quantity) });
    } else if (quantity > active) {
      added.push(newUnits(line, quantity - active));
    }
  }
  if (added.length > 0) events.push({ type: 'LinesAdded', at: command.at, lines: added });
  return ok(events);
}

function newUnits(line: OrderLine, quantity: number): NewLine {
  return { id: line.id, externalId: line.externalId, ...goodsOf(line), quantity };
}

function resolve(order: OpenOrder, command: Command<'ResolveLine'>): Decision {
  const line = order.lines.get(command.line);
  if (!line) return err({ code: 'unknown-line', line: command.line });
  if (line.product !== null) return ok([]);
  return ok([{ type: 'LineResolved', at: command.at, line: command.line, product: command.product }]);
}

function allocate(order: OpenOrder, command: Command<'AllocateLines'>): Decision {
  if (order.kind !== 'sales') return err({ code: 'wrong-kind', kind: order.kind });
  const wanted = new Map<OrderLine['id'], { placed: number; back: number }>();
  for (const part of command.placements) addTo(wanted, part, 'placed');
  for (const part of command.backordered) addTo(wanted, part, 'back');
  for (const [id, sums] of wanted) {
    const refused = allocationRefused(order, id, sums.placed, sums.back);
    if (refused) return err(refused);
  }
  const { at, placements, backordered } = command;
  const why = command.sourcing ? { sourcing: command.sourcing } : {};
  if (placements.length === 0)
    return ok(backordered.length > 0 ? [{ type: 'LinesBackordered', at, lines: backordered, ...why }] : []);
  const allocated: OrderEvent = { type: 'LinesAllocated', at, placements, ...why };
  return ok(backordered.length > 0 ? [{ type: 'LinesBackordered', at, lines: backordered }, allocated] : [allocated]);
}

function allocationRefused(
  order: OpenOrder,
  id: OrderLine['id'],
  placed: number,
  back: number,
): OrderRejection | undefined {
  const line = order.lines.get(id);
  if (!line) return { code: 'unknown-line', line: id };
  if (line.product === null) return { code: 'line-parked', line: id };
  if (!isCount(placed + back)) return { code: 'invalid-quantity', quantity: placed + back };
  const { open, backordered } = line.ledger;
  if (placed + back > open + backordered || back > open) {
    return { code: 'insufficient', bucket: 'open', have: open + backordered, want: placed + back };
  }
  return undefined;
}

function addTo(
  wanted: Map<OrderLine['id'], { placed: number; back: number }>,
  part: Portion,
  key: 'placed' | 'back',
): void {
  const sums = wanted.get(part.line) ?? { placed: 0, back: 0 };
  sums[key] += part.quantity;
  wanted.set(part.line, sums);
}

function ship(order: OpenOrder, command: Command<'ConfirmShipment'>): Decision {
  return portions(order, command, 'released', (moved) => {
    const shipped: OrderEvent = { ...command, type: 'LinesShipped' };
    let outstanding = -moved;
    for (const line of order.lines.values()) if (line.requiresShipping) outstanding += unshipped(line.ledger);
    return outstanding === 0 ? [shipped, { type: 'OrderClosed', at: command.at }] : [shipped];
  });
}

/** Everything that has not moved yet is cancelled; what has shipped or come in stays a fact, and closes the order. */
function cancel(order: OpenOrder, command: Command<'CancelOrder'>): Decision {
  const events: OrderEvent[] = [];
  let hasShipped = false;
  for (const line of order.lines.values()) {
    hasShipped ||= line.ledger.shipped + line.ledger.received > 0;
    const left = unshipped(line.ledger);
    if (left > 0) events.push({ type: 'UnitsCancelled', at: command.at, line: line.id, taken: take(line, left) });
  }
  events.push(hasShipped ? { type: 'OrderClosed', at: command.at } : { ...command, type: 'OrderCancelled' });
  return ok(events);
}

/** Units of a purchase or production order come in; when none is missing any more, it is closed. */
function receive(order: OpenOrder, command: Command<'ReceiveUnits'>): Decision {
  if (order.kind === 'sales') return err({ code: 'wrong-kind', kind: order.kind });
  return portions(order, command, 'open', (moved) => {
    const received: OrderEvent = { ...command, type: 'UnitsReceived' };
    let outstanding = -moved;
    for (const line of order.lines.values()) outstanding += unshipped(line.ledger);
    return outstanding === 0 ? [received, { type: 'OrderClosed', at: command.at }] : [received];
  });
}

/** Promised units that no location works on are open again. */
function free(order: OpenOrder, { at, reason }: Command<'FreeUnits'>): Decision {
  const lines = [...order.lines.values()].flatMap((line) => {
    const { backordered } = line.ledger;
    const taken: Taken[] = backordered > 0 ? [{ from: 'backordered', quantity: backordered }] : [];
    for (const [location, { allocated: quantity }] of line.at)
      if (quantity > 0) taken.push({ from: 'allocated', quantity, location });
    return taken.length > 0 ? [{ line: line.id, taken }] : [];
  });
  return ok(lines.length > 0 ? [{ type: 'UnitsFreed', at, lines, reason }] : []);
}

type Located = { readonly lines: readonly Portion[]; readonly location: LocationId };

/** Moves units out of a bucket: of committed ones, those at the location that the command is about. */
function portions(
  order: OpenOrder,
  { lines, location }: Located,
  from: Bucket,
  events: (moved: number) => readonly OrderEvent[],
): Decision {
  const wanted = wantedOf(order, lines);
  if (!wanted.ok) return wanted;
  let moved = 0;
  for (const { line, quantity: want } of wanted.value) {
    const have = unitsIn(line, from, location);
    if (have < want) return err({ code: 'insufficient', bucket: from, have, want });
    moved += want;
  }
  return ok(events(moved));
}
