/** One figure of a history that was replaced, and why: a planner must be able to read and refuse each. */
export type Correction = {
  readonly period: number;
  readonly from: number;
  readonly to: number;
  readonly reason: 'stock-out' | 'outlier';
  readonly explanation: string;
};

export type CleanedDemand = { readonly demand: Float64Array; readonly corrections: readonly Correction[] };

export type CleaningOptions = {
  /** Share of each period without stock, 0 to 1; sales of such a period understate demand. */
  readonly stockedOut?: Float64Array;
  /** Robust deviations beyond which a size is an outlier. */
  readonly outlierLimit?: number;
};

const FEWEST = 6;

/**
 * Demand from sales: periods partly without stock are lifted to sales / share in stock, but not above the mean of the
 * periods with stock unless more was really sold, and periods wholly without stock get that mean; then sizes beyond a
 * robust limit on a ratio scale (Hampel 1974: median and median absolute deviation of the logarithms) are cut to it.
 * Returns are no demand and must not be in the sales. Zero stays zero: no demand is not an outlier.
 */
export function cleanDemand(sales: Float64Array, options: CleaningOptions = {}): CleanedDemand {
  const demand = Float64Array.from(sales);
  const corrections: Correction[] = [];
  if (options.stockedOut) liftStockOuts(demand, options.stockedOut, corrections);
  cutOutliers(demand, options.outlierLimit ?? 5, corrections);
  return { demand, corrections };
}

function liftStockOuts(demand: Float64Array, stockedOut: Float64Array, corrections: Correction[]): void {
  const inStock = demand.filter((_, t) => (stockedOut[t] ?? 0) === 0);
  if (inStock.length === 0) return;
  const usual = inStock.reduce((sum, v) => sum + v, 0) / inStock.length;
  for (let t = 0; t < demand.length; t++) {
    const missing = Math.min(1, stockedOut[t] ?? 0);
    const from = demand[t] as number;
    if (missing === 0) continue;
    const lifted = missing >= 1 ? usual : Math.min(from / (1 - missing), usual);
    if (lifted <= from) continue;
    demand[t] = lifted;
    const share = Math.round(missing * 100);
    const explanation = `out of stock for ${share} % of the period; periods with stock sold ${round(usual)} on average`;
    corrections.push({ period: t, from, to: lifted, reason: 'stock-out', explanation });
  }
}

function cutOutliers(demand: Float64Array, limit: number, corrections: Correction[]): void {
  const logs = demand.filter((v) => v > 0).map(Math.log);
  if (logs.length < FEWEST) return;
  const centre = median(logs);
  // Many equal sizes would make the spread nothing and any other size an outlier.
  const spread = Math.max(0.25, 1.4826 * median(logs.map((v) => Math.abs(v - centre))));
  const highest = Math.exp(centre + limit * spread);
  for (let t = 0; t < demand.length; t++) {
    const from = demand[t] as number;
    if (from <= highest) continue;
    demand[t] = highest;
    const explanation = `${round(from / Math.exp(centre))} times the usual ${round(Math.exp(centre))}; the limit is ${limit} robust deviations`;
    corrections.push({ period: t, from, to: highest, reason: 'outlier', explanation });
  }
}

function median(values: Float64Array): number {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}

function round(value: number): string {
  return value.toPrecision(3);
}
