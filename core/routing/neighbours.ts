import { type Problem, travel } from './problem.ts';

/** Near stops of each stop, nearest first: row c of `stops` has `width` entries, and `lengths` the arc cost from c to each. */
export interface Near {
  readonly width: number;
  readonly stops: Int32Array;
  readonly lengths: Float32Array;
}

/**
 * The k nearest stops of each stop by closeness, nearest first, row-major (size × k). Where windows or an explicit
 * matrix decide, all pairs are sorted; plain problems search rings of a grid with about two stops a cell, which needs no matrix and is linear in the stops.
 */
export function nearestStops(problem: Problem, k: number): Near {
  const n = problem.size;
  const stops = new Int32Array(n * k);
  const lengths = new Float32Array(n * k);
  const grid = problem.planar && !problem.timed ? makeGrid(problem) : undefined;
  const length = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const candidates = grid === undefined ? others(n, i) : ringCandidates(problem, grid, i, k);
    for (const j of candidates) length[j] = closeness(problem, i, j);
    candidates.sort((a, b) => (length[a] as number) - (length[b] as number) || a - b);
    for (let rank = 0; rank < k; rank++) {
      const j = candidates[rank] as number;
      stops[i * k + rank] = j;
      lengths[i * k + rank] = travel(problem, i, j);
    }
  }
  return { width: k, stops, lengths };
}

const WAIT_WEIGHT = 0.2;
const LATE_WEIGHT = 1;

/** Arc cost, and with windows the smaller of both directions plus unavoidable waiting and lateness (Vidal et al., C&OR 40(1), 2013). */
function closeness(problem: Problem, i: number, j: number): number {
  if (!problem.timed) return travel(problem, i, j);
  return Math.min(directed(problem, i, j), directed(problem, j, i));
}

function directed(problem: Problem, i: number, j: number): number {
  const length = travel(problem, i, j);
  const lag = (problem.service[i] as number) + length;
  const wait = (problem.ready[j] as number) - lag - (problem.due[i] as number);
  const late = (problem.ready[i] as number) + lag - (problem.due[j] as number);
  return length + WAIT_WEIGHT * Math.max(0, wait) + LATE_WEIGHT * Math.max(0, late);
}

function others(n: number, i: number): number[] {
  const list: number[] = [];
  for (let j = 0; j < n; j++) if (j !== i) list.push(j);
  return list;
}

interface Grid {
  readonly cells: readonly number[][];
  readonly width: number;
  readonly height: number;
  readonly size: number;
  readonly left: number;
  readonly low: number;
}

function makeGrid(problem: Problem): Grid {
  const n = problem.size;
  let left = Infinity;
  let right = -Infinity;
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < n; i++) {
    left = Math.min(left, problem.x[i] as number);
    right = Math.max(right, problem.x[i] as number);
    low = Math.min(low, problem.y[i] as number);
    high = Math.max(high, problem.y[i] as number);
  }
  const size = Math.max(Math.sqrt((2 * Math.max(1, (right - left) * (high - low))) / n), 1e-9);
  const width = Math.floor((right - left) / size) + 1;
  const height = Math.floor((high - low) / size) + 1;
  const cells: number[][] = Array.from({ length: width * height }, () => []);
  const grid = { cells, width, height, size, left, low };
  for (let i = 0; i < n; i++) cells[cellRow(grid, problem, i) * width + cellColumn(grid, problem, i)]?.push(i);
  return grid;
}

const cellColumn = (grid: Grid, problem: Problem, i: number) =>
  Math.floor(((problem.x[i] as number) - grid.left) / grid.size);
const cellRow = (grid: Grid, problem: Problem, i: number) =>
  Math.floor(((problem.y[i] as number) - grid.low) / grid.size);

/** At least k stops around stop i; more rings than the count needs are taken, for corners lie farther away than sides. */
function ringCandidates(problem: Problem, grid: Grid, i: number, k: number): number[] {
  const found: number[] = [];
  const last = Math.max(grid.width, grid.height);
  let enough = last;
  for (let ring = 0; ring <= Math.min(last, enough); ring++) {
    addRing(grid, cellColumn(grid, problem, i), cellRow(grid, problem, i), ring, found);
    if (found.length > k && enough === last) enough = Math.ceil(ring * 1.42) + 1;
  }
  return found.filter((j) => j !== i);
}

/** Adds the stops of all cells whose larger coordinate distance from the given cell is exactly `ring`. */
function addRing(grid: Grid, column: number, row: number, ring: number, found: number[]): void {
  for (let y = Math.max(0, row - ring); y <= Math.min(grid.height - 1, row + ring); y++) {
    const step = Math.abs(y - row) === ring ? 1 : 2 * ring;
    for (let x = column - ring; x <= column + ring; x += Math.max(1, step)) {
      if (x >= 0 && x < grid.width) found.push(...(grid.cells[y * grid.width + x] ?? []));
    }
  }
}
