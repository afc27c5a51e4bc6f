import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkRoutes } from '../../../../core/routing/checkRoutes.ts';
import { evolve } from '../../../../core/routing/genetic/evolve.ts';
import { measure } from '../../../../core/routing/genetic/individual.ts';
import { LocalSearch } from '../../../../core/routing/genetic/localSearch.ts';
import { splitTour } from '../../../../core/routing/genetic/split.ts';
import { nearestStops } from '../../../../core/routing/neighbours.ts';
import { seededRandom } from '../../../../core/routing/random.ts';
import { exactCost } from './exactCost.ts';
import { anyInput, problemOf } from './samples.ts';

const search = (steps: number, seed = 1) => ({ seed, progress: (done: number) => done / steps });

test('the genetic search finds the cost that enumeration proves cheapest on small problems', () => {
  const reached = { plain: 0, timed: 0, severalRoutes: 0 };
  fc.assert(
    fc.property(anyInput(6), (input) => {
      const problem = problemOf(input);
      const found = evolve(problem, search(60));
      expect((found?.cost ?? 0) / problem.scale).toBeCloseTo(exactCost(problem), 6);
      reached[problem.timed ? 'timed' : 'plain']++;
      if ((found?.routes.length ?? 0) > 1) reached.severalRoutes++;
    }),
    { seed: 8, numRuns: 40 },
  );
  expect(Math.min(...Object.values(reached))).toBeGreaterThan(5);
});

test('its answers break no constraint, are priced as the checker prices them, and come again for the same seed', () => {
  const reached = { plain: 0, timed: 0 };
  fc.assert(
    fc.property(anyInput(40), fc.integer({ min: 1, max: 1000 }), (input, seed) => {
      const problem = problemOf(input);
      const found = evolve(problem, search(20, seed));
      if (found === undefined) return;
      const check = checkRoutes(problem, found.routes);
      expect(check.violations).toEqual([]);
      expect(check.cost * problem.scale).toBeCloseTo(found.cost, 6);
      expect(evolve(problem, search(20, seed))).toEqual(found);
      reached[problem.timed ? 'timed' : 'plain']++;
    }),
    { seed: 8, numRuns: 30 },
  );
  expect(Math.min(...Object.values(reached))).toBeGreaterThan(5);
});

test('the local search visits each stop once and never makes a plan dearer, whatever it keeps about routes in between', () => {
  const reached = { plain: 0, timed: 0, broken: 0 };
  fc.assert(
    fc.property(anyInput(30), fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 9 }), (input, price, seed) => {
      const problem = problemOf(input);
      const random = seededRandom(seed);
      const near = nearestStops(problem, Math.min(problem.size - 1, 10));
      const local = new LocalSearch(problem, problem.size, near, random);
      const order = Array.from({ length: problem.size }, (_, c) => c).sort(() => random() - 0.5);
      const cost = (routes: number[][]) => {
        const { length, excess, warp } = measure(problem, routes);
        return length + price * (excess + warp);
      };
      const start = splitTour(problem, order, price);
      const end = local.improve(start, price, price);
      expect(end.flat().sort((a, b) => a - b)).toEqual(order.sort((a, b) => a - b));
      expect(cost(end)).toBeLessThanOrEqual(cost(start) + 1e-6);
      const kept = local.tours.penalty.reduce((sum, penalty) => sum + penalty, 0);
      const { excess, warp } = measure(problem, end);
      expect(kept).toBeCloseTo(price * (excess + warp), 6);
      reached[problem.timed ? 'timed' : 'plain']++;
      if (kept > 0) reached.broken++;
    }),
    { seed: 8, numRuns: 100 },
  );
  expect(Math.min(...Object.values(reached))).toBeGreaterThan(5);
});
