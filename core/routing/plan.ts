import { type Problem, travel } from './problem.ts';

/**
 * A mutable set of routes as circular doubly linked lists: stops 0 to n - 1, and node n + r for the depot of route r.
 * Every change is logged, so that a rejected step costs what it touched and not the whole plan.
 */
export class Plan {
  readonly problem: Problem;
  readonly succ: Int32Array;
  readonly pred: Int32Array;
  /** The route of each node, -1 for a stop that is not planned. */
  readonly routeOf: Int32Array;
  /** The place of each node: a stop's own number, the depot's for every route's depot node. */
  readonly place: Int32Array;
  readonly load: Float64Array;
  readonly count: Int32Array;
  /** The cost of the arc from each node to its successor. */
  readonly arc: Float64Array;
  /** The longer of the two arcs at each stop. */
  readonly reach: Float64Array;
  /** Earliest departure of each node, given the stops before. */
  readonly leave: Float64Array;
  /** Latest start of service that keeps all later windows. */
  readonly latest: Float64Array;
  cost = 0;
  vehicles = 0;
  #logStop: Int32Array;
  #logAfter: Int32Array;
  #logged = 0;
  readonly #spare: Int32Array;
  #spares: number;

  constructor(problem: Problem) {
    const n = problem.size;
    this.problem = problem;
    this.succ = new Int32Array(2 * n);
    this.pred = new Int32Array(2 * n);
    this.routeOf = new Int32Array(2 * n).fill(-1);
    this.place = new Int32Array(2 * n);
    this.load = new Float64Array(n);
    this.count = new Int32Array(n);
    this.arc = new Float64Array(2 * n);
    this.reach = new Float64Array(2 * n);
    this.leave = new Float64Array(2 * n);
    this.latest = new Float64Array(2 * n);
    this.#logStop = new Int32Array(4 * n + 16);
    this.#logAfter = new Int32Array(4 * n + 16);
    this.#spare = new Int32Array(n);
    this.#spares = n;
    for (let v = 0; v < n; v++) {
      this.place[v] = v;
      this.place[n + v] = n;
      this.routeOf[n + v] = v;
      this.succ[n + v] = n + v;
      this.pred[n + v] = n + v;
      this.leave[n + v] = problem.ready[n] as number;
      this.latest[n + v] = problem.due[n] as number;
      this.#spare[v] = n - 1 - v;
    }
  }

  /** The depot node of a route without stops; there is always one while a stop is unplanned. */
  emptyDepot(): number {
    return this.problem.size + (this.#spare[this.#spares - 1] as number);
  }

  /** Plans stop c right after node p. */
  insert(c: number, p: number): void {
    this.#log(c, -1);
    this.#link(c, p);
  }

  /** Takes stop c out of its route. */
  remove(c: number): void {
    this.#log(c, this.pred[c] as number);
    this.#unlink(c);
  }

  /** Forgets the log: what was done stands. */
  accept(): void {
    this.#logged = 0;
  }

  /** Undoes everything since the last accept, newest first. */
  reject(): void {
    for (let k = this.#logged - 1; k >= 0; k--) {
      const c = this.#logStop[k] as number;
      const after = this.#logAfter[k] as number;
      if (after < 0) this.#unlink(c);
      else this.#link(c, after);
    }
    this.#logged = 0;
  }

  /** Replaces everything by the given routes. */
  replace(routes: readonly ArrayLike<number>[]): void {
    for (let c = 0; c < this.problem.size; c++) if ((this.routeOf[c] as number) >= 0) this.#unlink(c);
    for (const route of routes) {
      let at = this.emptyDepot();
      for (let k = 0; k < route.length; k++) {
        const c = route[k] as number;
        this.#link(c, at);
        at = c;
      }
    }
    this.#logged = 0;
  }

  /** The routes with stops, in order of their first stop's number. */
  routes(): number[][] {
    const n = this.problem.size;
    const routes: number[][] = [];
    for (let depot = n; depot < 2 * n; depot++) {
      if ((this.count[depot - n] as number) === 0) continue;
      const route: number[] = [];
      for (let c = this.succ[depot] as number; c < n; c = this.succ[c] as number) route.push(c);
      routes.push(route);
    }
    return routes.sort((a, b) => (a[0] as number) - (b[0] as number));
  }

  #log(c: number, after: number): void {
    this.#logStop[this.#logged] = c;
    this.#logAfter[this.#logged++] = after;
  }

  #link(c: number, p: number): void {
    const { problem, succ, pred, place, arc } = this;
    const s = succ[p] as number;
    const r = this.routeOf[p] as number;
    const before = travel(problem, place[p] as number, c);
    const after = travel(problem, c, place[s] as number);
    succ[p] = c;
    pred[c] = p;
    succ[c] = s;
    pred[s] = c;
    this.routeOf[c] = r;
    this.load[r] = (this.load[r] as number) + (problem.demand[c] as number);
    this.cost += before + after - (arc[p] as number);
    arc[p] = before;
    arc[c] = after;
    this.#measure(p);
    this.#measure(c);
    this.#measure(s);
    const count = this.count[r] as number;
    this.count[r] = count + 1;
    if (count === 0) {
      this.#spares--;
      this.vehicles++;
    }
    if (problem.timed) {
      this.#delay(c, true);
      this.#advance(c, true);
    }
  }

  #unlink(c: number): void {
    const { problem, succ, pred, place, arc } = this;
    const p = pred[c] as number;
    const s = succ[c] as number;
    const r = this.routeOf[c] as number;
    const direct = p === s ? 0 : travel(problem, place[p] as number, place[s] as number);
    succ[p] = s;
    pred[s] = p;
    this.routeOf[c] = -1;
    this.load[r] = (this.load[r] as number) - (problem.demand[c] as number);
    this.cost += direct - (arc[p] as number) - (arc[c] as number);
    arc[p] = direct;
    this.#measure(p);
    this.#measure(s);
    const count = (this.count[r] as number) - 1;
    this.count[r] = count;
    if (count === 0) {
      this.#spare[this.#spares++] = r;
      this.vehicles--;
    }
    if (problem.timed) {
      this.#delay(s, false);
      this.#advance(p, false);
    }
  }

  #measure(v: number): void {
    const before = this.arc[this.pred[v] as number] as number;
    const after = this.arc[v] as number;
    this.reach[v] = before > after ? before : after;
  }

  /** Recomputes earliest departures from node v on, as far as they change. */
  #delay(v: number, fresh: boolean): void {
    const { problem, succ, pred, arc, leave } = this;
    const { ready, service, size } = problem;
    let must = fresh;
    for (let c = v; c < size; c = succ[c] as number) {
      const p = pred[c] as number;
      const arrival = (leave[p] as number) + (arc[p] as number);
      const opens = ready[c] as number;
      const departure = (arrival > opens ? arrival : opens) + (service[c] as number);
      if (!must && departure === (leave[c] as number)) return;
      leave[c] = departure;
      must = false;
    }
  }

  /** Recomputes latest starts from node v back, as far as they change. */
  #advance(v: number, fresh: boolean): void {
    const { problem, succ, pred, arc, latest } = this;
    const { due, service, size } = problem;
    let must = fresh;
    for (let c = v; c < size; c = pred[c] as number) {
      const limit = (latest[succ[c] as number] as number) - (arc[c] as number) - (service[c] as number);
      const closes = due[c] as number;
      const start = limit < closes ? limit : closes;
      if (!must && start === (latest[c] as number)) return;
      latest[c] = start;
      must = false;
    }
  }
}
