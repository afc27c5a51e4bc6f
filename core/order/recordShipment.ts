import { err, ok, type Result } from '../shared/result.ts';
import { moveUnits, unshipped } from './ledger.ts';
import type { OrderCommand, OrderEvent, OrderRejection } from './messages.ts';
import type { Bucket, OpenOrder, OrderLine, Taken } from './order.ts';

/** A shipment that somebody else made: each bucket must hold what is said to have come out of it. */
export function recordShipment(
  order: OpenOrder,
  command: Extract<OrderCommand, { type: 'RecordShipment' }>,
): Result<readonly OrderEvent[], OrderRejection> {
  if (command.lines.length === 0) return err({ code: 'no-lines' });
  const gone = new Map<OrderLine['id'], number>();
  for (const { line: id, taken } of command.lines) {
    const line = order.lines.get(id);
    if (!line) return err({ code: 'unknown-line', line: id });
    const refused = refusedTaking(line, taken);
    if (refused) return err(refused);
    gone.set(id, (gone.get(id) ?? 0) + taken.reduce((sum, { quantity }) => sum + quantity, 0));
  }
  let outstanding = 0;
  for (const line of order.lines.values()) {
    if (line.requiresShipping) outstanding += unshipped(line.ledger) - (gone.get(line.id) ?? 0);
  }
  const recorded: OrderEvent = { ...command, type: 'ShipmentRecorded' };
  return ok(outstanding === 0 ? [recorded, { type: 'OrderClosed', at: command.at }] : [recorded]);
}

function refusedTaking(line: OrderLine, taken: readonly Taken[]): OrderRejection | undefined {
  const wanted = new Map<Bucket, number>();
  for (const { from, quantity } of taken) {
    if (!Number.isSafeInteger(quantity) || quantity <= 0) return { code: 'invalid-quantity', quantity };
    wanted.set(from, (wanted.get(from) ?? 0) + quantity);
  }
  for (const [bucket, want] of wanted) {
    const have = bucket === 'shipped' || bucket === 'cancelled' || bucket === 'received' ? 0 : line.ledger[bucket];
    if (have < want) return { code: 'insufficient', bucket, have, want };
  }
  return undefined;
}

/** The ledger of a line after units were taken out of its buckets and shipped. */
export function shippedOut(line: OrderLine, taken: readonly Taken[]): OrderLine['ledger'] {
  return taken.reduce((ledger, { from, quantity }) => moveUnits(ledger, from, 'shipped', quantity), line.ledger);
}
