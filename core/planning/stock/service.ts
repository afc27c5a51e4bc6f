import { normalLoss, normalQuantile } from '../distribution.ts';
import type { Protection } from './protection.ts';

/** Which promise is kept: the chance of no shortage in a cycle, or the share of demand met from stock. */
export type ServiceTarget =
  | { readonly kind: 'cycle'; readonly level: number }
  | { readonly kind: 'fill'; readonly level: number };

export type SafetyStock = {
  /** Deviations of protection demand that are held; never below 0: a target that needs no safety gets none. */
  readonly factor: number;
  readonly safetyStock: number;
  readonly reorderPoint: number;
};

/**
 * Safety stock for a service target under normal protection demand. Cycle service: z = Φ⁻¹(level). Fill rate: the z
 * with σ (G(z) − G(z + Q/σ)) = Q (1 − level), G the unit normal loss (Silver, Pyke & Thomas, section 6.7), where `lot`
 * is Q, or what one review interval uses in a periodic policy. Throws RangeError unless 0 < level < 1 and the lot is
 * above 0 for a fill rate.
 */
export function safetyStock(protection: Protection, target: ServiceTarget, lot: number): SafetyStock {
  if (!(target.level > 0 && target.level < 1))
    throw new RangeError(`a service level lies inside (0, 1): ${target.level}`);
  const { mean, deviation } = protection;
  if (deviation === 0) return { factor: 0, safetyStock: 0, reorderPoint: mean };
  const free = target.kind === 'cycle' ? normalQuantile(target.level) : fillFactor(deviation, target.level, lot);
  const factor = Math.max(0, free);
  return { factor, safetyStock: factor * deviation, reorderPoint: mean + factor * deviation };
}

/** The fill rate that a reorder point reaches with a lot, under normal protection demand and backorders. */
export function fillRateOf({ mean, deviation }: Protection, reorderPoint: number, lot: number): number {
  if (deviation === 0) return Math.min(1, Math.max(0, 1 - (mean - reorderPoint) / lot));
  const z = (reorderPoint - mean) / deviation;
  return 1 - (deviation * (normalLoss(z) - normalLoss(z + lot / deviation))) / lot;
}

function fillFactor(deviation: number, level: number, lot: number): number {
  if (!(lot > 0)) throw new RangeError(`a fill rate needs a lot above 0: ${lot}`);
  let low = -lot / deviation - 1;
  let high = 8;
  for (let i = 0; i < 60; i++) {
    const z = (low + high) / 2;
    if (fillRateOf({ mean: 0, deviation }, z * deviation, lot) < level) low = z;
    else high = z;
  }
  return high;
}

/** Safety stock for many items at one fill rate, on flat arrays of equal length; 0 where there is no lot. */
export function safetyStocks(deviations: Float64Array, lots: Float64Array, fillRate: number): Float64Array {
  const target: ServiceTarget = { kind: 'fill', level: fillRate };
  const stocks = new Float64Array(deviations.length);
  for (let i = 0; i < stocks.length; i++) {
    const lot = lots[i] as number;
    if (lot > 0) stocks[i] = safetyStock({ mean: 0, deviation: deviations[i] as number }, target, lot).safetyStock;
  }
  return stocks;
}
