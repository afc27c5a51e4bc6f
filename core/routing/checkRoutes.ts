import type { Problem } from './problem.ts';

/** What an independent look at a solution found. Cost is in file units; each violation is a sentence with 1-based stops. */
export interface RouteCheck {
  readonly cost: number;
  readonly vehicles: number;
  readonly feasible: boolean;
  readonly violations: readonly string[];
}

/**
 * Prices and checks routes from the coordinates alone, sharing no arithmetic with the solvers: lengths are computed again here.
 * Routes hold 0-based stops without the depot; empty routes count for nothing.
 */
export function checkRoutes(problem: Problem, routes: readonly (readonly number[])[]): RouteCheck {
  const violations: string[] = [];
  const visits = new Array<number>(problem.size).fill(0);
  const used = routes.filter((route) => route.length > 0);
  let total = 0;
  used.forEach((route, r) => {
    const known = route.filter((stop) => Number.isInteger(stop) && stop >= 0 && stop < problem.size);
    if (known.length < route.length) violations.push(`route ${r + 1} visits a stop that does not exist`);
    for (const stop of known) visits[stop] = (visits[stop] ?? 0) + 1;
    total += driveRoute(problem, known, r + 1, violations);
  });
  visits.forEach((count, stop) => {
    if (count !== 1) violations.push(`stop ${stop + 1} is visited ${count} times`);
  });
  if (used.length > problem.fleet) violations.push(`${used.length} vehicles are used, ${problem.fleet} exist`);
  return { cost: total / problem.scale, vehicles: used.length, feasible: violations.length === 0, violations };
}

function driveRoute(problem: Problem, route: readonly number[], label: number, violations: string[]): number {
  const depot = problem.size;
  let time = problem.ready[depot] ?? 0;
  let cost = 0;
  let at = depot;
  for (const next of [...route, depot]) {
    const length = arcLength(problem, at, next);
    const service = at === depot ? 0 : (problem.service[at] ?? 0);
    cost += length;
    time = Math.max(time + service + length, problem.ready[next] ?? 0);
    const isLate = time > (problem.due[next] ?? 0) + 1e-6;
    if (isLate)
      violations.push(`route ${label} reaches ${placeName(next, depot)} at ${time / problem.scale}, after it closes`);
    at = next;
  }
  const load = route.reduce((sum, stop) => sum + (problem.demand[stop] ?? 0), 0);
  if (load > problem.capacity) violations.push(`route ${label} carries ${load}, above ${problem.capacity}`);
  return cost;
}

const placeName = (place: number, depot: number) => (place === depot ? 'the depot' : `stop ${place + 1}`);

function arcLength(problem: Problem, from: number, to: number): number {
  if (!problem.planar) return problem.matrix[from * (problem.size + 1) + to] ?? Number.NaN;
  const length = Math.hypot(
    (problem.x[from] ?? 0) - (problem.x[to] ?? 0),
    (problem.y[from] ?? 0) - (problem.y[to] ?? 0),
  );
  if (problem.rounding === 'exact') return length;
  return problem.rounding === 'nearest' ? Math.round(length) : Math.floor(Number((length * 10).toFixed(9)));
}
