import type { Plan } from './plan.ts';
import { type Problem, travel } from './problem.ts';
import type { Random } from './random.ts';

const BLINK_RATE = 0.01;

/**
 * Puts the first `count` stops of `absent` back, in an order drawn by weight, each at its cheapest feasible place beside a near
 * stop, skipping a place now and then (greedy insertion with blinks, Christiaens and Vanden Berghe, 2020).
 */
export function recreate(
  plan: Plan,
  near: Int32Array,
  width: number,
  random: Random,
  absent: Int32Array,
  count: number,
): void {
  orderAbsent(plan.problem, absent, count, random);
  for (let k = 0; k < count; k++) {
    const c = absent[k] as number;
    plan.insert(
      c,
      plan.problem.timed ? cheapestTimed(plan, near, width, c, random) : cheapest(plan, near, width, c, random),
    );
  }
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

function cheapest(plan: Plan, near: Int32Array, width: number, c: number, random: Random): number {
  const { problem, succ, pred, place, routeOf, load } = plan;
  const depot = problem.size;
  const room = problem.capacity - (problem.demand[c] as number);
  let where = plan.emptyDepot();
  let least = travel(problem, depot, c) + travel(problem, c, depot);
  const end = (c + 1) * width;
  for (let k = c * width; k < end; k++) {
    const v = near[k] as number;
    const r = routeOf[v] as number;
    if (r < 0 || (load[r] as number) > room || random() < BLINK_RATE) continue;
    const s = place[succ[v] as number] as number;
    const after = travel(problem, v, c) + travel(problem, c, s) - travel(problem, v, s);
    if (after < least) {
      least = after;
      where = v;
    }
    const p = pred[v] as number;
    const from = place[p] as number;
    const before = travel(problem, from, c) + travel(problem, c, v) - travel(problem, from, v);
    if (before < least) {
      least = before;
      where = p;
    }
  }
  return where;
}

function cheapestTimed(plan: Plan, near: Int32Array, width: number, c: number, random: Random): number {
  const { problem, succ, pred, place, routeOf, load } = plan;
  const depot = problem.size;
  const room = problem.capacity - (problem.demand[c] as number);
  let where = plan.emptyDepot();
  let least = travel(problem, depot, c) + travel(problem, c, depot);
  const end = (c + 1) * width;
  for (let k = c * width; k < end; k++) {
    const v = near[k] as number;
    const r = routeOf[v] as number;
    if (r < 0 || (load[r] as number) > room || random() < BLINK_RATE) continue;
    const s = place[succ[v] as number] as number;
    const after = travel(problem, v, c) + travel(problem, c, s) - travel(problem, v, s);
    if (after < least && fitsAfter(plan, c, v)) {
      least = after;
      where = v;
    }
    const p = pred[v] as number;
    const from = place[p] as number;
    const before = travel(problem, from, c) + travel(problem, c, v) - travel(problem, from, v);
    if (before < least && fitsAfter(plan, c, p)) {
      least = before;
      where = p;
    }
  }
  return where;
}

/** Whether all windows hold with stop c right after node p: its earliest start against its own and its successor's latest. */
function fitsAfter(plan: Plan, c: number, p: number): boolean {
  const { problem, place, earliest, latest } = plan;
  const n = problem.size;
  const leave = (earliest[p] as number) + (p < n ? (problem.service[p] as number) : 0);
  const start = Math.max(leave + travel(problem, place[p] as number, c), problem.ready[c] as number);
  if (start > (problem.due[c] as number)) return false;
  const s = plan.succ[p] as number;
  return start + (problem.service[c] as number) + travel(problem, c, place[s] as number) <= (latest[s] as number);
}
