import type { Problem } from '../problem.ts';

/**
 * Routes under local search, which may break capacity and windows at a price. Stops are 0 to n - 1, node n + r opens route r and
 * node n + m + r closes it. A lateness is paid as time warp (Nagata et al., 2010): the clock is set back to the closing time. For
 * each node the prefix up to it and the suffix from it are kept, so that a changed route is priced without walking it.
 */
export class Tours {
  readonly problem: Problem;
  readonly count: number;
  readonly routes: number;
  readonly succ: Int32Array;
  readonly pred: Int32Array;
  readonly place: Int32Array;
  readonly routeOf: Int32Array;
  readonly position: Int32Array;
  /** Load from the depot up to and including each node. */
  readonly loadTo: Float64Array;
  /** Cost of the reversed prefix minus the forward one, for turning a part of a route around under asymmetric costs. */
  readonly turn: Float64Array;
  /** The cost of the arc from each node to its successor. */
  readonly arc: Float64Array;
  /** What taking each stop out changes in length. */
  readonly removal: Float64Array;
  /** Departure after the prefix, and the warp within it. */
  readonly leave: Float64Array;
  readonly warpTo: Float64Array;
  /** Latest arrival that adds no warp to the suffix, and the warp within it. */
  readonly latest: Float64Array;
  readonly warpFrom: Float64Array;
  readonly load: Float64Array;
  readonly size: Int32Array;
  readonly penalty: Float64Array;
  /** The number of the last move that changed each route. */
  readonly changed: Int32Array;
  /** The polar sector of each route as start and width, in turns of 65,536. */
  readonly sectorFrom: Float64Array;
  readonly sectorWidth: Float64Array;
  readonly angle: Float64Array;
  loadPrice = 1;
  warpPrice = 1;
  moves = 0;

  constructor(problem: Problem, routes: number) {
    const n = problem.size;
    const nodes = n + 2 * routes;
    this.problem = problem;
    this.count = n;
    this.routes = routes;
    this.succ = new Int32Array(nodes);
    this.pred = new Int32Array(nodes);
    this.place = new Int32Array(nodes).fill(n);
    this.routeOf = new Int32Array(nodes);
    this.position = new Int32Array(nodes);
    this.loadTo = new Float64Array(nodes);
    this.turn = new Float64Array(nodes);
    this.arc = new Float64Array(nodes);
    this.removal = new Float64Array(n);
    this.leave = new Float64Array(nodes);
    this.warpTo = new Float64Array(nodes);
    this.latest = new Float64Array(nodes);
    this.warpFrom = new Float64Array(nodes);
    this.load = new Float64Array(routes);
    this.size = new Int32Array(routes);
    this.penalty = new Float64Array(routes);
    this.changed = new Int32Array(routes);
    this.sectorFrom = new Float64Array(routes);
    this.sectorWidth = new Float64Array(routes);
    this.angle = polarAngles(problem);
    for (let c = 0; c < n; c++) this.place[c] = c;
    for (let r = 0; r < routes; r++) {
      this.routeOf[n + r] = r;
      this.routeOf[n + routes + r] = r;
      this.leave[n + r] = problem.ready[n] as number;
      this.latest[n + routes + r] = problem.due[n] as number;
    }
  }

  /** Takes over the given routes; those beyond the number of vehicles are appended to the last one. */
  assign(routes: readonly (readonly number[])[]): void {
    const { count: n, routes: m, succ, pred, routeOf } = this;
    this.moves = 0;
    for (let r = 0; r < m; r++) {
      let at = n + r;
      const take = (route: readonly number[]) => {
        for (const c of route) {
          succ[at] = c;
          pred[c] = at;
          routeOf[c] = r;
          at = c;
        }
      };
      take(routes[r] ?? []);
      if (r === m - 1) for (const extra of routes.slice(m)) take(extra);
      succ[at] = n + m + r;
      pred[n + m + r] = at;
      this.refresh(r);
    }
  }

  /** The routes with stops, in the order of their polar angle. */
  list(): number[][] {
    const { count: n, routes: m, succ } = this;
    const routes: { readonly angle: number; readonly stops: number[] }[] = [];
    for (let r = 0; r < m; r++) {
      if (this.size[r] === 0) continue;
      const stops: number[] = [];
      for (let c = succ[n + r] as number; c < n; c = succ[c] as number) stops.push(c);
      routes.push({ angle: (this.sectorFrom[r] as number) + (this.sectorWidth[r] as number) / 2, stops });
    }
    return routes.sort((a, b) => a.angle - b.angle).map((route) => route.stops);
  }

  /** What a load above capacity costs. */
  loadPenalty(load: number): number {
    const excess = load - this.problem.capacity;
    return excess > 0 ? excess * this.loadPrice : 0;
  }

