import { describe, expect, test } from 'vitest';
import {
  type FulfillmentCommand,
  type FulfillmentOrder,
  fulfillmentDecider,
} from '../../../../core/fulfillment/index.ts';
import type {
  FulfillmentOrderId,
  Instant,
  LocationId,
  OrderId,
  OrderLineId,
  ShipmentId,
} from '../../../../core/shared/ids.ts';

const by = { at: '2026-01-01T00:00:00.000Z' as Instant, actor: 'anna' };
const two = [{ line: 'l1' as OrderLineId, quantity: 2 }];
const one = [{ line: 'l1' as OrderLineId, quantity: 1 }];
const release: FulfillmentCommand = {
  ...by,
  type: 'Release',
  id: 'f' as FulfillmentOrderId,
  number: 'o-F1',
  order: 'o' as OrderId,
  location: 'berlin' as LocationId,
  method: 'ship',
  lines: two,
};
const ship = (lines: typeof two, isReport = false): FulfillmentCommand => ({
  ...by,
  type: 'Ship',
  shipment: 's' as ShipmentId,
  lines,
  isReport,
});
const cancel: FulfillmentCommand = { ...by, type: 'Cancel', reason: 'buyer' };
const pick = (lines: typeof two, scan?: string): FulfillmentCommand => ({
  ...by,
  type: 'ConfirmPick',
  lines,
  ...(scan === undefined ? {} : { scan }),
});

function stateAfter(...commands: readonly FulfillmentCommand[]): FulfillmentOrder {
  let work: FulfillmentOrder = fulfillmentDecider.initialState;
  for (const command of commands) {
    const decided = fulfillmentDecider.decide(command, work);
    if (!decided.ok) throw new Error(JSON.stringify(decided.error));
    work = decided.value.reduce(fulfillmentDecider.evolve, work);
  }
  return work;
}

describe('a fulfillment order', () => {
  test('cancel racing with shipment: the second of the two is refused, whichever it is', () => {
    const cancelled = stateAfter(release, pick(two), cancel);
    expect(cancelled.state).toBe('cancelled');
    expect(fulfillmentDecider.decide(ship(two), cancelled)).toEqual({
      ok: false,
      error: { code: 'not-workable', state: 'cancelled' },
    });
    const shipped = stateAfter(release, pick(two), ship(two));
    expect(shipped.state).toBe('shipped');
    expect(fulfillmentDecider.decide(cancel, shipped)).toEqual({
      ok: false,
      error: { code: 'not-workable', state: 'shipped' },
    });
  });

  test('the same scan twice picks its units once', () => {
    expect(stateAfter(release, pick(one, 'scan-7'), pick(one, 'scan-7'))).toMatchObject({
      state: 'picking',
      lines: [{ picked: 1 }],
    });
    expect(stateAfter(release, pick(one, 'scan-7'), pick(one, 'scan-8'))).toMatchObject({
      state: 'picked',
      lines: [{ picked: 2 }],
    });
  });

  test('that ships a part leaves the rest open, and is cancelled for the rest alone', () => {
    const part = stateAfter(release, pick(one), ship(one));
    expect(part).toMatchObject({ state: 'picking', lines: [{ quantity: 2, shipped: 1 }] });
    expect(fulfillmentDecider.decide(ship(one), part)).toMatchObject({
      ok: false,
      error: { code: 'insufficient', of: 'to-ship' },
    });
    expect(stateAfter(release, pick(one), ship(one), cancel)).toMatchObject({
      state: 'shipped',
      lines: [{ quantity: 1, withdrawn: 1 }],
    });
  });

  test('that was picked short is complete with what there is, and is cancelled when there is nothing', () => {
    const short = (lines: typeof two): FulfillmentCommand => ({ ...by, type: 'PickShort', lines, reason: 'not-found' });
    expect(stateAfter(release, pick(one), short(one))).toMatchObject({
      state: 'picked',
      lines: [{ quantity: 1, short: 1 }],
    });
    expect(stateAfter(release, short(two))).toMatchObject({ state: 'cancelled', lines: [{ quantity: 0, short: 2 }] });
  });

  test('that somebody else reports as shipped is shipped, whatever was scanned here', () => {
    expect(stateAfter(release, ship(two, true))).toMatchObject({
      state: 'shipped',
      lines: [{ picked: 2, packed: 2, shipped: 2 }],
    });
  });

  test('gives back units that nobody has picked before those on the trolley', () => {
    const withdraw: FulfillmentCommand = { ...by, type: 'Withdraw', lines: one, reason: 'buyer' };
    expect(stateAfter(release, pick(one), withdraw)).toMatchObject({
      state: 'picked',
      lines: [{ quantity: 1, picked: 1 }],
    });
  });
});
