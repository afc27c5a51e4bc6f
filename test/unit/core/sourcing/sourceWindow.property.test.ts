import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../../../core/routing/index.ts';
import type { LocationId, OrderLineId } from '../../../../core/shared/ids.ts';
import {
  type Candidate,
  type CompiledRules,
  type Gathered,
  type SourcingChoice,
  solveInTurn,
  sourceWindow,
} from '../../../../core/sourcing/index.ts';
import { solveExact } from '../../../../core/sourcing/solve/exact.ts';
import { gatherWindow } from '../../../../core/sourcing/window/gatherWindow.ts';
import { CODES, candidates, orders, rulesOf } from './arbitraries.ts';

type Units = ReadonlyMap<LocationId, number>;

const effort = () => ({ rounds: 8, shakes: 20, random: seededRandom(5) });

/** Two to five orders to different places for the goods of one, which so share its units. */
const windows: fc.Arbitrary<readonly Gathered<Units>[]> = fc
  .tuple(
    orders,
    fc.array(
      fc.record({
        postalCode: fc.constantFrom('10115', '20457', '80331'),
        quantities: fc.array(fc.constantFrom(1, 1, 1, 2, 3), { minLength: 4, maxLength: 4 }),
      }),
      { minLength: 2, maxLength: 5 },
    ),
  )
  .map(([order, all]) =>
    all.map(({ postalCode, quantities }, o) => {
      const demands = order.demands
        .slice(0, 1 + (o % order.demands.length))
        .map((demand, d) => ({ ...demand, quantity: quantities[d] ?? 1 }));
      return {
        order: { ...order, country: 'DE', postalCode, demands },
        products: demands.map(({ available }) => available),
      };
    }),
  );

const site = fc.record({
  at: fc.record({
    latitude: fc.double({ min: 47, max: 55, noNaN: true }),
    longitude: fc.double({ min: 6, max: 15, noNaN: true }),
  }),
  ordersPerDay: fc.integer({ min: 2, max: 9 }),
  unitsPerDay: fc.integer({ min: 4, max: 30 }),
  keepUnits: fc.constantFrom(0, 0, 1),
});

const rules: fc.Arbitrary<CompiledRules> = fc
  .record({
    sites: fc.array(site, { minLength: CODES.length, maxLength: CODES.length }),
    capacity: fc.boolean(),
    perSplitMinor: fc.constantFrom(0, 300),
    maxLocations: fc.constantFrom(1, 2, 4),
  })
  .map(({ sites, capacity, perSplitMinor, maxLocations }) =>
    rulesOf({
      method: 'exact',
      locations: Object.fromEntries(sites.map((one, l) => [CODES[l] as string, one])),
      places: [
        { country: 'DE', postalPrefix: '1', latitude: 52.5, longitude: 13.4 },
        { country: 'DE', postalPrefix: '2', latitude: 53.5, longitude: 10 },
        { country: 'DE', postalPrefix: '8', latitude: 48.1, longitude: 11.6 },
      ],
      rates: [{ baseMinor: 300, perKmMinor: 1 }],
      filters: { capacity },
      scoring: { perSplitMinor },
      maxLocations,
      window: { seconds: 60 },
    }),
  );

/** What of the choices takes units or room that are not there. */
function overdrawn(
  compiled: CompiledRules,
  asked: readonly Gathered<Units>[],
  all: readonly Candidate[],
  choices: readonly (SourcingChoice | null)[],
): readonly string[] {
  const wrong: string[] = [];
  const units = new Map<Units, Map<LocationId, number>>();
  const days = new Map<LocationId, { orders: number; units: number }>();
  choices.forEach((choice, o) => {
    const demands = asked[o]?.order.demands ?? [];
    for (const { line, location, quantity } of choice?.placements ?? []) {
      const available = demands.find((demand) => demand.line === line)?.available as Units;
      const at = units.get(available) ?? new Map<LocationId, number>();
      units.set(available, at.set(location, (at.get(location) ?? 0) + quantity));
      const day = days.get(location) ?? { orders: 0, units: 0 };
      days.set(location, { ...day, units: day.units + quantity });
    }
    for (const location of new Set(choice?.placements.map((placement) => placement.location))) {
      const day = days.get(location) ?? { orders: 0, units: 0 };
      days.set(location, { ...day, orders: day.orders + 1 });
    }
  });
  for (const [available, at] of units) {
    for (const [location, taken] of at) {
      const left = (available.get(location) ?? 0) - compiled.site(location).keepUnits;
      if (taken > left) wrong.push(`${taken} of ${left} units at ${location}`);
    }
  }
  for (const [location, given] of days) {
    const { ordersPerDay, unitsPerDay } = compiled.site(location);
    const load = all.find(({ id }) => id === location)?.load ?? { orders: 0, units: 0 };
    if (!compiled.stages[0].applies.capacity) continue;
    if (load.orders + given.orders > ordersPerDay || load.units + given.units > unitsPerDay)
      wrong.push(`the day of ${location}`);
  }
  return wrong;
}

