import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LocationId, OrderLineId } from '../../../../core/shared/ids.ts';
import { source } from '../../../../core/sourcing/index.ts';

const places = ['a', 'b', 'c', 'd'].map((id, i) => ({ id: id as LocationId, priority: i }));
const units = (stock: Readonly<Record<string, number>>): ReadonlyMap<LocationId, number> =>
  new Map(Object.entries(stock).map(([id, count]) => [id as LocationId, count]));
const demand = (line: string, quantity: number, stock: Readonly<Record<string, number>>) => ({
  line: line as OrderLineId,
  quantity,
  available: units(stock),
});

describe('the first sourcing policy', () => {
  test('takes one place that has everything before a preferred one that has a part', () => {
    const sourced = source([demand('1', 2, { a: 1, c: 2 }), demand('2', 1, { c: 5 })], places);
    expect(sourced.reason).toBe('one-location');
    expect(sourced.placements.every(({ location }) => location === 'c')).toBe(true);
  });

  test('takes the preferred of several places that have everything', () => {
    const sourced = source([demand('1', 2, { b: 9, a: 9 })], places);
    expect(sourced.placements).toEqual([{ line: '1', location: 'a', quantity: 2 }]);
  });

  test('splits over as few places as possible', () => {
    const sourced = source([demand('1', 6, { a: 2, b: 2, c: 4, d: 2 })], places);
    expect(sourced.reason).toBe('fewest-splits');
    expect(new Set(sourced.placements.map(({ location }) => location)).size).toBe(2);
  });

  test('places what there is and names what is short', () => {
    const sourced = source([demand('1', 5, { a: 2 })], places);
    expect(sourced).toMatchObject({ reason: 'partly-available', short: [{ line: '1', quantity: 3 }] });
  });

  test('does not promise a unit twice to two lines of one product', () => {
    const shared = units({ a: 3 });
    const lines = [
      { line: '1' as OrderLineId, quantity: 2, available: shared },
      { line: '2' as OrderLineId, quantity: 2, available: shared },
    ];
    const { placements, short } = source(lines, places);
    expect(placements.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(3);
    expect(short).toEqual([{ line: '2', quantity: 1 }]);
  });

  test('never takes more than there is, and accounts for every unit asked for', () => {
    const stock = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 1, max: 5 }));
    const arbitrary = fc.array(fc.tuple(fc.integer({ min: 1, max: 8 }), stock), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(arbitrary, (asked) => {
        const demands = asked.map(([quantity, have], i) => demand(String(i), quantity, have));
        const { placements, short } = source(demands, places);
        for (const { line, quantity, available } of demands) {
          const got = placements.filter((p) => p.line === line);
          for (const p of got) expect(p.quantity).toBeLessThanOrEqual(available.get(p.location) ?? 0);
          const missing = short.find((s) => s.line === line)?.quantity ?? 0;
          expect(got.reduce((sum, p) => sum + p.quantity, 0) + missing).toBe(quantity);
        }
      }),
      { numRuns: 500, seed: 3 },
    );
  });
});
