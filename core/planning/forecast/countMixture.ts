import { countChances } from '../distribution.ts';
import { meanOf } from './method.ts';

/** A way to turn a history into the chances of the next period's units. */
type CountModel = { readonly name: string; readonly chances: (history: Float64Array) => Float64Array };

/** The chances of `unit` × 0, 1, 2 … of demand in one future period. */
export type CountForecast = {
  readonly unit: number;
  readonly chances: Float64Array;
  readonly weights: readonly { readonly method: string; readonly weight: number; readonly error: number }[];
};

/** Negative binomial with exponentially weighted mean and variance, at three memories, and the weighted history itself. */
const MODELS: readonly CountModel[] = [
  ...[0.05, 0.1, 0.2].map((decay) => ({
    name: `weighted-negative-binomial-${decay}`,
    chances: (history: Float64Array) => fading(history, decay),
  })),
  { name: 'weighted-empirical-0.05', chances: (history) => empirical(history, 0.05) },
];

const JUDGED_AT = 0.9;
const LARGEST = 400;

/**
 * Forecasts intermittent demand as chances of counts. A linear pool (Stone 1961) of four models, each weighted by the
 * inverse of its pinball loss at 0.9 over the last `maxOrigins` one-step forecasts: a stock level needs a high quantile,
 * and a mean absolute error would reward forecasting zero. Sizes above 400 are counted in larger units.
 */
export function forecastCounts(history: Float64Array, maxOrigins = 8): CountForecast {
  const unit = Math.max(1, history.reduce((most, v) => Math.max(most, v), 0) / LARGEST);
  const scaled = history.map((v) => Math.max(0, Math.round(v / unit)));
  const errors = MODELS.map((model) => pinballOf(model, scaled, maxOrigins));
  const floor = 0.01 * (meanOf(scaled) + 0.01);
  const inverses = errors.map((error) => 1 / (error + floor));
  const total = inverses.reduce((sum, v) => sum + v, 0);
  const weights = MODELS.map((model, m) => ({
    method: model.name,
    weight: (inverses[m] as number) / total,
    error: (errors[m] as number) * unit,
  }));
  return {
    unit,
    chances: pool(
      MODELS.map((model) => model.chances(scaled)),
      weights,
    ),
    weights,
  };
}

/** Mean and variance of a count forecast, in units of demand. */
export function momentsOf({ chances, unit }: CountForecast): { readonly mean: number; readonly variance: number } {
  let mean = 0;
  let square = 0;
  for (let k = 0; k < chances.length; k++) {
    mean += k * (chances[k] as number);
    square += k * k * (chances[k] as number);
  }
  return { mean: mean * unit, variance: Math.max(0, square - mean * mean) * unit * unit };
}

/** The pinball (quantile) loss of a forecast quantile for one outcome (Koenker & Bassett 1978). */
export function pinball(quantile: number, actual: number, probability: number): number {
  return actual >= quantile ? probability * (actual - quantile) : (1 - probability) * (quantile - actual);
}

function pinballOf(model: CountModel, history: Float64Array, maxOrigins: number): number {
  const first = Math.max(4, history.length - maxOrigins);
  let sum = 0;
  for (let t = first; t < history.length; t++) {
    const chances = model.chances(history.subarray(0, t));
    sum += pinball(quantileOf(chances), history[t] as number, JUDGED_AT);
  }
  return history.length > first ? sum / (history.length - first) : 0;
}

function quantileOf(chances: Float64Array): number {
  let total = 0;
  for (let k = 0; k < chances.length; k++) {
    total += chances[k] as number;
    if (total >= JUDGED_AT) return k;
  }
  return chances.length - 1;
}

function fading(history: Float64Array, decay: number): Float64Array {
  let weight = 0;
  let mean = 0;
  let square = 0;
  for (const value of history) {
    weight = weight * (1 - decay) + 1;
    mean += (value - mean) / weight;
    square += (value * value - square) / weight;
  }
  return countChances(mean, square - mean * mean, 8 * LARGEST);
}

function empirical(history: Float64Array, decay: number): Float64Array {
  const chances = new Float64Array(history.reduce((most, v) => Math.max(most, v), 0) + 1);
  let weight = 0;
  for (let age = 0; age < history.length; age++) {
    const share = (1 - decay) ** age;
    const value = history[history.length - 1 - age] as number;
    chances[value] = (chances[value] as number) + share;
    weight += share;
  }
  if (weight === 0) return Float64Array.of(1);
  return chances.map((v) => v / weight);
}

function pool(parts: readonly Float64Array[], weights: readonly { readonly weight: number }[]): Float64Array {
  const mixed = new Float64Array(Math.max(...parts.map((p) => p.length)));
  parts.forEach((part, m) => {
    const weight = weights[m]?.weight ?? 0;
    for (let k = 0; k < part.length; k++) mixed[k] = (mixed[k] as number) + weight * (part[k] as number);
  });
  return mixed;
}
