import { type Problem, selectStops } from './problem.ts';
import type { Random } from './random.ts';

/**
 * Cuts routes into parts of at most about `stops` stops: the plane is turned by a random angle and halved again and again at the
 * median of the routes' barycenters, so that each call draws other borders. Parts hold indexes of routes.
 */
export function partitionRoutes(
  problem: Problem,
  routes: readonly (readonly number[])[],
  stops: number,
  random: Random,
): number[][] {
  const angle = random() * Math.PI;
  const axes = [Math.cos(angle), Math.sin(angle)] as const;
  const centers = routes.map((route) => {
    let x = 0;
    let y = 0;
    for (const c of route) {
      x += problem.x[c] as number;
      y += problem.y[c] as number;
    }
    return [(x * axes[0] + y * axes[1]) / route.length, (y * axes[0] - x * axes[1]) / route.length] as const;
  });
  const parts: number[][] = [];
  const halve = (part: number[], count: number) => {
    if (count <= stops || part.length < 2) {
      parts.push(part);
      return;
    }
    const axis = widerAxis(centers, part);
    part.sort((a, b) => center(centers, a, axis) - center(centers, b, axis));
    let half = 0;
    let cut = 0;
    while (half < count / 2 && cut < part.length - 1) half += routes[part[cut++] as number]?.length ?? 0;
    halve(part.slice(0, cut), half);
    halve(part.slice(cut), count - half);
  };
  halve(
    routes.map((_, r) => r),
    problem.size,
  );
  return parts;
}

type Centers = readonly (readonly [number, number])[];

const center = (centers: Centers, r: number, axis: 0 | 1) => centers[r]?.[axis] ?? 0;

function widerAxis(centers: Centers, part: readonly number[]): 0 | 1 {
  const spread = ([0, 1] as const).map((axis) => {
    let least = Infinity;
    let most = -Infinity;
    for (const r of part) {
      least = Math.min(least, center(centers, r, axis));
      most = Math.max(most, center(centers, r, axis));
    }
    return most - least;
  });
  return (spread[0] ?? 0) >= (spread[1] ?? 0) ? 0 : 1;
}

/** A problem of the stops of some routes alone, with the routes in its own numbers and a way back. */
export function partOf(problem: Problem, routes: readonly (readonly number[])[]) {
  const stops = routes.flat();
  const own = new Map(stops.map((c, k) => [c, k]));
  return {
    problem: selectStops(problem, stops),
    routes: routes.map((route) => route.map((c) => own.get(c) ?? 0)),
    back: (found: readonly (readonly number[])[]) => found.map((route) => route.map((c) => stops[c] ?? 0)),
  };
}
