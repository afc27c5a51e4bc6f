/**
 * One order as the solvers see it, over L locations and G goods (its products). Costs are in minor units and may be
 * fractions; a plan takes `take[g * L + l]` units of a good from a location, and a unit that no location gives is short.
 */
export type SourcingProblem = {
  readonly locations: number;
  /** Units asked for, by good. */
  readonly demand: Int32Array;
  /** Units that may be taken, by good and location; 0 where the location may not give the good. */
  readonly stock: Int32Array;
  /** Cost of one unit, by good and location. */
  readonly unitCost: Float64Array;
  /** Cost of using a location at all; Infinity where it may not be used. */
  readonly openCost: Float64Array;
  /** Units that a location may still give in all. */
  readonly room: Float64Array;
  readonly maxLocations: number;
  /** Cost of each location after the first. */
  readonly splitCost: number;
  /** Cost of a unit that is short. */
  readonly shortCost: number;
};

export type SourcingPlan = {
  readonly take: Int32Array;
  readonly cost: number;
  /** A cost that no plan goes below; equal to `cost` when this plan is proven to be the best. */
  readonly bound: number;
};

/** The plan that takes nothing. */
export function emptyPlan(problem: SourcingProblem): SourcingPlan {
  return {
    take: new Int32Array(problem.stock.length),
    cost: problem.shortCost * unitsAsked(problem),
    bound: -Infinity,
  };
}

export function unitsAsked({ demand }: SourcingProblem): number {
  let units = 0;
  for (const asked of demand) units += asked;
  return units;
}

/** Prices what a plan takes, from nothing but the problem. */
export function priceOf(problem: SourcingProblem, take: Int32Array): number {
  const { locations: L, unitCost, openCost, splitCost, shortCost } = problem;
  const used = new Uint8Array(L);
  let cost = shortCost * unitsAsked(problem);
  for (let i = 0; i < take.length; i++) {
    const units = take[i] as number;
    if (units === 0) continue;
    used[i % L] = 1;
    cost += units * ((unitCost[i] as number) - shortCost);
  }
  let opened = 0;
  for (let l = 0; l < L; l++) {
    if (used[l] === 0) continue;
    opened++;
    cost += openCost[l] as number;
  }
  return cost + Math.max(0, opened - 1) * splitCost;
}
