import { type Random, seededRandom } from '../random.ts';
import type { Policy } from './policy.ts';
import { type Costs, type Outcome, simulatePolicy, type Trial } from './simulate.ts';
import { resample, tuneReorderPoint } from './tune.ts';

/** A world that a planner sees only through its history. */
export type World = {
  readonly name: string;
  readonly drawDemand: (random: Random) => number;
  readonly drawLeadTime: (random: Random) => number;
  readonly costs: Costs;
};

export type LoopOptions = {
  readonly fillRate: number;
  readonly historyPeriods: number;
  /** Periods that are lived through with the proposals, each replanned after `replanEvery`. */
  readonly livedPeriods: number;
  readonly replanEvery: number;
};

export type SeedOutcome = {
  readonly fillRate: number;
  readonly cost: number;
  /** The same lived periods under each policy of the grid, in its order. */
  readonly grid: readonly Outcome[];
};

/** A policy learned from a history by itself: lots around the economic one, the least reorder point that serves. */
export function learnPolicy(
  history: Float64Array,
  leadTimes: Uint16Array,
  costs: Costs,
  fillRate: number,
  seed: number,
): Extract<Policy, { kind: '(s,Q)' }> {
  const demand = history.reduce((sum, v) => sum + v, 0) / history.length;
  const economic = Math.sqrt((2 * demand * costs.orderCost) / costs.holdingCost);
  const lots = [0.9, 1, 1.1, 1.25, 1.4].map((factor) => Math.max(1, Math.round(economic * factor)));
  const trial = resample(history, leadTimes, 24_000, 7, seededRandom(seed));
  return tuneReorderPoint(trial, { fillRate, costs, lots }).policy;
}

/** Plans from a history, lives a stretch, adds it to the history, plans again; and lives the same under each grid policy. */
export function runLoop(world: World, seed: number, grid: readonly Policy[], options: LoopOptions): SeedOutcome {
  const random = seededRandom(seed);
  const periods = options.historyPeriods + options.livedPeriods;
  const demand = Float64Array.from({ length: periods }, () => world.drawDemand(random));
  const leadTimes = Uint16Array.from({ length: periods }, () => world.drawLeadTime(random));
  const warmUp = options.historyPeriods;
  const lived: Trial = { demand, leadTimes, warmUp };
  const policies = planAlong(world, demand, leadTimes, seed, options);
  const own = simulatePolicy(policies, lived, world.costs);
  return {
    fillRate: own.fillRate,
    cost: own.cost,
    grid: grid.map((policy) => simulatePolicy(policy, lived, world.costs)),
  };
}

/** The policy of each period: the first plan also covers the history, which only warms the stock up. */
function planAlong(
  world: World,
  demand: Float64Array,
  leadTimes: Uint16Array,
  seed: number,
  { historyPeriods, livedPeriods, replanEvery, fillRate }: LoopOptions,
): (period: number) => Policy {
  const plans: Policy[] = [];
  for (let start = historyPeriods; start < historyPeriods + livedPeriods; start += replanEvery) {
    const known = leadTimes.subarray(0, start).filter((_, t) => t % 14 === 0);
    plans.push(learnPolicy(demand.subarray(0, start), known, world.costs, fillRate, seed + start));
  }
  return (period) => plans[Math.max(0, Math.floor((period - historyPeriods) / replanEvery))] as Policy;
}
