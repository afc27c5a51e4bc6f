import { countQuantile, normalQuantile } from '../distribution.ts';
import { type Backtest, backtest } from './backtest.ts';
import { type CountForecast, forecastCounts, momentsOf } from './countMixture.ts';
import { damped, dampedHoltWinters, ets, ses } from './exponential.ts';
import { type DemandPattern, intermittencyOf } from './intermittency.ts';
import { type Fit, type Method, meanSquare } from './method.ts';
import { naive } from './simple.ts';
import { dynamicTheta, theta } from './theta.ts';

export type ForecastOptions = {
  /** Periods per season: 12 for months, 1 for none. */
  readonly period: number;
  readonly horizon: number;
  readonly maxOrigins?: number;
};

export type MethodWeight = { readonly method: string; readonly weight: number; readonly error: number };

export type Forecast = {
  readonly pattern: DemandPattern;
  /** The methods combined, with each one's share and its backtest error: mean absolute, or pinball at 0.9 for counts. */
  readonly weights: readonly MethodWeight[];
  readonly mean: Float64Array;
  /** Standard deviation of the forecast error of each step. */
  readonly deviation: Float64Array;
  /** The chances of one period's units, for intermittent demand only. */
  readonly counts?: CountForecast;
};

/** What is combined: methods that are good over many series and unlike each other in what they assume. */
const POOL: readonly Method[] = [ses, damped, dampedHoltWinters, ets, theta, dynamicTheta];

/**
 * The automatic choice for one history: a combination of methods weighted by the inverse of their rolling-origin
 * errors (Bates & Granger 1969), because choosing one winner from a short backtest is worse than weighing them.
 * Intermittent demand gets chances of counts instead. A history without a negative value gets no negative forecast.
 */
export function forecastDemand(history: Float64Array, options: ForecastOptions): Forecast {
  const { pattern } = intermittencyOf(history);
  const isCount = history.every((v) => v >= 0);
  if (isCount && (pattern === 'intermittent' || pattern === 'lumpy' || pattern === 'none')) {
    return intermittentForecast(history, pattern, options.horizon);
  }
  const methods = POOL.filter((method) => history.length >= method.minimum);
  if (methods.length === 0) return plainForecast(history, pattern, options);
  const past = backtest(history, options.period, options.horizon, methods, options.maxOrigins ?? 4);
  const weights = weigh(past.errors);
  const fits = methods.map((method) => method.fit(history, options.period, options.horizon));
  const combined = combine(fits, weights);
  if (isCount) clip(combined.mean);
  return {
    pattern,
    weights: methods.map((method, m) => ({
      method: method.name,
      weight: weights[m] as number,
      error: past.errors[m] as number,
    })),
    mean: combined.mean,
    deviation: deviations(combined.residuals, growthOf(history, past, weights, combined.residuals), options.horizon),
  };
}

/** The central interval of a step: lower and upper bound that a share `level` of outcomes lies between. */
export function intervalOf(
  forecast: Forecast,
  step: number,
  level: number,
): { readonly lower: number; readonly upper: number } {
  const tail = (1 - level) / 2;
  return { lower: quantileAt(forecast, step, tail), upper: quantileAt(forecast, step, 1 - tail) };
}

/** The demand that one step's outcome does not exceed with the given probability. */
export function quantileAt(forecast: Forecast, step: number, probability: number): number {
  const { counts } = forecast;
  if (counts) return countQuantile(counts.chances, probability) * counts.unit;
  const mean = forecast.mean[step] as number;
  return mean + normalQuantile(probability) * (forecast.deviation[step] as number);
}

function intermittentForecast(history: Float64Array, pattern: DemandPattern, horizon: number): Forecast {
  const counts = forecastCounts(history);
  const { mean, variance } = momentsOf(counts);
  return {
    pattern,
    weights: counts.weights,
    mean: new Float64Array(horizon).fill(mean),
    deviation: new Float64Array(horizon).fill(Math.sqrt(variance)),
    counts,
  };
}

function plainForecast(history: Float64Array, pattern: DemandPattern, { period, horizon }: ForecastOptions): Forecast {
  const fit = naive.fit(history, period, horizon);
  return {
    pattern,
    weights: [{ method: naive.name, weight: 1, error: Math.sqrt(meanSquare(fit.residuals)) }],
    mean: fit.mean,
    deviation: deviations(fit.residuals, 1, horizon),
  };
}

/** Shares by inverse error; equal ones when no origin could be tried. A perfect method outweighs, never divides by 0. */
function weigh(errors: Float64Array): Float64Array {
  const finite = errors.filter((e) => Number.isFinite(e));
  if (finite.length < errors.length) return errors.map(() => 1 / errors.length);
  const floor = 1e-6 * (1 + Math.max(...finite));
  const inverses = errors.map((e) => 1 / (e + floor));
  const total = inverses.reduce((sum, v) => sum + v, 0);
  return inverses.map((v) => v / total);
}

/** Weighted mean of forecasts, and of the residuals where all methods have one. */
function combine(fits: readonly Fit[], weights: Float64Array): { mean: Float64Array; residuals: Float64Array } {
  const shared = Math.min(...fits.map((fit) => fit.residuals.length));
  const mean = new Float64Array(fits[0]?.mean.length ?? 0);
  const residuals = new Float64Array(shared);
  fits.forEach((fit, m) => {
    const weight = weights[m] as number;
    const skip = fit.residuals.length - shared;
    for (let h = 0; h < mean.length; h++) mean[h] = (mean[h] as number) + weight * (fit.mean[h] as number);
    for (let t = 0; t < shared; t++)
      residuals[t] = (residuals[t] as number) + weight * (fit.residuals[skip + t] as number);
  });
  return { mean, residuals };
}

/** By how much of the first step's variance each further step adds, fitted to the backtest's squared errors. */
function growthOf(history: Float64Array, past: Backtest, weights: Float64Array, residuals: Float64Array): number {
  const unit = Math.max(meanSquare(residuals), 1e-12);
  let moment = 0;
  let spread = 0;
  past.origins.forEach((origin, o) => {
    const steps = past.forecasts[0]?.[o]?.length ?? 0;
    for (let h = 1; h < steps; h++) {
      let error = history[origin + h] as number;
      past.forecasts.forEach((made, m) => {
        error -= (weights[m] as number) * (made[o]?.[h] ?? 0);
      });
      moment += ((error * error) / unit - 1) * h;
      spread += h * h;
    }
  });
  return spread === 0 ? 0.5 : Math.min(2, Math.max(0.02, moment / spread));
}

/** √(σ² (1 + growth × (h − 1))), σ² widened for the about three parameters that were fitted. */
function deviations(residuals: Float64Array, growth: number, horizon: number): Float64Array {
  const n = residuals.length;
  const variance = n > 4 ? meanSquare(residuals) * (n / (n - 3)) : meanSquare(residuals) * 2;
  return Float64Array.from({ length: horizon }, (_, h) => Math.sqrt(variance * (1 + growth * h)));
}

function clip(values: Float64Array): void {
  for (let i = 0; i < values.length; i++) values[i] = Math.max(0, values[i] as number);
}
