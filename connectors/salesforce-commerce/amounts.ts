import { type Fault, permanent } from '../../core/shared/fault.ts';
import type { CurrencyCode } from '../../core/shared/money.ts';
import { readMoney } from '../kit/moneyFormat.ts';
import type { Priced } from './wire.ts';

/**
 * Reads the amounts of one order by its currency and taxation, and remembers the first that could not be read, so that
 * a decoder of many amounts asks once at its end.
 */
export class Amounts {
  readonly #currency: CurrencyCode;
  readonly #isGross: boolean;
  fault: Fault | undefined;

  constructor(currency: CurrencyCode, taxation: 'gross' | 'net') {
    this.#currency = currency;
    this.#isGross = taxation === 'gross';
  }

  /** Minor units of an amount; 0 for none. `at` is the JSON pointer to it. */
  minor(value: number | null | undefined, at: string): number {
    if (value === null || value === undefined) return 0;
    const read = readMoney({ form: 'decimal-number' }, value, this.#currency);
    if (read.ok) return read.value;
    this.fault ??= permanent('bad-amount', read.error, at);
    return 0;
  }

  /** What the whole of an item costs before its adjustments: with tax where the prices of the site have it inside. */
  price(item: Priced, at: string): number {
    return this.#isGross
      ? this.minor(item.grossPrice, `${at}/grossPrice`)
      : this.minor(item.netPrice, `${at}/netPrice`);
  }

  /** The price of one unit as decimal text; it may be finer than the minor unit. */
  unit(value: number | null | undefined, at: string): string {
    if (value !== null && value !== undefined) return decimalText(value);
    this.fault ??= permanent('no-price', 'the item states no base price', at);
    return '0';
  }
}

/** The shortest decimal of a JSON number. */
export function decimalText(value: number): string {
  const shortest = String(value);
  return shortest.length <= 12 && !shortest.includes('e') ? shortest : value.toFixed(10).replace(/\.?0+$/, '');
}
