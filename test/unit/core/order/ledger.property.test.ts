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
import type { Instant, LocationId, OrderId, OrderLineId, ProductId } from '../../../../core/shared/ids.ts';

const at = '2026-01-01T00:00:00.000Z' as Instant;
const line = fc.constantFrom('l1', 'l2', 'l3') as fc.Arbitrary<OrderLineId>;
const location = fc.constantFrom('berlin', 'lyon') as fc.Arbitrary<LocationId>;
const quantity = fc.integer({ min: 1, max: 4 });
const portion = fc.record({ line, quantity });
const placement = fc.record({ line, quantity, location });

const newLine = (id: OrderLineId): fc.Arbitrary<NewLine> =>
  fc.record({
    id: fc.constant(id),
    externalId: fc.constant(`x-${id}`),
    sku: fc.constant(`sku-${id}`),
    product: fc.constantFrom('p' as ProductId, 'p' as ProductId, null),
    requiresShipping: fc.constantFrom(true, true, false),
    quantity,
  });
const kind = fc.constantFrom('sales', 'sales', 'sales', 'purchase', 'production' as const);
const lines = fc.tuple(newLine('l1' as OrderLineId), newLine('l2' as OrderLineId));

const attachment = { id: 'a', name: 'card.txt', contentType: 'text/plain', bytes: 3 };
const mark: fc.Arbitrary<OrderCommand> = fc.constantFrom<OrderCommand>(
  { type: 'SetPriority', at, priority: 5 },
  { type: 'SetPriority', at, priority: 0 },
  { type: 'PromiseDate', at, promisedAt: at },
  { type: 'TagOrder', at, add: ['gift', 'vip'], remove: [] },
  { type: 'TagOrder', at, add: [], remove: ['vip', 'unknown'] },
  { type: 'AddNote', at, text: 'called' },
  { type: 'Attach', at, attachment },
  { type: 'Detach', at, attachment },
  { type: 'StateMoney', at, refundMinor: 100, voidMinor: 0, collectMinor: 0 },
  { type: 'RecordFindings', at, findings: [{ code: 'address', at: '/shippingAddress', message: 'no city' }] },
);

/** What brings an order on its way. */
const progress: fc.Arbitrary<OrderCommand> = fc.oneof(
  fc.record({
    type: fc.constant('AllocateLines' as const),
    at: fc.constant(at),
    placements: fc.array(placement, { maxLength: 3 }),
    backordered: fc.array(portion, { maxLength: 2 }),
  }),
  fc.record({
    type: fc.constant('AllocateLines' as const),
    at: fc.constant(at),
    placements: fc.array(placement, { minLength: 1, maxLength: 2 }),
    backordered: fc.constant([]),
  }),
  fc.record({
    type: fc.constant('ReleaseToFulfillment' as const),
    at: fc.constant(at),
    fulfillmentOrder: fc.constant('f' as never),
    location,
    lines: fc.array(portion, { minLength: 1, maxLength: 2 }),
  }),
  fc.record({
    type: fc.constant('ConfirmShipment' as const),
    at: fc.constant(at),
    shipment: fc.constant('s' as never),
    location,
    lines: fc.array(portion, { minLength: 1, maxLength: 2 }),
  }),
);

