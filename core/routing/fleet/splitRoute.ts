import type { FleetPlan } from './fleetPlan.ts';
import type { VehicleType } from './fleetProblem.ts';

/**
 * Cuts route r in two where that is cheapest, each part with the cheapest idle vehicle that has room for it, when both together
 * cost less. Insertion of single stops hardly ever opens a second small vehicle, because the first stop alone does not pay for it.
 */
export function splitRoute(plan: FleetPlan, r: number): void {
  const stops = plan.stops[r] as number[];
  if ((plan.fixed[r] as number) > 0 || plan.closed[r] === true || stops.length < 2) return;
  let least = (plan.cost[r] as number) - 1e-9;
  let cut = 0;
  let types: readonly [number, number] = [-1, -1];
  let open = 0;
  for (let k = 1; k < stops.length; k++) {
    open += pairChange(plan, stops[k - 1] as number);
    if (open > 0) continue;
    const left = cheapestFor(plan, stops, 0, k, least);
    if (left.type < 0) continue;
    const right = cheapestFor(plan, stops, k, stops.length, least - left.cost);
    const isSpare = left.type !== right.type || (plan.idle[left.type] as number) > 1;
    if (right.type < 0 || !isSpare) continue;
    least = left.cost + right.cost;
    cut = k;
    types = [left.type, right.type];
  }
  if (cut === 0) return;
  const other = plan.emptyRoute(types[1]);
  plan.set(r, []);
  plan.change(r, types[0]);
  plan.set(r, stops.slice(0, cut));
  plan.set(other, stops.slice(cut));
}

/** 1 when a pickup is made here, -1 when it is handed over: a pair is never cut apart. */
function pairChange({ problem }: FleetPlan, c: number): number {
  if ((problem.pair[c] as number) < 0) return 0;
  return problem.isDelivery[c] === 1 ? -1 : 1;
}

/** The cheapest idle vehicle for some stops of a route below a cost, looked for among those with the least fixed cost and room. */
function cheapestFor(plan: FleetPlan, stops: readonly number[], from: number, to: number, below: number) {
  const { vehicles } = plan.problem;
  const part = stops.slice(from, to);
  const found = { type: -1, cost: below };
  for (let t = 0; t < vehicles.length; t++) {
    const type = vehicles[t] as VehicleType;
    if ((plan.idle[t] as number) < 1 || type.fixedCost >= found.cost) continue;
    const cost = plan.drive.price(type, part, part.length);
    if (cost >= found.cost) continue;
    found.type = t;
    found.cost = cost;
  }
  return found;
}
