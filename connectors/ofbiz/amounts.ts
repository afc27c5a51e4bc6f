import { parseDecimal, roundToMinor, times } from '../../core/shared/decimal.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { type CurrencyCode, exponentOf } from '../../core/shared/money.ts';
import { wholeUnits } from './quantity.ts';

type Taxed = { readonly amount?: string | undefined; readonly amountAlreadyIncluded?: string | undefined };

/**
 * Reads the amounts of one order in its currency, rounded half up as OFBiz itself rounds what it keeps finer, and
 * remembers the first that could not be read, so that a decoder of many amounts asks once at its end.
 */
export class Amounts {
  readonly #exponent: number;
  fault: Fault | undefined;

  constructor(currency: CurrencyCode) {
    this.#exponent = exponentOf(currency);
  }

  /** Minor units of an amount; 0 for none. */
  minor(text: string | undefined): number {
    return this.product(text ?? '0', 1);
  }

  /** Minor units of so many units at a price. */
  product(price: string, quantity: number): number {
    const read = parseDecimal(price);
    if (read.ok) return roundToMinor(times(read.value, quantity), this.#exponent);
    this.#refuse(read.error);
    return 0;
  }

  /** A tax, whether it is added or inside the price. */
  tax({ amount, amountAlreadyIncluded }: Taxed): number {
    return this.minor(amount) + this.minor(amountAlreadyIncluded);
  }

  /** Whole units of a quantity. A part of a unit is refused: nobody can reserve it. */
  units(text: string): number {
    const units = wholeUnits(text);
    if (!units.ok) this.#refuse(units.error);
    else if (!/^-?\d+(\.0*)?$/.test(text)) this.#refuse(`${text} is no number of whole units`);
    return units.ok ? units.value : 0;
  }

  /** The rate of a tax as a fraction, from percent; nothing where there is none. */
  rate(percent: string | undefined): { readonly rate?: string } {
    const read = percent === undefined ? undefined : parseDecimal(percent);
    if (!read?.ok || read.value.unscaled <= 0n) return {};
    const scale = read.value.scale + 2;
    const digits = String(read.value.unscaled).padStart(scale + 1, '0');
    const fraction = digits.slice(-scale).replace(/0+$/, '');
    const whole = digits.slice(0, -scale);
    return { rate: fraction === '' ? whole : `${whole}.${fraction}`.slice(0, 12) };
  }

  #refuse(message: string): void {
    this.fault ??= permanent('bad-amount', message, '/items');
  }
}
