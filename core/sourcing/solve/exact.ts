import { emptyPlan, priceOf, type SourcingPlan, type SourcingProblem } from '../problem.ts';
import { assign, cheapestFirst, relaxedCost } from './assign.ts';
import { hasAny, solveGreedy } from './greedy.ts';

/** Sets of locations that are looked at before the search gives up its proof; forty locations rarely need a hundred. */
const MAX_SETS = 50_000;
const EPSILON = 1e-7;

/**
 * The plan of least cost: branch and bound over the sets of locations, from the greedy plan. For a set the cost is
 * known (`assign`). Locations are tried from the cheapest to open, so for those that may still join the bound is the
 * cheapest opening among them plus every good from its cheapest remaining place; it only rises, and ends the branch.
 * The bound of the plan says whether it is proven: the search stops after 50,000 sets.
 */
export function solveExact(problem: SourcingProblem, maxSets = MAX_SETS): SourcingPlan {
  return new Search(problem, maxSets).run();
}

class Search {
  readonly #problem: SourcingProblem;
  readonly #order: Int32Array;
  readonly #sorted: Int32Array;
  readonly #isUsed: Uint8Array;
  readonly #isAllowed: Uint8Array;
  readonly #scratch: Int32Array;
  #best: Int32Array;
  #cost: number;
  #setsLeft: number;

  constructor(problem: SourcingProblem, maxSets: number) {
    this.#problem = problem;
    this.#order = cheapestFirst(problem);
    this.#sorted = usable(problem);
    this.#isUsed = new Uint8Array(problem.locations);
    this.#isAllowed = new Uint8Array(problem.locations);
    this.#scratch = new Int32Array(problem.stock.length);
    const start = solveGreedy(problem, this.#order);
    const nothing = emptyPlan(problem);
    const isStart = start.cost <= nothing.cost;
    this.#best = isStart ? start.take : nothing.take;
    this.#cost = isStart ? start.cost : nothing.cost;
    this.#setsLeft = maxSets;
  }

  run(): SourcingPlan {
    const atRoot = this.#boundOf(0, 0, 0);
    this.#extend(0, 0, 0);
    const cost = priceOf(this.#problem, this.#best);
    return { take: this.#best, cost, bound: this.#setsLeft > 0 ? cost : Math.min(cost, atRoot) };
  }

  /** Adds each location from rank `from` on to the used ones, and all that may follow it. */
  #extend(from: number, opened: number, fixed: number): void {
    if (opened >= this.#problem.maxLocations) return;
    for (let k = from; k < this.#sorted.length; k++) {
      if (this.#boundOf(k, opened, fixed) >= this.#cost - EPSILON) return;
      if (--this.#setsLeft <= 0) return;
      const l = this.#sorted[k] as number;
      const opening = fixed + (this.#problem.openCost[l] as number) + (opened > 0 ? this.#problem.splitCost : 0);
      this.#isUsed[l] = 1;
      const cost = opening + assign(this.#problem, this.#order, this.#isUsed, this.#scratch);
      if (cost < this.#cost - EPSILON) {
        this.#cost = cost;
        this.#best = this.#scratch.slice();
      }
      this.#extend(k + 1, opened + 1, opening);
      this.#isUsed[l] = 0;
    }
  }

  /** What a plan costs at least that uses the used locations and one or more of those from rank `from` on. */
  #boundOf(from: number, opened: number, fixed: number): number {
    const next = this.#sorted[from];
    if (next === undefined) return Number.POSITIVE_INFINITY;
    const opening = (this.#problem.openCost[next] as number) + (opened > 0 ? this.#problem.splitCost : 0);
    this.#isAllowed.set(this.#isUsed);
    for (let k = from; k < this.#sorted.length; k++) this.#isAllowed[this.#sorted[k] as number] = 1;
    return fixed + opening + relaxedCost(this.#problem, this.#order, this.#isAllowed, this.#scratch);
  }
}

/** Locations that have something and may be used, the cheapest to open first. */
function usable(problem: SourcingProblem): Int32Array {
  const { openCost, locations } = problem;
  const ids: number[] = [];
  for (let l = 0; l < locations; l++) {
    if (openCost[l] !== Number.POSITIVE_INFINITY && hasAny(problem, l)) ids.push(l);
  }
  return Int32Array.from(ids.sort((a, b) => (openCost[a] as number) - (openCost[b] as number) || a - b));
}
