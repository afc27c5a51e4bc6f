import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anneal } from '../../../../core/routing/anneal.ts';
import { checkRoutes } from '../../../../core/routing/checkRoutes.ts';
import { fewestVehicles } from './exactCost.ts';
import { anyInput, problemOf } from './samples.ts';

test('with vehicles first the search uses as few as enumeration can, and keeps every constraint', () => {
  let saved = 0;
  fc.assert(
    fc.property(anyInput(6), (input) => {
      const problem = problemOf(input);
      const progress = (done: number) => done / 1500;
      const found = anneal(problem, { seed: 1, progress, vehiclesFirst: true });
      const check = checkRoutes(problem, found.routes);
      expect(check.violations).toEqual([]);
      expect(check.vehicles).toBe(fewestVehicles(problem));
      if (check.vehicles < anneal(problem, { seed: 1, progress }).routes.length) saved++;
    }),
    { seed: 8, numRuns: 40 },
  );
  expect(saved).toBeGreaterThan(0);
});

test('a limited fleet is kept to where that is possible', () => {
  let limited = 0;
  fc.assert(
    fc.property(anyInput(6), (input) => {
      const free = problemOf(input);
      const fleet = fewestVehicles(free);
      const problem = { ...free, fleet };
      const found = anneal(problem, { seed: 1, progress: (done) => done / 1500 });
      expect(checkRoutes(problem, found.routes).violations).toEqual([]);
      if (anneal(free, { seed: 1, progress: (done) => done / 500 }).routes.length > fleet) limited++;
    }),
    { seed: 8, numRuns: 40 },
  );
  expect(limited).toBeGreaterThan(0);
});
