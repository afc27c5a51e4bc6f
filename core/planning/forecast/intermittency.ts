/** Demand patterns of Syntetos, Boylan & Croston (2005): cut at a mean interval of 1.32 and a squared variation of 0.49. */
export type DemandPattern = 'none' | 'smooth' | 'erratic' | 'intermittent' | 'lumpy';

export type Intermittency = {
  readonly pattern: DemandPattern;
  /** Periods per period with demand; Infinity without demand. */
  readonly interval: number;
  /** Squared coefficient of variation of the sizes of demands. */
  readonly variation: number;
};

/** How often demand comes and how much its sizes differ. */
export function intermittencyOf(history: Float64Array): Intermittency {
  let count = 0;
  let sum = 0;
  let squares = 0;
  for (const value of history) {
    if (value <= 0) continue;
    count++;
    sum += value;
    squares += value * value;
  }
  if (count === 0) return { pattern: 'none', interval: Number.POSITIVE_INFINITY, variation: 0 };
  const interval = history.length / count;
  const mean = sum / count;
  const variation = Math.max(0, squares / count / (mean * mean) - 1);
  return { pattern: patternOf(interval, variation), interval, variation };
}

function patternOf(interval: number, variation: number): DemandPattern {
  if (interval < 1.32) return variation < 0.49 ? 'smooth' : 'erratic';
  return variation < 0.49 ? 'intermittent' : 'lumpy';
}