  /** Takes node c out and puts it right after node p, without refreshing the routes. */
  move(c: number, p: number): void {
    const { succ, pred } = this;
    const before = pred[c] as number;
    const after = succ[c] as number;
    succ[before] = after;
    pred[after] = before;
    const next = succ[p] as number;
    succ[p] = c;
    pred[c] = p;
    succ[c] = next;
    pred[next] = c;
    this.routeOf[c] = this.routeOf[p] as number;
  }

  /** Exchanges the places of two stops that are not neighbors, without refreshing the routes. */
  swap(a: number, b: number): void {
    const beforeA = this.pred[a] as number;
    const beforeB = this.pred[b] as number;
    this.move(a, beforeB);
    this.move(b, beforeA);
  }

  /** Recomputes everything that is kept about route r, after a change of its stops. */
  refresh(r: number): void {
    this.#forward(r);
    if (this.problem.timed) this.#backward(r);
    this.changed[r] = this.moves;
    const end = this.count + this.routes + r;
    const load = this.loadTo[end] as number;
    this.load[r] = load;
    this.size[r] = (this.position[end] as number) - 1;
    this.penalty[r] = this.loadPenalty(load) + this.warpPrice * (this.warpTo[end] as number);
    this.#spanSector(r);
  }

  #forward(r: number): void {
    const { problem, succ, place, position, loadTo, turn, routeOf, count: n } = this;
    const { matrix, demand } = problem;
    const stride = n + 1;
    let at = n + r;
    let steps = 0;
    let load = 0;
    let turned = 0;
    position[at] = 0;
    loadTo[at] = 0;
    turn[at] = 0;
    do {
      const next = succ[at] as number;
      const from = place[at] as number;
      const to = place[next] as number;
      const length = matrix[from * stride + to] as number;
      turned += (matrix[to * stride + from] as number) - length;
      this.arc[at] = length;
      if (at < n) {
        const before = this.pred[at] as number;
        const direct = matrix[(place[before] as number) * stride + to] as number;
        this.removal[at] = direct - (this.arc[before] as number) - length;
      }
      if (next < n) load += demand[next] as number;
      routeOf[next] = r;
      position[next] = ++steps;
      loadTo[next] = load;
      turn[next] = turned;
      if (problem.timed) this.#pass(at, next, length);
      at = next;
    } while (at < n);
  }

  #pass(at: number, next: number, length: number): void {
    const { problem, place } = this;
    const to = place[next] as number;
    const arrival = Math.max((this.leave[at] as number) + length, problem.ready[to] as number);
    const late = Math.max(0, arrival - (problem.due[to] as number));
    this.warpTo[next] = (this.warpTo[at] as number) + late;
    this.leave[next] = arrival - late + (next < this.count ? (problem.service[next] as number) : 0);
  }

  #backward(r: number): void {
    const { problem, pred, place, latest, warpFrom, count: n } = this;
    const { matrix, ready, due, service } = problem;
    const stride = n + 1;
    let next = n + this.routes + r;
    warpFrom[next] = 0;
    for (let at = pred[next] as number; ; at = pred[at] as number) {
      const here = place[at] as number;
      const length = matrix[here * stride + (place[next] as number)] as number;
      const limit = (latest[next] as number) - length - (at < n ? (service[at] as number) : 0);
      const opens = ready[here] as number;
      const closes = due[here] as number;
      warpFrom[at] = (warpFrom[next] as number) + Math.max(0, opens - limit);
      latest[at] = Math.min(closes, Math.max(limit, opens));
      if (at >= n) return;
      next = at;
    }
  }

  #spanSector(r: number): void {
    const { succ, angle, count: n } = this;
    const first = succ[n + r] as number;
    if (first >= n) {
      this.sectorWidth[r] = -1;
      return;
    }
    let from = angle[first] as number;
    let width = 0;
    for (let c = succ[first] as number; c < n; c = succ[c] as number) {
      const ahead = turnOf((angle[c] as number) - from);
      if (ahead <= width) continue;
      const back = turnOf(from - (angle[c] as number));
      if (ahead - width <= back) width = ahead;
      else {
        from = angle[c] as number;
        width += back;
      }
    }
    this.sectorFrom[r] = from;
    this.sectorWidth[r] = width;
  }
}

const TURN = 65536;

/** An angle as a part of one turn. */
export function turnOf(angle: number): number {
  return ((angle % TURN) + TURN) % TURN;
}

function polarAngles(problem: Problem): Float64Array {
  const n = problem.size;
  const angle = new Float64Array(n);
  for (let c = 0; c < n; c++) {
    const dx = (problem.x[c] as number) - (problem.x[n] as number);
    const dy = (problem.y[c] as number) - (problem.y[n] as number);
    angle[c] = turnOf((Math.atan2(dy, dx) / (2 * Math.PI)) * TURN);
  }
  return angle;
}
