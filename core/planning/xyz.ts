import { deviationOf } from './deviation.ts';

/** Classes by variability of demand, as codes of a typed array: 0 = X (steady), 1 = Y, 2 = Z (erratic). */
export const XYZ_CLASSES = ['X', 'Y', 'Z'] as const;
export type XyzClass = (typeof XYZ_CLASSES)[number];

/** Coefficients of variation at which X and Y end. */
export type XyzThresholds = { readonly x: number; readonly y: number };

export const USUAL_VARIATIONS: XyzThresholds = { x: 0.5, y: 1 };

/** Deviation over mean of demand per period, with n − 1; Infinity without demand or with a single period. */
export function variationOf(history: Float64Array): number {
  const spread = deviationOf(history);
  return spread ? spread.deviation / spread.mean : Number.POSITIVE_INFINITY;
}

/** The class code of each coefficient of variation. */
export function classifyXyz(variations: Float64Array, thresholds: XyzThresholds = USUAL_VARIATIONS): Uint8Array {
  const codes = new Uint8Array(variations.length);
  for (let i = 0; i < codes.length; i++) {
    const variation = variations[i] as number;
    codes[i] = variation <= thresholds.x ? 0 : variation <= thresholds.y ? 1 : 2;
  }
  return codes;
}
