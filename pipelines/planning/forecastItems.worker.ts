import { parentPort, workerData } from 'node:worker_threads';
import { forecastDemand } from '../../core/planning/forecast/automatic.ts';
import { type ForecastSlab, itemRange } from './forecastSlab.ts';

const slab = workerData as ForecastSlab;

/** Forecasts the items of one range into the shared slab and says which methods weighed most. */
parentPort?.on('message', (range: { from: number; to: number }) => {
  const leaders: string[] = [];
  for (let item = range.from; item < range.to; item++) {
    const { history, mean, deviation } = itemRange(slab, item);
    const forecast = forecastDemand(Float64Array.from(history), { period: slab.season, horizon: slab.horizon });
    mean.set(forecast.mean);
    deviation.set(forecast.deviation);
    const leader = forecast.weights.reduce((best, w) => (w.weight > best.weight ? w : best));
    leaders.push(`${forecast.pattern}:${leader.method}`);
  }
  parentPort?.postMessage({ from: range.from, leaders });
});
