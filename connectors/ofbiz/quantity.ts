import { parseDecimal } from '../../core/shared/decimal.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';

const LARGEST = 1_000_000_000n;

/** Whole units of a decimal, parts left out towards the smaller: half a unit is not sold. */
export function wholeUnits(text: string): Result<number, string> {
  const read = parseDecimal(text);
  if (!read.ok) return read;
  const divisor = 10n ** BigInt(read.value.scale);
  const { unscaled } = read.value;
  const cut = unscaled / divisor - (unscaled < 0n && unscaled % divisor !== 0n ? 1n : 0n);
  return cut > LARGEST || cut < -LARGEST ? err(`no quantity of units: ${text}`) : ok(Number(cut));
}
