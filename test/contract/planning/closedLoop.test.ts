import { describe, expect, test } from 'vitest';
import { benchClosedLoop } from '../../../pipelines/planning/benchClosedLoop.ts';

describe('proposals followed blindly over ten simulated years, 30 seeds', () => {
  test.each(['fast', 'lumpy'] as const)(
    '%s demand: service within 0.01 of 0.95, cost within 1.03 of the best of the grid, both with their 95-percent interval',
    (world) => {
      const { fillRate, excessCost } = benchClosedLoop(world, 0.95);
      expect(fillRate.mean - fillRate.half).toBeGreaterThan(0.94);
      expect(fillRate.mean + fillRate.half).toBeLessThan(0.96);
      expect(excessCost.mean + excessCost.half).toBeLessThan(0.03);
    },
    120_000,
  );
});
