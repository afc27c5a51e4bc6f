import { checkRoutes } from '../../../../core/routing/checkRoutes.ts';
import type { Problem } from '../../../../core/routing/problem.ts';

/** The cheapest feasible cost by enumeration: all orders of each subset, then all partitions into subsets. For up to 7 stops. */
export function exactCost(problem: Problem): number {
  return leastSum(problem, (cost) => cost);
}

/** The fewest routes of any feasible plan, by the same enumeration. */
export function fewestVehicles(problem: Problem): number {
  return leastSum(problem, () => 1);
}

function leastSum(problem: Problem, priceOf: (cost: number) => number): number {
  const all = 2 ** problem.size - 1;
  const single = new Array<number>(all + 1).fill(Infinity);
  const walk = (route: number[], mask: number) => {
    if (route.length > 0) {
      const check = checkRoutes(problem, [route]);
      const isOpen = check.violations.some((text) => text.startsWith('route'));
      if (!isOpen) single[mask] = Math.min(single[mask] ?? Infinity, priceOf(check.cost));
    }
    for (let c = 0; c < problem.size; c++) if ((mask & (1 << c)) === 0) walk([...route, c], mask | (1 << c));
  };
  walk([], 0);
  const best = new Array<number>(all + 1).fill(Infinity);
  best[0] = 0;
  for (let mask = 1; mask <= all; mask++) {
    for (let part = mask; part > 0; part = (part - 1) & mask) {
      best[mask] = Math.min(best[mask] ?? Infinity, (single[part] ?? Infinity) + (best[mask ^ part] ?? Infinity));
    }
  }
  return best[all] ?? Infinity;
}
