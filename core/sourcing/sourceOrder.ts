import type { Placement, Portion } from '../order/index.ts';
import type { LocationId } from '../shared/ids.ts';
import type { Candidate, GoodsDemand, SourcingChoice, SourcingOrder } from './candidate.ts';
import type { CompiledRules } from './compileRules.ts';
import { explainCost, explainPriority } from './explain.ts';
import { type Prepared, prepare } from './prepare.ts';
import type { SourcingPlan, SourcingProblem } from './problem.ts';
import type { Stage } from './site.ts';
import { solveExact } from './solve/exact.ts';
import { solveGreedy } from './solve/greedy.ts';
import { type Demand, type SourcingLimits, source } from './source.ts';

/**
 * Chooses the locations of an order by rules: the rules as they stand and, while units are short, their fallbacks in
 * turn; the one that leaves least short counts, the earlier one when two do. Takes no more than `available` and the
 * limits of the day allow, and uses no more locations than the rules do. Says why each candidate gives units or does
 * not; one of which nothing is said has none of the goods.
 */
export function sourceOrder(
  rules: CompiledRules,
  order: SourcingOrder,
  candidates: readonly Candidate[],
): SourcingChoice {
  if (rules.isPlain) return plainChoice(order.demands, candidates);
  let best: SourcingChoice | undefined;
  for (const [number, stage] of rules.stages.entries()) {
    const choice = choose(rules, stage, number, order, candidates);
    if (best === undefined || unitsOf(choice.short) < unitsOf(best.short)) best = choice;
    if (best.short.length === 0) break;
  }
  if (best === undefined) throw new Error('rules have no stage');
  return rules.document.backorder === 'complete' && best.short.length > 0 ? waiting(order, best) : best;
}

function plainChoice(demands: readonly Demand[], candidates: readonly Candidate[]): SourcingChoice {
  const sourced = source(demands, candidates);
  const isWhole = sourced.short.length === 0;
  const verdicts = explainPriority(demands, candidates, {
    ...sourced,
    isWhole,
    maxLocations: Number.POSITIVE_INFINITY,
  });
  return { ...sourced, stage: 0, costMinor: null, isProven: false, verdicts };
}

function choose(
  rules: CompiledRules,
  stage: Stage,
  number: number,
  order: SourcingOrder,
  candidates: readonly Candidate[],
): SourcingChoice {
  const prepared = prepare(rules, stage, order, candidates);
  const { problem, refusals } = prepared;
  const { method } = rules.document;
  if (method === 'priority') {
    const demands = filtered(order.demands, prepared, candidates);
    const sourced = source(demands, candidates, limitsOf(stage, problem, candidates));
    const chosen = { ...sourced, isWhole: sourced.short.length === 0, maxLocations: stage.maxLocations };
    const verdicts = explainPriority(demands, candidates, chosen, refusals);
    return { ...sourced, stage: number, costMinor: null, isProven: false, verdicts };
  }
  const plan = method === 'exact' ? solveExact(problem) : solveGreedy(problem);
  return costChoice({ stage, number }, order, candidates, { prepared, plan });
}

/** What a plan for least cost says of an order, and why its locations are the ones. */
export function costChoice(
  { stage, number }: { readonly stage: Stage; readonly number: number },
  order: SourcingOrder,
  candidates: readonly Candidate[],
  { prepared, plan }: { readonly prepared: Prepared; readonly plan: SourcingPlan },
): SourcingChoice {
  const { problem, refusals } = prepared;
  const { placements, short } = distribute(order.demands, prepared, plan, candidates);
  const chosen = { placements, isWhole: short.length === 0, maxLocations: stage.maxLocations };
  return {
    placements,
    short,
    reason: reasonOf(placements, short),
    stage: number,
    costMinor: Math.round(plan.cost - problem.shortCost * unitsOf(short)),
    isProven: plan.bound >= plan.cost - 1e-6,
    verdicts: explainCost(problem, candidates, chosen, refusals),
  };
}

/** The demands with what the filters leave of each product; lines of one product still share one map. */
function filtered(
  demands: readonly GoodsDemand[],
  { problem, goodOf }: Prepared,
  candidates: readonly Candidate[],
): readonly Demand[] {
  const left = Array.from({ length: problem.demand.length }, (_, g) => {
    const units = new Map<LocationId, number>();
    candidates.forEach(({ id }, l) => {
      const have = problem.stock[g * candidates.length + l] as number;
      if (have > 0) units.set(id, have);
    });
    return units;
  });
  return demands.map(({ line, quantity }, d) => ({
    line,
    quantity,
    available: left[goodOf[d] as number] as ReadonlyMap<LocationId, number>,
  }));
}

function limitsOf(
  { maxLocations }: Stage,
  { room }: SourcingProblem,
  candidates: readonly Candidate[],
): SourcingLimits {
  const bounded = new Map<LocationId, number>();
  candidates.forEach(({ id }, l) => {
    if (room[l] !== Number.POSITIVE_INFINITY) bounded.set(id, room[l] as number);
  });
  return { maxLocations, room: bounded };
}

/** What a plan takes of each good, as placements of its lines: earlier lines first. */
function distribute(
  demands: readonly GoodsDemand[],
  { goodOf }: Prepared,
  plan: SourcingPlan,
  candidates: readonly Candidate[],
): { readonly placements: readonly Placement[]; readonly short: readonly Portion[] } {
  const L = candidates.length;
  const rest = plan.take.slice();
  const placements: Placement[] = [];
  const short: Portion[] = [];
  demands.forEach(({ line, quantity }, d) => {
    let left = quantity;
    const from = (goodOf[d] as number) * L;
    for (let l = 0; left > 0 && l < L; l++) {
      const part = Math.min(left, rest[from + l] as number);
      if (part === 0) continue;
      rest[from + l] = (rest[from + l] as number) - part;
      left -= part;
      placements.push({ line, location: (candidates[l] as Candidate).id, quantity: part });
    }
    if (left > 0) short.push({ line, quantity: left });
  });
  return { placements, short };
}

function reasonOf(placements: readonly Placement[], short: readonly Portion[]): SourcingChoice['reason'] {
  if (placements.length === 0) return 'nothing-available';
  if (short.length > 0) return 'partly-available';
  const [first] = placements;
  return placements.every(({ location }) => location === first?.location) ? 'one-location' : 'least-cost';
}

/** Nothing goes before all of the order can. */
function waiting({ demands }: SourcingOrder, choice: SourcingChoice): SourcingChoice {
  return {
    ...choice,
    placements: [],
    short: demands.map(({ line, quantity }) => ({ line, quantity })),
    reason: choice.placements.length === 0 ? 'nothing-available' : 'waits-for-all',
    costMinor: null,
    verdicts: choice.verdicts.map((verdict) =>
      verdict.reason === 'won' ? { ...verdict, reason: 'waits-for-all' } : verdict,
    ),
  };
}

const unitsOf = (portions: readonly Portion[]): number => portions.reduce((sum, { quantity }) => sum + quantity, 0);
