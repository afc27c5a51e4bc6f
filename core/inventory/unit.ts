import { err, ok, type Result } from '../shared/result.ts';

/**
 * A unit in which a product is handled: one of it is exactly `numerator / denominator` base units, in which stock is kept.
 * A carton of 24 is 24/1; where stock is kept in metres, a foot is 381/1250. `code` as in UN/ECE Recommendation 20 or 21.
 */
export type UnitFactor = { readonly code: string; readonly numerator: number; readonly denominator: number };

export type UnitRejection =
  | { readonly code: 'unknown-unit'; readonly unit: string }
  | {
      readonly code: 'not-whole';
      readonly unit: string;
      readonly quantity: number;
      readonly numerator: number;
      readonly denominator: number;
    };

/** The base unit of every product. */
export const BASE_UNIT: UnitFactor = { code: 'base', numerator: 1, denominator: 1 };

/** Base units of a quantity in another unit. Stock is whole base units, so what would leave a fraction is refused. */
export function toBase(quantity: number, { code, numerator, denominator }: UnitFactor): Result<number, UnitRejection> {
  const product = BigInt(quantity) * BigInt(numerator);
  const units = Number(product / BigInt(denominator));
  if (product % BigInt(denominator) !== 0n || !Number.isSafeInteger(units))
    return err({ code: 'not-whole', unit: code, quantity, numerator, denominator });
  return ok(units);
}

/** Whole units of another kind in so many base units, and the base units left over as a fraction of one unit, in lowest terms. */
export function fromBase(
  units: number,
  { numerator, denominator }: UnitFactor,
): { readonly whole: number; readonly rest: { readonly numerator: number; readonly denominator: number } } {
  const product = BigInt(units) * BigInt(denominator);
  const divisor = BigInt(numerator);
  const rest = product % divisor;
  const common = gcd(rest < 0n ? -rest : rest, divisor);
  return {
    whole: Number(product / divisor),
    rest: { numerator: Number(rest / common), denominator: Number(divisor / common) },
  };
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a || 1n : gcd(b, a % b));
