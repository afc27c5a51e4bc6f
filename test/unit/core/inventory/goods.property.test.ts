import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type BinId,
  bundlesAvailable,
  byWalk,
  explode,
  fromBase,
  type LotId,
  NO_STOCK,
  type PlacedUnits,
  picksFor,
  Shelf,
  toBase,
} from '../../../../core/inventory/index.ts';
import type { LocationId, ProductId } from '../../../../core/shared/ids.ts';

const product = 'tea' as ProductId;
const location = 'main' as LocationId;
const lot = (name: string) => name as LotId;
const bin = (name: string) => name as BinId;
const place = (quantity: number, more: Partial<PlacedUnits>): PlacedUnits => ({
  ...{ product, location, bin: null, lot: null, quantity, expiresOn: null, receivedAt: '2026-01-01', walk: null },
  ...more,
});

test('a quantity goes to base units and back without losing any, or is refused', () => {
  let refused = 0;
  const factor = fc.record({
    code: fc.constant('CT'),
    numerator: fc.integer({ min: 1, max: 1_000_000 }),
    denominator: fc.integer({ min: 1, max: 1250 }),
  });
  fc.assert(
    fc.property(factor, fc.integer({ min: -1_000_000, max: 1_000_000 }), (unit, quantity) => {
      const base = toBase(quantity, unit);
      const exact = BigInt(quantity) * BigInt(unit.numerator);
      expect(base.ok).toBe(exact % BigInt(unit.denominator) === 0n);
      if (!base.ok) {
        refused += 1;
        return;
      }
      expect(BigInt(base.value) * BigInt(unit.denominator)).toBe(exact);
      expect(fromBase(base.value, unit)).toEqual({ whole: quantity, rest: { numerator: 0, denominator: 1 } });
    }),
    { numRuns: 500, seed: 4 },
  );
  expect(refused).toBeGreaterThan(50);
});

test('a unit that is no whole number of base units is exact: three feet are 914.4 millimetres, ten are 3,048', () => {
  const foot = { code: 'FOT', numerator: 3048, denominator: 10 };
  expect(toBase(3, foot)).toMatchObject({ ok: false, error: { code: 'not-whole' } });
  expect(toBase(10, foot)).toEqual({ ok: true, value: 3048 });
  expect(fromBase(1000, foot)).toEqual({ whole: 3, rest: { numerator: 107, denominator: 381 } });
});

test('units are taken first expired first, then first in, then by the way; lots that do not keep are left out', () => {
  const places = [
    place(5, { lot: lot('keeps'), receivedAt: '2026-01-02' }),
    place(4, { lot: lot('june'), bin: bin('far'), walk: 90, expiresOn: '2026-06-30' }),
    place(3, { lot: lot('june'), bin: bin('near'), walk: 10, expiresOn: '2026-06-30' }),
    place(2, { lot: lot('april'), bin: bin('near'), walk: 10, expiresOn: '2026-04-30' }),
  ];
  const key = { product, location };
  const { picks, unplaced } = picksFor(key, 8, places, null);
  expect(picks.map((pick) => [pick.lot, pick.bin, pick.quantity])).toEqual([
    ['april', 'near', 2],
    ['june', 'near', 3],
    ['june', 'far', 3],
  ]);
  expect(unplaced).toBe(0);
  const late = picksFor(key, 20, places, '2026-05-01');
  expect([late.picks.reduce((sum, { quantity }) => sum + quantity, 0), late.unplaced]).toEqual([12, 8]);
  const walks = new Map([
    [bin('near'), 10],
    [bin('far'), 90],
  ]);
  expect(byWalk(late.picks, walks).map((pick) => pick.bin)).toEqual(['near', 'far', null]);
});

test('units that leave a shelf leave its places in that order, and what is unplaced last', () => {
  const key = { product, location };
  const shelf = new Shelf(
    [{ ...key, ...NO_STOCK, onHand: 10, allocated: 6 }],
    [place(2, { lot: lot('june'), expiresOn: '2026-06-30' }), place(3, { lot: lot('april'), expiresOn: '2026-04-30' })],
  );
  expect(shelf.move('ship', key, 6, 'shipment/1').ok).toBe(true);
  expect(shelf.entries.map(({ onHand, allocated, detail }) => [onHand, allocated, detail?.place?.lot ?? null])).toEqual(
    [
      [-3, -3, 'april'],
      [-2, -2, 'june'],
      [-1, -1, null],
    ],
  );
  const named = shelf.move('adjust', key, -1, 'adjust/1', { place: { bin: null, lot: lot('june') } });
  expect(named).toMatchObject({ ok: false, error: { code: 'insufficient-stock', have: 0 } });
});

test('as many bundles are there as their scarcest component allows, and exploding them takes no more than there is', () => {
  const PRODUCTS = ['a', 'b', 'c'] as ProductId[];
  const LOCATIONS = ['x', 'y'] as LocationId[];
  const components = fc.uniqueArray(
    fc.record({ product: fc.constantFrom(...PRODUCTS), quantity: fc.integer({ min: 1, max: 4 }) }),
    {
      minLength: 1,
      selector: (each) => each.product,
    },
  );
  const stock = fc.dictionary(fc.constantFrom('a x', 'a y', 'b x', 'b y', 'c x', 'c y'), fc.nat(12));
  let found = 0;
  fc.assert(
    fc.property(components, stock, (parts, units) => {
      const availableOf = (id: ProductId) =>
        new Map(LOCATIONS.flatMap((at) => ((units[`${id} ${at}`] ?? 0) > 0 ? [[at, units[`${id} ${at}`] ?? 0]] : [])));
      const bundles = bundlesAvailable(parts, availableOf);
      for (const at of LOCATIONS) {
        const n = bundles.get(at) ?? 0;
        if (n > 0) found += 1;
        const fits = (count: number) =>
          explode(parts, count).every((part) => (units[`${part.product} ${at}`] ?? 0) >= part.quantity);
        expect([fits(n), fits(n + 1)]).toEqual([true, false]);
      }
    }),
    { numRuns: 500, seed: 2 },
  );
  expect(found).toBeGreaterThan(100);
  expect(bundlesAvailable([], () => new Map()).size).toBe(0);
});