const command: fc.Arbitrary<OrderCommand> = fc.oneof(
  { arbitrary: progress, weight: 8 },
  fc.record({
    type: fc.constantFrom('HoldOrder' as const, 'ReleaseHold' as const),
    at: fc.constant(at),
    reason: fc.constantFrom('payment', 'fraud', 'address', 'manual', 'custom:credit' as const),
  }),
  fc.record({
    type: fc.constant('ResolveLine' as const),
    at: fc.constant(at),
    line,
    product: fc.constant('p' as ProductId),
  }),
  fc.record({
    type: fc.constant('ReviseLines' as const),
    at: fc.constant(at),
    added: fc.array(newLine('l3' as OrderLineId), { maxLength: 1 }),
    quantities: fc.array(fc.record({ line, quantity: fc.integer({ min: 0, max: 5 }) }), { maxLength: 1 }),
  }),
  fc.record({
    type: fc.constant('EditOrder' as const),
    at: fc.constant(at),
    parts: fc.constantFrom(['lines'] as const, ['shipping-address'] as const),
    grandMinor: fc.constant([1, 2] as const),
    added: fc.array(newLine('l3' as OrderLineId), { maxLength: 1 }),
    quantities: fc.array(fc.record({ line, quantity: fc.integer({ min: 0, max: 5 }) }), { maxLength: 1 }),
  }),
  fc.record({
    type: fc.constant('CancelUnits' as const),
    at: fc.constant(at),
    reason: fc.constant('some'),
    lines: fc.array(fc.record({ line, quantity: fc.integer({ min: 0, max: 4 }) }), { minLength: 1, maxLength: 2 }),
  }),
  fc.record({
    type: fc.constant('MoveUnits' as const),
    at: fc.constant(at),
    to: fc.constant('o2' as OrderId),
    isMerge: fc.boolean(),
    lines: fc.array(portion, { minLength: 1, maxLength: 2 }),
  }),
  fc.record({
    type: fc.constant('ReceiveUnits' as const),
    at: fc.constant(at),
    receipt: fc.constant('r'),
    location,
    lines: fc.array(portion, { minLength: 1, maxLength: 2 }),
  }),
  mark,
  {
    arbitrary: fc.record({ type: fc.constant('CancelOrder' as const), at: fc.constant(at), reason: fc.constant('no') }),
    weight: 1,
  },
);

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
    for (const event of decided.value) {
      seen.set(event.type, (seen.get(event.type) ?? 0) + 1);
      events.push(event);
      order = orderDecider.evolve(order, event);
    }
    const status = `status ${statusOf(order)}`;
    seen.set(status, (seen.get(status) ?? 0) + 1);
  }
  return { order, events };
}

/** A release or a shipment of what is really there, as far as there is any. */
function fitted(next: OrderCommand, order: Order): OrderCommand {
  if (order.status !== 'open') return next;
  if (next.type === 'AllocateLines' && next.backordered.length === 0) {
    const wanting = [...order.lines.values()].find((each) => each.product !== null && each.ledger.open > 0);
    const part = next.placements[0];
    if (!wanting || !part) return next;
    const units = Math.min(part.quantity, wanting.ledger.open);
    return { ...next, placements: [{ ...part, line: wanting.id, quantity: units }] };
  }
  if (next.type === 'ReceiveUnits') {
    const missing = [...order.lines.values()].find((each) => each.ledger.open > 0);
    const part = next.lines[0];
    if (!missing || !part) return next;
    return { ...next, lines: [{ line: missing.id, quantity: Math.min(part.quantity, missing.ledger.open) }] };
  }
  if (next.type !== 'ReleaseToFulfillment' && next.type !== 'ConfirmShipment') return next;
  const bucket = next.type === 'ConfirmShipment' ? 'released' : 'allocated';
  const able = [...order.lines.values()].find((each) => each.ledger[bucket] > 0);
  const [place, there] = [...(able?.at ?? [])][0] ?? [];
  if (!able || !place || !there) return { ...next, lines: [{ line: 'l1' as OrderLineId, quantity: 99 }] };
  return { ...next, location: place, lines: [{ line: able.id, quantity: Math.min(able.ledger[bucket], there) }] };
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
        const committed = [...each.at.values()].reduce((sum, units) => sum + units, 0);
        expect(committed).toBe(each.ledger.allocated + each.ledger.released);
      }
      expect(held).toBe(added);
      expect(replay(orderDecider, events)).toEqual(order);
    }),
    { numRuns: 3000, seed: 20_261_124 },
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
    'OrderCancelled',
    'OrderClosed',
    'OrderEdited',
    'UnitsMoved',
    'UnitsReceived',
    'PrioritySet',
    'DatePromised',
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
  const names = [
    ...reached,
    ...statuses.map((status) => `status ${status}`),
    ...refusals.map((code) => `refused ${code}`),
  ];
  for (const name of names) expect([name, (seen.get(name) ?? 0) > 0]).toEqual([name, true]);
});
