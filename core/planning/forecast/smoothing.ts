import { nelderMead } from '../minimize.ts';
import type { Fit } from './method.ts';
import { decompose, deseasonalise, type Seasonality } from './seasonality.ts';

/** An exponential smoothing model in the taxonomy of Hyndman, Koehler, Ord & Snyder (2008): error, trend, season. */
export type Smoothing = {
  readonly error: 'A' | 'M';
  readonly trend: 'N' | 'A' | 'Ad';
  readonly season: 'N' | 'A' | 'M';
};

export type SmoothingFit = Fit & {
  readonly model: Smoothing;
  /** Corrected Akaike criterion: comparable between models of one history only. */
  readonly aicc: number;
  readonly alpha: number;
};

const ALPHA = 0;
const BETA = 1;
const PHI = 2;
const GAMMA = 3;
const LEVEL = 4;
const SLOPE = 5;

type Problem = {
  readonly y: Float64Array;
  readonly period: number;
  readonly model: Smoothing;
  readonly firstSeason: Float64Array;
  readonly season: Float64Array;
  readonly full: Float64Array;
  readonly free: readonly number[];
  readonly residuals: Float64Array;
  /** Level and slope after the last value. */
  readonly state: Float64Array;
};

/**
 * Fits one model by minimising its concentrated likelihood over smoothing weights, damping and first level and slope;
 * first seasonal indices come from the classical decomposition and stay. `undefined` when the history is too short for
 * the model, or not positive where the model needs it.
 */
export function fitSmoothing(
  y: Float64Array,
  period: number,
  horizon: number,
  model: Smoothing,
  maxCalls = 400,
): SmoothingFit | undefined {
  const problem = pose(y, period, model);
  if (!problem) return undefined;
  const start = Float64Array.from(problem.free, (i) => problem.full[i] as number);
  const scale = Math.max(1e-9, Math.abs(problem.full[LEVEL] as number) * 0.1);
  const steps = Float64Array.from(problem.free, (i) => firstStep(i, scale));
  const best = nelderMead((point) => criterion(problem, point), start, steps, maxCalls, 1e-5);
  if (!Number.isFinite(best.value)) return undefined;
  criterion(problem, best.point);
  const k = problem.free.length + 1 + (model.season === 'N' ? 0 : period - 1);
  const n = y.length;
  const correction = n - k - 1 > 0 ? (2 * k * (k + 1)) / (n - k - 1) : Number.POSITIVE_INFINITY;
  return {
    model,
    alpha: problem.full[ALPHA] as number,
    aicc: best.value + 2 * k + correction,
    residuals: problem.residuals,
    mean: project(problem, horizon),
  };
}

function firstStep(parameter: number, scale: number): number {
  if (parameter === LEVEL) return scale;
  if (parameter === SLOPE) return scale * 0.2;
  return parameter === PHI ? -0.05 : 0.15;
}

function pose(y: Float64Array, period: number, model: Smoothing): Problem | undefined {
  const free = freeParameters(model);
  if (y.length < free.length + 3) return undefined;
  if (model.season !== 'N' && y.length < 2 * period + 2) return undefined;
  if ((model.error === 'M' || model.season === 'M') && !y.every((v) => v > 0)) return undefined;
  const seasonality = seasonalityFor(y, period, model);
  const { level, slope } = firstLine(deseasonalise(y, seasonality), model.trend !== 'N');
  const full = Float64Array.of(0.3, model.trend === 'N' ? 0 : 0.1, 1, model.season === 'N' ? 0 : 0.1, level, slope);
  if (model.trend === 'Ad') full[PHI] = 0.95;
  // Without a season one neutral index takes its place, so that the recursion needs no branch for it.
  const firstSeason = model.season === 'N' ? new Float64Array(1) : seasonality.indices;
  const season = new Float64Array(firstSeason.length);
  const residuals = new Float64Array(y.length);
  return { y, period: season.length, model, firstSeason, season, full, free, residuals, state: new Float64Array(2) };
}

function freeParameters(model: Smoothing): readonly number[] {
  const free = [ALPHA, LEVEL];
  if (model.trend !== 'N') free.push(BETA, SLOPE);
  if (model.trend === 'Ad') free.push(PHI);
  if (model.season !== 'N') free.push(GAMMA);
  return free;
}

