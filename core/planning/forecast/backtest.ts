import type { Method } from './method.ts';

export type Backtest = {
  /** Last known value's count of each origin, rising. */
  readonly origins: readonly number[];
  /** Mean absolute error of each method over all origins and steps; Infinity when nothing could be tried. */
  readonly errors: Float64Array;
  /** forecasts[method][origin] */
  readonly forecasts: readonly (readonly Float64Array[])[];
};

/**
 * Rolling-origin evaluation (Tashman 2000): each method is fitted anew at each origin and judged on what followed. At
 * most `maxOrigins` origins, the last `horizon` values before the end first, none with less than half of the history.
 */
export function backtest(
  history: Float64Array,
  period: number,
  horizon: number,
  methods: readonly Method[],
  maxOrigins: number,
): Backtest {
  const origins = chooseOrigins(history.length, horizon, maxOrigins);
  const errors = new Float64Array(methods.length).fill(Number.POSITIVE_INFINITY);
  const forecasts = methods.map((method, m) => {
    let sum = 0;
    let count = 0;
    const made = origins.map((origin) => {
      const steps = Math.min(horizon, history.length - origin);
      const { mean } = method.fit(history.slice(0, origin), period, steps);
      for (let h = 0; h < steps; h++) sum += Math.abs((history[origin + h] as number) - (mean[h] as number));
      count += steps;
      return mean;
    });
    if (count > 0) errors[m] = sum / count;
    return made;
  });
  return { origins, errors, forecasts };
}

function chooseOrigins(length: number, horizon: number, maxOrigins: number): readonly number[] {
  const steps = Math.max(1, Math.min(horizon, Math.floor(length / 4)));
  const latest = length - steps;
  const stride = Math.max(1, Math.floor(steps / 2));
  const earliest = Math.max(6, Math.ceil(length / 2));
  const origins: number[] = [];
  for (let origin = latest; origin >= earliest && origins.length < maxOrigins; origin -= stride)
    origins.unshift(origin);
  return origins;
}
