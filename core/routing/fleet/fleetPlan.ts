import { Drive } from './drive.ts';
import { distanceBetween, type FleetProblem, type FleetRoute, type VehicleType } from './fleetProblem.ts';

/**
 * A mutable plan of the full model: each route is an array of stops with a vehicle type. A step saves each route when it touches it
 * first, so that rejecting the step costs what it touched. Stops that no route visits are absent, at their penalty.
 */
export class FleetPlan {
  readonly problem: FleetProblem;
  readonly drive: Drive;
  readonly stops: number[][] = [];
  readonly typeOf: number[] = [];
  readonly cost: number[] = [];
  readonly distance: number[] = [];
  /** The first stops of a route that stay; a closed route takes none at all. */
  readonly fixed: number[] = [];
  readonly closed: boolean[] = [];
  /** Load at the start of each route, by dimension. */
  readonly load: number[][] = [];
  readonly routeOf: Int32Array;
  readonly position: Int32Array;
  /** The places before and after each planned stop (-1: none), and the arcs from and to them. */
  readonly prev: Int32Array;
  readonly next: Int32Array;
  readonly into: Float64Array;
  readonly out: Float64Array;
  /** Earliest departure and latest arrival at each planned stop, without breaks: bounds that no schedule beats. */
  readonly leave: Float64Array;
  readonly latest: Float64Array;
  /** Vehicles of each type that stand idle. */
  readonly idle: number[];
  absent: number[] = [];
  /** What a stop that must be visited costs when it is absent. */
  readonly missing: number;
  total = 0;
  readonly #saved = new Map<number, Saved>();
  #savedAbsent: number[] = [];
  #savedTotal = 0;

  constructor(problem: FleetProblem, missing: number) {
    this.problem = problem;
    this.drive = new Drive(problem);
    this.missing = missing;
    this.routeOf = new Int32Array(problem.size).fill(-1);
    this.position = new Int32Array(problem.size);
    this.prev = new Int32Array(problem.size);
    this.next = new Int32Array(problem.size);
    this.into = new Float64Array(problem.size);
    this.out = new Float64Array(problem.size);
    this.leave = new Float64Array(problem.size);
    this.latest = new Float64Array(problem.size);
    this.idle = problem.vehicles.map((type) => type.count);
    for (const route of problem.started) this.#open(route.vehicle, route.stops, route.locked, route.isClosed);
    for (let c = 0; c < problem.size; c++) {
      if ((this.routeOf[c] as number) < 0 && problem.isDelivery[c] === 0) this.absent.push(c);
    }
    this.total = this.cost.reduce((sum, cost) => sum + cost, 0);
    for (const c of this.absent) this.total += this.penalty(c);
    this.accept();
  }

  /** What leaving this stop, or this pair, out costs. */
  penalty(c: number): number {
    const penalty = this.problem.penalty[c] as number;
    return penalty === Infinity ? this.missing : penalty;
  }

  type(r: number): VehicleType {
    return this.problem.vehicles[this.typeOf[r] as number] as VehicleType;
  }

  /** Replaces the stops of route r, which must be feasible, and what is known about it. */
  set(r: number, stops: number[]): void {
    this.#save(r);
    const before = this.stops[r] as number[];
    for (const c of before) if (this.routeOf[c] === r) this.routeOf[c] = -1;
    if (before.length > 0 && stops.length === 0) this.#count(r, 1);
    else if (before.length === 0 && stops.length > 0) this.#count(r, -1);
    this.stops[r] = stops;
    this.refresh(r);
  }

  /** Drives route r with another type. */
  change(r: number, type: number): void {
    this.#save(r);
    if ((this.stops[r]?.length ?? 0) > 0) this.#count(r, 1);
    this.typeOf[r] = type;
    if ((this.stops[r]?.length ?? 0) > 0) this.#count(r, -1);
    this.refresh(r);
  }

  /** A route without stops for this type. */
  emptyRoute(type: number): number {
    const given = this.problem.started.length;
    let r = this.stops.findIndex((stops, k) => stops.length === 0 && k >= given);
    if (r < 0) r = this.#open(type, [], 0, false);
    this.#save(r);
    this.typeOf[r] = type;
    return r;
  }

  /** Computes cost, loads and bounds of route r from its stops. */
  refresh(r: number): void {
    const stops = this.stops[r] as number[];
    const cost = this.drive.price(this.type(r), stops, stops.length);
    this.total += cost - (this.cost[r] as number);
    this.cost[r] = cost;
    this.distance[r] = this.drive.distance;
    this.#chain(r, stops);
    if (this.problem.isTimed) this.#bound(r);
  }

  /** What was done since the last accept stands. */
  accept(): void {
    this.#saved.clear();
    this.#savedAbsent = this.absent.slice();
    this.#savedTotal = this.total;
  }

  /** Undoes everything since the last accept. */
  reject(): void {
    for (const r of this.#saved.keys()) {
      for (const c of this.stops[r] as number[]) if (this.routeOf[c] === r) this.routeOf[c] = -1;
      if ((this.stops[r]?.length ?? 0) > 0) this.#count(r, 1);
    }
    for (const [r, saved] of this.#saved) {
      this.stops[r] = saved.stops;
      this.typeOf[r] = saved.type;
      if (saved.stops.length > 0) this.#count(r, -1);
      this.refresh(r);
    }
    this.#saved.clear();
    this.absent = this.#savedAbsent.slice();
    this.total = this.#savedTotal;
  }

