import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anneal } from '../../../../core/routing/anneal.ts';
import { checkRoutes } from '../../../../core/routing/checkRoutes.ts';
import { exactCost } from './exactCost.ts';
import { anyInput, problemOf } from './samples.ts';

const search = (steps: number, seed = 1) => ({ seed, progress: (done: number) => done / steps });

describe('the search', () => {
  test('finds the cost that enumeration proves cheapest on small problems with and without windows', () => {
    const reached = { plain: 0, timed: 0, severalRoutes: 0 };
    fc.assert(
      fc.property(anyInput(6), (input) => {
        const problem = problemOf(input);
        const found = anneal(problem, search(600));
        expect(found.cost / problem.scale).toBeCloseTo(exactCost(problem), 6);
        reached[problem.timed ? 'timed' : 'plain']++;
        if (found.routes.length > 1) reached.severalRoutes++;
      }),
      { seed: 8, numRuns: 60 },
    );
    expect(Math.min(...Object.values(reached))).toBeGreaterThan(5);
  });

  test('breaks no constraint and prices its routes as the checker does', () => {
    const reached = { nearest: 0, tenths: 0, exact: 0 };
    fc.assert(
      fc.property(anyInput(60), (input) => {
        const problem = problemOf(input);
        const found = anneal(problem, search(300));
        const check = checkRoutes(problem, found.routes);
        expect(check.violations).toEqual([]);
        expect(check.cost * problem.scale).toBeCloseTo(found.cost, 6);
        reached[problem.rounding]++;
      }),
      { seed: 8, numRuns: 60 },
    );
    expect(Math.min(...Object.values(reached))).toBeGreaterThan(5);
  });

  test('answers the same routes for the same seed and steps', () => {
    fc.assert(
      fc.property(anyInput(40), fc.integer({ min: 1, max: 1000 }), (input, seed) => {
        const problem = problemOf(input);
        expect(anneal(problem, search(200, seed))).toEqual(anneal(problem, search(200, seed)));
      }),
      { seed: 8, numRuns: 20 },
    );
  });

  test('goes on from given routes and never answers worse ones', () => {
    fc.assert(
      fc.property(anyInput(40), (input) => {
        const problem = problemOf(input);
        const first = anneal(problem, search(100));
        const next = anneal(problem, { ...search(100, 2), start: first.routes });
        expect(next.cost).toBeLessThanOrEqual(first.cost + 1e-6);
      }),
      { seed: 8, numRuns: 20 },
    );
  });

  test('works without a matrix, on lengths computed from coordinates', () => {
    fc.assert(
      fc.property(anyInput(80), (input) => {
        const problem = { ...problemOf(input), matrix: new Float64Array(0) };
        const check = checkRoutes(problem, anneal(problem, search(200)).routes);
        expect(check.violations).toEqual([]);
      }),
      { seed: 8, numRuns: 20 },
    );
  });
});
