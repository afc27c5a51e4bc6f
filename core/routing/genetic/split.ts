import type { Problem } from '../problem.ts';

/** How far above the capacity a route may be loaded while a giant tour is cut. */
const OVERLOAD = 1.5;

/**
 * Cuts a giant tour into routes at the least length plus price of overload (Prins, 2004): a shortest path over the places between
 * stops. Windows are left to the local search.
 */
export function splitTour(problem: Problem, tour: ArrayLike<number>, loadPrice: number): number[][] {
  const n = tour.length;
  const { matrix, demand, capacity, size: depot } = problem;
  const stride = depot + 1;
  const least = new Float64Array(n + 1).fill(Infinity);
  const from = new Int32Array(n + 1);
  least[0] = 0;
  for (let i = 0; i < n; i++) {
    let load = 0;
    let length = least[i] as number;
    let at = depot;
    for (let j = i; j < n; j++) {
      const c = tour[j] as number;
      load += demand[c] as number;
      if (j > i && load > OVERLOAD * capacity) break;
      length += matrix[at * stride + c] as number;
      at = c;
      const cost = length + (matrix[c * stride + depot] as number) + Math.max(0, load - capacity) * loadPrice;
      if (cost < (least[j + 1] as number)) {
        least[j + 1] = cost;
        from[j + 1] = i;
      }
    }
  }
  const routes: number[][] = [];
  for (let end = n; end > 0; end = from[end] as number) routes.push(Array.prototype.slice.call(tour, from[end], end));
  return routes.reverse();
}
