import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { naturalOrder, type PickWork, planPickLists } from '../../../../core/fulfillment/index.ts';
import type { FulfillmentOrderId, Instant, OrderLineId } from '../../../../core/shared/ids.ts';

type Stop = { readonly bin: string | null; readonly zone?: string; readonly walk?: number; readonly quantity?: number };

function work(id: string, stops: readonly Stop[], more: Partial<PickWork> = {}): PickWork {
  return {
    fulfillmentOrder: id as FulfillmentOrderId,
    priority: 0,
    since: '2026-01-01T00:00:00.000Z' as Instant,
    needs: stops.map(({ bin, zone = null, walk = null, quantity = 1 }, i) => ({
      fulfillmentOrder: id as FulfillmentOrderId,
      line: `${id}-${i}` as OrderLineId,
      sku: `sku-${bin}`,
      bin,
      zone,
      walk,
      binId: null,
      lot: null,
      place: null,
      quantity,
    })),
    ...more,
  };
}
const NO_LIMITS = { maxOrders: 100, maxUnits: 10_000 };
const bins = (lists: ReturnType<typeof planPickLists>) => lists.map(({ picks }) => picks.map(({ bin }) => bin));
const orders = (lists: ReturnType<typeof planPickLists>) =>
  lists.map(({ picks }) => [...new Set(picks.map(({ fulfillmentOrder }) => fulfillmentOrder))].sort());

describe('pick lists', () => {
  test('go through bins as people read them when no walking order is known, and end with what has no bin', () => {
    const lists = planPickLists(
      [work('a', [{ bin: 'A-10' }, { bin: null }, { bin: 'A-2' }, { bin: 'B-1' }])],
      'batch',
      NO_LIMITS,
    );
    expect(bins(lists)).toEqual([['A-2', 'A-10', 'B-1', null]]);
  });

  test('follow the walking order of the bins where there is one', () => {
    const stops = [{ bin: 'A', walk: 30 }, { bin: 'B', walk: 10 }, { bin: 'C' }, { bin: 'D', walk: 20 }];
    expect(bins(planPickLists([work('a', stops)], 'wave', NO_LIMITS))).toEqual([['B', 'D', 'A', 'C']]);
  });

  test('put orders together that lie in the same bins, the most urgent first', () => {
    const works = [
      work('late', [{ bin: 'A' }], { since: '2026-01-03T00:00:00.000Z' as Instant }),
      work('seed', [{ bin: 'A' }, { bin: 'B' }]),
      work('far', [{ bin: 'Z' }], { since: '2026-01-02T00:00:00.000Z' as Instant }),
    ];
    expect(orders(planPickLists(works, 'batch', { maxOrders: 2, maxUnits: 100 }))).toEqual([['late', 'seed'], ['far']]);
    const rushed = works.map((each) => (each.fulfillmentOrder === 'far' ? { ...each, priority: 9 } : each));
    expect(orders(planPickLists(rushed, 'batch', { maxOrders: 1, maxUnits: 100 }))).toEqual([
      ['far'],
      ['seed'],
      ['late'],
    ]);
  });

  test('are one for each zone, with an order on several of them', () => {
    const works = [
      work('a', [
        { bin: '2', zone: 'cold' },
        { bin: '1', zone: 'dry' },
      ]),
      work('b', [{ bin: '1', zone: 'cold' }, { bin: '9' }]),
    ];
    const lists = planPickLists(works, 'zone', NO_LIMITS);
    expect(lists.map(({ zone }) => zone)).toEqual(['cold', 'dry', null]);
    expect(bins(lists)).toEqual([['1', '2'], ['1'], ['9']]);
  });

  test('hold every unit once, and are above a limit only for an order alone', () => {
    const seen = { alone: 0, several: 0 };
    const stop = fc.record({ bin: fc.constantFrom('A', 'B', 'C', null), quantity: fc.integer({ min: 1, max: 9 }) });
    const works = fc
      .array(fc.array(stop, { minLength: 1, maxLength: 4 }), { maxLength: 12 })
      .map((all) => all.map((stops, i) => work(`o${i}`, stops)));
    const limits = fc.record({ maxOrders: fc.integer({ min: 1, max: 4 }), maxUnits: fc.integer({ min: 1, max: 20 }) });
    fc.assert(
      fc.property(works, limits, fc.constantFrom('batch' as const, 'zone' as const), (given, limit, strategy) => {
        const lists = planPickLists(given, strategy, limit);
        const placed = lists.flatMap(({ picks }) => picks.map(({ line }) => line)).sort();
        expect(placed).toEqual(given.flatMap(({ needs }) => needs.map(({ line }) => line)).sort());
        for (const { picks } of lists) {
          const count = new Set(picks.map(({ fulfillmentOrder }) => fulfillmentOrder)).size;
          const units = picks.reduce((sum, { quantity }) => sum + quantity, 0);
          expect(count).toBeLessThanOrEqual(limit.maxOrders);
          if (units > limit.maxUnits) expect(count).toBe(1);
          if (units > limit.maxUnits) seen.alone += 1;
          if (count > 1) seen.several += 1;
        }
      }),
      { numRuns: 300, seed: 7 },
    );
    expect(Math.min(seen.alone, seen.several)).toBeGreaterThan(10);
  });
});

test('natural order is an order: antisymmetric and transitive, and equal only for the same code', () => {
  const code = fc.string({ unit: fc.constantFrom('a', 'A', 'b', '-', '0', '1', '9'), maxLength: 5 });
  fc.assert(
    fc.property(code, code, code, (a, b, c) => {
      expect(Math.sign(naturalOrder(a, b))).toBe(0 - Math.sign(naturalOrder(b, a)));
      if (naturalOrder(a, b) === 0) expect(a).toBe(b);
      if (naturalOrder(a, b) < 0 && naturalOrder(b, c) < 0) expect(naturalOrder(a, c)).toBeLessThan(0);
    }),
    { numRuns: 2000, seed: 7 },
  );
});
