import { damped, dampedHoltWinters, ets, holt, ses } from './exponential.ts';
import { croston, sba, tsb } from './intermittent.ts';
import type { Method } from './method.ts';
import { movingAverage, naive, seasonalNaive, zero } from './simple.ts';
import { dynamicTheta, theta } from './theta.ts';

/** Every single method, for demand of any pattern; the automatic choice is measured against each. */
export const METHODS: readonly Method[] = [
  naive,
  seasonalNaive,
  movingAverage,
  ses,
  holt,
  damped,
  dampedHoltWinters,
  ets,
  theta,
  dynamicTheta,
  croston,
  sba,
  tsb,
  zero,
];
