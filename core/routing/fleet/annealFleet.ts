import type { Random } from '../random.ts';
import { seededRandom } from '../random.ts';
import { FleetInsert } from './fleetInsert.ts';
import { FleetPlan } from './fleetPlan.ts';
import type { FleetProblem, FleetRoute } from './fleetProblem.ts';
import { ruinFleet } from './fleetRuin.ts';
import { nearPlaces } from './nearPlaces.ts';

/** A search over the full model; `progress` answers 0 at the start and 1 or more when the budget is spent. */
export interface FleetSearch {
  readonly seed: number;
  readonly progress: (steps: number) => number;
  /** Called two hundred times: shows the best so far and may answer better routes to go on from. */
  readonly exchange?: (cost: number, routes: () => FleetRoute[]) => FleetRoute[] | undefined;
}

/** The best plan found: routes, the stops left out, the cost with penalties, and the steps made. */
export interface FleetFound {
  readonly routes: FleetRoute[];
  readonly absent: number[];
  readonly cost: number;
  readonly steps: number;
}

const CLOCK_STEPS = 50;
const NEAR = 30;
const ORDERS = 8;
const FIRST_ORDER = 1;
const EXCHANGES = 200;

/**
 * Ruin and recreate under simulated annealing over the full model (Christiaens and Vanden Berghe, Transportation Science 54(2),
 * 2020). Every plan it passes keeps all constraints; stops that fit nowhere stay absent at a price above any route.
 */
export function annealFleet(problem: FleetProblem, search: FleetSearch): FleetFound {
  const random = seededRandom(search.seed);
  const near = nearPlaces(problem, Math.min(problem.size - 1, NEAR));
  const plan = new FleetPlan(problem, missingPrice(problem));
  const insert = new FleetInsert(plan, near, random);
  orderAbsent(plan, FIRST_ORDER);
  insert.insertAbsent();
  insert.fitVehicles();
  plan.accept();
  let best = record(plan);
  const arc = meanArc(problem, plan);
  // Windows need more heat: PR11A after 6 s, 2.9 % against 3.7 %; without them X186-FSMD loses by it, 3.2 % against 1.1 %.
  const [hot, cold] = [(problem.isTimed ? 5 : 1) * arc, 0.01 * arc];
  const step = (heat: number) => {
    const before = plan.total;
    ruinFleet(plan, near, random);
    orderAbsent(plan, random() * ORDERS, random);
    insert.insertAbsent();
    insert.fitVehicles();
    if (plan.total < before - heat * Math.log(random())) {
      plan.accept();
      if (plan.total < best.cost - 1e-9) best = record(plan);
    } else plan.reject();
  };
  const trade = makeTrade(search);
  let steps = 0;
  for (let done = search.progress(0); done < 1; done = search.progress(steps)) {
    const heat = hot * (cold / hot) ** done;
    for (const stop = steps + CLOCK_STEPS; steps < stop; steps++) step(heat);
    const better = trade(done, best);
    if (better === undefined) continue;
    plan.replace(better);
    best = record(plan);
  }
  return { ...best, steps };
}

type Best = Omit<FleetFound, 'steps'>;

/** Shows the best to others at two hundred moments of the search, and answers theirs when it is better. */
function makeTrade(search: FleetSearch): (done: number, best: Best) => FleetRoute[] | undefined {
  let trades = 0;
  return (done, best) => {
    if (search.exchange === undefined || done * EXCHANGES < trades + 1) return undefined;
    trades = Math.floor(done * EXCHANGES);
    return search.exchange(best.cost, () => best.routes);
  };
}

function record(plan: FleetPlan): Best {
  return { routes: plan.routes(), absent: [...plan.absent], cost: plan.total };
}

/** More than any way to visit a stop can cost. */
function missingPrice(problem: FleetProblem): number {
  let most = 1;
  for (let k = 0; k < problem.distance.length; k++) most = Math.max(most, problem.distance[k] as number);
  const vehicle = problem.vehicles.reduce((top, type) => {
    const hours = Number.isFinite(type.closes) ? type.closes - type.opens : 0;
    return Math.max(top, type.fixedCost + 4 * most * type.distanceCost + type.timeCost * hours);
  }, 1);
  return 10 * (vehicle + problem.vehicleWeight);
}

function meanArc(problem: FleetProblem, plan: FleetPlan): number {
  const used = plan.routes().length;
  const cost = plan.cost.reduce((sum, each) => sum + each, 0) - problem.vehicleWeight * used;
  return Math.max(cost / Math.max(1, problem.size + used), 1e-6);
}

/** Puts the absent stops into one of the orders of the paper: random, by demand, by distance or by windows. */
function orderAbsent(plan: FleetPlan, draw: number, random?: Random): void {
  const { problem, absent } = plan;
  const { dimensions, deliver, collect, distance, places, opens, closes, firstWindow, size } = problem;
  const keyOf = (c: number) => {
    if (draw < 3) return -((deliver[c * dimensions] as number) + (collect[c * dimensions] as number));
    if (draw < 4) return -(distance[size * places + c] as number);
    if (draw < 5) return distance[size * places + c] as number;
    const first = firstWindow[c] as number;
    const last = (firstWindow[c + 1] as number) - 1;
    return draw < 6 ? (closes[last] as number) - (opens[first] as number) : (opens[first] as number);
  };
  const shuffled = random !== undefined && (draw < 2 || (!problem.isTimed && draw >= 5));
  const keyed = absent.map((c) => ({ c, key: shuffled ? random() : keyOf(c) }));
  plan.absent = keyed.sort((a, b) => a.key - b.key || a.c - b.c).map((entry) => entry.c);
}
