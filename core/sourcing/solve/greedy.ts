import { emptyPlan, priceOf, type SourcingPlan, type SourcingProblem } from '../problem.ts';
import { assign, cheapestFirst } from './assign.ts';

/**
 * A good plan quickly: one location after another, each time the one whose use lowers the cost most, until none does.
 * Where units that are short cost most, a location that has everything comes first. Never dearer than leaving all short.
 */
export function solveGreedy(problem: SourcingProblem, order = cheapestFirst(problem)): SourcingPlan {
  const L = problem.locations;
  const isUsed = new Uint8Array(L);
  let cost = emptyPlan(problem).cost;
  let fixed = 0;
  for (let opened = 0; opened < Math.min(problem.maxLocations, L); opened++) {
    fixed += opened > 0 ? problem.splitCost : 0;
    const best = bestToAdd(problem, order, isUsed, fixed, cost);
    if (best === undefined) break;
    isUsed[best.location] = 1;
    fixed += problem.openCost[best.location] as number;
    cost = best.cost;
  }
  const take = new Int32Array(problem.stock.length);
  assign(problem, order, isUsed, take);
  return { take, cost: priceOf(problem, take), bound: Number.NEGATIVE_INFINITY };
}

/** The location that lowers the cost most when it is added to those in use; undefined when none lowers it. */
function bestToAdd(problem: SourcingProblem, order: Int32Array, isUsed: Uint8Array, fixed: number, cost: number) {
  const scratch = new Int32Array(problem.stock.length);
  let best: { readonly location: number; readonly cost: number } | undefined;
  for (let l = 0; l < problem.locations; l++) {
    if (isUsed[l] !== 0 || problem.openCost[l] === Number.POSITIVE_INFINITY || !hasAny(problem, l)) continue;
    isUsed[l] = 1;
    const found = fixed + (problem.openCost[l] as number) + assign(problem, order, isUsed, scratch);
    isUsed[l] = 0;
    if (found < (best?.cost ?? cost) - 1e-9) best = { location: l, cost: found };
  }
  return best;
}

export function hasAny({ stock, locations: L }: SourcingProblem, l: number): boolean {
  for (let i = l; i < stock.length; i += L) if ((stock[i] as number) > 0) return true;
  return false;
}
