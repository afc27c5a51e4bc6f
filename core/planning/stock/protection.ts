/** Demand and lead time in the same period (days or weeks). */
export type Supply = {
  /** Mean and deviation of one period's demand; periods are taken as independent. */
  readonly demand: number;
  readonly demandDeviation: number;
  readonly leadTime: number;
  readonly leadTimeDeviation: number;
  /** Periods between two looks at the stock; 0 when every withdrawal is seen at once. */
  readonly review?: number;
};

/** What is demanded between a decision to order and the arrival it leads to. */
export type Protection = { readonly mean: number; readonly deviation: number };

/**
 * Demand over lead time and review: mean d(L+R), variance (L+R)σ² + d²σ_L² (Silver, Pyke & Thomas, section 6.10; a
 * random sum of independent demands).
 */
export function protectionOf({ demand, demandDeviation, leadTime, leadTimeDeviation, review = 0 }: Supply): Protection {
  const span = leadTime + review;
  const variance = span * demandDeviation ** 2 + (demand * leadTimeDeviation) ** 2;
  return { mean: demand * span, deviation: Math.sqrt(variance) };
}

/** Mean and deviation of lead times learned from receipts: periods from order to receipt, one per receipt. */
export type LeadTimes = { readonly mean: number; readonly deviation: number; readonly receipts: number };

/**
 * Learns lead times; with few receipts they are drawn towards what the supplier promised, which counts as `trust`
 * receipts of its own. `undefined` when there is neither a receipt nor a promise.
 */
export function learnLeadTimes(periods: Float64Array, promised?: number, trust = 3): LeadTimes | undefined {
  const known = periods.filter((p) => p >= 0 && Number.isFinite(p));
  const weight = promised === undefined ? 0 : trust;
  if (known.length + weight === 0) return undefined;
  const sum = known.reduce((total, p) => total + p, weight * (promised ?? 0));
  const mean = sum / (known.length + weight);
  const squares = known.reduce((total, p) => total + (p - mean) ** 2, weight * ((promised ?? mean) - mean) ** 2);
  const freedom = known.length + weight - 1;
  return { mean, deviation: freedom > 0 ? Math.sqrt(squares / freedom) : 0, receipts: known.length };
}
