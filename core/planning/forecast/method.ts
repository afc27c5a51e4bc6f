/**
 * One way to forecast. `mean` has `horizon` values; `residuals` are the one-step-ahead errors inside the history, which
 * may be fewer than its values. A method is pure: equal input gives equal output, and the history is never changed.
 */
export type Method = {
  readonly name: string;
  /** Fewer values than this cannot be fitted; `fit` then answers as `naive` does. */
  readonly minimum: number;
  readonly fit: (history: Float64Array, period: number, horizon: number) => Fit;
};

export type Fit = { readonly mean: Float64Array; readonly residuals: Float64Array };

/** The last value of a history, 0 when it is empty. */
export function lastOf(values: Float64Array): number {
  return values.length === 0 ? 0 : (values[values.length - 1] as number);
}

export function meanOf(values: Float64Array, from = 0): number {
  let sum = 0;
  for (let i = from; i < values.length; i++) sum += values[i] as number;
  return values.length > from ? sum / (values.length - from) : 0;
}

/** Mean of squares. */
export function meanSquare(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i] as number) ** 2;
  return values.length > 0 ? sum / values.length : 0;
}
