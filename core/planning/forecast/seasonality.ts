import { meanOf } from './method.ts';

/** Seasonal indices of a history: value = adjusted × index (`multiplicative`) or adjusted + index (`additive`). */
export type Seasonality = {
  readonly kind: 'none' | 'additive' | 'multiplicative';
  /** One index per season; the history's first value has season 0. Empty when there is none. */
  readonly indices: Float64Array;
};

const NONE: Seasonality = { kind: 'none', indices: new Float64Array(0) };

/**
 * Whether a period repeats: the autocorrelation at its lag against Bartlett's 90 % band, the test of the Theta method
 * (Assimakopoulos & Nikolopoulos 2000, section 3). Needs three whole periods.
 */
export function isSeasonal(history: Float64Array, period: number): boolean {
  if (period < 2 || history.length < 3 * period) return false;
  const correlations = autocorrelations(history, period);
  let squares = 0;
  for (let lag = 1; lag < period; lag++) squares += (correlations[lag] as number) ** 2;
  const band = 1.645 * Math.sqrt((1 + 2 * squares) / history.length);
  return Math.abs(correlations[period] as number) > band;
}

function autocorrelations(values: Float64Array, maxLag: number): Float64Array {
  const mean = meanOf(values);
  const result = new Float64Array(maxLag + 1);
  for (let lag = 0; lag <= maxLag; lag++) {
    let sum = 0;
    for (let i = lag; i < values.length; i++)
      sum += ((values[i] as number) - mean) * ((values[i - lag] as number) - mean);
    result[lag] = sum;
  }
  const variance = result[0] as number;
  if (variance === 0) return new Float64Array(maxLag + 1);
  for (let lag = 0; lag <= maxLag; lag++) result[lag] = (result[lag] as number) / variance;
  return result;
}

/**
 * Classical decomposition by a centred moving average (Hyndman & Athanasopoulos, "Forecasting: Principles and
 * Practice", section 3.4). Multiplicative when every value is positive, else additive; none when not significant.
 */
export function findSeasonality(history: Float64Array, period: number): Seasonality {
  if (!isSeasonal(history, period)) return NONE;
  return decompose(history, period, history.every((v) => v > 0) ? 'multiplicative' : 'additive');
}

/** The seasonal indices of a given kind, whether significant or not; needs two whole periods. */
export function decompose(history: Float64Array, period: number, kind: 'additive' | 'multiplicative'): Seasonality {
  const trend = centredAverage(history, period);
  const sums = new Float64Array(period);
  const counts = new Float64Array(period);
  for (let i = 0; i < history.length; i++) {
    const level = trend[i] as number;
    if (Number.isNaN(level)) continue;
    const value = history[i] as number;
    sums[i % period] = (sums[i % period] as number) + (kind === 'additive' ? value - level : value / level);
    counts[i % period] = (counts[i % period] as number) + 1;
  }
  const indices = sums.map((sum, season) => sum / Math.max(1, counts[season] as number));
  const centre = meanOf(indices);
  return { kind, indices: indices.map((v) => (kind === 'additive' ? v - centre : Math.max(0.01, v / centre))) };
}

/** NaN where the window does not fit. */
function centredAverage(values: Float64Array, period: number): Float64Array {
  const result = new Float64Array(values.length).fill(Number.NaN);
  const half = Math.floor(period / 2);
  for (let i = half; i + half < values.length; i++) {
    let sum = 0;
    for (let j = -half; j <= half; j++) {
      const isEdge = period % 2 === 0 && (j === -half || j === half);
      sum += (isEdge ? 0.5 : 1) * (values[i + j] as number);
    }
    result[i] = sum / period;
  }
  return result;
}

/** The history without its season. */
export function deseasonalise(history: Float64Array, seasonality: Seasonality): Float64Array {
  return history.map((value, i) => withoutSeason(value, i, seasonality));
}

/** Puts the season back on values whose first has position `from` in the history. */
export function reseasonalise(values: Float64Array, seasonality: Seasonality, from: number): Float64Array {
  return values.map((value, i) => withSeason(value, from + i, seasonality));
}

function withoutSeason(value: number, at: number, { kind, indices }: Seasonality): number {
  if (kind === 'none') return value;
  const index = indices[at % indices.length] as number;
  return kind === 'additive' ? value - index : value / index;
}

function withSeason(value: number, at: number, { kind, indices }: Seasonality): number {
  if (kind === 'none') return value;
  const index = indices[at % indices.length] as number;
  return kind === 'additive' ? value + index : value * index;
}
