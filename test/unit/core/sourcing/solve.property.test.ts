import fc from 'fast-check';
import { expect, test } from 'vitest';
import { priceOf, type SourcingProblem, unitsAsked } from '../../../../core/sourcing/problem.ts';
import { solveExact } from '../../../../core/sourcing/solve/exact.ts';
import { solveGreedy } from '../../../../core/sourcing/solve/greedy.ts';

const ints = (length: number, max: number): fc.Arbitrary<number[]> =>
  fc.array(fc.nat({ max }), { minLength: length, maxLength: length });

/** Small problems, where every way to take units can be tried. Some locations may not be used, some have little room. */
const problems = (most: { locations: number; goods: number; demand: number }): fc.Arbitrary<SourcingProblem> =>
  fc.tuple(fc.integer({ min: 1, max: most.locations }), fc.integer({ min: 1, max: most.goods })).chain(([L, G]) =>
    fc.record({
      locations: fc.constant(L),
      demand: fc
        .array(fc.integer({ min: 1, max: most.demand }), { minLength: G, maxLength: G })
        .map((all) => Int32Array.from(all)),
      stock: ints(G * L, Math.ceil(most.demand / 2)).map((all) => Int32Array.from(all)),
      unitCost: fc
        .array(fc.integer({ min: -5, max: 30 }), { minLength: G * L, maxLength: G * L })
        .map((all) => Float64Array.from(all)),
      openCost: fc
        .array(
          fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 0, max: 60 }) }, fc.constant(Number.POSITIVE_INFINITY)),
          {
            minLength: L,
            maxLength: L,
          },
        )
        .map((all) => Float64Array.from(all)),
      room: fc
        .array(fc.oneof({ weight: 3, arbitrary: fc.constant(Number.POSITIVE_INFINITY) }, fc.nat({ max: 4 })), {
          minLength: L,
          maxLength: L,
        })
        .map((all) => Float64Array.from(all)),
      maxLocations: fc.integer({ min: 1, max: L + 3 }),
      splitCost: fc.integer({ min: 0, max: 20 }),
      shortCost: fc.constantFrom(25, 1000),
    }),
  );

/** Whether units, room, closed locations and the number of locations are kept. */
function isAllowed({ locations: L, demand, stock, openCost, room, maxLocations }: SourcingProblem, take: Int32Array) {
  const given = new Float64Array(L);
  const got = new Float64Array(demand.length);
  take.forEach((units, i) => {
    given[i % L] = (given[i % L] as number) + units;
    got[Math.floor(i / L)] = (got[Math.floor(i / L)] as number) + units;
  });
  return (
    take.every((units, i) => units >= 0 && units <= (stock[i] as number)) &&
    got.every((units, g) => units <= (demand[g] as number)) &&
    given.every((units, l) => units === 0 || (units <= (room[l] as number) && openCost[l] !== Infinity)) &&
    given.filter((units) => units > 0).length <= maxLocations
  );
}

/** The least cost over every way there is to take units: the plain twin of the search. */
function leastCost(problem: SourcingProblem): number {
  const take = new Int32Array(problem.stock.length);
  const L = problem.locations;
  let best = problem.shortCost * unitsAsked(problem);
  const tryAll = (i: number, left: number): void => {
    if (i === take.length) {
      if (isAllowed(problem, take)) best = Math.min(best, priceOf(problem, take));
      return;
    }
    const g = Math.floor(i / L);
    const rest = i % L === 0 ? (problem.demand[g] as number) : left;
    for (let units = 0; units <= Math.min(rest, problem.stock[i] as number); units++) {
      take[i] = units;
      tryAll(i + 1, rest - units);
    }
    take[i] = 0;
  };
  tryAll(0, 0);
  return best;
}

test('the exact plan costs what the best of all possible plans costs', () => {
  const reached = { short: 0, split: 0, room: 0 };
  fc.assert(
    fc.property(problems({ locations: 4, goods: 2, demand: 3 }), (problem) => {
      const plan = solveExact(problem);
      expect(isAllowed(problem, plan.take)).toBe(true);
      expect(plan.cost).toBeCloseTo(priceOf(problem, plan.take), 9);
      expect(plan.cost).toBeCloseTo(leastCost(problem), 6);
      expect(plan.bound).toBe(plan.cost);
      const units = plan.take.reduce((sum, n) => sum + n, 0);
      if (units > 0 && units < unitsAsked(problem)) reached.short++;
      if (new Set([...plan.take.entries()].filter(([, n]) => n > 0).map(([i]) => i % problem.locations)).size > 1)
        reached.split++;
      if (problem.room.some((room, l) => room > 0 && sumAt(problem, plan.take, l) === room)) reached.room++;
    }),
    { numRuns: 400, seed: 31 },
  );
  for (const [what, times] of Object.entries(reached)) expect([what, times > 20]).toEqual([what, true]);
});

test('the greedy cost is never below the optimal cost, on orders of any size', () => {
  const reached = { dearer: 0, equal: 0 };
  fc.assert(
    fc.property(problems({ locations: 12, goods: 5, demand: 9 }), (problem) => {
      const greedy = solveGreedy(problem);
      const exact = solveExact(problem);
      expect(isAllowed(problem, greedy.take)).toBe(true);
      expect(isAllowed(problem, exact.take)).toBe(true);
      expect(exact.cost).toBeLessThanOrEqual(greedy.cost + 1e-6);
      reached[greedy.cost > exact.cost + 1e-6 ? 'dearer' : 'equal']++;
    }),
    { numRuns: 400, seed: 32 },
  );
  expect(reached.dearer).toBeGreaterThan(20);
  expect(reached.equal).toBeGreaterThan(20);
});

test('a search that may not look at everything still gives a plan, and a bound below the best', () => {
  fc.assert(
    fc.property(problems({ locations: 8, goods: 4, demand: 6 }), (problem) => {
      const cut = solveExact(problem, 2);
      const best = solveExact(problem).cost;
      expect(cut.bound).toBeLessThanOrEqual(best + 1e-6);
      expect(cut.cost).toBeGreaterThanOrEqual(best - 1e-6);
    }),
    { numRuns: 200, seed: 33 },
  );
});

function sumAt({ locations: L }: SourcingProblem, take: Int32Array, l: number): number {
  return take.reduce((sum, units, i) => (i % L === l ? sum + units : sum), 0);
}
