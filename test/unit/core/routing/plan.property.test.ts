import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkRoutes } from '../../../../core/routing/checkRoutes.ts';
import { Plan } from '../../../../core/routing/plan.ts';
import type { Problem } from '../../../../core/routing/problem.ts';
import { anyInput, problemOf } from './samples.ts';

const picture = (plan: Plan, problem: Problem) => ({
  routes: plan.routes(),
  vehicles: plan.vehicles,
  loads: plan.routes().map((route) => plan.load[plan.routeOf[route[0] ?? 0] ?? 0]),
  leave: problem.timed
    ? plan
        .routes()
        .flat()
        .map((c) => plan.leave[c])
    : [],
  latest: problem.timed
    ? plan
        .routes()
        .flat()
        .map((c) => plan.latest[c])
    : [],
  empty: plan.emptyDepot(),
});

test('a rejected step leaves routes, loads, times, cost and spare routes as they were', () => {
  let emptied = 0;
  const moves = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(anyInput(12), moves, moves, (input, kept, undone) => {
      const problem = problemOf(input);
      const plan = new Plan(problem);
      plan.replace(Array.from({ length: problem.size }, (_, c) => [c]));
      const move = ([a, b]: readonly [number, number]) => {
        const c = a % problem.size;
        if (plan.count[plan.routeOf[c] ?? 0] === 1) emptied++;
        plan.remove(c);
        const p = b % (problem.size + 1);
        plan.insert(c, p === problem.size || p === c ? plan.emptyDepot() : p);
      };
      kept.forEach(move);
      plan.accept();
      const before = picture(plan, problem);
      const cost = plan.cost;
      expect(cost / problem.scale).toBeCloseTo(checkRoutes(problem, plan.routes()).cost, 6);
      undone.forEach(move);
      plan.reject();
      expect(picture(plan, problem)).toEqual(before);
      expect(plan.cost).toBeCloseTo(cost, 6);
    }),
    { seed: 8, numRuns: 100 },
  );
  expect(emptied).toBeGreaterThan(50);
});
