import fc from 'fast-check';
import type { NewLine, OpenOrder, Order, OrderCommand, TakenUnits } from '../../../../core/order/index.ts';
import type { Instant, LocationId, OrderId, OrderLineId, ProductId } from '../../../../core/shared/ids.ts';

export const at = '2026-01-01T00:00:00.000Z' as Instant;
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
export const kind = fc.constantFrom('sales', 'sales', 'sales', 'purchase', 'production' as const);
export const lines = fc.tuple(newLine('l1' as OrderLineId), newLine('l2' as OrderLineId));

const attachment = { id: 'a', name: 'card.txt', contentType: 'text/plain', bytes: 3 };
const mark: fc.Arbitrary<OrderCommand> = fc.constantFrom<OrderCommand>(
  { type: 'SetPriority', at, priority: 5 },
  { type: 'SetPriority', at, priority: 0 },
  { type: 'PromiseDate', at, promisedAt: at },
  { type: 'AwaitSourcing', at, sourceBy: at },
  { type: 'AwaitSourcing', at, sourceBy: null },
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
  fc.record({
    type: fc.constant('RecallUnits' as const),
    at: fc.constant(at),
    fulfillmentOrder: fc.constant('f' as never),
    location,
    reason: fc.constant('not-found'),
    lines: fc.array(portion, { minLength: 1, maxLength: 2 }),
  }),
);

/** Any command, those that bring an order on its way more often. */
export const command: fc.Arbitrary<OrderCommand> = fc.oneof(
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
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('MoveUnits' as const),
      at: fc.constant(at),
      to: fc.constant('o2' as OrderId),
      isMerge: fc.boolean(),
      lines: fc.array(portion, { minLength: 1, maxLength: 2 }),
    }),
  },
  fc.record({
    type: fc.constant('RecordShipment' as const),
    at: fc.constant(at),
    shipment: fc.constant('s' as never),
    location,
    lines: fc.array(
      fc.record({
        line,
        taken: fc.array(
          fc.record({
            from: fc.constantFrom('open', 'backordered', 'allocated', 'released' as const),
            quantity,
            location,
          }),
          { minLength: 1, maxLength: 2 },
        ),
      }),
      { minLength: 1, maxLength: 2 },
    ),
  }),
  fc.record({ type: fc.constant('FreeUnits' as const), at: fc.constant(at), reason: fc.constant('payment-failed') }),
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

/** A release or a shipment of what is really there, as far as there is any. */
export function fitted(next: OrderCommand, order: Order): OrderCommand {
  if (order.status !== 'open') return next;
  if (next.type === 'AllocateLines' && next.backordered.length === 0) {
    const wanting = [...order.lines.values()].find((each) => each.product !== null && each.ledger.open > 0);
    const part = next.placements[0];
    if (!wanting || !part) return next;
    const units = Math.min(part.quantity, wanting.ledger.open);
    return { ...next, placements: [{ ...part, line: wanting.id, quantity: units }] };
  }
  if (next.type === 'AllocateLines' && next.placements.length <= 1) {
    const wanting = [...order.lines.values()].find((each) => each.product !== null && each.ledger.open > 0);
    const part = next.backordered[0];
    if (!wanting || !part) return next;
    const units = Math.min(part.quantity, wanting.ledger.open);
    return { ...next, placements: [], backordered: [{ line: wanting.id, quantity: units }] };
  }
  if (next.type === 'ReceiveUnits') {
    const missing = [...order.lines.values()].find((each) => each.ledger.open > 0);
    const part = next.lines[0];
    if (!missing || !part) return next;
    return { ...next, lines: [{ line: missing.id, quantity: Math.min(part.quantity, missing.ledger.open) }] };
  }
  if (next.type === 'RecordShipment') return { ...next, lines: next.lines.flatMap((part) => sentBy(order, part)) };
  if (next.type !== 'ReleaseToFulfillment' && next.type !== 'ConfirmShipment' && next.type !== 'RecallUnits')
    return next;
  const bucket = next.type === 'ReleaseToFulfillment' ? 'allocated' : 'released';
  for (const { id, at: places } of order.lines.values()) {
    for (const [place, committed] of places) {
      if (committed[bucket] === 0) continue;
      const units = Math.min(committed[bucket], next.lines[0]?.quantity ?? 1);
      return { ...next, location: place, lines: [{ line: id, quantity: units }] };
    }
  }
  return { ...next, lines: [{ line: 'l1' as OrderLineId, quantity: 99 }] };
}

/** What a report says has left, of units that are there, and from the places where they are; now and then it is wrong. */
function sentBy(order: OpenOrder, part: TakenUnits): readonly TakenUnits[] {
  const known = order.lines.get(part.line);
  const [wish] = part.taken;
  if (!known || !wish || part.taken.length > 1) return [part];
  if (wish.from === 'open' || wish.from === 'backordered') {
    const { from, quantity: units } = wish;
    return known.ledger[from] > 0
      ? [{ line: part.line, taken: [{ from, quantity: Math.min(units, known.ledger[from]) }] }]
      : [];
  }
  return [...known.at].slice(0, 1).flatMap(([place, committed]) => {
    const from = committed.allocated > 0 ? 'allocated' : 'released';
    return [
      { line: part.line, taken: [{ from, quantity: Math.min(wish.quantity, committed[from]), location: place }] },
    ];
  });
}
