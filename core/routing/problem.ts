import { err, ok, type Result } from '../shared/result.ts';

/** How a Euclidean length becomes an arc cost: CVRPLIB rounds, DIMACS cuts after one decimal, SINTEF keeps the double. */
export type Rounding = 'nearest' | 'tenths' | 'exact';

/**
 * A routing problem with one depot on flat arrays. Stops are 0 to size - 1; place `size` is the depot.
 * Lengths, times and costs are in problem units: file units times `scale` (10 under `tenths`), so sums stay whole numbers.
 */
export interface Problem {
  readonly name: string;
  readonly size: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly demand: Float64Array;
  readonly service: Float64Array;
  readonly ready: Float64Array;
  readonly due: Float64Array;
  readonly capacity: number;
  /** The number of vehicles allowed; Infinity when the file states none. */
  readonly fleet: number;
  /** Whether any window can bind or arc costs are asymmetric; without it solvers skip all arithmetic on time. */
  readonly timed: boolean;
  readonly rounding: Rounding;
  readonly scale: number;
  /** Whether arc costs follow from coordinates; otherwise the matrix is the file's own. */
  readonly planar: boolean;
  /** Row-major (size + 1)² arc costs, empty when they are computed from coordinates. */
  readonly matrix: Float64Array;
}

/** One place as a file states it; the first of a list is the depot. */
export interface PlaceInput {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly demand: number;
  readonly service: number;
  readonly ready: number;
  readonly due: number;
}

/** What a reader found in a file, before it is checked. */
export interface ProblemInput {
  readonly name: string;
  readonly places: readonly PlaceInput[];
  readonly capacity: number;
  readonly fleet: number;
  readonly rounding: Rounding;
  /** Explicit arc costs, depot first, row-major. */
  readonly matrix?: Float64Array;
}

/** A full matrix up to this many stops (72 MB); above it lengths are computed from coordinates. */
const MATRIX_LIMIT = 3000;

/** The cost of driving from place i to place j, in problem units. */
export function travel(problem: Problem, i: number, j: number): number {
  const matrix = problem.matrix;
  if (matrix.length > 0) return matrix[i * (problem.size + 1) + j] as number;
  return planarLength(problem, i, j);
}

function planarLength(problem: Problem, i: number, j: number): number {
  const dx = (problem.x[i] as number) - (problem.x[j] as number);
  const dy = (problem.y[i] as number) - (problem.y[j] as number);
  const length = Math.sqrt(dx * dx + dy * dy);
  if (problem.rounding === 'nearest') return Math.floor(length + 0.5);
  return problem.rounding === 'tenths' ? Math.floor(10 * length + 1e-9) : length;
}

/** The length of all routes, in problem units. */
export function priceRoutes(problem: Problem, routes: readonly (readonly number[])[]): number {
  let cost = 0;
  for (const route of routes) {
    let at = problem.size;
    for (const c of route) {
      cost += travel(problem, at, c);
      at = c;
    }
    cost += travel(problem, at, problem.size);
  }
  return cost;
}

/** Checks an input and lays it out on flat arrays; the error is one sentence naming the place and what is wrong with it. */
export function buildProblem(input: ProblemInput): Result<Problem, string> {
  const fault = findFault(input);
  if (fault !== undefined) return err(fault);
  const scale = input.rounding === 'tenths' ? 10 : 1;
  const size = input.places.length - 1;
  const column = (pick: (place: PlaceInput) => number, factor: number) => {
    const values = sharedDoubles(size + 1);
    input.places.forEach((place, i) => {
      values[i === 0 ? size : i - 1] = pick(place) * factor;
    });
    return values;
  };
  const bare: Problem = {
    name: input.name,
    size,
    x: column((place) => place.x, 1),
    y: column((place) => place.y, 1),
    demand: column((place) => place.demand, 1),
    service: column((place) => place.service, scale),
    ready: column((place) => place.ready, scale),
    due: column((place) => place.due, scale),
    capacity: input.capacity,
    fleet: input.fleet,
    timed: input.places.some((place) => place.due !== Infinity),
    rounding: input.rounding,
    scale,
    planar: input.matrix === undefined,
    matrix: new Float64Array(0),
  };
  if (input.matrix === undefined) return ok({ ...bare, matrix: planarMatrix(bare) });
  return ok({ ...bare, ...givenMatrix(input.matrix, size, bare.timed) });
}

