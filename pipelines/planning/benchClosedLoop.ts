import { gammaDraw, poissonDraw, type Random } from '../../core/planning/random.ts';
import { runLoop, type SeedOutcome, type World } from '../../core/planning/stock/closedLoop.ts';
import type { Policy } from '../../core/planning/stock/policy.ts';

export type LoopWorld = 'fast' | 'lumpy';

/** A mean and the half-width of its 95 % interval over the seeds. */
export type Interval = { readonly mean: number; readonly half: number };

export type LoopBench = {
  readonly world: LoopWorld;
  readonly asked: number;
  readonly seeds: number;
  readonly fillRate: Interval;
  /** Cost of the proposals above that of the best grid policy, as a share of the latter, on the same lived periods. */
  readonly excessCost: Interval;
  readonly best: Policy;
  readonly gridSize: number;
};

const leadTime = (random: Random): number => {
  const u = random();
  if (u < 0.2) return 5;
  if (u < 0.7) return 7;
  return u < 0.9 ? 9 : 12;
};

/** Days with overdispersed demand of mean 20, and with demand every fourth day; lead times of 5 to 12 days. */
const WORLDS: { readonly [name in LoopWorld]: World & { readonly grid: readonly Policy[] } } = {
  fast: {
    name: 'fast',
    drawDemand: (random) => poissonDraw(random, gammaDraw(random, 20, 9)),
    drawLeadTime: leadTime,
    costs: { orderCost: 60, holdingCost: 0.05 },
    grid: gridOf(120, 260, 4, [175, 197, 219, 241, 263, 285, 307]),
  },
  lumpy: {
    name: 'lumpy',
    drawDemand: (random) => (random() < 0.25 ? 1 + poissonDraw(random, gammaDraw(random, 7, 5)) : 0),
    drawLeadTime: leadTime,
    costs: { orderCost: 20, holdingCost: 0.05 },
    grid: gridOf(16, 50, 1, [32, 36, 40, 44, 48, 52, 56, 64]),
  },
};

/**
 * The closed loop: each seed has three years of history and ten lived years, replanned every half year from what is known
 * by then; the best policy of the grid is the cheapest whose mean fill rate over all seeds is at least the asked one,
 * known only with hindsight and kept for all years.
 */
export function benchClosedLoop(name: LoopWorld, asked: number, seeds = 30): LoopBench {
  const world = WORLDS[name];
  const options = { fillRate: asked, historyPeriods: 1095, livedPeriods: 3650, replanEvery: 182 };
  const runs = Array.from({ length: seeds }, (_, seed) => runLoop(world, seed + 1, world.grid, options));
  const best = bestOf(runs, world.grid.length, asked);
  const bestCost = mean(runs.map((run) => run.grid[best]?.cost ?? Number.NaN));
  return {
    world: name,
    asked,
    seeds,
    fillRate: intervalOf(runs.map((run) => run.fillRate)),
    excessCost: intervalOf(runs.map((run) => (run.cost - (run.grid[best]?.cost ?? Number.NaN)) / bestCost)),
    best: world.grid[best] as Policy,
    gridSize: world.grid.length,
  };
}

function gridOf(from: number, to: number, step: number, lots: readonly number[]): readonly Policy[] {
  const points = Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step);
  return points.flatMap((s) => lots.map((Q) => ({ kind: '(s,Q)' as const, s, Q })));
}

function bestOf(runs: readonly SeedOutcome[], size: number, asked: number): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let k = 0; k < size; k++) {
    const cost = mean(runs.map((run) => run.grid[k]?.cost ?? Number.NaN));
    if (cost < least && mean(runs.map((run) => run.grid[k]?.fillRate ?? 0)) >= asked) {
      best = k;
      least = cost;
    }
  }
  if (best < 0) throw new Error('no policy of the grid reaches the asked fill rate');
  return best;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, v) => sum + v, 0) / values.length;
}

function intervalOf(values: readonly number[]): Interval {
  const centre = mean(values);
  const variance = values.reduce((sum, v) => sum + (v - centre) ** 2, 0) / (values.length - 1);
  return { mean: centre, half: (STUDENT_29 * Math.sqrt(variance)) / Math.sqrt(values.length) };
}

/** Student's t at 0.975 with 29 degrees of freedom, for 30 seeds. */
const STUDENT_29 = 2.045;
