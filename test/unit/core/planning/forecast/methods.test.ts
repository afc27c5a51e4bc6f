import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mase, rmsse, smape } from '../../../../../core/planning/forecast/accuracy.ts';
import { forecastDemand, intervalOf, quantileAt } from '../../../../../core/planning/forecast/automatic.ts';
import { ets, ses } from '../../../../../core/planning/forecast/exponential.ts';
import { intermittencyOf } from '../../../../../core/planning/forecast/intermittency.ts';
import { croston, sba, tsb } from '../../../../../core/planning/forecast/intermittent.ts';
import { METHODS } from '../../../../../core/planning/forecast/methods.ts';
import { findSeasonality } from '../../../../../core/planning/forecast/seasonality.ts';
import { theta } from '../../../../../core/planning/forecast/theta.ts';
import { normalDraw, seededRandom } from '../../../../../core/planning/random.ts';

/** Oil production of Saudi Arabia 1996-2013, million tonnes: Hyndman & Athanasopoulos, "fpp2", section 7.1. */
const OIL = Float64Array.of(
  445.3641,
  453.195,
  454.4096,
  422.3789,
  456.0371,
  440.3866,
  425.1944,
  486.2052,
  500.4291,
  521.2759,
  508.9476,
  488.8889,
  509.8706,
  456.7229,
  473.8166,
  525.9509,
  549.8338,
  542.3405,
);

describe('single methods', () => {
  test('simple smoothing gives the published example: 542.68 Mt for 1996-2013 with alpha 0.83', () => {
    const { mean } = ses.fit(OIL, 1, 3);
    for (const value of mean) expect(value).toBeCloseTo(542.68, 0);
  });

  test('Theta on a straight line goes on with half of its slope or more', () => {
    const line = Float64Array.from({ length: 30 }, (_, t) => 10 + 2 * t);
    const { mean } = theta.fit(line, 1, 4);
    expect((mean[3] as number) - (mean[0] as number)).toBeCloseTo(3, 1);
  });

  test('ETS finds a trend and a season that are there', () => {
    const history = Float64Array.from(
      { length: 72 },
      (_, t) => (100 + t) * (1 + 0.3 * Math.sin((2 * Math.PI * t) / 12)),
    );
    const future = Float64Array.from(
      { length: 12 },
      (_, h) => (172 + h) * (1 + 0.3 * Math.sin((2 * Math.PI * (72 + h)) / 12)),
    );
    expect(smape(ets.fit(history, 12, 12).mean, future)).toBeLessThan(2);
    expect(findSeasonality(history, 12).kind).toBe('multiplicative');
  });

  test('a demand of 6 every third period is 2 a period to Croston, less 5 % to SBA', () => {
    const history = Float64Array.from({ length: 30 }, (_, t) => (t % 3 === 2 ? 6 : 0));
    expect(croston.fit(history, 1, 1).mean[0]).toBeCloseTo(2, 6);
    expect(sba.fit(history, 1, 1).mean[0]).toBeCloseTo(1.9, 6);
  });

  test('TSB fades an item that died, Croston does not', () => {
    const history = Float64Array.from({ length: 60 }, (_, t) => (t < 30 && t % 2 === 0 ? 4 : 0));
    expect(tsb.fit(history, 1, 1).mean[0]).toBeLessThan(0.5);
    expect(croston.fit(history, 1, 1).mean[0]).toBeGreaterThan(0.8);
  });

  test('every method gives finite forecasts of the asked length and leaves the history alone', () => {
    let short = 0;
    let sparse = 0;
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1e5, noNaN: true })), { maxLength: 40 }),
        (raw) => {
          const history = Float64Array.from(raw);
          if (raw.length < 6) short++;
          if (intermittencyOf(history).interval >= 1.32) sparse++;
          for (const method of METHODS) {
            const { mean } = method.fit(history, 4, 5);
            expect(mean).toHaveLength(5);
            expect(mean.every(Number.isFinite)).toBe(true);
          }
          const automatic = forecastDemand(history, { period: 4, horizon: 5 });
          expect(automatic.mean.every((v) => Number.isFinite(v) && v >= 0)).toBe(true);
          expect([...history]).toEqual(raw);
        },
      ),
      { seed: 7, numRuns: 150 },
    );
    expect(short).toBeGreaterThan(5);
    expect(sparse).toBeGreaterThan(5);
  });
});

describe('measures', () => {
  test('follow their formulas on a case worked by hand', () => {
    const history = Float64Array.of(1, 3, 2);
    const actual = Float64Array.of(4, 0);
    const forecast = Float64Array.of(2, 0);
    expect(smape(forecast, actual)).toBeCloseTo((200 * 2) / 6 / 2, 10);
    expect(mase(forecast, actual, history, 1)).toBeCloseTo(1 / 1.5, 10);
    expect(rmsse(forecast, actual, history)).toBeCloseTo(Math.sqrt(2 / 2.5), 10);
  });
});

describe('intervals', () => {
  test('of 80 % hold about 80 % of what follows, for noise around a level and for a random walk', () => {
    const random = seededRandom(11);
    for (const persistence of [0, 1]) {
      let inside = 0;
      let steps = 0;
      for (let run = 0; run < 120; run++) {
        let level = 500;
        const path = Float64Array.from({ length: 66 }, () => {
          const shock = 20 * normalDraw(random);
          level += persistence * shock;
          return persistence === 1 ? level : level + shock;
        });
        const forecast = forecastDemand(path.slice(0, 60), { period: 1, horizon: 6 });
        for (let h = 0; h < 6; h++) {
          const { lower, upper } = intervalOf(forecast, h, 0.8);
          const actual = path[60 + h] as number;
          if (actual >= lower && actual <= upper) inside++;
          steps++;
        }
      }
      expect(inside / steps).toBeGreaterThan(0.72);
      expect(inside / steps).toBeLessThan(0.9);
    }
  });

  test('of counts: the 0.9 quantile covers at least 87 % and at most 97 % of Poisson-like months', () => {
    const random = seededRandom(5);
    let covered = 0;
    for (let run = 0; run < 400; run++) {
      const path = Float64Array.from({ length: 41 }, () => (random() < 0.3 ? Math.ceil(4 * random()) : 0));
      if ((path[40] as number) <= quantileAt(forecastDemand(path.slice(0, 40), { period: 1, horizon: 1 }), 0, 0.9))
        covered++;
    }
    expect(covered / 400).toBeGreaterThan(0.87);
    expect(covered / 400).toBeLessThan(0.97);
  });
});
