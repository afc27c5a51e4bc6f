import type { Random } from '../random.ts';
import type { FleetPlan } from './fleetPlan.ts';

const AVERAGE_REMOVED = 10;
const LONGEST_STRING = 10;
const SPLIT_RATE = 0.5;
const WHOLE_ROUTE_RATE = 0.03;
const WHOLE_ROUTE_STOPS = 30;

/**
 * Adjacent string removal (Christiaens and Vanden Berghe, 2020) on the full model: what is locked stays, and with one stop of a
 * pair goes the other. Now and then one whole route goes, which is how another vehicle gets its turn.
 */
export function ruinFleet(plan: FleetPlan, near: Int32Array, random: Random): void {
  const { size } = plan.problem;
  const width = near.length / size;
  const seed = Math.floor(random() * size);
  const used = plan.stops.reduce((count, stops) => count + (stops.length > 0 ? 1 : 0), 0);
  const longest = Math.min(LONGEST_STRING, size / Math.max(1, used));
  const isWhole = random() < WHOLE_ROUTE_RATE;
  const strings = isWhole ? 1 : Math.floor(((4 * AVERAGE_REMOVED) / (1 + longest) - 1) * random() + 1);
  const cut = new Set<number>();
  for (let k = -1; k < width && cut.size < strings; k++) {
    const c = k < 0 ? seed : (near[seed * width + k] as number);
    const r = plan.routeOf[c] as number;
    if (r < 0 || cut.has(r) || (plan.position[c] as number) < (plan.fixed[r] as number) || plan.closed[r] === true)
      continue;
    cut.add(r);
    const free = (plan.stops[r] as number[]).length - (plan.fixed[r] as number);
    const isAll = isWhole && free <= WHOLE_ROUTE_STOPS;
    removeString(plan, c, r, isAll ? free : Math.floor(Math.min(longest, free) * random() + 1), random);
  }
}

function removeString(plan: FleetPlan, c: number, r: number, wanted: number, random: Random): void {
  const stops = plan.stops[r] as number[];
  const fixed = plan.fixed[r] as number;
  const free = stops.length - fixed;
  const length = Math.min(wanted, free);
  const kept = length > 1 && length < free && random() < SPLIT_RATE ? 1 : 0;
  const span = length + kept;
  const at = plan.position[c] as number;
  const lowest = Math.max(fixed, at - span + 1);
  const highest = Math.min(at, stops.length - span);
  const start = lowest + Math.floor(random() * (highest - lowest + 1));
  const spared = kept === 1 ? start + 1 + Math.floor((length - 1) * random()) : -1;
  const gone = new Set<number>();
  for (let k = start; k < start + span; k++) if (k !== spared) gone.add(stops[k] as number);
  for (const stop of [...gone]) {
    const partner = plan.problem.pair[stop] as number;
    if (partner < 0) continue;
    // The partner of a stop that was picked up on the locked part must still be delivered by this vehicle.
    if ((plan.position[partner] as number) < fixed) gone.delete(stop);
    else gone.add(partner);
  }
  plan.set(
    r,
    stops.filter((stop) => !gone.has(stop)),
  );
  for (const stop of gone) {
    if (plan.problem.isDelivery[stop] === 1) continue;
    plan.absent.push(stop);
    plan.total += plan.penalty(stop);
  }
}