function seasonalityFor(y: Float64Array, period: number, { season }: Smoothing): Seasonality {
  if (season === 'N') return { kind: 'none', indices: new Float64Array(0) };
  return decompose(y, period, season === 'A' ? 'additive' : 'multiplicative');
}

function firstLine(y: Float64Array, hasSlope: boolean): { level: number; slope: number } {
  const n = Math.min(y.length, 10);
  let sum = 0;
  let moment = 0;
  for (let i = 0; i < n; i++) {
    sum += y[i] as number;
    moment += (i - (n - 1) / 2) * (y[i] as number);
  }
  const slope = hasSlope ? moment / ((n * (n * n - 1)) / 12) : 0;
  return { level: sum / n - (slope * (n + 1)) / 2, slope };
}

/** n log Σ e² (+ 2 Σ log|μ| for relative errors), Infinity outside the bounds; leaves residuals and state behind. */
function criterion(problem: Problem, point: Float64Array): number {
  const { free, full, model, y } = problem;
  for (let i = 0; i < free.length; i++) full[free[i] as number] = point[i] as number;
  if (!isInside(full)) return Number.POSITIVE_INFINITY;
  const logs = run(problem);
  if (Number.isNaN(logs)) return Number.POSITIVE_INFINITY;
  let squares = 0;
  const n = y.length;
  for (let i = 0; i < n; i++) {
    const error = problem.residuals[i] as number;
    const mu = (y[i] as number) - error;
    squares += model.error === 'A' ? error * error : (error / mu) ** 2;
  }
  return n * Math.log(Math.max(squares, 1e-12)) + (model.error === 'M' ? 2 * logs : 0);
}

function isInside(full: Float64Array): boolean {
  const alpha = full[ALPHA] as number;
  const beta = full[BETA] as number;
  const phi = full[PHI] as number;
  const gamma = full[GAMMA] as number;
  if (alpha < 0.0001 || alpha > 0.9999 || beta < 0 || beta > 1 || gamma < 0 || gamma > 1) return false;
  return phi === 1 || (phi >= 0.8 && phi <= 0.98);
}

/**
 * The error-correction recursion; beta and gamma are given as shares of alpha and of 1 − alpha. Relative and absolute
 * errors share it: with e = μ·ε the two forms of Hyndman et al. (2008, tables 2.2 and 2.3) are equal for no season and
 * for a multiplicative one. Gives Σ log|μ|, NaN when a positive model leaves the positive numbers.
 */
function run(problem: Problem): number {
  const { y, full, season, residuals, state, period, model } = problem;
  season.set(problem.firstSeason);
  const alpha = full[ALPHA] as number;
  const beta = alpha * (full[BETA] as number);
  const phi = full[PHI] as number;
  const gamma = (1 - alpha) * (full[GAMMA] as number);
  const isMultiplied = model.season === 'M';
  const mustBePositive = model.error === 'M' || isMultiplied;
  let level = full[LEVEL] as number;
  let slope = full[SLOPE] as number;
  let logs = 0;
  for (let t = 0; t < y.length; t++) {
    const base = level + phi * slope;
    const s = season[t % period] as number;
    const mu = isMultiplied ? base * s : base + s;
    if (mustBePositive && !(Math.min(base, mu) > 0)) return Number.NaN;
    const error = (y[t] as number) - mu;
    const step = isMultiplied ? error / s : error;
    residuals[t] = error;
    logs += Math.log(Math.abs(mu) + 1e-12);
    level = base + alpha * step;
    slope = phi * slope + beta * step;
    season[t % period] = s + (gamma * error) / (isMultiplied ? base : 1);
  }
  state[0] = level;
  state[1] = slope;
  return logs;
}

function project(problem: Problem, horizon: number): Float64Array {
  const { y, full, season, state, period, model } = problem;
  const phi = full[PHI] as number;
  const mean = new Float64Array(horizon);
  let level = state[0] as number;
  let slope = state[1] as number;
  for (let h = 0; h < horizon; h++) {
    slope *= phi;
    level += slope;
    const s = season[(y.length + h) % period] as number;
    mean[h] = model.season === 'M' ? level * s : level + s;
  }
  return mean;
}
