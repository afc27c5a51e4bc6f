import type { Near } from './neighbours.ts';
import type { Plan } from './plan.ts';
import type { Random } from './random.ts';
import { recreate } from './recreate.ts';
import { ruinStrings } from './ruin.ts';

/** Looked at while vehicles are saved: whether to stop, given the steps made. */
export type IsOver = (steps: number) => boolean;

const LOOK_STEPS = 100;

/**
 * Empties one route after the other: its stops become absent, and ruin and recreate goes on without a new route until all are
 * back. Plans whose absent stops were absent less often before are preferred (absence counters of SISR, Christiaens and Vanden
 * Berghe, 2020). Stops at `target` vehicles; leaves the best complete plan and answers the steps made.
 */
export function saveVehicles(plan: Plan, near: Near, random: Random, target: number, isOver: IsOver): number {
  const n = plan.problem.size;
  const absences = new Float64Array(n);
  const pool = new Int32Array(2 * n);
  const touched = new Int32Array(n).fill(-1);
  let complete = plan.routes();
  let absent: number[] = [];
  let steps = 0;
  const step = () => {
    pool.set(absent);
    const removed = ruinStrings(plan, near, Math.floor(random() * n), random, pool, touched, steps, absent.length);
    const left = recreate(plan, near, random, pool, removed, complete.length - 1);
    const now = Array.from(pool.subarray(0, left));
    for (const c of now) absences[c] = (absences[c] as number) + 1;
    if (now.length > 0 && sumOf(now, absences) > sumOf(absent, absences)) return plan.reject();
    absent = now;
    plan.accept();
  };
  while (plan.vehicles > target || absent.length > 0) {
    if (absent.length === 0) {
      complete = plan.routes();
      absent = emptyRoute(plan, complete, absences);
      plan.accept();
    }
    if (steps % LOOK_STEPS === 0 && isOver(steps)) break;
    steps++;
    step();
  }
  if (absent.length > 0) plan.replace(complete);
  return steps;
}

const sumOf = (stops: readonly number[], absences: Float64Array) =>
  stops.reduce((sum, c) => sum + (absences[c] as number), 0);

/** Takes out the route whose stops were absent least often. */
function emptyRoute(plan: Plan, routes: readonly (readonly number[])[], absences: Float64Array): number[] {
  const cost = (route: readonly number[]) => sumOf(route, absences) + 0.001 * route.length;
  const gone = routes.reduce((least, route) => (cost(route) < cost(least) ? route : least));
  for (const c of gone) plan.remove(c);
  return [...gone];
}
