import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { countChances, countQuantile } from '../../core/planning/distribution.ts';
import { mase, rmsse, smape } from '../../core/planning/forecast/accuracy.ts';
import { forecastDemand, quantileAt } from '../../core/planning/forecast/automatic.ts';
import { pinball } from '../../core/planning/forecast/countMixture.ts';
import { type Method, meanSquare } from '../../core/planning/forecast/method.ts';
import { METHODS } from '../../core/planning/forecast/methods.ts';

/** A series cut in two: what a method may see, and what it is judged on; `lag` is that of MASE's naive scale. */
type Split = {
  readonly history: Float64Array;
  readonly actual: Float64Array;
  readonly period: number;
  readonly lag: number;
};

/** What one method reached over a whole set: means over the series. */
export type Score = {
  readonly method: string;
  readonly smape: number;
  readonly mase: number;
  readonly rmsse: number;
  /** Pinball loss at 0.9 per period, in units. */
  readonly pinball90: number;
  /** Share of demand met, and cost, when stock is raised to the 0.9 quantile every period. */
  readonly fillRate: number;
  readonly costPerPeriod: number;
  readonly seconds: number;
};

export type ForecastBench = {
  readonly set: BenchSet;
  readonly series: number;
  /** The one figure the automatic choice must be lowest in; declared here and nowhere chosen after a run. */
  readonly loss: 'smape' | 'pinball90';
  readonly scores: readonly Score[];
};

export type BenchSet = 'm3' | 'carparts';

const LOSS = { m3: 'smape', carparts: 'pinball90' } as const;
const SHORT_COST = 9;
const HOLD_COST = 1;
const HELD_OUT = 6;

type Answer = { readonly mean: Float64Array; readonly stock: (step: number) => number };

/**
 * Every method and the automatic choice on a whole set of `file` (CSV, gzip): demand-m3 as train and test parts, or
 * demand-carparts with the last six months held out (series of 24 months and two demands before them). The loss is
 * sMAPE for m3 and pinball at 0.9 for carparts. Throws when the file cannot be read.
 */
export function benchForecast(set: BenchSet, file: string): ForecastBench {
  const rows = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n').slice(1);
  const splits = set === 'm3' ? rows.map(splitM3) : rows.flatMap(splitCarParts);
  const single = METHODS.map((method) => scoreOf(method.name, splits, (split) => answerOf(method, split, set)));
  const automatic = scoreOf('automatic', splits, (split) => {
    const forecast = forecastDemand(split.history, { period: split.period, horizon: split.actual.length });
    return { mean: forecast.mean, stock: (step) => Math.max(0, quantileAt(forecast, step, 0.9)) };
  });
  return { set, series: splits.length, loss: LOSS[set], scores: [...single, automatic] };
}

function splitM3(row: string): Split {
  const [, , , , , frequency = '1', train = '', test = ''] = row.split(',');
  return { history: numbers(train), actual: numbers(test), period: Number(frequency), lag: Number(frequency) };
}

function numbers(text: string): Float64Array {
  return Float64Array.from(text.split(';'), Number);
}

function splitCarParts(row: string): Split[] {
  const known = row.split(',').slice(1);
  const values = Float64Array.from(
    known.filter((v) => v.trim() !== ''),
    Number,
  );
  const history = values.slice(0, -HELD_OUT);
  if (history.length < 24 || history.filter((v) => v > 0).length < 2) return [];
  return [{ history, actual: values.slice(-HELD_OUT), period: 12, lag: 1 }];
}

/** A single method's stock: the 0.9 quantile of its mean with the variance of its own errors, as counts for car parts. */
function answerOf(method: Method, { history, actual, period }: Split, set: BenchSet): Answer {
  const { mean, residuals } = method.fit(history, period, actual.length);
  const variance = meanSquare(residuals);
  if (set === 'm3') return { mean, stock: (step) => (mean[step] as number) + 1.2816 * Math.sqrt(variance) };
  return { mean, stock: (step) => countQuantile(countChances(Math.max(0, mean[step] as number), variance), 0.9) };
}

function scoreOf(method: string, splits: readonly Split[], answer: (split: Split) => Answer): Score {
  const started = performance.now();
  const total = { smape: 0, mase: new Mean(), rmsse: new Mean(), pinball: 0, steps: 0, short: 0, demand: 0, cost: 0 };
  for (const split of splits) {
    const { mean, stock } = answer(split);
    total.smape += smape(mean, split.actual);
    total.mase.add(mase(mean, split.actual, split.history, split.lag));
    total.rmsse.add(rmsse(mean, split.actual, split.history));
    split.actual.forEach((actual, step) => {
      const upTo = stock(step);
      total.pinball += pinball(upTo, actual, 0.9);
      total.short += Math.max(0, actual - upTo);
      total.demand += actual;
      total.cost += actual > upTo ? SHORT_COST * (actual - upTo) : HOLD_COST * (upTo - actual);
      total.steps++;
    });
  }
  return {
    method,
    smape: total.smape / splits.length,
    mase: total.mase.value(),
    rmsse: total.rmsse.value(),
    pinball90: total.pinball / total.steps,
    fillRate: 1 - total.short / total.demand,
    costPerPeriod: total.cost / total.steps,
    seconds: (performance.now() - started) / 1000,
  };
}

/** The mean of what is finite: a history that never changes has no scale and so no scaled error. */
class Mean {
  #sum = 0;
  #count = 0;
  add(value: number): void {
    if (!Number.isFinite(value)) return;
    this.#sum += value;
    this.#count++;
  }
  value(): number {
    return this.#sum / this.#count;
  }
}