describe('orders of a window', () => {
  test('take nothing twice, keep the days of locations, and cost no more than each exactly in its turn', () => {
    const reached = { windows: 0, whole: 0, alone: 0, cheaper: 0, servesOthers: 0 };
    fc.assert(
      fc.property(rules, windows, candidates, (compiled, asked, all) => {
        const choices = sourceWindow(compiled, asked, all, effort());
        reached.windows++;
        expect(overdrawn(compiled, asked, all, choices)).toEqual([]);
        const units = (available: Units, location: LocationId): number => available.get(location) ?? 0;
        const { window } = gatherWindow(compiled, all, asked, units);
        const inTurn = solveInTurn(window, (problem) => solveExact(problem));
        choices.forEach((choice) => {
          if (choice) reached.whole++;
          else reached.alone++;
          if (choice?.verdicts.some(({ reason }) => reason === 'serves-others')) reached.servesOthers++;
        });
        const isWhole = choices.every((choice) => choice !== null);
        if (!isWhole) return;
        const cost = choices.reduce((sum, choice) => sum + (choice?.costMinor ?? 0), 0);
        // Each cost is rounded for itself.
        expect(cost).toBeLessThanOrEqual(inTurn.cost + choices.length);
        if (cost < inTurn.cost - choices.length) reached.cheaper++;
      }),
      { numRuns: 250, seed: 21 },
    );
    expect(reached.windows).toBe(250);
    expect(reached.whole).toBeGreaterThan(100);
    expect(reached.alone).toBeGreaterThan(100);
    expect(reached.cheaper).toBeGreaterThan(3);
    expect(reached.servesOthers).toBeGreaterThan(3);
  });

  test('give the one near unit to the order that has no other near one', () => {
    const compiled = rulesOf({
      method: 'exact',
      locations: { a: { at: { latitude: 50, longitude: 10 } }, b: { at: { latitude: 51, longitude: 10 } } },
      places: [
        { country: 'DE', postalPrefix: '1', latitude: 50.4, longitude: 10 },
        { country: 'DE', postalPrefix: '2', latitude: 49, longitude: 10 },
      ],
      rates: [{ perKmMinor: 1 }],
      window: { seconds: 60 },
    });
    const available: Units = new Map(['a', 'b'].map((id) => [id as LocationId, 1]));
    const orderTo = (postalCode: string): Gathered<Units> => ({
      order: {
        channel: 'online',
        nowMs: 0,
        placedMs: 0,
        promisedMs: null,
        country: 'DE',
        postalCode,
        demands: [{ line: 'l' as OrderLineId, quantity: 1, available }],
      },
      products: [available],
    });
    const all = ['a', 'b'].map((id) => ({ id: id as LocationId, code: id, priority: 1 }));
    const [first, second] = sourceWindow(compiled, [orderTo('1'), orderTo('2')], all, effort());
    // The first is 44 km from a and 67 km from b, the second 111 km and 222 km: in their turn they would cost 267.
    expect(first).toMatchObject({ placements: [{ location: 'b' }], costMinor: 67, isProven: true });
    expect(first?.verdicts).toContainEqual({ code: 'a', reason: 'serves-others', figure: 44 });
    expect(second).toMatchObject({ placements: [{ location: 'a' }], costMinor: 111 });
  });

  test('are planned together only where costs are looked at', () => {
    expect(() => rulesOf({ method: 'greedy', window: { seconds: 60 } })).toThrow('set the method to exact');
  });
});
