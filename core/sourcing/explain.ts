import type { Placement } from '../order/index.ts';
import type { LocationId } from '../shared/ids.ts';
import type { Candidate, Verdict } from './candidate.ts';
import { because, type Refusal } from './filters.ts';
import { mergeGoods } from './prepare.ts';
import type { SourcingProblem } from './problem.ts';
import type { Demand } from './source.ts';

type Chosen = {
  readonly placements: readonly Placement[];
  readonly isWhole: boolean;
  readonly maxLocations: number;
};

/**
 * Why each candidate that has any of the goods gives units or does not, where priorities decided. `refusals` are those of
 * the filters, by candidate.
 */
export function explainPriority(
  demands: readonly Demand[],
  candidates: readonly Candidate[],
  chosen: Chosen,
  refusals: readonly (Refusal | null)[] = [],
): readonly Verdict[] {
  const { covers, wanted } = coverage(demands);
  const given = unitsGiven(chosen.placements);
  const isLimit = limitReached(given, chosen);
  const verdicts: Verdict[] = [];
  for (let l = 0; l < candidates.length; l++) {
    const { id, code, priority } = candidates[l] as Candidate;
    const refusal = refusals[l];
    const has = covers.get(id);
    if (refusal) addRefusal(verdicts, code, refusal);
    else if (has !== undefined) verdicts.push({ code, ...reasonFor(given.get(id), has, isLimit, wanted, priority) });
  }
  return verdicts;
}

function reasonFor(units: number | undefined, has: number, isLimit: boolean, wanted: number, priority: number) {
  if (units !== undefined) return because('won', units);
  if (isLimit) return because('split-limit', has);
  return has === wanted ? because('lower-priority', priority) : because('covers-part', has);
}

/** Units of the order that each location has, as far as it has any. Lines of one product share its units. */
function coverage(demands: readonly Demand[]) {
  const covers = new Map<LocationId, number>();
  let wanted = 0;
  for (const { available, quantity } of demands.length === 1 ? demands : mergeGoods(demands).goods) {
    wanted += quantity;
    for (const [id, units] of available) covers.set(id, (covers.get(id) ?? 0) + Math.min(units, quantity));
  }
  return { covers, wanted };
}

/** The same where costs decided: a location that has everything is compared by what it would cost alone. */
export function explainCost(
  problem: SourcingProblem,
  candidates: readonly Candidate[],
  chosen: Chosen,
  refusals: readonly (Refusal | null)[],
): readonly Verdict[] {
  const given = unitsGiven(chosen.placements);
  const isLimit = limitReached(given, chosen);
  const verdicts: Verdict[] = [];
  for (let l = 0; l < candidates.length; l++) {
    const { id, code } = candidates[l] as Candidate;
    const refusal = refusals[l];
    const units = given.get(id);
    if (refusal) addRefusal(verdicts, code, refusal);
    else if (units !== undefined) verdicts.push({ code, reason: 'won', figure: units });
    else verdicts.push({ code, ...reasonAlone(alone(problem, l), isLimit) });
  }
  return verdicts;
}

function reasonAlone({ covered, isAll, cost }: ReturnType<typeof alone>, isLimit: boolean): Refusal {
  if (isAll) return because('not-cheaper', Math.round(cost));
  return because(isLimit ? 'split-limit' : 'covers-part', covered);
}

function addRefusal(verdicts: Verdict[], code: string, { reason, figure }: Refusal): void {
  if (reason !== 'no-stock') verdicts.push({ code, reason, figure });
}

/** Units of the order that a location covers by itself, and at what cost. */
function alone({ locations: L, demand, stock, unitCost, openCost, room }: SourcingProblem, l: number) {
  let covered = 0;
  let wanted = 0;
  let cost = openCost[l] as number;
  for (let g = 0; g < demand.length; g++) {
    const units = Math.min(demand[g] as number, stock[g * L + l] as number);
    covered += units;
    wanted += demand[g] as number;
    cost += units * (unitCost[g * L + l] as number);
  }
  covered = Math.min(covered, room[l] as number);
  return { covered, isAll: covered === wanted, cost };
}

function unitsGiven(placements: readonly Placement[]): ReadonlyMap<LocationId, number> {
  const given = new Map<LocationId, number>();
  for (const { location, quantity } of placements) given.set(location, (given.get(location) ?? 0) + quantity);
  return given;
}

/** Whether units wait only because no further location may be used. */
const limitReached = (given: ReadonlyMap<LocationId, number>, { isWhole, maxLocations }: Chosen): boolean =>
  !isWhole && given.size >= maxLocations;
