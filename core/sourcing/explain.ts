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

/** Why each candidate gives units or does not, where priorities decided. `refusals` are those of the filters, by candidate. */
export function explainPriority(
  demands: readonly Demand[],
  candidates: readonly Candidate[],
  chosen: Chosen,
  refusals: readonly (Refusal | null)[] = [],
): readonly Verdict[] {
  const { goods } = mergeGoods(demands);
  let wanted = 0;
  for (const { quantity } of goods) wanted += quantity;
  const covers = (id: LocationId): number => {
    let units = 0;
    for (const { available, quantity } of goods) units += Math.min(quantity, available.get(id) ?? 0);
    return units;
  };
  const given = unitsGiven(chosen.placements);
  const limit = limitReached(given, chosen);
  return candidates.map(({ id, code, priority }, l) => {
    const refusal = refusals[l];
    if (refusal) return { code, ...refusal };
    const units = given.get(id);
    if (units !== undefined) return { code, reason: 'won', figure: units };
    const has = covers(id);
    if (has === 0) return { code, ...because('no-stock') };
    if (limit) return { code, reason: 'split-limit', figure: has };
    return has === wanted
      ? { code, reason: 'lower-priority', figure: priority }
      : { code, reason: 'covers-part', figure: has };
  });
}

/** The same where costs decided: a location that has everything is compared by what it would cost alone. */
export function explainCost(
  problem: SourcingProblem,
  candidates: readonly Candidate[],
  chosen: Chosen,
  refusals: readonly (Refusal | null)[],
): readonly Verdict[] {
  const given = unitsGiven(chosen.placements);
  const limit = limitReached(given, chosen);
  return candidates.map(({ id, code }, l) => {
    const refusal = refusals[l];
    if (refusal) return { code, ...refusal };
    const units = given.get(id);
    if (units !== undefined) return { code, reason: 'won', figure: units };
    const { covered, isAll, cost } = alone(problem, l);
    if (isAll) return { code, reason: 'not-cheaper', figure: Math.round(cost) };
    return { code, reason: limit ? 'split-limit' : 'covers-part', figure: covered };
  });
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
