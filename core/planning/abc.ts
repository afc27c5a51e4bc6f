/** Pareto classes (Dickie 1951), as codes of a typed array: 0 = A, 1 = B, 2 = C. */
export const ABC_CLASSES = ['A', 'B', 'C'] as const;
export type AbcClass = (typeof ABC_CLASSES)[number];

/** Cumulated shares of the whole at which A and B end: 0.8 and 0.95 by custom. */
export type AbcThresholds = { readonly a: number; readonly b: number };

export const USUAL_THRESHOLDS: AbcThresholds = { a: 0.8, b: 0.95 };

export type AbcResult = {
  /** Class code per item. */
  readonly codes: Uint8Array;
  /** Share of the whole that items of more value hold together, which decides the class; 1 for items without value. */
  readonly before: Float64Array;
  /** Items by falling value, ties by index. */
  readonly order: Uint32Array;
};

/**
 * Classifies items by a value such as a year's revenue, margin, units or picks. An item is A while the share before it
 * is below the threshold, so one item that is worth more than the threshold alone is still an A. Values that are zero,
 * negative (returns above sales) or not finite are C and count nothing. Throws RangeError unless 0 < a < b ≤ 1.
 */
export function classifyAbc(values: Float64Array, thresholds: AbcThresholds = USUAL_THRESHOLDS): AbcResult {
  if (!(thresholds.a > 0 && thresholds.a < thresholds.b && thresholds.b <= 1)) {
    throw new RangeError(`thresholds must rise inside (0, 1]: ${thresholds.a}, ${thresholds.b}`);
  }
  const order = fallingOrder(values);
  const codes = new Uint8Array(values.length).fill(2);
  const before = new Float64Array(values.length).fill(1);
  const total = positiveSum(values);
  let sum = 0;
  for (const item of order) {
    const value = values[item] as number;
    if (!isCounted(value)) break;
    const share = sum / total;
    codes[item] = share < thresholds.a ? 0 : share < thresholds.b ? 1 : 2;
    before[item] = share;
    sum += value;
  }
  return { codes, before, order };
}

function isCounted(value: number): boolean {
  return value > 0 && value < Number.POSITIVE_INFINITY;
}

function positiveSum(values: Float64Array): number {
  let sum = 0;
  for (const value of values) if (isCounted(value)) sum += value;
  return sum;
}

/**
 * One score of several criteria: each criterion's share of its own total, weighted and summed, so that no unit outweighs
 * another by its size. Throws RangeError when the lengths differ.
 */
export function combineCriteria(
  criteria: readonly { readonly values: Float64Array; readonly weight: number }[],
): Float64Array {
  const length = criteria[0]?.values.length ?? 0;
  const scores = new Float64Array(length);
  for (const { values, weight } of criteria) {
    if (values.length !== length) throw new RangeError(`criteria differ in length: ${length} and ${values.length}`);
    const total = Math.max(positiveSum(values), Number.MIN_VALUE);
    for (let i = 0; i < length; i++)
      scores[i] = (scores[i] as number) + (weight * Math.max(0, values[i] as number)) / total;
  }
  return scores;
}

function fallingOrder(values: Float64Array): Uint32Array {
  const keys = values.map((v) => (isCounted(v) ? -v : Number.POSITIVE_INFINITY));
  const order = new Uint32Array(values.length);
  for (let i = 0; i < order.length; i++) order[i] = i;
  return order.sort((i, j) => {
    const x = keys[i] as number;
    const y = keys[j] as number;
    return x < y ? -1 : x > y ? 1 : i - j;
  });
}
