import type { Near } from './neighbours.ts';
import type { Plan } from './plan.ts';
import type { Random } from './random.ts';

const AVERAGE_REMOVED = 10;
const LONGEST_STRING = 10;
const SPLIT_RATE = 0.5;
const SPLIT_GROWTH = 0.01;

/**
 * Adjacent string removal of SISR (Christiaens and Vanden Berghe, Transportation Science 54(2), 2020): strings of stops near a
 * seed, at most one from each route. Removed stops go to `absent` behind the `from` there; the answer is the number of both.
 */
export function ruinStrings(
  plan: Plan,
  near: Near,
  seed: number,
  random: Random,
  absent: Int32Array,
  touched: Int32Array,
  stamp: number,
  from = 0,
): number {
  const n = plan.problem.size;
  const longest = Math.min(LONGEST_STRING, n / Math.max(1, plan.vehicles));
  const strings = Math.floor(((4 * AVERAGE_REMOVED) / (1 + longest) - 1) * random() + 1);
  let removed = from;
  let cut = 0;
  for (let k = -1; k < near.width && cut < strings; k++) {
    const c = k < 0 ? seed : (near.stops[seed * near.width + k] as number);
    const r = plan.routeOf[c] as number;
    if (r < 0 || touched[r] === stamp) continue;
    touched[r] = stamp;
    cut++;
    const size = plan.count[r] as number;
    const length = Math.floor(Math.min(longest, size) * random() + 1);
    const capped = Math.min(length, size);
    const kept = capped > 1 && random() < SPLIT_RATE ? keepLength(capped, size, random) : 0;
    removed = removeString(plan, c, capped, kept, random, absent, removed);
  }
  return removed;
}

function keepLength(length: number, size: number, random: Random): number {
  let kept = Math.min(1, size - length);
  while (length + kept < size && kept > 0 && random() < SPLIT_GROWTH) kept++;
  return kept;
}

function removeString(
  plan: Plan,
  c: number,
  length: number,
  kept: number,
  random: Random,
  absent: Int32Array,
  from: number,
): number {
  const { succ } = plan;
  let removed = from;
  let at = stringStart(plan, c, length + kept, random);
  const before = kept > 0 ? 1 + Math.floor((length - 1) * random()) : length;
  for (let k = 0; k < length + kept; k++) {
    const next = succ[at] as number;
    if (k < before || k >= before + kept) {
      plan.remove(at);
      absent[removed++] = at;
    }
    at = next;
  }
  return removed;
}

/** The first stop of a string of the given span that contains c and fits its route. */
function stringStart(plan: Plan, c: number, span: number, random: Random): number {
  const { succ, pred } = plan;
  const n = plan.problem.size;
  let start = c;
  for (let back = Math.floor(span * random()); back > 0 && (pred[start] as number) < n; back--) {
    start = pred[start] as number;
  }
  let room = 1;
  for (let at = start; room < span && (succ[at] as number) < n; at = succ[at] as number) room++;
  for (; room < span; room++) start = pred[start] as number;
  return start;
}
