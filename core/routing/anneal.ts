import { type Near, nearestStops } from './neighbours.ts';
import { Plan } from './plan.ts';
import { type Problem, travel } from './problem.ts';
import { seededRandom } from './random.ts';
import { recreate } from './recreate.ts';
import { ruinStrings } from './ruin.ts';

/** How long to search and who else is searching. `progress` answers 0 at the start and 1 or more when the budget is spent. */
export interface Search {
  readonly seed: number;
  /** Called about every hundred steps with the steps done. A function of the steps alone makes the answer deterministic. */
  readonly progress: (steps: number) => number;
  /** Called fifty times: shows the best so far and may answer better routes to go on from. */
  readonly exchange?: (cost: number, routes: () => number[][]) => number[][] | undefined;
  /** Routes to start from, instead of an empty plan. */
  readonly start?: readonly (readonly number[])[];
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

const EXCHANGES = 50;
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
  if (search.start === undefined) fillPlan(plan, near, absent, random);
  else plan.replace(search.start);
  const best = new Best(plan);
  const [hot, cold] = search.heat ?? temperatures(problem, plan.cost, plan.vehicles);
  let steps = 0;
  for (let done = search.progress(0); done < 1; done = search.progress(steps)) {
    const heat = hot * (cold / hot) ** done;
    for (const stop = steps + CLOCK_STEPS; steps < stop; steps++) {
      const before = plan.cost;
      const count = ruinStrings(plan, near, Math.floor(random() * n), random, absent, touched, steps);
      recreate(plan, near, random, absent, count);
      if (plan.cost < before - heat * Math.log(random())) {
        plan.accept();
        best.offer(plan);
      } else plan.reject();
    }
    best.settle(plan);
    best.trade(plan, done, search.exchange);
  }
  return { routes: best.routes(problem), cost: best.cost, steps, last: plan.routes() };
}

function fillPlan(plan: Plan, near: Near, absent: Int32Array, random: () => number): void {
  const n = plan.problem.size;
  const depot = n;
  const order = Array.from({ length: n }, (_, c) => c);
  const far = order.map((c) => travel(plan.problem, depot, c));
  order.sort((a, b) => (far[b] as number) - (far[a] as number));
  for (const c of order) {
    absent[0] = c;
    recreate(plan, near, random, absent, 1);
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

  trade(plan: Plan, done: number, exchange: Search['exchange']): void {
    if (exchange === undefined || done * EXCHANGES < this.#trades + 1) return;
    this.#trades = Math.floor(done * EXCHANGES);
    const better = exchange(this.cost, () => this.routes(plan.problem));
    if (better === undefined) return;
    plan.replace(better);
    this.#copy(plan);
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
