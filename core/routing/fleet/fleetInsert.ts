import type { Random } from '../random.ts';
import { detour, type FleetPlan, firstStart } from './fleetPlan.ts';
import type { FleetProblem, VehicleType } from './fleetProblem.ts';
import { splitRoute } from './splitRoute.ts';

const BLINK_RATE = 0.01;
const SPLIT_RATE = 0.1;
const EAGER_RATE = 0.1;

/** Where a stop goes: a route (-1: one of its own), the vehicle type to drive it, its position there and that of its partner. */
interface Choice {
  cost: number;
  route: number;
  type: number;
  at: number;
  partnerAt: number;
}

/**
 * Puts absent stops into a plan, each where it costs least beside a near stop or alone, unless its penalty is less (greedy insertion
 * with blinks, Christiaens and Vanden Berghe, 2020). A route that gets too full may change to a larger vehicle.
 */
export class FleetInsert {
  readonly #plan: FleetPlan;
  readonly #problem: FleetProblem;
  readonly #near: Int32Array;
  readonly #width: number;
  readonly #random: Random;
  readonly #best: Choice = { cost: Infinity, route: -1, type: -1, at: 0, partnerAt: 0 };
  readonly #scratch: Int32Array;
  readonly #leastRate: number;
  readonly #hasSkills: boolean;

  constructor(plan: FleetPlan, near: Int32Array, random: Random) {
    this.#plan = plan;
    this.#problem = plan.problem;
    this.#near = near;
    this.#width = near.length / Math.max(1, plan.problem.size);
    this.#random = random;
    this.#scratch = new Int32Array(plan.problem.size + 2);
    this.#hasSkills = plan.problem.skills.some((skills) => skills !== 0);
    this.#leastRate = plan.problem.vehicles.reduce((least, type) => Math.min(least, type.distanceCost), Infinity);
  }

  /** Tries all absent stops once, in the order in which they stand. */
  insertAbsent(): void {
    const plan = this.#plan;
    const absent = plan.absent;
    plan.absent = [];
    for (const c of absent) {
      const choice = this.#best;
      choice.cost = this.#worth(c);
      choice.route = -1;
      choice.type = -1;
      if ((this.#problem.pair[c] as number) < 0) this.#searchRoutes(c);
      else this.#searchPair(c, this.#problem.pair[c] as number);
      this.#searchEmpty(c);
      if (choice.type < 0) plan.absent.push(c);
      else this.#place(choice, c);
    }
  }

  /** What a visit may cost: the penalty, now and then more, for two stops may pay for a route that neither pays for alone. */
  #worth(c: number): number {
    const penalty = this.#plan.penalty(c);
    return this.#random() < EAGER_RATE ? penalty * (1 + 2 * this.#random()) : penalty;
  }

  /** Gives each touched route the vehicle type that drives it cheapest. */
  fitVehicles(): void {
    const plan = this.#plan;
    if (this.#problem.vehicles.length < 2) return;
    for (const r of plan.touched()) {
      const stops = plan.stops[r] as number[];
      if (stops.length === 0 || (plan.fixed[r] as number) > 0 || plan.closed[r] === true) continue;
      let best = plan.typeOf[r] as number;
      let least = (plan.cost[r] as number) - 1e-9;
      this.#problem.vehicles.forEach((type, t) => {
        if (t === plan.typeOf[r] || (plan.idle[t] as number) < 1) return;
        const cost = plan.drive.price(type, stops, stops.length);
        if (cost >= least) return;
        least = cost;
        best = t;
      });
      if (best !== plan.typeOf[r]) plan.change(r, best);
      if (this.#random() < SPLIT_RATE) splitRoute(plan, r);
    }
  }

  #place(choice: Choice, c: number): void {
    const plan = this.#plan;
    const partner = this.#problem.pair[c] as number;
    const r = choice.route < 0 ? plan.emptyRoute(choice.type) : choice.route;
    const stops = (plan.stops[r] as number[]).slice();
    if (choice.route < 0) stops.push(...(partner < 0 ? [c] : [c, partner]));
    else {
      stops.splice(choice.at, 0, c);
      if (partner >= 0) stops.splice(choice.partnerAt + 1, 0, partner);
      if (choice.type !== plan.typeOf[r]) {
        plan.set(r, []);
        plan.change(r, choice.type);
      }
    }
    plan.set(r, stops);
    plan.total -= plan.penalty(c);
  }

