import { err, ok, type Result } from '../shared/result.ts';
import { ordered, unshipped } from './ledger.ts';
import type { OrderCommand, OrderEvent, OrderRejection } from './messages.ts';
import { goodsOf, type NewLine, type OpenOrder, type OrderLine } from './order.ts';
import { isCount, take, wantedOf } from './portions.ts';

type Decision = Result<readonly OrderEvent[], OrderRejection>;
type Command<Type extends OrderCommand['type']> = Extract<OrderCommand, { type: Type }>;

/**
 * An edit after placement. `quantities` are new ordered quantities of existing lines. What a warehouse already works on
 * is not changed behind its back: units that were released or shipped are refused by the name of their line, and so are
 * additions and changes of address or method once anything was released.
 */
export function edit(order: OpenOrder, command: Command<'EditOrder'>): Decision {
  const refused = touchesWork(order, command);
  if (refused) return err(refused);
  const changes = lineChanges(order, command);
  if (!changes.ok) return changes;
  const { events, more } = changes.value;
  const bad = more.find((line) => !isCount(line.quantity));
  if (bad) return err({ code: 'invalid-quantity', quantity: bad.quantity });
  if (more.length > 0) events.push({ type: 'LinesAdded', at: command.at, lines: more.map(newUnits) });
  if (isEmptied(order, events)) return err({ code: 'nothing-left' });
  return ok([...events, edited(command)]);
}

type LineChanges = { readonly events: OrderEvent[]; readonly more: readonly NewLine[] };

function lineChanges(
  order: OpenOrder,
  { at, added, quantities }: Command<'EditOrder'>,
): Result<LineChanges, OrderRejection> {
  const events: OrderEvent[] = [];
  const more: NewLine[] = [...added];
  for (const { line: id, quantity } of quantities) {
    const line = order.lines.get(id);
    if (!line) return err({ code: 'unknown-line', line: id });
    const change = requantified(line, quantity);
    if (!change.ok) return change;
    if (change.value < 0) events.push({ type: 'UnitsCancelled', at, line: id, taken: take(line, -change.value) });
    if (change.value > 0) more.push({ ...line, quantity: change.value });
  }
  return ok({ events, more });
}

function edited({ at, parts, grandMinor, note }: Command<'EditOrder'>): OrderEvent {
  return { type: 'OrderEdited', at, parts, grandMinor, ...(note === undefined ? {} : { note }) };
}

/** By how much a line's ordered quantity changes, when no unit in work is touched. */
function requantified(line: OrderLine, quantity: number): Result<number, OrderRejection> {
  if (quantity !== 0 && !isCount(quantity)) return err({ code: 'invalid-quantity', quantity });
  const { shipped, released, received, cancelled } = line.ledger;
  if (quantity < shipped + received) return err({ code: 'below-shipped', line: line.id, shipped: shipped + received });
  if (quantity < shipped + received + released) return err({ code: 'already-released', line: line.id, released });
  return ok(quantity - (ordered(line.ledger) - cancelled));
}

function touchesWork(order: OpenOrder, { added, quantities, parts }: Command<'EditOrder'>): OrderRejection | undefined {
  const grows = quantities.some(({ line, quantity }) => {
    const ledger = order.lines.get(line)?.ledger;
    return ledger !== undefined && quantity > ordered(ledger) - ledger.cancelled;
  });
  if (added.length === 0 && !grows && parts.every((part) => part === 'lines')) return undefined;
  for (const { id, ledger } of order.lines.values()) {
    if (ledger.released + ledger.shipped > 0) {
      return { code: 'already-released', line: id, released: ledger.released + ledger.shipped };
    }
  }
  return undefined;
}

function newUnits(line: NewLine): NewLine {
  return { id: line.id, externalId: line.externalId, ...goodsOf(line), quantity: line.quantity };
}

/** An edit that leaves nothing to deliver is a cancellation and has to say so. */
function isEmptied(order: OpenOrder, events: readonly OrderEvent[]): boolean {
  let units = 0;
  for (const { ledger } of order.lines.values()) units += ordered(ledger) - ledger.cancelled;
  for (const event of events) {
    if (event.type === 'LinesAdded') for (const { quantity } of event.lines) units += quantity;
    if (event.type === 'UnitsCancelled') for (const { quantity } of event.taken) units -= quantity;
  }
  return units === 0;
}

/**
 * Cancels some units at any point before they ship, those in work included. When none is left to deliver the order is
 * cancelled, or closed when a part has shipped.
 */
export function cancelUnits(order: OpenOrder, { at, lines, reason }: Command<'CancelUnits'>): Decision {
  const wanted = wantedOf(order, lines);
  if (!wanted.ok) return wanted;
  const events: OrderEvent[] = [];
  for (const { line, quantity: want } of wanted.value) {
    const have = unshipped(line.ledger);
    if (have < want) return err({ code: 'insufficient', bucket: 'open', have, want });
    events.push({ type: 'UnitsCancelled', at, line: line.id, taken: take(line, want), reason });
  }
  return ok([...events, ...ending(order, events, at, reason)]);
}

/** Units that go over to another order, by a split or a merge. Those that a warehouse works on stay where they are. */
export function moveOut(order: OpenOrder, { at, lines, to, isMerge }: Command<'MoveUnits'>): Decision {
  const wanted = wantedOf(order, lines);
  if (!wanted.ok) return wanted;
  const events: OrderEvent[] = [];
  for (const { line, quantity: want } of wanted.value) {
    const { released, open, backordered, allocated } = line.ledger;
    const have = open + backordered + allocated;
    if (have < want && have + released >= want) return err({ code: 'already-released', line: line.id, released });
    if (have < want) return err({ code: 'insufficient', bucket: 'open', have, want });
    events.push({ type: 'UnitsMoved', at, line: line.id, taken: take(line, want), to });
  }
  const end = ending(order, events, at, 'merged');
  if (end.length > 0 && !isMerge) return err({ code: 'nothing-left' });
  return ok([...events, ...end]);
}

/** How an order ends when `events` took its last outstanding unit. */
function ending(
  order: OpenOrder,
  events: readonly OrderEvent[],
  at: OpenOrder['placedAt'],
  reason: string,
): readonly OrderEvent[] {
  let outstanding = 0;
  let isDelivered = false;
  for (const { requiresShipping, ledger } of order.lines.values()) {
    if (requiresShipping || order.kind !== 'sales') outstanding += unshipped(ledger);
    isDelivered ||= ledger.shipped + ledger.received > 0 || (!requiresShipping && unshipped(ledger) > 0);
  }
  for (const event of events) outstanding -= takenOf(order, event);
  if (outstanding > 0) return [];
  return isDelivered ? [{ type: 'OrderClosed', at }] : [{ type: 'OrderCancelled', at, reason }];
}

function takenOf(order: OpenOrder, event: OrderEvent): number {
  if (event.type !== 'UnitsCancelled' && event.type !== 'UnitsMoved') return 0;
  const isCounted = order.kind !== 'sales' || order.lines.get(event.line)?.requiresShipping === true;
  return isCounted ? event.taken.reduce((sum, { quantity }) => sum + quantity, 0) : 0;
}
