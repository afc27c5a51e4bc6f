import { err, ok, type Result } from './result.ts';

/** An exact decimal: `unscaled` × 10^−`scale`. For prices finer than a minor unit, rates and weights. */
export type Decimal = { readonly unscaled: bigint; readonly scale: number };

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d*))?$/;

/** Reads "0.0525" by its digits. */
export function parseDecimal(text: string): Result<Decimal, string> {
  const parts = DECIMAL.exec(text.trim());
  if (!parts) return err(`not a decimal: ${JSON.stringify(text)}`);
  const [, sign, whole = '', fraction = ''] = parts;
  return ok({ unscaled: BigInt(`${sign === '-' ? '-' : ''}${whole}${fraction}`), scale: fraction.length });
}

/** a × n, exactly. */
export function times(a: Decimal, n: number): Decimal {
  return { unscaled: a.unscaled * BigInt(n), scale: a.scale };
}

/** The nearest integer of a × 10^exponent, halves away from zero: a decimal amount in minor units. */
export function roundToMinor(a: Decimal, exponent: number): number {
  if (a.scale <= exponent) return Number(a.unscaled * 10n ** BigInt(exponent - a.scale));
  const divisor = 10n ** BigInt(a.scale - exponent);
  const negative = a.unscaled < 0n;
  const size = negative ? -a.unscaled : a.unscaled;
  const rounded = Number((size * 2n + divisor) / (divisor * 2n));
  return negative && rounded !== 0 ? -rounded : rounded;
}