  /** The inner loop: the places after and before each near stop, by the arcs that the plan keeps. */
  #searchRoutes(c: number): void {
    const plan = this.#plan;
    const { routeOf, prev, next, into, out, closed } = plan;
    const { distance, places } = this.#problem;
    const best = this.#best;
    const row = c * places;
    for (let k = c * this.#width; k < (c + 1) * this.#width; k++) {
      const v = this.#near[k] as number;
      const r = routeOf[v] as number;
      if (r < 0 || closed[r] === true || this.#random() < BLINK_RATE) continue;
      const from = distance[v * places + c] as number;
      const to = next[v] as number;
      const after = to < 0 ? from : from + (distance[row + to] as number) - (out[v] as number);
      if (this.#leastRate * after < best.cost) this.#tryAt(c, r, (plan.position[v] as number) + 1, v, to, after);
      const p = prev[v] as number;
      const back = distance[row + v] as number;
      const before = p < 0 ? back : back + (distance[p * places + c] as number) - (into[v] as number);
      if (this.#leastRate * before < best.cost) this.#tryAt(c, r, plan.position[v] as number, p, v, before);
    }
    // A begun route may lie far from everything; its end is always a candidate.
    for (let r = 0; r < this.#problem.started.length; r++) {
      if (closed[r] === true) continue;
      const stops = plan.stops[r] as number[];
      const type = plan.type(r);
      const from = stops.at(-1) ?? type.start;
      this.#tryAt(c, r, stops.length, from, type.end, detour(this.#problem, from, c, type.end));
    }
  }

  #tryAt(c: number, r: number, at: number, from: number, to: number, longer: number): void {
    const plan = this.#plan;
    const problem = this.#problem;
    if (at < (plan.fixed[r] as number)) return;
    const type = plan.type(r);
    if (this.#roomIn(c, r, type)) {
      if (type.distanceCost * longer < this.#best.cost && this.#mayFit(c, from, to, type)) {
        this.#offer(c, r, plan.typeOf[r] as number, at, longer);
      }
      return;
    }
    if (problem.vehicles.length < 2 || (plan.fixed[r] as number) > 0) return;
    const length = (plan.distance[r] as number) + longer;
    const most = this.#best.cost + (plan.cost[r] as number);
    for (let t = 0; t < problem.vehicles.length; t++) {
      const other = problem.vehicles[t] as VehicleType;
      if ((plan.idle[t] as number) < 1 || other.start !== type.start || other.end !== type.end) continue;
      if (other.fixedCost + other.distanceCost * length >= most || !this.#roomIn(c, r, other)) continue;
      this.#offer(c, r, t, at, longer);
    }
  }

  /** Skills, number of stops and the load at the start; enough where loads only go down on the way. */
  #roomIn(c: number, r: number, type: VehicleType): boolean {
    const { dimensions, deliver, skills } = this.#problem;
    if (((skills[c] as number) & ~type.skills) !== 0) return false;
    if ((this.#plan.stops[r]?.length ?? 0) >= type.maxStops) return false;
    const load = this.#plan.load[r] as number[];
    for (let d = 0; d < dimensions; d++) {
      if ((load[d] as number) + (deliver[c * dimensions + d] as number) > (type.capacity[d] as number) + 1e-6)
        return false;
    }
    return true;
  }

  /** Whether bounds on clocks leave a chance for c between two places of a route. */
  #mayFit(c: number, from: number, to: number, type: VehicleType): boolean {
    const problem = this.#problem;
    if (!problem.isTimed) return true;
    const { duration, places, size, service } = problem;
    const drive = (a: number, b: number) => (a < 0 || b < 0 ? 0 : (duration[a * places + b] as number));
    const leave = from >= 0 && from < size ? (this.#plan.leave[from] as number) : type.opens;
    const end = firstStart(problem, c, leave + drive(from, c)) + (service[c] as number);
    const limit = to >= 0 && to < size ? (this.#plan.latest[to] as number) : type.closes;
    return end + drive(c, to) <= limit + 1e-6;
  }

  #offer(c: number, r: number, t: number, at: number, longer: number): void {
    const plan = this.#plan;
    const type = this.#problem.vehicles[t] as VehicleType;
    // Another vehicle must also have the skills for what is already on the route, which only driving it shows.
    const isKnown = t === plan.typeOf[r] || !this.#hasSkills;
    if (isKnown && !this.#problem.isTimed && !this.#problem.isMixed) {
      const length = (plan.distance[r] as number) + longer;
      if (length > type.maxDistance + 1e-6) return;
      const whole = this.#problem.vehicleWeight + type.fixedCost + type.distanceCost * length;
      this.#take(whole - (plan.cost[r] as number), r, t, at, 0);
      return;
    }
    const stops = plan.stops[r] as number[];
    const scratch = this.#scratch;
    for (let k = 0; k < at; k++) scratch[k] = stops[k] as number;
    scratch[at] = c;
    for (let k = at; k < stops.length; k++) scratch[k + 1] = stops[k] as number;
    this.#take(plan.drive.price(type, scratch, stops.length + 1) - (plan.cost[r] as number), r, t, at, 0);
  }

  #take(cost: number, r: number, t: number, at: number, partnerAt: number): void {
    const best = this.#best;
    if (!(cost < best.cost)) return;
    best.cost = cost;
    best.route = r;
    best.type = t;
    best.at = at;
    best.partnerAt = partnerAt;
  }

  /** All positions of both stops in the routes beside them, once for each route. */
  #searchPair(pickup: number, delivery: number): void {
    const plan = this.#plan;
    const routes = new Set<number>();
    for (let r = 0; r < this.#problem.started.length; r++) routes.add(r);
    for (const near of [pickup, delivery]) {
      for (let k = near * this.#width; k < (near + 1) * this.#width; k++) {
        const r = plan.routeOf[this.#near[k] as number] as number;
        if (r >= 0 && this.#random() >= BLINK_RATE) routes.add(r);
      }
    }
    for (const r of routes) if (plan.closed[r] !== true) this.#tryPair(pickup, delivery, r);
  }

  #tryPair(pickup: number, delivery: number, r: number): void {
    const plan = this.#plan;
    const problem = this.#problem;
    const stops = plan.stops[r] as number[];
    const type = plan.type(r);
    for (let i = plan.fixed[r] as number; i <= stops.length; i++) {
      const from = i > 0 ? (stops[i - 1] as number) : type.start;
      const to = i < stops.length ? (stops[i] as number) : type.end;
      if (!this.#mayFit(pickup, from, to, type)) continue;
      const first = type.distanceCost * detour(problem, from, pickup, to);
      for (let j = i; j <= stops.length; j++) {
        const second = type.distanceCost * this.#deliveryDetour(stops, type, pickup, delivery, i, j);
        if ((j > i ? first : 0) + second >= this.#best.cost) continue;
        const count = this.#spread(stops, pickup, delivery, i, j);
        const cost = plan.drive.price(type, this.#scratch, count) - (plan.cost[r] as number);
        this.#take(cost, r, plan.typeOf[r] as number, i, j);
      }
    }
  }

  /** Lays the stops out with the pickup at position i and the delivery behind what stood before position j. */
  #spread(stops: readonly number[], pickup: number, delivery: number, i: number, j: number): number {
    const scratch = this.#scratch;
    let count = 0;
    for (let k = 0; k <= stops.length; k++) {
      if (k === i) scratch[count++] = pickup;
      if (k === j) scratch[count++] = delivery;
      if (k < stops.length) scratch[count++] = stops[k] as number;
    }
    return count;
  }

  /** Extra distance of the delivery behind position j; directly behind the pickup it includes the pickup's own. */
  #deliveryDetour(stops: readonly number[], type: VehicleType, pickup: number, delivery: number, i: number, j: number) {
    const problem = this.#problem;
    const from = j > 0 ? (stops[j - 1] as number) : type.start;
    const to = j < stops.length ? (stops[j] as number) : type.end;
    if (j > i) return detour(problem, from, delivery, to);
    return detour(problem, from, pickup, to) + detour(problem, pickup, delivery, to);
  }

  #searchEmpty(c: number): void {
    const plan = this.#plan;
    const partner = this.#problem.pair[c] as number;
    const stops = partner < 0 ? [c] : [c, partner];
    this.#problem.vehicles.forEach((type, t) => {
      if ((plan.idle[t] as number) < 1) return;
      const cost = plan.drive.price(type, stops, stops.length);
      this.#take(cost, -1, t, 0, 0);
    });
  }
}
