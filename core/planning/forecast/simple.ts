import { type Fit, lastOf, type Method, meanOf, meanSquare } from './method.ts';

/** Every future value is the last one. */
export const naive: Method = {
  name: 'naive',
  minimum: 1,
  fit: (history, _period, horizon) => ({
    mean: new Float64Array(horizon).fill(lastOf(history)),
    residuals: differences(history, 1),
  }),
};

/** Every future value is that of the same season a period ago; naive while there is no whole period. */
export const seasonalNaive: Method = {
  name: 'seasonal-naive',
  minimum: 1,
  fit: (history, period, horizon) => {
    const n = history.length;
    if (period < 2 || n < period) return naive.fit(history, period, horizon);
    const mean = new Float64Array(horizon);
    for (let h = 0; h < horizon; h++) mean[h] = history[n - period + (h % period)] as number;
    return { mean, residuals: differences(history, period) };
  },
};

/** The mean of the last k values; k is the window of 2, 3, 4, 6, 8 and 12 with the least squared one-step error. */
export const movingAverage: Method = {
  name: 'moving-average',
  minimum: 4,
  fit: (history, period, horizon) => {
    if (history.length < 4) return naive.fit(history, period, horizon);
    const widest = Math.min(12, Math.floor(history.length / 2));
    const fits = [2, 3, 4, 6, 8, 12].filter((k) => k <= widest).map((k) => averageOf(history, k, widest, horizon));
    return fits.reduce((best, fit) => (meanSquare(fit.residuals) < meanSquare(best.residuals) ? fit : best));
  },
};

/** Always zero: the floor that a method for intermittent demand is measured against. */
export const zero: Method = {
  name: 'zero',
  minimum: 0,
  fit: (history, _period, horizon) => ({ mean: new Float64Array(horizon), residuals: Float64Array.from(history) }),
};

function averageOf(history: Float64Array, width: number, from: number, horizon: number): Fit {
  const residuals = new Float64Array(history.length - from);
  for (let i = from; i < history.length; i++) {
    residuals[i - from] = (history[i] as number) - meanOf(history.subarray(i - width, i));
  }
  return { mean: new Float64Array(horizon).fill(meanOf(history, history.length - width)), residuals };
}

function differences(values: Float64Array, lag: number): Float64Array {
  const result = new Float64Array(Math.max(0, values.length - lag));
  for (let i = 0; i < result.length; i++) result[i] = (values[i + lag] as number) - (values[i] as number);
  return result;
}
