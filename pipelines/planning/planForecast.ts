import { availableParallelism } from 'node:os';
import { rounded } from './economics.ts';
import { forecastItems, itemRange } from './forecastSlab.ts';
import { loadSales, type PlanInput, prepareDemand, type RunFigures, runFigures, type Sales } from './sales.ts';

export type ForecastPlanOptions = PlanInput & {
  /** Periods ahead; 8 unless told. */
  readonly horizon?: number;
  /** Periods per season; 1 (none) unless told. */
  readonly season?: number;
  readonly threads?: number;
  readonly onProgress?: (done: number, of: number) => void;
};

export type ForecastItem = {
  readonly sku: string;
  readonly pattern: string;
  /** The method with the largest share of the combination. */
  readonly leader: string;
  readonly mean: readonly number[];
  readonly deviation: readonly number[];
};

export type ForecastPlan = RunFigures & {
  readonly report: Sales['report'];
  readonly periods: number;
  readonly periodDays: number;
  readonly outliersCut: number;
  readonly patterns: Record<string, number>;
  readonly items: readonly ForecastItem[];
};

/** A forecast for every item of a sales file, by worker threads; equal for any number of threads. */
export async function planForecast(options: ForecastPlanOptions): Promise<ForecastPlan> {
  const started = performance.now();
  const sales = await loadSales(options);
  const demand = prepareDemand(sales, options.periodDays ?? 7);
  const { slab, leaders } = await forecastItems(demand, runOptions(options));
  const patterns: Record<string, number> = {};
  const items = sales.table.skus.map((sku, item): ForecastItem => {
    const [pattern = '', leader = ''] = (leaders[item] ?? '').split(':');
    patterns[pattern] = (patterns[pattern] ?? 0) + 1;
    const { mean, deviation } = itemRange(slab, item);
    return { sku, pattern, leader, mean: Array.from(mean, rounded), deviation: Array.from(deviation, rounded) };
  });
  return {
    ...runFigures(started),
    report: sales.report,
    periods: demand.periods,
    periodDays: demand.periodDays,
    outliersCut: demand.corrections,
    patterns,
    items,
  };
}

/** The options of a forecast run with what was not told filled in. */
export function runOptions({ horizon, season, threads, signal, onProgress }: ForecastPlanOptions) {
  return {
    horizon: horizon ?? 8,
    season: season ?? 1,
    threads: threads ?? availableParallelism(),
    ...(signal ? { signal } : {}),
    ...(onProgress ? { onProgress } : {}),
  };
}