function findFault(input: ProblemInput): string | undefined {
  const depot = input.places[0];
  if (depot === undefined || input.places.length < 2) return 'the problem has no stops';
  if (!(input.capacity > 0)) return `the vehicle capacity ${input.capacity} is not above zero`;
  for (const place of input.places) {
    const fault = placeFault(place, input.capacity);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function placeFault(place: PlaceInput, capacity: number): string | undefined {
  if (!Number.isFinite(place.x) || !Number.isFinite(place.y)) return `stop ${place.id} has no coordinates`;
  if (!(place.demand >= 0)) return `stop ${place.id} has a demand below zero or not a number`;
  if (place.demand > capacity) return `stop ${place.id} demands ${place.demand}, above every vehicle (${capacity})`;
  if (!(place.service >= 0)) return `stop ${place.id} has a service time below zero or not a number`;
  if (!(place.due >= place.ready)) return `stop ${place.id} closes (${place.due}) before it opens (${place.ready})`;
  return undefined;
}

/** The same problem with these arc costs (rows, depot first), in file units; a matrix of another size is refused. */
export function withMatrix(problem: Problem, rows: readonly (readonly number[])[]): Result<Problem, string> {
  const places = problem.size + 1;
  if (rows.length !== places) return err(`the matrix has ${rows.length} rows, the problem ${places} places`);
  const flat = Float64Array.from(rows.flat(), (cost) => cost * problem.scale);
  return ok({ ...problem, ...givenMatrix(flat, problem.size, problem.timed) });
}

/** Asymmetric costs make a problem timed: the search then keeps to the direction of every arc. */
function givenMatrix(source: Float64Array, size: number, timed: boolean) {
  const matrix = depotLast(source, size);
  const stride = size + 1;
  const isSymmetric = matrix.every((cost, k) => cost === matrix[(k % stride) * stride + Math.floor(k / stride)]);
  return { planar: false, matrix, timed: timed || !isSymmetric };
}

/** The same problem with these stops only, in this order; the depot stays. */
export function selectStops(problem: Problem, stops: readonly number[]): Problem {
  const size = stops.length;
  const pick = (column: Float64Array) => {
    const picked = new Float64Array(size + 1);
    for (let k = 0; k < size; k++) picked[k] = column[stops[k] as number] as number;
    picked[size] = column[problem.size] as number;
    return picked;
  };
  const bare = {
    ...problem,
    size,
    x: pick(problem.x),
    y: pick(problem.y),
    demand: pick(problem.demand),
    service: pick(problem.service),
    ready: pick(problem.ready),
    due: pick(problem.due),
    matrix: new Float64Array(0),
  };
  if (problem.planar) return { ...bare, matrix: planarMatrix(bare) };
  const places = [...stops, problem.size];
  const matrix = new Float64Array((size + 1) ** 2);
  for (let i = 0; i <= size; i++) {
    for (let j = 0; j <= size; j++) {
      matrix[i * (size + 1) + j] = travel(problem, places[i] as number, places[j] as number);
    }
  }
  return { ...bare, matrix };
}

function sharedDoubles(length: number): Float64Array {
  return new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT));
}

function planarMatrix(problem: Problem): Float64Array {
  if (problem.size > MATRIX_LIMIT) return problem.matrix;
  const stride = problem.size + 1;
  const matrix = sharedDoubles(stride * stride);
  for (let i = 0; i < stride; i++) {
    for (let j = 0; j < stride; j++) matrix[i * stride + j] = planarLength(problem, i, j);
  }
  return matrix;
}

function depotLast(source: Float64Array, size: number): Float64Array {
  const stride = size + 1;
  const matrix = sharedDoubles(stride * stride);
  for (let i = 0; i < stride; i++) {
    for (let j = 0; j < stride; j++) {
      matrix[i * stride + j] = source[((i + 1) % stride) * stride + ((j + 1) % stride)] as number;
    }
  }
  return matrix;
}
