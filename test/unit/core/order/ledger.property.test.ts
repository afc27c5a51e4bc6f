import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  BUCKETS,
  type NewLine,
  type Order,
  type OrderCommand,
  type OrderEvent,
  orderDecider,
  ordered,
  statusOf,
} from '../../../../core/order/index.ts';
import { replay } from '../../../../core/shared/decider.ts';
import type { OrderId } from '../../../../core/shared/ids.ts';
import { at, command, fitted, kind, lines } from './anyCommand.ts';

/** Runs commands as a caller would: refused ones change nothing, and work is released and shipped where units are. */
function run(
  first: readonly NewLine[],
  kind: 'sales' | 'purchase' | 'production',
  commands: readonly OrderCommand[],
  seen: Map<string, number>,
): { order: Order; events: OrderEvent[] } {
  const kinds = kind === 'sales' ? {} : { kind };
  const place: OrderCommand = { type: 'PlaceOrder', id: 'o' as OrderId, at, lines: first, isHistory: false, ...kinds };
  let order: Order = orderDecider.initialState;
  const events: OrderEvent[] = [];
  for (const next of [place, ...commands]) {
    const decided = orderDecider.decide(fitted(next, order), order);
    if (!decided.ok) {
      const refused = `refused ${decided.error.code}`;
      seen.set(refused, (seen.get(refused) ?? 0) + 1);
      continue;
    }
    const before = statusOf(order);
    for (const event of decided.value) {
      for (const name of [event.type, ...movesOf(event)]) seen.set(name, (seen.get(name) ?? 0) + 1);
      events.push(event);
      order = orderDecider.evolve(order, event);
    }
    const after = statusOf(order);
    for (const name of [`status ${after}`, ...(before === after ? [] : [`${before} -> ${after}`])])
      seen.set(name, (seen.get(name) ?? 0) + 1);
  }
  return { order, events };
}

/** From which bucket units left with an event that takes them from more than one. */
function movesOf(event: OrderEvent): readonly string[] {
  if (event.type === 'UnitsCancelled' || event.type === 'UnitsMoved')
    return event.taken.map(({ from }) => `${event.type} ${from}`);
  if (event.type === 'UnitsFreed' || event.type === 'ShipmentRecorded')
    return event.lines.flatMap(({ taken }) => taken.map(({ from }) => `${event.type} ${from}`));
  return [];
}

test('each ordered unit is in exactly one bucket, whatever happens to the order', () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(lines, kind, fc.array(command, { maxLength: 25 }), (first, ofKind, commands) => {
      const { order, events } = run(first, ofKind, commands, seen);
      if (order.status === 'unplaced') throw new Error('an order with lines is placed');
      let added = 0;
      for (const event of events) {
        if (event.type === 'OrderPlaced' || event.type === 'LinesAdded') {
          for (const { quantity: units } of event.lines) added += units;
        }
      }
      let held = 0;
      for (const each of order.lines.values()) {
        held += ordered(each.ledger);
        for (const bucket of BUCKETS) expect(each.ledger[bucket]).toBeGreaterThanOrEqual(0);
        const sumOf = (bucket: 'allocated' | 'released'): number =>
          [...each.at.values()].reduce((sum, committed) => sum + committed[bucket], 0);
        expect([sumOf('allocated'), sumOf('released')]).toEqual([each.ledger.allocated, each.ledger.released]);
      }
      expect(held).toBe(added);
      expect(replay(orderDecider, events)).toEqual(order);
    }),
    { numRuns: 6000, seed: 20_261_124 },
  );
  const reached = [
    'OrderPlaced',
    'LinesAdded',
    'UnitsCancelled',
    'LineResolved',
    'OrderHeld',
    'HoldReleased',
    'LinesAllocated',
    'LinesBackordered',
    'LinesReleased',
    'LinesShipped',
    'UnitsRecalled',
    'UnitsFreed',
    'ShipmentRecorded',
    'OrderCancelled',
    'OrderClosed',
    'OrderEdited',
    'UnitsMoved',
    'UnitsReceived',
    'PrioritySet',
    'DatePromised',
    'SourcingAwaited',
    'OrderTagged',
    'NoteAdded',
    'AttachmentAdded',
    'AttachmentRemoved',
    'MoneyDue',
    'OrderValidated',
  ];
  const refusals = [
    'not-open',
    'invalid-quantity',
    'unknown-line',
    'line-parked',
    'on-hold',
    'insufficient',
    'below-shipped',
    'already-released',
    'nothing-left',
    'wrong-kind',
  ];
  const statuses = [
    'received',
    'on-hold',
    'parked',
    'backordered',
    'allocated',
    'released',
    'partially-shipped',
    'shipped',
    'cancelled',
  ];
  const moves = [
    ...['open', 'backordered', 'allocated', 'released'].flatMap((from) => [
      `UnitsCancelled ${from}`,
      `ShipmentRecorded ${from}`,
    ]),
    ...['open', 'backordered', 'allocated'].map((from) => `UnitsMoved ${from}`),
    ...['backordered', 'allocated'].map((from) => `UnitsFreed ${from}`),
  ];
  const transitions = [
    'received -> parked',
    'received -> sourced',
    'received -> allocated',
    'received -> backordered',
    'sourced -> allocated',
    'allocated -> released',
    'released -> shipped',
    'sourced -> partially-shipped',
    'allocated -> on-hold',
    'on-hold -> cancelled',
    'parked -> cancelled',
    'awaiting-receipt -> partially-received',
    'partially-received -> closed',
  ];
  const names = [
    ...reached,
    ...moves,
    ...transitions,
    ...statuses.map((status) => `status ${status}`),
    ...refusals.map((code) => `refused ${code}`),
  ];
  for (const name of names) expect([name, (seen.get(name) ?? 0) > 0]).toEqual([name, true]);
});
