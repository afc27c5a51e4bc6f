import type { ItemTotals } from '../../core/planning/salesTable.ts';

/** What a sales file does not say and a plan needs; every plan repeats in its result which were used. */
export type Economics = {
  /** Cost of one order line to a supplier, in hundredths of the currency. */
  readonly orderCostMinor: number;
  /** Cost of holding, per year, as a share of the unit's cost. */
  readonly holdingRate: number;
  /** Unit cost as a share of the mean selling price. */
  readonly costShare: number;
  readonly leadTimeDays: number;
  readonly leadTimeDeviationDays: number;
  /** Share of demand to be met from stock. */
  readonly fillRate: number;
};

export const USUAL_ECONOMICS: Economics = {
  orderCostMinor: 1000,
  holdingRate: 0.25,
  costShare: 0.5,
  leadTimeDays: 14,
  leadTimeDeviationDays: 3,
  fillRate: 0.95,
};

export const DAYS_PER_YEAR = 365;

/** Unit costs in hundredths of the currency, from the mean selling price; 0 for what was never sold. */
export function unitCosts(totals: ItemTotals, costShare: number): Float64Array {
  return totals.units.map((units, i) => (units > 0 ? ((totals.grossAmount[i] ?? 0) / 100 / units) * costShare : 0));
}

/** Yearly demand of each item from the units of a number of days. */
export function yearlyDemand(units: Float64Array, days: number): Float64Array {
  return units.map((v) => (v * DAYS_PER_YEAR) / Math.max(1, days));
}

/** Amounts are floats inside a plan and become whole hundredths once, here, half away from zero. */
export function toMinor(amount: number): number {
  return Math.sign(amount) * Math.round(Math.abs(amount)) || 0;
}

/** Figures for people and JSON: four digits after the point are more than any plan can tell. */
export function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
