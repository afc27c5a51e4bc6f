import { type Problem, selectStops } from './problem.ts';
import type { Random } from './random.ts';

/**
 * Cuts routes into parts of at most about `stops` stops. Each call draws other borders: a few parts are sectors around the depot
 * every other time, else the plane is turned by a random angle and halved again and again at the median of the routes'
 * barycenters. Parts hold indexes of routes.
 */
export function partitionRoutes(
  problem: Problem,
  routes: readonly (readonly number[])[],
  stops: number,
  random: Random,
): number[][] {
  const asSectors = random() < 0.5 && problem.size <= MOST_SECTORS * stops;
  const centers = barycenters(problem, routes, random() * Math.PI);
  const all = routes.map((_, r) => r);
  const sizes = routes.map((route) => route.length);
  if (asSectors) return sectors(problem, routes, all, stops, random);
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
    while (half < count / 2 && cut < part.length - 1) half += sizes[part[cut++] as number] as number;
    halve(part.slice(0, cut), half);
    halve(part.slice(cut), count - half);
  };
  halve(all, problem.size);
  return parts;
}

const MOST_SECTORS = 4;

function barycenters(problem: Problem, routes: readonly (readonly number[])[], turn: number): Centers {
  const cos = Math.cos(turn);
  const sin = Math.sin(turn);
  return routes.map((route) => {
    let x = 0;
    let y = 0;
    for (const c of route) {
      x += problem.x[c] as number;
      y += problem.y[c] as number;
    }
    return [(x * cos + y * sin) / route.length, (y * cos - x * sin) / route.length];
  });
}

/** Cuts the routes by their angle around the depot, from a random one on. */
function sectors(
  problem: Problem,
  routes: readonly (readonly number[])[],
  all: readonly number[],
  stops: number,
  random: Random,
): number[][] {
  const depot = problem.size;
  const from = random() * 2 * Math.PI;
  const angles = barycenters(problem, routes, 0).map(([x, y]) => {
    const angle = Math.atan2(y - (problem.y[depot] as number), x - (problem.x[depot] as number)) - from;
    return angle < -Math.PI ? angle + 2 * Math.PI : angle;
  });
  const sorted = [...all].sort((a, b) => (angles[a] as number) - (angles[b] as number));
  const parts: number[][] = [];
  let room = 0;
  for (const r of sorted) {
    const count = routes[r]?.length ?? 0;
    if (parts.length === 0 || count > room) {
      parts.push([]);
      room = stops;
    }
    parts.at(-1)?.push(r);
    room -= count;
  }
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
