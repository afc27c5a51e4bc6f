import { saveVehicles } from './fewerVehicles.ts';
import { type Near, nearestStops } from './neighbours.ts';
import { Plan } from './plan.ts';
import { type Problem, travel } from './problem.ts';
import { type Random, seededRandom } from './random.ts';
import { recreate } from './recreate.ts';
import { ruinStrings } from './ruin.ts';

/** How long to search and who else is searching. `progress` answers 0 at the start and 1 or more when the budget is spent. */
export interface Search {
  readonly seed: number;
  /** Called about every hundred steps with the steps done. A function of the steps alone makes the answer deterministic. */
  readonly progress: (steps: number) => number;
  /** Called two hundred times: shows the best so far, by its price, and may answer better routes to go on from. */
  readonly exchange?: (cost: number, routes: () => number[][]) => number[][] | undefined;
  /** Routes to start from, instead of an empty plan. */
  readonly start?: readonly (readonly number[])[];
  /** Vehicles before length: part of the budget goes into using fewer. */
  readonly vehiclesFirst?: boolean;
  /** First and last temperature in problem units, instead of those that suit the problem. */
  readonly heat?: readonly [number, number];
}

/** The best routes found (0-based stops) with their cost in problem units and the steps made. */
export interface Found {
  readonly routes: number[][];
  readonly cost: number;
  readonly steps: number;
  /** The routes at which the search stood at its end, when it can go on from them. */
  readonly last?: number[][];
}

const EXCHANGES = 200;
const CLOCK_STEPS = 100;
const NEAR = 20;

/**
 * Ruin and recreate by slack induction of string removals under simulated annealing (Christiaens and Vanden Berghe, 2020),
 * with insertion only beside near stops, so that a step costs the same at a hundred stops and at a hundred thousand.
 */
export function anneal(problem: Problem, search: Search): Found {
  const n = problem.size;
  const random = seededRandom(search.seed);
  const near = nearestStops(problem, Math.min(n - 1, NEAR));
  const plan = new Plan(problem);
  const absent = new Int32Array(n);
  const touched = new Int32Array(n).fill(-1);
  let steps = beginPlan(plan, near, absent, random, search);
  let limit = search.vehiclesFirst === true ? plan.vehicles : Math.max(problem.fleet, plan.vehicles);
  const best = new Best(plan);
  const [hot, cold] = search.heat ?? temperatures(problem, plan.cost, plan.vehicles);
  const step = (heat: number) => {
    const before = plan.cost;
    const count = ruinStrings(plan, near, Math.floor(random() * n), random, absent, touched, steps);
    const left = recreate(plan, near, random, absent, count, limit);
    if (left === 0 && plan.cost < before - heat * Math.log(random())) {
      plan.accept();
      best.offer(plan);
    } else plan.reject();
  };
  for (let done = search.progress(0); done < 1; done = search.progress(steps)) {
    const heat = hot * (cold / hot) ** done;
    for (const stop = steps + CLOCK_STEPS; steps < stop; steps++) step(heat);
    best.settle(plan);
    if (best.trade(plan, done, search) && search.vehiclesFirst === true) limit = plan.vehicles;
  }
  return { routes: best.routes(problem), cost: best.cost, steps, last: plan.routes() };
}

/** Gives the plan its first routes and answers the steps that took. */
function beginPlan(plan: Plan, near: Near, absent: Int32Array, random: Random, search: Search): number {
  if (search.start !== undefined) {
    plan.replace(search.start);
    return 0;
  }
  fillPlan(plan, near, absent, random);
  return cutFleet(plan, near, random, search);
}

const SAVING_SHARE = 0.4;

/** Brings the plan down to the vehicles that exist, or with vehicles first to as few as load allows or a part of the budget gives. */
function cutFleet(plan: Plan, near: Near, random: Random, search: Search): number {
  const { demand, capacity, fleet } = plan.problem;
  const least = Math.ceil(demand.reduce((sum, each) => sum + each, 0) / capacity - 1e-9);
  if (search.vehiclesFirst === true) {
    return saveVehicles(plan, near, random, least, (steps) => search.progress(steps) >= SAVING_SHARE);
  }
  if (plan.vehicles <= fleet) return 0;
  return saveVehicles(plan, near, random, Math.max(least, fleet), (steps) => search.progress(steps) >= 1);
}

function fillPlan(plan: Plan, near: Near, absent: Int32Array, random: () => number): void {
  const n = plan.problem.size;
  const depot = n;
  const order = Array.from({ length: n }, (_, c) => c);
  const far = order.map((c) => travel(plan.problem, depot, c));
  order.sort((a, b) => (far[b] as number) - (far[a] as number));
  for (const c of order) {
    absent[0] = c;
    recreate(plan, near, random, absent, 1, Infinity);
    plan.accept();
  }
}

/**
 * Start and end temperature in mean arcs of the first plan, chosen on C2_2_1, R2_2_1, X-n308-k13 and X-n716-k35 at 60,000 to
 * 150,000 steps. Windows need more heat; tens of thousands of stops get too few steps a stop to cool from it.
 */
export function temperatures(problem: Problem, cost: number, vehicles: number): readonly [number, number] {
  const arc = Math.max(cost / (problem.size + vehicles), 1e-6);
  if (problem.size > LARGE) return [0.1 * arc, 0.001 * arc];
  return problem.timed ? [5 * arc, 0.02 * arc] : [arc, 0.01 * arc];
}

const LARGE = 5000;

/** One number by which plans compare: the cost, below the vehicles when those come first. */
export function planPrice(vehicles: number, cost: number, vehiclesFirst: boolean | undefined): number {
  return vehiclesFirst === true ? vehicles * VEHICLE_WEIGHT + cost : cost;
}

const VEHICLE_WEIGHT = 1e9;

/** The best plan met, copied at once in small problems and at each look at the clock in large ones. */
class Best {
  cost: number;
  readonly #succ: Int32Array;
  readonly #eager: boolean;
  #trades = 0;

  constructor(plan: Plan) {
    this.#succ = plan.succ.slice();
    this.cost = plan.cost;
    this.#eager = plan.problem.size <= 2000;
  }

  offer(plan: Plan): void {
    if (this.#eager && plan.cost < this.cost - 1e-9) this.#copy(plan);
  }

  settle(plan: Plan): void {
    if (plan.cost < this.cost - 1e-9) this.#copy(plan);
  }

  /** Shows the best to others now and then; answers whether the plan was replaced by a better one. */
  trade(plan: Plan, done: number, search: Search): boolean {
    if (search.exchange === undefined || done * EXCHANGES < this.#trades + 1) return false;
    this.#trades = Math.floor(done * EXCHANGES);
    const routes = this.routes(plan.problem);
    const better = search.exchange(planPrice(routes.length, this.cost, search.vehiclesFirst), () => routes);
    if (better === undefined) return false;
    plan.replace(better);
    this.#copy(plan);
    return true;
  }

  routes(problem: Problem): number[][] {
    const n = problem.size;
    const routes: number[][] = [];
    for (let depot = n; depot < 2 * n; depot++) {
      const route: number[] = [];
      for (let c = this.#succ[depot] as number; c < n; c = this.#succ[c] as number) route.push(c);
      if (route.length > 0) routes.push(route);
    }
    return routes;
  }

  #copy(plan: Plan): void {
    this.#succ.set(plan.succ);
    this.cost = plan.cost;
  }
}
