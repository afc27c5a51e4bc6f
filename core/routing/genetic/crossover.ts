import { type Problem, travel } from '../problem.ts';
import type { Random } from '../random.ts';
import type { Individual } from './individual.ts';

/** Order crossover (OX): a stretch of the first parent's giant tour, then the second parent's stops in their order. */
export function orderCrossover(a: Individual, b: Individual, random: Random): Int32Array {
  const first = a.routes.flat();
  const second = b.routes.flat();
  const n = first.length;
  const start = Math.floor(random() * n);
  const span = 1 + Math.floor(random() * n);
  const child = new Int32Array(n);
  const used = new Uint8Array(n);
  for (let k = 0; k < span; k++) {
    const at = (start + k) % n;
    const c = first[at] as number;
    child[at] = c;
    used[c] = 1;
  }
  let at = start + span;
  for (let k = 0; k < n; k++) {
    const c = second[(start + span + k) % n] as number;
    if (used[c] === 0) child[at++ % n] = c;
  }
  return child;
}

/**
 * Selective route exchange (SREX, Nagata and Bräysy, 2009): some neighboring routes of the first parent give way to as many of the
 * second that share most stops with them; what is then missing goes where it lengthens a route with room the least.
 */
export function routeExchange(problem: Problem, a: Individual, b: Individual, random: Random): number[][] {
  const count = 1 + Math.floor(random() * Math.max(1, Math.min(a.routes.length, b.routes.length) - 1));
  const from = Math.floor(random() * a.routes.length);
  const leaving = marked(problem, window(a, from, count));
  const entering = window(b, bestWindow(b, count, leaving), count);
  const entered = marked(problem, entering);
  const staying = window(a, from + count, a.routes.length - count);
  const routes = [...entering, ...staying.map((route) => route.filter((c) => entered[c] === 0))].map((route) => [
    ...route,
  ]);
  for (let c = 0; c < problem.size; c++) if (leaving[c] === 1 && entered[c] === 0) insertCheapest(problem, routes, c);
  return routes.filter((route) => route.length > 0);
}

type Routes = Individual['routes'];

/** `count` routes from the given one on, as in a ring. */
const window = ({ routes }: Individual, from: number, count: number): Routes =>
  Array.from({ length: count }, (_, k) => routes[(from + k) % routes.length] ?? []);

function marked(problem: Problem, routes: Routes): Uint8Array {
  const marks = new Uint8Array(problem.size);
  for (const route of routes) for (const c of route) marks[c] = 1;
  return marks;
}

function bestWindow(b: Individual, count: number, leaving: Uint8Array): number {
  const shared = b.routes.map((route) => route.reduce((sum, c) => sum + 2 * (leaving[c] as number) - 1, 0));
  let best = 0;
  let most = -Infinity;
  for (let start = 0; start < shared.length; start++) {
    let sum = 0;
    for (let k = 0; k < count; k++) sum += shared[(start + k) % shared.length] as number;
    if (sum > most) {
      most = sum;
      best = start;
    }
  }
  return best;
}

function insertCheapest(problem: Problem, routes: number[][], c: number): void {
  let least = Infinity;
  let chosen = routes[0] as number[];
  let where = 0;
  for (const route of routes) {
    for (let k = 0; k <= route.length; k++) {
      const cost = placeCost(problem, route[k - 1] ?? problem.size, c, route[k] ?? problem.size);
      if (cost >= least) continue;
      least = cost;
      chosen = route;
      where = k;
    }
  }
  chosen.splice(where, 0, c);
}

/** What c between p and s adds in length; infinite when windows alone forbid it. */
function placeCost(problem: Problem, p: number, c: number, s: number): number {
  if (isOutside(problem, p, c, s)) return Infinity;
  return travel(problem, p, c) + travel(problem, c, s) - travel(problem, p, s);
}

/** Whether windows alone forbid p, c, s in this order. */
function isOutside(problem: Problem, p: number, c: number, s: number): boolean {
  if (!problem.timed) return false;
  const { ready, due, service } = problem;
  const start = Math.max((ready[p] as number) + (service[p] as number) + travel(problem, p, c), ready[c] as number);
  return start > (due[c] as number) || start + (service[c] as number) + travel(problem, c, s) > (due[s] as number);
}
