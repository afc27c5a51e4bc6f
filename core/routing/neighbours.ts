import { type Problem, travel } from './problem.ts';

/**
 * The k nearest stops of each stop by arc cost, nearest first, row-major (size × k). Small problems are sorted exactly; large
 * ones search rings of a grid with about two stops a cell, which needs no matrix and is linear in the stops.
 */
export function nearestStops(problem: Problem, k: number): Int32Array {
  const n = problem.size;
  const list = new Int32Array(n * k);
  const grid = problem.matrix.length > 0 ? undefined : makeGrid(problem);
  const length = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const candidates = grid === undefined ? others(n, i) : ringCandidates(problem, grid, i, k);
    for (const j of candidates) length[j] = travel(problem, i, j);
    candidates.sort((a, b) => (length[a] as number) - (length[b] as number) || a - b);
    for (let rank = 0; rank < k; rank++) list[i * k + rank] = candidates[rank] as number;
  }
  return list;
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

/** At least k stops around stop i; one ring beyond the count is taken, for corners lie farther away than sides. */
function ringCandidates(problem: Problem, grid: Grid, i: number, k: number): number[] {
  const column = cellColumn(grid, problem, i);
  const row = cellRow(grid, problem, i);
  const found: number[] = [];
  const last = Math.max(grid.width, grid.height);
  let enough = last;
  for (let ring = 0; ring <= Math.min(last, enough); ring++) {
    for (let y = Math.max(0, row - ring); y <= Math.min(grid.height - 1, row + ring); y++) {
      const step = Math.abs(y - row) === ring || ring === 0 ? 1 : 2 * ring;
      for (let x = column - ring; x <= column + ring; x += step) {
        if (x < 0 || x >= grid.width) continue;
        for (const j of grid.cells[y * grid.width + x] ?? []) if (j !== i) found.push(j);
      }
    }
    if (found.length >= k && enough === last) enough = Math.ceil(ring * 1.42) + 1;
  }
  return found;
}
