import type { AbcThresholds } from './abc.ts';

/**
 * Thresholds where the values themselves fall apart: the split of the sorted logarithms into three groups with the least
 * squared deviation (Fisher 1958, "natural breaks"), given as cumulated shares for `classifyAbc`. At most 2,000 evenly
 * spaced quantiles are looked at. `undefined` when there are fewer than three different positive values.
 */
export function naturalThresholds(values: Float64Array): AbcThresholds | undefined {
  const sorted = values
    .filter((v) => v > 0 && v < Number.POSITIVE_INFINITY)
    .sort()
    .reverse();
  if (new Set(sorted).size < 3) return undefined;
  const points = sample(sorted, 2000);
  const sums = cumulate(points.map((v) => Math.log(v)));
  const { first, second } = bestSplit(sums.linear, sums.square);
  const edgeA = points[first] as number;
  const edgeB = points[second] as number;
  const whole = sorted.reduce((sum, v) => sum + v, 0);
  const shareAbove = (edge: number) => sorted.reduce((sum, v) => (v > edge ? sum + v : sum), 0) / whole;
  const a = shareAbove(edgeA);
  const b = shareAbove(edgeB);
  return a > 0 && a < b ? { a, b } : undefined;
}

function sample(sorted: Float64Array, most: number): Float64Array {
  if (sorted.length <= most) return sorted;
  return Float64Array.from({ length: most }, (_, i) => sorted[Math.floor((i * sorted.length) / most)] as number);
}

function cumulate(values: Float64Array): { linear: Float64Array; square: Float64Array } {
  const linear = new Float64Array(values.length + 1);
  const square = new Float64Array(values.length + 1);
  values.forEach((v, i) => {
    linear[i + 1] = (linear[i] as number) + v;
    square[i + 1] = (square[i] as number) + v * v;
  });
  return { linear, square };
}

/** The first indices of the second and the third group. */
function bestSplit(linear: Float64Array, square: Float64Array): { first: number; second: number } {
  const n = linear.length - 1;
  let best = { first: 1, second: 2, cost: Number.POSITIVE_INFINITY };
  for (let first = 1; first < n - 1; first++) {
    const head = spreadOf(linear, square, 0, first);
    if (head >= best.cost) break;
    for (let second = first + 1; second < n; second++) {
      const cost = head + spreadOf(linear, square, first, second) + spreadOf(linear, square, second, n);
      if (cost < best.cost) best = { first, second, cost };
    }
  }
  return best;
}

/** Sum of squared deviations of the values from `from` to before `to`. */
function spreadOf(linear: Float64Array, square: Float64Array, from: number, to: number): number {
  const sum = (linear[to] as number) - (linear[from] as number);
  return (square[to] as number) - (square[from] as number) - (sum * sum) / (to - from);
}
