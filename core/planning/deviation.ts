/** Mean and deviation (n − 1) of a history; `undefined` when it has fewer than two periods or no demand at all. */
export function deviationOf(history: Float64Array): { readonly mean: number; readonly deviation: number } | undefined {
  const n = history.length;
  let sum = 0;
  for (const value of history) sum += value;
  if (n < 2 || sum <= 0) return undefined;
  const mean = sum / n;
  let squares = 0;
  for (const value of history) squares += (value - mean) ** 2;
  return { mean, deviation: Math.sqrt(squares / (n - 1)) };
}
