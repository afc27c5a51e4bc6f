import { nelderMead } from '../minimize.ts';
import { scaleResiduals } from './exponential.ts';
import { type Method, meanOf } from './method.ts';
import { deseasonalise, findSeasonality, reseasonalise } from './seasonality.ts';
import { naive } from './simple.ts';
import { fitSmoothing } from './smoothing.ts';

/**
 * The Theta method (Assimakopoulos & Nikolopoulos 2000) in the equal form of Hyndman & Billah (2003): simple smoothing
 * plus a drift of half the slope of the linear trend, on the seasonally adjusted history.
 */
export const theta: Method = {
  name: 'theta',
  minimum: 6,
  fit: (history, period, horizon) => {
    const seasonality = findSeasonality(history, period);
    const flat = deseasonalise(history, seasonality);
    const fit = fitSmoothing(flat, 1, horizon, { error: 'A', trend: 'N', season: 'N' });
    if (!fit) return naive.fit(history, period, horizon);
    const n = flat.length;
    const drift = slopeOf(flat) / 2;
    const start = (1 - (1 - fit.alpha) ** n) / fit.alpha;
    const mean = fit.mean.map((level, h) => level + drift * (h + start));
    const indices = seasonality.kind === 'multiplicative' ? seasonality.indices : undefined;
    return {
      mean: reseasonalise(mean, seasonality, n),
      residuals: scaleResiduals(fit.residuals, indices),
    };
  },
};

/**
 * The dynamic optimised Theta model (Fiorucci, Pellegrini, Louzada, Petropoulos & Koehler 2016, section 2.3): the
 * linear trend is learned along the way and the weight of the short-term line is fitted with the smoothing.
 */
export const dynamicTheta: Method = {
  name: 'dynamic-theta',
  minimum: 6,
  fit: (history, period, horizon) => {
    if (history.length < 6) return naive.fit(history, period, horizon);
    const seasonality = findSeasonality(history, period);
    const flat = deseasonalise(history, seasonality);
    const residuals = new Float64Array(flat.length);
    const start = Float64Array.of(0.5, 2, (flat[0] as number) / 2);
    const steps = Float64Array.of(0.2, 1, Math.max(1e-9, Math.abs(start[2] as number) * 0.2));
    const best = nelderMead((p) => squaredError(flat, p, residuals), start, steps, 400, 1e-5);
    const mean = projectTheta(flat, best.point, horizon, residuals);
    const indices = seasonality.kind === 'multiplicative' ? seasonality.indices : undefined;
    return { mean: reseasonalise(mean, seasonality, flat.length), residuals: scaleResiduals(residuals, indices) };
  },
};

type ThetaState = { level: number; mean: number; intercept: number; slope: number };

function squaredError(y: Float64Array, point: Float64Array, residuals: Float64Array): number {
  const alpha = point[0] as number;
  const weight = point[1] as number;
  if (alpha < 0.01 || alpha > 0.99 || weight < 1 || weight > 20) return Number.POSITIVE_INFINITY;
  follow(y, point, residuals);
  let squares = 0;
  for (let t = 2; t < y.length; t++) squares += (residuals[t] as number) ** 2;
  return squares;
}

/** Runs the state through the history; the first error counts from the second value on. */
function follow(y: Float64Array, point: Float64Array, residuals: Float64Array): ThetaState {
  const alpha = point[0] as number;
  const share = 1 - 1 / (point[1] as number);
  const first = y[0] as number;
  const state = { level: alpha * first + (1 - alpha) * (point[2] as number), mean: first, intercept: first, slope: 0 };
  residuals[0] = 0;
  for (let t = 1; t < y.length; t++) {
    const error = (y[t] as number) - forecastNext(state, alpha, share, t);
    residuals[t] = error;
    learn(state, y[t] as number, alpha, t);
  }
  return state;
}

/** The value after `t` known ones. */
function forecastNext(state: ThetaState, alpha: number, share: number, t: number): number {
  const decay = (1 - alpha) ** t;
  return state.level + share * (decay * state.intercept + ((1 - decay * (1 - alpha)) / alpha) * state.slope);
}

function learn(state: ThetaState, value: number, alpha: number, t: number): void {
  const slope = ((t - 1) * state.slope + (6 * (value - state.mean)) / (t + 1)) / (t + 2);
  const mean = (t * state.mean + value) / (t + 1);
  state.level = alpha * value + (1 - alpha) * state.level;
  state.slope = slope;
  state.mean = mean;
  state.intercept = mean - (slope * (t + 2)) / 2;
}

function projectTheta(y: Float64Array, point: Float64Array, horizon: number, residuals: Float64Array): Float64Array {
  const alpha = point[0] as number;
  const share = 1 - 1 / (point[1] as number);
  const state = follow(y, point, residuals);
  const mean = new Float64Array(horizon);
  for (let h = 0; h < horizon; h++) {
    const t = y.length + h;
    const value = forecastNext(state, alpha, share, t);
    mean[h] = value;
    learn(state, value, alpha, t);
  }
  return mean;
}

/** The least-squares slope over time. */
function slopeOf(y: Float64Array): number {
  const centre = (y.length - 1) / 2;
  const mean = meanOf(y);
  let moment = 0;
  let spread = 0;
  for (let i = 0; i < y.length; i++) {
    moment += (i - centre) * ((y[i] as number) - mean);
    spread += (i - centre) ** 2;
  }
  return spread === 0 ? 0 : moment / spread;
}
