import type { SourcingProblem } from '../problem.ts';
import { assignWithRoom } from './flow.ts';

/** For each good its locations, cheapest first; ties keep the order of the locations. */
export function cheapestFirst({ locations: L, demand, unitCost }: SourcingProblem): Int32Array {
  const order = new Int32Array(demand.length * L);
  for (let g = 0; g < demand.length; g++) {
    const row = order.subarray(g * L, (g + 1) * L);
    for (let l = 0; l < L; l++) row[l] = l;
    row.sort((a, b) => (unitCost[g * L + a] as number) - (unitCost[g * L + b] as number) || a - b);
  }
  return order;
}

/**
 * Takes every good from the cheapest of the given locations, into `take`, and answers the cost of units and of what is
 * short, without that of opening locations. Least cost for these locations: goods are independent of each other but for
 * the room of a location, and only where that is not enough a minimum cost flow decides.
 */
export function assign(problem: SourcingProblem, order: Int32Array, isUsed: Uint8Array, take: Int32Array): number {
  const { locations: L, demand, room } = problem;
  take.fill(0);
  let cost = 0;
  for (let g = 0; g < demand.length; g++) cost += takeGood(problem, order, isUsed, take, g);
  for (let l = 0; l < L; l++) {
    if (isUsed[l] === 0 || room[l] === Number.POSITIVE_INFINITY) continue;
    let units = 0;
    for (let i = l; i < take.length; i += L) units += take[i] as number;
    if (units > (room[l] as number)) return assignWithRoom(problem, isUsed, take);
  }
  return cost;
}

function takeGood(
  { locations: L, demand, stock, unitCost, shortCost }: SourcingProblem,
  order: Int32Array,
  isUsed: Uint8Array,
  take: Int32Array,
  g: number,
): number {
  let left = demand[g] as number;
  let cost = 0;
  for (let k = g * L; left > 0 && k < (g + 1) * L; k++) {
    const l = order[k] as number;
    if (isUsed[l] === 0) continue;
    const i = g * L + l;
    const units = Math.min(left, stock[i] as number);
    if (units <= 0) continue;
    const each = unitCost[i] as number;
    if (each >= shortCost) break;
    take[i] = units;
    cost += units * each;
    left -= units;
  }
  return cost + left * shortCost;
}

/** A lower bound of `assign` over the given locations and any of their subsets: room is not looked at. */
export function relaxedCost(
  problem: SourcingProblem,
  order: Int32Array,
  isAllowed: Uint8Array,
  scratch: Int32Array,
): number {
  let cost = 0;
  for (let g = 0; g < problem.demand.length; g++) cost += takeGood(problem, order, isAllowed, scratch, g);
  return cost;
}
