import type { Exchange } from './exchange.ts';
import type { Tours } from './tours.ts';

const GAIN = 1e-7;

/** Reverses the stops between u and v of one route, u first (2-opt, Croes, 1958), when that lowers the cost. */
export function turnBetween(exchange: Exchange, u: number, v: number): boolean {
  const { tours } = exchange;
  const { problem, position, succ, turn } = tours;
  if ((position[u] as number) + 1 >= (position[v] as number)) return false;
  const x = succ[u] as number;
  const y = succ[v] as number;
  const r = tours.routeOf[u] as number;
  const owed = problem.timed ? (tours.penalty[r] as number) : 0;
  let delta = crossing(tours, u, v, x, y) + (turn[v] as number) - (turn[x] as number);
  if (delta - owed > -GAIN) return false;
  if (problem.timed) delta += exchange.priceWalk(u, exchange.addToWalk(0, v, x, true), y) - owed;
  if (delta > -GAIN) return false;
  for (let at = u, c = v; at !== x; ) {
    const next = tours.pred[c] as number;
    if ((tours.succ[at] as number) !== c) tours.move(c, at);
    at = c;
    c = next;
  }
  tours.moves++;
  tours.refresh(r);
  return true;
}

function arc(tours: Tours, from: number, to: number): number {
  const { matrix, size } = tours.problem;
  return matrix[(tours.place[from] as number) * (size + 1) + (tours.place[to] as number)] as number;
}

/** What replacing the arcs u-x and v-y by u-v and x-y costs. */
function crossing(tours: Tours, u: number, v: number, x: number, y: number): number {
  return arc(tours, u, v) + arc(tours, x, y) - arc(tours, u, x) - arc(tours, v, y);
}

/** Swaps what follows u and v in two routes (2-opt*, Potvin and Rousseau, 1995), when that lowers the cost. */
export function swapTails(exchange: Exchange, u: number, v: number): boolean {
  const { tours } = exchange;
  const { succ, loadTo, load } = tours;
  const ru = tours.routeOf[u] as number;
  const rv = tours.routeOf[v] as number;
  const x = succ[u] as number;
  const y = succ[v] as number;
  const owed = (tours.penalty[ru] as number) + (tours.penalty[rv] as number);
  let delta = arc(tours, u, y) + arc(tours, v, x) - arc(tours, u, x) - arc(tours, v, y) - owed;
  if (delta > -GAIN) return false;
  const loadU = (loadTo[u] as number) + (load[rv] as number) - (loadTo[v] as number);
  const loadV = (loadTo[v] as number) + (load[ru] as number) - (loadTo[u] as number);
  delta += exchange.priceRoute(u, -1, -1, y, loadU);
  if (delta > -GAIN) return false;
  delta += exchange.priceRoute(v, -1, -1, x, loadV);
  if (delta > -GAIN) return false;
  joinTails(tours, u, v, x, y);
  tours.moves++;
  tours.refresh(ru);
  tours.refresh(rv);
  return true;
}

function joinTails(tours: Tours, u: number, v: number, x: number, y: number): void {
  const { succ, pred, count: n, routes: m } = tours;
  const endU = n + m + (tours.routeOf[u] as number);
  const endV = n + m + (tours.routeOf[v] as number);
  const lastU = pred[endU] as number;
  const lastV = pred[endV] as number;
  const link = (a: number, b: number) => {
    succ[a] = b;
    pred[b] = a;
  };
  if (y === endV) link(u, endU);
  else {
    link(u, y);
    link(lastV, endU);
  }
  if (x === endU) link(v, endV);
  else {
    link(v, x);
    link(lastU, endV);
  }
}

/** Joins the heads of two routes and their tails, one of each turned around (2-opt* with inversion). Only without windows. */
export function joinHeads(exchange: Exchange, u: number, v: number): boolean {
  const { tours } = exchange;
  const { succ, loadTo, load, turn, count: n, routes: m } = tours;
  const ru = tours.routeOf[u] as number;
  const rv = tours.routeOf[v] as number;
  const x = succ[u] as number;
  const y = succ[v] as number;
  const owed = (tours.penalty[ru] as number) + (tours.penalty[rv] as number);
  const turned = (turn[v] as number) + (turn[n + m + ru] as number) - (turn[x] as number);
  let delta = crossing(tours, u, v, x, y) + turned - owed;
  if (delta > -GAIN) return false;
  const heads = (loadTo[u] as number) + (loadTo[v] as number);
  delta += tours.loadPenalty(heads) + tours.loadPenalty((load[ru] as number) + (load[rv] as number) - heads);
  if (delta > -GAIN) return false;
  const head: number[] = [];
  for (let c = v; c < n; c = tours.pred[c] as number) head.push(c);
  const tail: number[] = [];
  for (let c = x; c < n; c = succ[c] as number) tail.push(c);
  let at = u;
  for (const c of head) {
    tours.move(c, at);
    at = c;
  }
  const start = n + rv;
  for (const c of tail) tours.move(c, start);
  tours.moves++;
  tours.refresh(ru);
  tours.refresh(rv);
  return true;
}
