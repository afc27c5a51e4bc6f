import { type Problem, travel } from '../problem.ts';

/** One member of a population: routes in polar order with their length, excess load and time warp. */
export interface Individual {
  readonly routes: readonly (readonly number[])[];
  readonly length: number;
  readonly excess: number;
  readonly warp: number;
  /** Successor and predecessor of each stop, the depot being the number of stops. */
  readonly succ: Int32Array;
  readonly pred: Int32Array;
}

/** Whether an individual keeps capacity and windows. */
export const isFeasible = (individual: Individual) => individual.excess === 0 && individual.warp < 1e-6;

/** Measures routes; nothing is taken over from the local search. */
export function measure(problem: Problem, routes: readonly (readonly number[])[]): Individual {
  const succ = new Int32Array(problem.size);
  const pred = new Int32Array(problem.size);
  const total = { length: 0, excess: 0, warp: 0 };
  for (const route of routes) {
    driveRoute(problem, route, total);
    route.forEach((c, k) => {
      succ[c] = route[k + 1] ?? problem.size;
      pred[c] = route[k - 1] ?? problem.size;
    });
  }
  return { routes, ...total, succ, pred };
}

function driveRoute(
  problem: Problem,
  route: readonly number[],
  total: { length: number; excess: number; warp: number },
) {
  const depot = problem.size;
  let load = 0;
  let at = depot;
  let clock = problem.ready[depot] as number;
  for (let k = 0; k <= route.length; k++) {
    const next = route[k] ?? depot;
    const arc = travel(problem, at, next);
    const service = at === depot ? 0 : (problem.service[at] as number);
    const arrival = Math.max(clock + service + arc, problem.ready[next] as number);
    const late = Math.max(0, arrival - (problem.due[next] as number));
    total.length += arc;
    total.warp += late;
    if (next !== depot) load += problem.demand[next] as number;
    clock = arrival - late;
    at = next;
  }
  total.excess += Math.max(0, load - problem.capacity);
}

/** The share of stops whose neighbors in the route differ between two individuals (broken pairs, Prins, 2009). */
export function brokenPairs(a: Individual, b: Individual): number {
  const n = a.succ.length;
  let differing = 0;
  for (let c = 0; c < n; c++) {
    const s = a.succ[c] as number;
    const p = a.pred[c] as number;
    if (s !== (b.succ[c] as number) && s !== (b.pred[c] as number)) differing++;
    if (p === n && (b.pred[c] as number) !== n && (b.succ[c] as number) !== n) differing++;
  }
  return differing / n;
}
