import { type Fit, lastOf, type Method, meanOf } from './method.ts';
import { naive } from './simple.ts';

const SMOOTHING = 0.1;
const TRIALS = [0.05, 0.1, 0.15, 0.2, 0.3] as const;

/** Croston (1972): size and interval of demands smoothed apart; the rate is size / interval. Smoothing 0.1. */
export const croston: Method = {
  name: 'croston',
  minimum: 1,
  fit: (history, _period, horizon) => flat(history, horizon, (rates) => crostonRates(history, SMOOTHING, 1, rates)),
};

/** Syntetos & Boylan (2005): Croston's rate less its bias, × (1 − α/2). */
export const sba: Method = {
  name: 'sba',
  minimum: 1,
  fit: (history, _period, horizon) =>
    flat(history, horizon, (rates) => crostonRates(history, SMOOTHING, 1 - SMOOTHING / 2, rates)),
};

/**
 * Teunter, Syntetos & Babai (2011): the chance of a demand is updated in every period, so an item that dies fades.
 * The chance's smoothing is that of 0.05 to 0.3 with the least squared error; the size's is 0.1.
 */
export const tsb: Method = {
  name: 'tsb',
  minimum: 1,
  fit: (history, period, horizon) => {
    if (history.length === 0) return naive.fit(history, period, horizon);
    const fits = TRIALS.map((beta) => flat(history, horizon, (rates) => tsbRates(history, SMOOTHING, beta, rates)));
    return fits.reduce((best, fit) => (sumSquares(fit.residuals) < sumSquares(best.residuals) ? fit : best));
  },
};

/** A flat forecast at the rate after the last value; `rates[t]` is the rate known before value t. */
function flat(history: Float64Array, horizon: number, fill: (rates: Float64Array) => void): Fit {
  const rates = new Float64Array(history.length + 1);
  fill(rates);
  return {
    mean: new Float64Array(horizon).fill(lastOf(rates)),
    residuals: history.map((value, t) => value - (rates[t] as number)),
  };
}

function crostonRates(history: Float64Array, alpha: number, correction: number, rates: Float64Array): void {
  const first = firstDemand(history);
  let size = first.size;
  let interval = first.interval;
  let since = 1;
  rates[0] = (correction * size) / interval;
  for (let t = 0; t < history.length; t++) {
    const value = history[t] as number;
    if (value > 0) {
      size += alpha * (value - size);
      interval += alpha * (since - interval);
      since = 1;
    } else since++;
    rates[t + 1] = (correction * size) / interval;
  }
}

function tsbRates(history: Float64Array, alpha: number, beta: number, rates: Float64Array): void {
  const first = firstDemand(history);
  let size = first.size;
  let chance = 1 / first.interval;
  rates[0] = size * chance;
  for (let t = 0; t < history.length; t++) {
    const value = history[t] as number;
    if (value > 0) size += alpha * (value - size);
    chance += beta * ((value > 0 ? 1 : 0) - chance);
    rates[t + 1] = size * chance;
  }
}

/** Mean size and mean interval over the whole history, the start that needs no first demand early on. */
function firstDemand(history: Float64Array): { size: number; interval: number } {
  const demands = history.filter((v) => v > 0);
  if (demands.length === 0) return { size: 0, interval: Math.max(1, history.length) };
  return { size: meanOf(demands), interval: history.length / demands.length };
}

function sumSquares(values: Float64Array): number {
  return values.reduce((sum, v) => sum + v * v, 0);
}
