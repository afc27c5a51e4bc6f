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
  const n = problem.size;
  const succ = new Int32Array(n);
  const pred = new Int32Array(n);
  let length = 0;
  let excess = 0;
  let warp = 0;
  for (const route of routes) {
    let load = 0;
    let at = n;
    let clock = problem.ready[n] as number;
    for (let k = 0; k <= route.length; k++) {
      const next = k < route.length ? (route[k] as number) : n;
      const arc = travel(problem, at, next);
      length += arc;
      clock = Math.max(clock + (at < n ? (problem.service[at] as number) : 0) + arc, problem.ready[next] as number);
      const late = Math.max(0, clock - (problem.due[next] as number));
      warp += late;
      clock -= late;
      if (at < n) succ[at] = next;
      if (next < n) {
        pred[next] = at;
        load += problem.demand[next] as number;
      }
      at = next;
    }
    excess += Math.max(0, load - problem.capacity);
  }
  return { routes, length, excess, warp, succ, pred };
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
