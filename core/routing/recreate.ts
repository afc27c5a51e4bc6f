import type { Near } from './neighbours.ts';
import type { Plan } from './plan.ts';
import { type Problem, travel } from './problem.ts';
import type { Random } from './random.ts';

const BLINK_RATE = 0.01;
const BLINK_STEP = 1 / Math.log(1 - BLINK_RATE);

/**
 * Puts the first `count` stops of `absent` back, in an order drawn by weight, each at its cheapest feasible place beside a near
 * stop, skipping a place now and then (greedy insertion with blinks, Christiaens and Vanden Berghe, 2020). Opens no route beyond
 * `limit`; the stops that then fit nowhere stay, at the front of `absent`, and the answer is their number.
 */
export function recreate(
  plan: Plan,
  near: Near,
  random: Random,
  absent: Int32Array,
  count: number,
  limit: number,
): number {
  orderAbsent(plan.problem, absent, count, random);
  const position = plan.problem.timed ? cheapestTimed : cheapest;
  let left = 0;
  for (let k = 0; k < count; k++) {
    const c = absent[k] as number;
    const where = position(plan, near, c, random, plan.vehicles < limit);
    if (where < 0) absent[left++] = c;
    else plan.insert(c, where);
  }
  return left;
}

/** Insertion sort by key; the lists are a few dozen long. */
function orderAbsent(problem: Problem, absent: Int32Array, count: number, random: Random): void {
  const draw = random() * (problem.timed ? 17 : 11);
  for (let i = 1; i < count; i++) {
    const swap = draw < 4 ? Math.floor(random() * (i + 1)) : i;
    const c = absent[swap] as number;
    absent[swap] = absent[i] as number;
    if (draw < 4) {
      absent[i] = c;
      continue;
    }
    const key = orderKey(problem, c, draw);
    let j = i - 1;
    for (; j >= 0 && orderKey(problem, absent[j] as number, draw) > key; j--) absent[j + 1] = absent[j] as number;
    absent[j + 1] = c;
  }
}

function orderKey(problem: Problem, c: number, draw: number): number {
  if (draw < 8) return -(problem.demand[c] as number);
  if (draw < 10) return -travel(problem, problem.size, c);
  if (draw < 11) return travel(problem, problem.size, c);
  if (draw < 13) return (problem.due[c] as number) - (problem.ready[c] as number);
  return draw < 15 ? (problem.ready[c] as number) : -(problem.due[c] as number);
}

/** Places passed over until the next blink: geometric, so that a draw is needed once in a hundred places and not at each. */
function untilBlink(random: Random): number {
  return Math.floor(Math.log(random()) * BLINK_STEP);
}

/*
 * The next two functions are the inner loop of the whole search; they are long because a call for each place costs a third
 * of the speed. The place before a near stop is priced only when its predecessor is not itself a near stop of c.
 */

function cheapest(plan: Plan, near: Near, c: number, random: Random, mayOpen: boolean): number {
  const { problem, succ, pred, place, routeOf, load, arc, reach } = plan;
  const { stops, lengths, width } = near;
  const depot = problem.size;
  const room = problem.capacity - (problem.demand[c] as number);
  let where = mayOpen ? plan.emptyDepot() : -1;
  let least = mayOpen ? travel(problem, depot, c) + travel(problem, c, depot) : Infinity;
  const end = (c + 1) * width;
  const radius = lengths[end - 1] as number;
  let open = untilBlink(random);
  for (let k = c * width; k < end; k++) {
    const v = stops[k] as number;
    const beside = lengths[k] as number;
    if (2 * (beside - (reach[v] as number)) >= least) continue;
    const r = routeOf[v] as number;
    if (r < 0 || (load[r] as number) > room) continue;
    if (open-- <= 0) {
      open = untilBlink(random);
      continue;
    }
    const after = beside + travel(problem, c, place[succ[v] as number] as number) - (arc[v] as number);
    if (after < least) {
      least = after;
      where = v;
    }
    const p = pred[v] as number;
    const back = travel(problem, c, place[p] as number);
    if (p < depot && back < radius) continue;
    const before = back + beside - (arc[p] as number);
    if (before < least) {
      least = before;
      where = p;
    }
  }
  return where;
}

function cheapestTimed(plan: Plan, near: Near, c: number, random: Random, mayOpen: boolean): number {
  const { problem, succ, pred, place, routeOf, load, arc, reach, leave, latest } = plan;
  const { stops, lengths, width } = near;
  const depot = problem.size;
  const room = problem.capacity - (problem.demand[c] as number);
  const opens = problem.ready[c] as number;
  const closes = problem.due[c] as number;
  const service = problem.service[c] as number;
  let where = mayOpen ? plan.emptyDepot() : -1;
  let least = mayOpen ? travel(problem, depot, c) + travel(problem, c, depot) : Infinity;
  const end = (c + 1) * width;
  let open = untilBlink(random);
  for (let k = c * width; k < end; k++) {
    const v = stops[k] as number;
    if (2 * ((lengths[k] as number) - (reach[v] as number)) >= least) continue;
    const r = routeOf[v] as number;
    if (r < 0 || (load[r] as number) > room) continue;
    if (open-- <= 0) {
      open = untilBlink(random);
      continue;
    }
    const to = travel(problem, v, c);
    const s = succ[v] as number;
    const on = travel(problem, c, place[s] as number);
    const after = to + on - (arc[v] as number);
    if (after < least) {
      const arrival = (leave[v] as number) + to;
      const start = arrival > opens ? arrival : opens;
      if (start <= closes && start + service + on <= (latest[s] as number)) {
        least = after;
        where = v;
      }
    }
    const p = pred[v] as number;
    const from = travel(problem, place[p] as number, c);
    const back = travel(problem, c, v);
    const before = from + back - (arc[p] as number);
    if (before < least) {
      const arrival = (leave[p] as number) + from;
      const start = arrival > opens ? arrival : opens;
      if (start <= closes && start + service + back <= (latest[v] as number)) {
        least = before;
        where = p;
      }
    }
  }
  return where;
}
