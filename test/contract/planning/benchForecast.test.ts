import { describe, expect, test } from 'vitest';
import { type BenchSet, benchForecast } from '../../../pipelines/planning/benchForecast.ts';
import { sharedFile } from '../../support/shared.ts';

/** The competition's best official submission on these 1,502 series, Theta, in percent. */
const THETA_SMAPE = 13.027;

describe('the automatic choice against every single method on a whole set', () => {
  const m3 = sharedFile('bench-data/demand-m3/m3.csv.gz');
  const carParts = sharedFile('bench-data/demand-carparts/carparts.csv.gz');

  test.skipIf(m3 === undefined)(
    'demand-m3: the least sMAPE, and not above the official Theta',
    () => {
      const { automatic, singles } = run('m3', m3 ?? '');
      expect(automatic.smape).toBeLessThanOrEqual(THETA_SMAPE);
      for (const single of singles) expect(automatic.smape, single.method).toBeLessThan(single.smape);
    },
    120_000,
  );

  test.skipIf(carParts === undefined)(
    'demand-carparts: the least pinball loss and cost, the highest fill rate',
    () => {
      const { automatic, singles } = run('carparts', carParts ?? '');
      for (const single of singles) {
        expect(automatic.pinball90, single.method).toBeLessThan(single.pinball90);
        expect(automatic.costPerPeriod, single.method).toBeLessThan(single.costPerPeriod);
        expect(automatic.fillRate, single.method).toBeGreaterThan(single.fillRate);
      }
    },
    60_000,
  );
});

function run(set: BenchSet, file: string) {
  const { scores } = benchForecast(set, file);
  const automatic = scores.at(-1);
  if (automatic?.method !== 'automatic') throw new Error('the automatic choice is the last score');
  return { automatic, singles: scores.slice(0, -1) };
}
