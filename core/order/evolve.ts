import type { LocationId, OrderLineId } from '../shared/ids.ts';
import { assertNever } from '../shared/result.ts';
import { evolveMark, isMarkEvent } from './evolveMarks.ts';
import { EMPTY_LEDGER, moveUnits } from './ledger.ts';
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
} from './order.ts';
import { shippedOut } from './recordShipment.ts';

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
      return changeLine(order, event.line, (line) => cancelled(line, event));
    case 'OrderEdited':
      return order;
    case 'OrderHeld':
      return { ...order, holds: new Set([...order.holds, event.reason]) };
    case 'HoldReleased':
      return { ...order, holds: order.holds.difference(new Set([event.reason])) };
    case 'LinesAllocated':
      return withLines(order, (lines) => {
        for (const part of event.placements) lines.set(part.line, allocated(lineOf(lines, part.line), part));
      });
    case 'LinesBackordered':
      return moved(order, event.lines, 'open', 'backordered');
    case 'LinesReleased':
      return moved(order, event.lines, 'allocated', 'released');
    case 'LinesShipped':
      return moved(order, event.lines, 'released', 'shipped', event.location);
    case 'UnitsReceived':
      return moved(order, event.lines, 'open', 'received');
    case 'UnitsRecalled':
      return moved(order, event.lines, 'released', 'open', event.location);
    case 'ShipmentRecorded':
      return recorded(order, event);
    case 'OrderCancelled': {
      const { holds: _, ...rest } = order;
      return { ...rest, status: 'cancelled', reason: event.reason, cancelledAt: event.at };
    }
    case 'OrderClosed': {
      const { holds: _, ...rest } = order;
      return { ...rest, status: 'closed', closedAt: event.at };
    }
    default:
      return assertNever(event, 'order event');
  }
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
export const NO_MARKS: Marks = { priority: 0, promisedAt: null, tags: new Set() };

const NOWHERE: ReadonlyMap<LocationId, number> = new Map();

function bare(line: NewLine): OrderLine {
  return { id: line.id, externalId: line.externalId, ...goodsOf(line), ledger: EMPTY_LEDGER, at: NOWHERE };
}

function addedTo(existing: OrderLine | undefined, line: NewLine): OrderLine {
  const before = existing ?? bare(line);
  return { ...before, ledger: { ...before.ledger, open: before.ledger.open + line.quantity } };
}

function allocated(line: OrderLine, part: Placement): OrderLine {
  const fromOpen = Math.min(part.quantity, line.ledger.open);
  let ledger = moveUnits(line.ledger, 'open', 'allocated', fromOpen);
  ledger = moveUnits(ledger, 'backordered', 'allocated', part.quantity - fromOpen);
  return { ...line, ledger, at: shifted(line.at, part.location, part.quantity) };
}

function cancelled(line: OrderLine, event: Event<'UnitsCancelled' | 'UnitsMoved'>): OrderLine {
  let { ledger, at } = line;
  for (const { from, quantity, location } of event.taken) {
    ledger = moveUnits(ledger, from, 'cancelled', quantity);
    if (location !== undefined) at = shifted(at, location, -quantity);
  }
  return { ...line, ledger, at };
}

function linesAdded(order: OpenOrder, event: Event<'LinesAdded'>): Order {
  return withLines(order, (lines) => {
    for (const line of event.lines) lines.set(line.id, addedTo(lines.get(line.id), line));
  });
}

function recorded(order: OpenOrder, event: Event<'ShipmentRecorded'>): Order {
  return withLines(order, (lines) => {
    for (const { line: id, taken } of event.lines) lines.set(id, sentOut(lineOf(lines, id), taken));
  });
}

function sentOut(line: OrderLine, taken: readonly Taken[]): OrderLine {
  let { at } = line;
  for (const { location, quantity } of taken) if (location !== undefined) at = shifted(at, location, -quantity);
  return { ...line, ledger: shippedOut(line, taken), at };
}

function shifted(
  at: ReadonlyMap<LocationId, number>,
  location: LocationId,
  by: number,
): ReadonlyMap<LocationId, number> {
  const next = new Map(at);
  const units = (next.get(location) ?? 0) + by;
  if (units < 0) throw new Error(`corrupt stream: ${-by} units leave location ${location}`);
  if (units === 0) next.delete(location);
  else next.set(location, units);
  return next;
}

function moved(order: OpenOrder, parts: readonly Portion[], from: Bucket, to: Bucket, left?: LocationId): Order {
  return withLines(order, (lines) => {
    for (const { line: id, quantity } of parts) {
      const line = lineOf(lines, id);
      const at = left === undefined ? line.at : shifted(line.at, left, -quantity);
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
