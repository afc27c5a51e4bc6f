import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEntry, available, NO_STOCK, Shelf, type StockEntryKind } from '../../../../core/inventory/index.ts';
import type { LocationId, ProductId } from '../../../../core/shared/ids.ts';

const KINDS: readonly StockEntryKind[] = [
  'receive',
  'adjust',
  'reserve',
  'expire',
  'release',
  'allocate',
  'deallocate',
  'ship',
  'transfer-out',
  'transfer-in',
  'return',
];
const movement = fc.record({
  kind: fc.constantFrom(...KINDS),
  location: fc.constantFrom('berlin', 'berlin', 'lyon') as fc.Arbitrary<LocationId>,
  quantity: fc.constantFrom(1, 1, 2, 3, 5, 0, -1),
});
const product = 'p' as ProductId;

test('balances are the sums of their entries, and nothing is promised that is not there', () => {
  const accepted = new Map<string, number>();
  const refused = new Map<string, number>();
  fc.assert(
    fc.property(fc.array(movement, { minLength: 20, maxLength: 60, size: 'max' }), (movements) => {
      const shelf = new Shelf([]);
      for (const { kind, location, quantity } of movements) {
        const before = shelf.balance({ product, location });
        const moved = shelf.move(kind, { product, location }, quantity, 'test/1');
        const counter = moved.ok ? accepted : refused;
        counter.set(kind, (counter.get(kind) ?? 0) + 1);
        const after = shelf.balance({ product, location });
        if (!moved.ok) expect(after).toEqual(before);
        if (moved.ok && (kind === 'reserve' || kind === 'allocate')) {
          expect(after.reserved + after.allocated).toBeLessThanOrEqual(after.onHand);
        }
        expect(after.reserved).toBeGreaterThanOrEqual(0);
        expect(after.allocated).toBeGreaterThanOrEqual(0);
        expect(available(after)).toBeGreaterThanOrEqual(0);
      }
      for (const location of ['berlin', 'lyon'] as LocationId[]) {
        const sum = shelf.entries.filter((entry) => entry.location === location).reduce(applyEntry, NO_STOCK);
        expect(sum).toEqual(shelf.balance({ product, location }));
      }
    }),
    { numRuns: 600, seed: 7 },
  );
  for (const kind of KINDS) expect([kind, (accepted.get(kind) ?? 0) > 10]).toEqual([kind, true]);
  for (const kind of ['reserve', 'allocate', 'ship', 'release', 'expire'])
    expect([kind, (refused.get(kind) ?? 0) > 10]).toEqual([kind, true]);
});
