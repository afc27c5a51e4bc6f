import type { LocationId } from '../../../../core/shared/ids.ts';
import type { Demand, SourcingLocation } from '../../../../core/sourcing/index.ts';

type Placement = { readonly line: string; readonly location: LocationId; readonly quantity: number };

/**
 * The sourcing policy as the hub first had it, written plainly: the twin that the default rules are compared with. One
 * location with everything, else the first pair or three of the twelve best that has it, else by priority.
 */
export function firstPolicy(demands: readonly Demand[], locations: readonly SourcingLocation[]) {
  const covers = (id: LocationId): number =>
    demands.reduce((sum, { quantity, available }) => sum + Math.min(quantity, available.get(id) ?? 0), 0);
  const ranked = locations
    .filter(({ id }) => demands.some(({ available }) => available.has(id)))
    .sort((a, b) => a.priority - b.priority || covers(b.id) - covers(a.id) || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
  const best = ranked.slice(0, 12);
  const groups = [...ranked.map((id) => [id]), ...subsets(best, 2), ...subsets(best, 3)];
  const whole = groups.map((group) => fill(demands, group)).find(({ short }) => short.length === 0);
  return whole ?? fill(demands, ranked);
}

function subsets(ids: readonly LocationId[], size: number): LocationId[][] {
  if (size === 0) return [[]];
  return ids.flatMap((id, i) => subsets(ids.slice(i + 1), size - 1).map((rest) => [id, ...rest]));
}

function fill(demands: readonly Demand[], ids: readonly LocationId[]) {
  const rest = new Map(demands.map(({ available }) => [available, new Map(available)]));
  const placements: Placement[] = [];
  const short: { line: string; quantity: number }[] = [];
  for (const { line, quantity, available } of demands) {
    const units = rest.get(available) ?? new Map();
    let left = quantity;
    for (const location of ids) {
      const part = Math.min(left, units.get(location) ?? 0);
      if (part === 0) continue;
      units.set(location, (units.get(location) ?? 0) - part);
      placements.push({ line, location, quantity: part });
      left -= part;
    }
    if (left > 0) short.push({ line, quantity: left });
  }
  return { placements, short };
}