  /** Routes touched since the last accept. */
  touched(): number[] {
    return [...this.#saved.keys()];
  }

  /** The routes that have stops, behind the given ones, which come first even without. */
  routes(): FleetRoute[] {
    const given = this.problem.started.length;
    return this.stops.flatMap((stops, r) =>
      stops.length > 0 || r < given ? [{ vehicle: this.typeOf[r] as number, stops: [...stops] }] : [],
    );
  }

  /** Takes over the routes of another plan of the same problem, in the order in which it lists them. */
  replace(routes: readonly FleetRoute[]): void {
    this.stops.forEach((_, r) => {
      this.set(r, []);
    });
    routes.forEach(({ vehicle, stops }, k) => {
      const r = k < this.problem.started.length ? k : this.emptyRoute(vehicle);
      this.set(r, [...stops]);
    });
    const { isDelivery } = this.problem;
    this.absent = [];
    for (let c = 0; c < isDelivery.length; c++) {
      if ((this.routeOf[c] as number) < 0 && isDelivery[c] === 0) this.absent.push(c);
    }
    this.total = this.cost.reduce((sum, cost) => sum + cost, 0);
    for (const c of this.absent) this.total += this.penalty(c);
    this.accept();
  }

  #open(type: number, stops: readonly number[], locked: number, isClosed: boolean): number {
    const r = this.stops.length;
    this.stops.push([...stops]);
    this.typeOf.push(type);
    this.cost.push(0);
    this.distance.push(0);
    this.fixed.push(locked);
    this.closed.push(isClosed);
    this.load.push(new Array<number>(this.problem.dimensions).fill(0));
    if (stops.length > 0) this.#count(r, -1);
    this.refresh(r);
    return r;
  }

  #count(r: number, change: number): void {
    const type = this.typeOf[r] as number;
    this.idle[type] = (this.idle[type] as number) + change;
  }

  #save(r: number): void {
    if (this.#saved.has(r)) return;
    this.#saved.set(r, { stops: (this.stops[r] as number[]).slice(), type: this.typeOf[r] as number });
  }

  #chain(r: number, stops: readonly number[]): void {
    const { problem, routeOf, position, prev, next, into, out } = this;
    const { dimensions, deliver } = problem;
    const load = this.load[r] as number[];
    const type = this.type(r);
    load.fill(0);
    let at = type.start;
    for (let k = 0; k < stops.length; k++) {
      const c = stops[k] as number;
      routeOf[c] = r;
      position[c] = k;
      prev[c] = at;
      into[c] = distanceBetween(problem, at, c);
      const to = k + 1 < stops.length ? (stops[k + 1] as number) : type.end;
      next[c] = to;
      out[c] = distanceBetween(problem, c, to);
      for (let d = 0; d < dimensions; d++) load[d] = (load[d] as number) + (deliver[c * dimensions + d] as number);
      at = c;
    }
  }

  #bound(r: number): void {
    const { problem, leave, latest } = this;
    const { duration, places, service } = problem;
    const type = this.type(r);
    const stops = this.stops[r] as number[];
    const driveTime = (from: number, to: number) => (from < 0 || to < 0 ? 0 : (duration[from * places + to] as number));
    let now = type.opens;
    let at = type.start;
    for (const c of stops) {
      now = firstStart(problem, c, now + driveTime(at, c)) + (service[c] as number);
      leave[c] = now;
      at = c;
    }
    let limit = type.closes;
    let next = type.end;
    for (let k = stops.length - 1; k >= 0; k--) {
      const c = stops[k] as number;
      limit = lastStart(problem, c, limit - driveTime(c, next) - (service[c] as number));
      latest[c] = limit;
      next = c;
    }
  }
}

interface Saved {
  readonly stops: number[];
  readonly type: number;
}

/** When service can begin after an arrival, Infinity when all windows are over. */
export function firstStart(problem: FleetProblem, c: number, arrival: number): number {
  const { firstWindow, opens, closes } = problem;
  for (let w = firstWindow[c] as number; w < (firstWindow[c + 1] as number); w++) {
    if (arrival <= (closes[w] as number) + 1e-6) return Math.max(arrival, opens[w] as number);
  }
  return Infinity;
}

function lastStart(problem: FleetProblem, c: number, limit: number): number {
  const { firstWindow, opens, closes } = problem;
  for (let w = (firstWindow[c + 1] as number) - 1; w >= (firstWindow[c] as number); w--) {
    if (limit >= (opens[w] as number) - 1e-6) return Math.min(limit, closes[w] as number);
  }
  return -Infinity;
}

/** What stop c between two places of a route adds in distance. */
export function detour(problem: FleetProblem, from: number, c: number, to: number): number {
  return distanceBetween(problem, from, c) + distanceBetween(problem, c, to) - distanceBetween(problem, from, to);
}
