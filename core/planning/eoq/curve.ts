import { economicLot, type LotItem, lotCost } from './lot.ts';

export type CurvePoint = {
  readonly quantity: number;
  readonly ordering: number;
  readonly holding: number;
  readonly total: number;
};

/** The cost curve from a quarter to four times the economic lot, evenly spaced on a ratio scale. */
export function costCurve(item: LotItem, points = 33): readonly CurvePoint[] {
  const { quantity } = economicLot(item);
  return Array.from({ length: points }, (_, i) => {
    const q = quantity * 4 ** ((2 * i) / (points - 1) - 1);
    const holding = (item.holdingCost * q) / 2;
    return { quantity: q, ordering: lotCost(item, q) - holding, holding, total: lotCost(item, q) };
  });
}

/**
 * How much dearer than the least a lot is that was computed from a wrong input: with the input off by factor r the cost
 * is (√r + 1/√r) / 2 of the least (Silver, Pyke & Thomas, section 4.4).
 */
export function costOfMisjudging(factor: number): number {
  return (Math.sqrt(factor) + 1 / Math.sqrt(factor)) / 2;
}
