import type { Instant, LocationId, OrderLineId } from '../shared/ids.ts';
import { assertNever } from '../shared/result.ts';
import { evolveMark, isMarkEvent } from './evolveMarks.ts';
import { committedAfter, EMPTY_LEDGER, moveUnits } from './ledger.ts';
import type { OrderEvent } from './messages.ts';
import {
  type Bucket,
  goodsOf,
  type Marks,
  type NewLine,
  type OpenOrder,
  type Order,
  type OrderLine,
  type Placement,
  type Portion,
  type Taken,
  type TakenUnits,
} from './order.ts';

type Event<Type extends OrderEvent['type']> = Extract<OrderEvent, { type: Type }>;

/** The order after an event. Throws on an impossible event: that is a corrupt stream, and it must stop the line. */
export function evolve(order: Order, event: OrderEvent): Order {
  if (event.type === 'OrderPlaced') return placed(event);
  if (isMarkEvent(event)) return evolveMark(order, event);
  if (order.status !== 'open') throw new Error(`corrupt stream: ${event.type} on an order that is ${order.status}`);
  switch (event.type) {
    case 'LinesAdded':
      return linesAdded(order, event);
    case 'LineResolved':
      return changeLine(order, event.line, (line) => ({ ...line, product: event.product }));
    case 'UnitsCancelled':
    case 'UnitsMoved':
      return changeLine(order, event.line, (line) => takenOut(line, event.taken, 'cancelled'));
    case 'OrderEdited':
      return order;
    case 'OrderHeld':
      return { ...order, holds: new Set([...order.holds, event.reason]) };
    case 'HoldReleased':
      return { ...order, holds: order.holds.difference(new Set([event.reason])) };
    case 'LinesAllocated':
      return sourced(placedAt(order, event));
    case 'LinesBackordered':
      return sourced(moved(order, event.lines, 'open', 'backordered'));
    case 'LinesReleased':
      return released(order, event);
    case 'LinesShipped':
      return moved(order, event.lines, 'released', 'shipped', event.location);
    case 'UnitsReceived':
      return moved(order, event.lines, 'open', 'received');
    case 'UnitsRecalled':
      return moved(order, event.lines, 'released', 'open', event.location);
    case 'UnitsFreed':
      return unitsTaken(order, event.lines, 'open');
    case 'ShipmentRecorded':
      return unitsTaken(order, event.lines, 'shipped');
    case 'OrderCancelled':
    case 'OrderClosed':
      return ended(order, event);
    default:
      return assertNever(event, 'order event');
  }
}

/** An order whose locations were looked for waits no longer. */
const sourced = (order: Order): Order =>
  order.status === 'unplaced' || order.marks.sourceBy === null
    ? order
    : { ...order, marks: { ...order.marks, sourceBy: null } };

function ended({ holds: _, marks, ...order }: OpenOrder, event: Event<'OrderCancelled' | 'OrderClosed'>): Order {
  const rest = { ...order, marks: marks.sourceBy === null ? marks : { ...marks, sourceBy: null } };
  if (event.type === 'OrderClosed') return { ...rest, status: 'closed', closedAt: event.at };
  return { ...rest, status: 'cancelled', reason: event.reason, cancelledAt: event.at };
}

function placed(event: Event<'OrderPlaced'>): Order {
  const lines = new Map<OrderLineId, OrderLine>();
  for (const line of event.lines) {
    const bucket = event.isHistory ? (event.kind === undefined ? 'shipped' : 'received') : 'open';
    lines.set(line.id, { ...bare(line), ledger: { ...EMPTY_LEDGER, [bucket]: line.quantity } });
  }
  const { id, at: placedAt, kind = 'sales' } = event;
  return { status: 'open', id, kind, placedAt, lines, holds: new Set(), marks: NO_MARKS, validatedAt: null };
}

/** What no one has marked yet. */
export const NO_MARKS: Marks = { priority: 0, promisedAt: null, tags: new Set(), sourceBy: null };

