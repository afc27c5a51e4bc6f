import { parseDecimal, roundToMinor, times } from '../../core/shared/decimal.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { type CurrencyCode, exponentOf, parseMinor } from '../../core/shared/money.ts';
import type { WireMoneySet } from './wire.ts';

/**
 * Reads the amounts of one document in its currency and remembers the first that could not be read, so that a decoder
 * of many amounts asks once at its end.
 */
export class Amounts {
  readonly #currency: CurrencyCode;
  readonly #exponent: number;
  fault: Fault | undefined;

  constructor(currency: CurrencyCode) {
    this.#currency = currency;
    this.#exponent = exponentOf(currency);
  }

  /** Minor units of a decimal text; 0 for none. `at` is the JSON pointer to the amount. */
  minor(text: string | null | undefined, at: string): number {
    if (text === null || text === undefined || text === '') return 0;
    const parsed = parseMinor(text, this.#currency);
    if (parsed.ok) return parsed.value;
    this.fault ??= permanent('bad-amount', parsed.error, at);
    return 0;
  }

  /** Minor units of an amount in the shop's currency; 0 for none. */
  ofSet(set: WireMoneySet, at: string): number {
    return this.minor(set?.shop_money.amount, at);
  }

  /** Minor units of so many units at a price, which may be finer than a cent. */
  product(price: string, quantity: number, at: string): number {
    const minor = parseMinor(price, this.#currency);
    if (minor.ok) return minor.value * quantity;
    const parsed = parseDecimal(price);
    if (parsed.ok) return roundToMinor(times(parsed.value, quantity), this.#exponent);
    this.fault ??= permanent('bad-amount', parsed.error, at);
    return 0;
  }
}
