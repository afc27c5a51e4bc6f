import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anneal } from '../../../../core/routing/anneal.ts';
import { checkRoutes } from '../../../../core/routing/checkRoutes.ts';
import { partitionRoutes, partOf } from '../../../../core/routing/decompose.ts';
import { priceRoutes } from '../../../../core/routing/problem.ts';
import { seededRandom } from '../../../../core/routing/random.ts';
import { savingsRoutes } from '../../../../core/routing/savings.ts';
import { anyInput, problemOf } from './samples.ts';

test('savings visit each stop once within capacity, and cost no more than a route for each stop', () => {
  let joined = 0;
  fc.assert(
    fc.property(anyInput(80), (input) => {
      const problem = { ...problemOf(input), timed: false };
      const routes = savingsRoutes(problem);
      const untimed = { ...problem, ready: problem.ready.map(() => 0), due: problem.due.map(() => Infinity) };
      expect(checkRoutes(untimed, routes).violations).toEqual([]);
      const alone = Array.from({ length: problem.size }, (_, c) => [c]);
      expect(priceRoutes(problem, routes)).toBeLessThanOrEqual(priceRoutes(problem, alone) + 1e-6);
      if (routes.length < problem.size) joined++;
    }),
    { seed: 8, numRuns: 60 },
  );
  expect(joined).toBeGreaterThan(30);
});

test('a partition holds each route once, in parts of the asked size', () => {
  let several = 0;
  fc.assert(
    fc.property(anyInput(80), fc.integer({ min: 5, max: 40 }), fc.nat(), (input, stops, seed) => {
      const problem = problemOf(input);
      const routes = anneal(problem, search(1)).routes;
      const parts = partitionRoutes(problem, routes, stops, seededRandom(seed));
      expect(parts.flat().sort((a, b) => a - b)).toEqual(routes.map((_, r) => r));
      for (const part of parts) {
        const count = part.reduce((sum, r) => sum + (routes[r]?.length ?? 0), 0);
        expect(part.length === 1 || count <= stops).toBe(true);
      }
      if (parts.length > 1) several++;
    }),
    { seed: 8, numRuns: 60 },
  );
  expect(several).toBeGreaterThan(5);
});

test('a part solved alone fits back into the whole at the same cost', () => {
  fc.assert(
    fc.property(anyInput(40), (input) => {
      const problem = problemOf(input);
      const routes = anneal(problem, search(1)).routes;
      const half = routes.slice(0, Math.ceil(routes.length / 2));
      const part = partOf(problem, half);
      const found = anneal(part.problem, { ...search(200), start: part.routes });
      const whole = [...part.back(found.routes), ...routes.slice(half.length)];
      expect(checkRoutes(problem, whole).violations).toEqual([]);
      expect(priceRoutes(problem, part.back(found.routes))).toBeCloseTo(found.cost, 6);
    }),
    { seed: 8, numRuns: 40 },
  );
});

const search = (steps: number) => ({ seed: 1, progress: (done: number) => done / steps });