const NOWHERE: OrderLine['at'] = new Map();

function bare(line: NewLine): OrderLine {
  return { id: line.id, externalId: line.externalId, ...goodsOf(line), ledger: EMPTY_LEDGER, at: NOWHERE };
}

function addedTo(existing: OrderLine | undefined, line: NewLine): OrderLine {
  const before = existing ?? bare(line);
  return { ...before, ledger: { ...before.ledger, open: before.ledger.open + line.quantity } };
}

function allocated(line: OrderLine, part: Placement, at: Instant): OrderLine {
  const fromOpen = Math.min(part.quantity, line.ledger.open);
  let ledger = moveUnits(line.ledger, 'open', 'allocated', fromOpen);
  ledger = moveUnits(ledger, 'backordered', 'allocated', part.quantity - fromOpen);
  return { ...line, ledger, at: committedAfter(line.at, part.location, 'allocated', part.quantity, at) };
}

/** Units leave their buckets and, where they are committed, their locations. */
function takenOut(line: OrderLine, taken: readonly Taken[], to: Bucket): OrderLine {
  let { ledger, at } = line;
  for (const { from, quantity, location } of taken) {
    ledger = moveUnits(ledger, from, to, quantity);
    if (location !== undefined && (from === 'allocated' || from === 'released'))
      at = committedAfter(at, location, from, -quantity);
  }
  return { ...line, ledger, at };
}

function linesAdded(order: OpenOrder, event: Event<'LinesAdded'>): Order {
  return withLines(order, (lines) => {
    for (const line of event.lines) lines.set(line.id, addedTo(lines.get(line.id), line));
  });
}

function unitsTaken(order: OpenOrder, parts: readonly TakenUnits[], to: Bucket): Order {
  return withLines(order, (lines) => {
    for (const { line: id, taken } of parts) lines.set(id, takenOut(lineOf(lines, id), taken, to));
  });
}

function placedAt(order: OpenOrder, { at, placements }: Event<'LinesAllocated'>): Order {
  return withLines(order, (lines) => {
    for (const part of placements) lines.set(part.line, allocated(lineOf(lines, part.line), part, at));
  });
}

/** Committed units become the work of their location. */
function released(order: OpenOrder, { location, lines: parts }: Event<'LinesReleased'>): Order {
  return withLines(order, (lines) => {
    for (const { line: id, quantity } of parts) {
      const line = lineOf(lines, id);
      const { since } = line.at.get(location) ?? {};
      const at = committedAfter(line.at, location, 'allocated', -quantity, since);
      const ledger = moveUnits(line.ledger, 'allocated', 'released', quantity);
      lines.set(id, { ...line, ledger, at: committedAfter(at, location, 'released', quantity, since) });
    }
  });
}

/** `left` is the location whose work loses the units. */
function moved(order: OpenOrder, parts: readonly Portion[], from: Bucket, to: Bucket, left?: LocationId): Order {
  return withLines(order, (lines) => {
    for (const { line: id, quantity } of parts) {
      const line = lineOf(lines, id);
      const at = left === undefined ? line.at : committedAfter(line.at, left, 'released', -quantity);
      lines.set(id, { ...line, ledger: moveUnits(line.ledger, from, to, quantity), at });
    }
  });
}

function changeLine(order: OpenOrder, id: OrderLineId, change: (line: OrderLine) => OrderLine): Order {
  return withLines(order, (lines) => lines.set(id, change(lineOf(lines, id))));
}

function withLines(order: OpenOrder, change: (lines: Map<OrderLineId, OrderLine>) => void): Order {
  const lines = new Map(order.lines);
  change(lines);
  return { ...order, lines };
}

function lineOf(lines: ReadonlyMap<OrderLineId, OrderLine>, id: OrderLineId): OrderLine {
  const line = lines.get(id);
  if (!line) throw new Error(`corrupt stream: no line ${id}`);
  return line;
}
