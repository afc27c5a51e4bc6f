/** The best routes known to all threads of one solve, in shared memory: a lock, a stop flag, a cost and the routes with separators. */
export interface SharedBest {
  readonly control: Int32Array;
  readonly cost: Float64Array;
  readonly stops: Int32Array;
}

const LOCK = 0;
const STOP = 1;
const LENGTH = 2;
const SEPARATOR = -1;

/** Room for routes over `size` stops; nothing known yet, so the cost is infinite. */
export function makeSharedBest(size: number): SharedBest {
  const cost = new Float64Array(new SharedArrayBuffer(8));
  cost[0] = Infinity;
  return {
    control: new Int32Array(new SharedArrayBuffer(12)),
    cost,
    stops: new Int32Array(new SharedArrayBuffer(8 * size)),
  };
}

/** Asks every thread to end at its next look at the clock. */
export function requestStop(best: SharedBest): void {
  Atomics.store(best.control, STOP, 1);
}

/** Whether a stop was asked for. */
export function isStopRequested(best: SharedBest): boolean {
  return Atomics.load(best.control, STOP) === 1;
}

/** Stores the routes if they are cheaper than what is known, and answers the known ones if those are cheaper. Workers only: it may block. */
export function tradeBest(best: SharedBest, cost: number, routes: () => number[][]): number[][] | undefined {
  while (Atomics.compareExchange(best.control, LOCK, 0, 1) !== 0) Atomics.wait(best.control, LOCK, 1, 10);
  try {
    const known = best.cost[0] as number;
    if (known < cost - 1e-9) return unpack(best);
    if (cost < known - 1e-9) pack(best, cost, routes());
    return undefined;
  } finally {
    Atomics.store(best.control, LOCK, 0);
    Atomics.notify(best.control, LOCK);
  }
}

function pack(best: SharedBest, cost: number, routes: readonly (readonly number[])[]): void {
  let length = 0;
  for (const route of routes) {
    for (const stop of route) best.stops[length++] = stop;
    best.stops[length++] = SEPARATOR;
  }
  best.control[LENGTH] = length;
  best.cost[0] = cost;
}

function unpack(best: SharedBest): number[][] {
  const routes: number[][] = [];
  let route: number[] = [];
  for (let k = 0; k < (best.control[LENGTH] as number); k++) {
    const stop = best.stops[k] as number;
    if (stop !== SEPARATOR) route.push(stop);
    else {
      routes.push(route);
      route = [];
    }
  }
  return routes;
}
