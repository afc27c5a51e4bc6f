import type { Fit, Method } from './method.ts';
import { deseasonalise, findSeasonality, reseasonalise } from './seasonality.ts';
import { naive } from './simple.ts';
import { fitSmoothing, type Smoothing, type SmoothingFit } from './smoothing.ts';

/** Simple exponential smoothing (Brown 1959) of the seasonally adjusted history. */
export const ses: Method = adjusted('ses', { error: 'A', trend: 'N', season: 'N' });

/** Linear trend (Holt 1957) of the seasonally adjusted history. */
export const holt: Method = adjusted('holt', { error: 'A', trend: 'A', season: 'N' });

/** Damped trend (Gardner & McKenzie 1985) of the seasonally adjusted history. */
export const damped: Method = adjusted('damped', { error: 'A', trend: 'Ad', season: 'N' });

/** Damped Holt-Winters with the season inside the recursion; multiplicative where the history is positive. */
export const dampedHoltWinters: Method = {
  name: 'damped-holt-winters',
  minimum: 8,
  fit: (history, period, horizon) => {
    const isPositive = history.every((v) => v > 0);
    const seasonal: Smoothing = { error: isPositive ? 'M' : 'A', trend: 'Ad', season: isPositive ? 'M' : 'A' };
    const fit = period > 1 ? fitSmoothing(history, period, horizon, seasonal) : undefined;
    return fit ?? damped.fit(history, period, horizon);
  },
};

/** Every model that ETS choice compares: multiplicative trends are left out, as they explode. */
export const ETS_MODELS: readonly Smoothing[] = (['N', 'A', 'Ad'] as const).flatMap((trend) => [
  { error: 'A', trend, season: 'N' },
  { error: 'M', trend, season: 'N' },
  { error: 'A', trend, season: 'A' },
  { error: 'M', trend, season: 'M' },
]);

/** The exponential smoothing model with the least corrected Akaike criterion (Hyndman et al. 2002). */
export const ets: Method = {
  name: 'ets',
  minimum: 5,
  fit: (history, period, horizon) => {
    let best: SmoothingFit | undefined;
    for (const model of ETS_MODELS) {
      if (model.season !== 'N' && period < 2) continue;
      const fit = fitSmoothing(history, period, horizon, model);
      if (fit && (!best || fit.aicc < best.aicc)) best = fit;
    }
    return best ?? naive.fit(history, period, horizon);
  },
};

function adjusted(name: string, model: Smoothing): Method {
  return {
    name,
    minimum: 6,
    fit: (history, period, horizon): Fit => {
      const seasonality = findSeasonality(history, period);
      const fit = fitSmoothing(deseasonalise(history, seasonality), 1, horizon, model);
      if (!fit) return naive.fit(history, period, horizon);
      return {
        mean: reseasonalise(fit.mean, seasonality, history.length),
        residuals: scaleResiduals(
          fit.residuals,
          seasonality.kind === 'multiplicative' ? seasonality.indices : undefined,
        ),
      };
    },
  };
}

/** Errors of an adjusted history back in units of the history itself. */
export function scaleResiduals(residuals: Float64Array, indices: Float64Array | undefined): Float64Array {
  return indices ? residuals.map((error, i) => error * (indices[i % indices.length] as number)) : residuals;
}
