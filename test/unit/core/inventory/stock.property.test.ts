import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  applyEntry,
  available,
  type BinId,
  type LotId,
  MOVEMENTS,
  NO_STOCK,
  overPromised,
  type Place,
  physical,
  placeKey,
  Shelf,
  STOCK_ENTRY_KINDS,
  STOCK_STATES,
} from '../../../../core/inventory/index.ts';
import type { LocationId, ProductId } from '../../../../core/shared/ids.ts';

const NOWHERE = { bin: null, lot: null };
const PLACES: readonly Place[] = [
  { bin: 'b1' as BinId, lot: null },
  { bin: 'b1' as BinId, lot: 'early' as LotId },
  { bin: null, lot: 'late' as LotId },
];
/** Drawn more often: a unit must have come all this way before the rare movements can happen. */
const CHAIN = ['receive', 'receive', 'allocate', 'allocate', 'allocate', 'pick', 'pick', 'unpick'] as const;
const movement = fc.record({
  kind: fc.constantFrom(...STOCK_ENTRY_KINDS, ...CHAIN),
  location: fc.constantFrom('berlin', 'berlin', 'lyon') as fc.Arbitrary<LocationId>,
  quantity: fc.constantFrom(1, 1, 2, 3, 5, 0, -1),
  place: fc.constantFrom(null, null, null, NOWHERE, ...PLACES),
});
const product = 'p' as ProductId;
const LOCATIONS = ['berlin', 'lyon'] as LocationId[];

test('balances and places are the sums of their entries, and nothing is promised that is not there', () => {
  const accepted = new Map<string, number>();
  const refused = new Map<string, number>();
  const count = (counter: Map<string, number>, key: string): void => void counter.set(key, (counter.get(key) ?? 0) + 1);
  fc.assert(
    fc.property(fc.array(movement, { minLength: 40, maxLength: 120, size: 'max' }), (movements) => {
      const shelf = new Shelf([]);
      for (const { kind, location, quantity, place } of movements) {
        const key = { product, location };
        const before = shelf.balance(key);
        const moved = shelf.move(kind, key, quantity, 'test/1', place ? { place } : undefined);
        count(moved.ok ? accepted : refused, kind);
        const after = shelf.balance(key);
        if (!moved.ok) expect(after).toEqual(before);
        // Only a fact about units on the shelf may leave more promises than units; a promise never does.
        const isFact = ['adjust', 'damage', 'hold', 'ship', 'bin-out'].includes(kind);
        if (moved.ok && !isFact) expect(overPromised(after)).toBeLessThanOrEqual(overPromised(before));
        for (const state of STOCK_STATES) if (state !== 'onHand') expect(after[state]).toBeGreaterThanOrEqual(0);
        expect(available(after)).toBeGreaterThanOrEqual(0);
        for (const one of shelf.places(key)) expect(one.quantity).toBeGreaterThanOrEqual(0);
        if (shelf.places(key).some((one) => one.quantity > 0)) count(accepted, 'placed');
      }
      for (const location of LOCATIONS) sumsAgree(shelf, location);
    }),
    { numRuns: 150, seed: 7 },
  );
  for (const kind of STOCK_ENTRY_KINDS) expect([kind, (accepted.get(kind) ?? 0) > 10]).toEqual([kind, true]);
  expect(accepted.get('placed')).toBeGreaterThan(1000);
  const refusable = STOCK_ENTRY_KINDS.filter((kind) => MOVEMENTS[kind].needs(NO_STOCK) === 0);
  expect(refusable.length).toBe(20);
  for (const kind of refusable) expect([kind, (refused.get(kind) ?? 0) > 10]).toEqual([kind, true]);
});

function sumsAgree(shelf: Shelf, location: LocationId): void {
  const key = { product, location };
  const entries = shelf.entries.filter((entry) => entry.location === location);
  expect(entries.reduce(applyEntry, NO_STOCK)).toEqual(shelf.balance(key));
  const placed = new Map<string, number>();
  for (const { onHand, detail } of entries) {
    if (!detail?.place) continue;
    placed.set(placeKey(detail.place), (placed.get(placeKey(detail.place)) ?? 0) + onHand);
  }
  placed.delete(placeKey(NOWHERE));
  for (const place of shelf.places(key)) {
    expect([placeKey(place), placed.get(placeKey(place))]).toEqual([placeKey(place), place.quantity]);
    placed.delete(placeKey(place));
  }
  expect([...placed]).toEqual([]);
}

test('a unit that moves between states of a location neither comes nor goes', () => {
  const inside = ['pick', 'unpick', 'damage', 'repair', 'hold', 'pass', 'reject'] as const;
  const full = { onHand: 9, reserved: 2, allocated: 3, picked: 2, damaged: 2, quality: 2, inTransit: 2 };
  for (const kind of inside) {
    const shelf = new Shelf([{ product, location: 'berlin' as LocationId, ...full }]);
    expect([kind, shelf.move(kind, { product, location: 'berlin' as LocationId }, 1, 'test/1').ok]).toEqual([
      kind,
      true,
    ]);
    expect([kind, physical(shelf.balance({ product, location: 'berlin' as LocationId }))]).toEqual([
      kind,
      physical(full),
    ]);
  }
});

test('damaged, inspected and travelling units are never available to promise', () => {
  const balance = { ...NO_STOCK, damaged: 5, quality: 5, inTransit: 5, picked: 5 };
  expect(available(balance)).toBe(0);
  const shelf = new Shelf([{ product, location: 'berlin' as LocationId, ...balance }]);
  for (const kind of ['reserve', 'allocate', 'transfer-out'] as const) {
    const moved = shelf.move(kind, { product, location: 'berlin' as LocationId }, 1, 'test/1');
    expect(moved).toEqual({ ok: false, error: { code: 'insufficient-stock', have: 0, want: 1 } });
  }
});

test('negative reserved quantity is impossible', () => {
  const key = { product, location: 'berlin' as LocationId };
  const shelf = new Shelf([{ ...key, ...NO_STOCK, onHand: 10, reserved: 2 }]);
  for (const kind of ['release', 'expire'] as const) {
    expect(shelf.move(kind, key, 3, 'reservation/1')).toEqual({
      ok: false,
      error: { code: 'insufficient-stock', have: 2, want: 3 },
    });
  }
  expect(shelf.move('reserve', key, -3, 'reservation/1').ok).toBe(false);
  expect(shelf.balance(key).reserved).toBe(2);
});
