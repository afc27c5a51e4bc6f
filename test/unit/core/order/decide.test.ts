import { describe, expect, test } from 'vitest';
import {
  type NewLine,
  type OrderCommand,
  type OrderEvent,
  orderDecider,
  statusOf,
} from '../../../../core/order/index.ts';
import { replay } from '../../../../core/shared/decider.ts';
import type {
  FulfillmentOrderId,
  Instant,
  LocationId,
  OrderId,
  OrderLineId,
  ProductId,
  ShipmentId,
} from '../../../../core/shared/ids.ts';

const at = '2026-01-01T00:00:00.000Z' as Instant;
const id = 'o' as OrderId;
const l1 = 'l1' as OrderLineId;
const berlin = 'berlin' as LocationId;
const line = (more: Partial<NewLine> = {}): NewLine => ({
  id: l1,
  externalId: 'x1',
  sku: 'A',
  product: 'p' as ProductId,
  requiresShipping: true,
  quantity: 3,
  ...more,
});

const placed = (more: Partial<NewLine> = {}): OrderEvent => ({
  type: 'OrderPlaced',
  id,
  at,
  lines: [line(more)],
  isHistory: false,
});
const allocated: OrderEvent = { type: 'LinesAllocated', at, placements: [{ line: l1, location: berlin, quantity: 3 }] };
const work = 'f' as FulfillmentOrderId;
const released: OrderEvent = {
  type: 'LinesReleased',
  at,
  fulfillmentOrder: work,
  location: berlin,
  lines: [{ line: l1, quantity: 3 }],
};
const shipment = 's' as ShipmentId;
const shipped = (quantity: number): OrderEvent => ({
  type: 'LinesShipped',
  at,
  shipment,
  location: berlin,
  lines: [{ line: l1, quantity }],
});

const given = (...events: OrderEvent[]) => ({
  when: (command: OrderCommand) => orderDecider.decide(command, replay(orderDecider, events)),
});

describe('an order', () => {
  test('without lines is refused', () => {
    const decided = given().when({ type: 'PlaceOrder', id, at, lines: [], isHistory: false });
    expect(decided).toEqual({ ok: false, error: { code: 'no-lines' } });
  });

  test('of the past is closed at once and commits nothing', () => {
    const decided = given().when({ type: 'PlaceOrder', id, at, lines: [line()], isHistory: true });
    expect(decided.ok && decided.value.map(({ type }) => type)).toEqual(['OrderPlaced', 'OrderClosed']);
  });

  test('that is held is not released', () => {
    const held: OrderEvent = { type: 'OrderHeld', at, reason: 'payment' };
    const decided = given(placed(), held, allocated).when({
      ...released,
      type: 'ReleaseToFulfillment',
    } as OrderCommand);
    expect(decided).toEqual({ ok: false, error: { code: 'on-hold', reasons: ['payment'] } });
  });

  test('with an unknown SKU parks that line: it is not allocated', () => {
    const decided = given(placed({ product: null })).when({
      type: 'AllocateLines',
      at,
      placements: [{ line: l1, location: berlin, quantity: 1 }],
      backordered: [],
    });
    expect(decided).toEqual({ ok: false, error: { code: 'line-parked', line: l1 } });
    expect(statusOf(replay(orderDecider, [placed({ product: null })]))).toBe('parked');
  });

  test('cancelled after its release gives back the stock of the place it was committed to', () => {
    const decided = given(placed(), allocated, released).when({ type: 'CancelOrder', at, reason: 'buyer' });
    expect(decided.ok && decided.value).toEqual([
      { type: 'UnitsCancelled', at, line: l1, taken: [{ from: 'released', quantity: 3, location: berlin }] },
      { type: 'OrderCancelled', at, reason: 'buyer' },
    ]);
  });

  test('cancelled after a part shipped keeps that part as shipped and is closed', () => {
    const order = given(placed(), allocated, released, shipped(1));
    const decided = order.when({ type: 'CancelOrder', at, reason: 'buyer' });
    expect(decided.ok && decided.value.map(({ type }) => type)).toEqual(['UnitsCancelled', 'OrderClosed']);
  });

  test('ships no more than was released', () => {
    const decided = given(placed(), allocated, released).when({
      ...shipped(4),
      type: 'ConfirmShipment',
    } as OrderCommand);
    expect(decided).toEqual({ ok: false, error: { code: 'insufficient', bucket: 'released', have: 3, want: 4 } });
  });

  test('is not revised below what has shipped', () => {
    const order = given(placed(), allocated, released, shipped(2));
    const decided = order.when({ type: 'ReviseLines', at, added: [], quantities: [{ line: l1, quantity: 1 }] });
    expect(decided).toEqual({ ok: false, error: { code: 'below-shipped', line: l1, shipped: 2 } });
  });

  test('revised to fewer units cancels the least committed first', () => {
    const part: OrderEvent = { type: 'LinesAllocated', at, placements: [{ line: l1, location: berlin, quantity: 2 }] };
    const decided = given(placed(), part).when({
      type: 'ReviseLines',
      at,
      added: [],
      quantities: [{ line: l1, quantity: 1 }],
    });
    expect(decided.ok && decided.value).toEqual([
      {
        type: 'UnitsCancelled',
        at,
        line: l1,
        taken: [
          { from: 'open', quantity: 1 },
          { from: 'allocated', quantity: 1, location: berlin },
        ],
      },
    ]);
  });

  test('whose stream is corrupt stops the line', () => {
    expect(() => replay(orderDecider, [placed(), shipped(1)])).toThrow('corrupt stream');
  });
});
