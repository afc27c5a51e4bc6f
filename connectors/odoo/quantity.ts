import { err, ok, type Result } from '../../core/shared/result.ts';

/** Odoo counts in floating point, by default to two digits; beyond six lies only noise. */
const MICRO = 1_000_000;
const LARGEST = 1_000_000_000;

/** Whole units of a quantity, parts left out: half a unit is not sold. */
export function wholeUnits(quantity: number): Result<number, string> {
  const micro = Math.round(quantity * MICRO);
  if (!Number.isFinite(quantity) || Math.abs(quantity) > LARGEST) return err(`no quantity of units: ${quantity}`);
  return ok(Math.floor(micro / MICRO) + 0);
}

/** Adds quantities without gathering noise. */
export function sumQuantities(quantities: readonly number[]): number {
  return quantities.reduce((sum, quantity) => sum + Math.round(quantity * MICRO), 0) / MICRO;
}
