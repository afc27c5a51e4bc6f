/** Mean of 200 |a − f| / (|a| + |f|), in percent (the M3 competition's form); a step where both are 0 counts 0. */
export function smape(forecast: Float64Array, actual: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < actual.length; i++) {
    const a = actual[i] as number;
    const f = forecast[i] as number;
    const size = Math.abs(a) + Math.abs(f);
    if (size > 0) sum += (200 * Math.abs(a - f)) / size;
  }
  return sum / actual.length;
}

/**
 * Mean absolute error over that of the seasonal naive forecast inside the history (Hyndman & Koehler 2006). NaN when
 * the history never changes: then no scale exists.
 */
export function mase(forecast: Float64Array, actual: Float64Array, history: Float64Array, lag: number): number {
  return meanPower(forecast, actual, 1) / scaleOf(history, lag, 1);
}

/** Root of the mean squared error over that of the naive forecast inside the history (M5 competition). NaN as above. */
export function rmsse(forecast: Float64Array, actual: Float64Array, history: Float64Array): number {
  return Math.sqrt(meanPower(forecast, actual, 2) / scaleOf(history, 1, 2));
}

function meanPower(forecast: Float64Array, actual: Float64Array, power: 1 | 2): number {
  let sum = 0;
  for (let i = 0; i < actual.length; i++) sum += Math.abs((actual[i] as number) - (forecast[i] as number)) ** power;
  return sum / actual.length;
}

function scaleOf(history: Float64Array, lag: number, power: 1 | 2): number {
  const count = history.length - lag;
  let sum = 0;
  for (let i = lag; i < history.length; i++) {
    sum += Math.abs((history[i] as number) - (history[i - lag] as number)) ** power;
  }
  return sum > 0 ? sum / count : Number.NaN;
}
