import { formatMinor, parseCurrency, parseMinor } from '../../core/shared/money.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';

/**
 * How a system writes amounts: as decimal text ("19.99"), as a JSON number (19.99), or in minor units (1999). `comma`:
 * the decimal sign is a comma ("19,99").
 */
export type MoneyFormat =
  | { readonly form: 'decimal-text'; readonly comma?: true }
  | { readonly form: 'decimal-number' }
  | { readonly form: 'minor' };

/** Reads an amount into minor units of an ISO 4217 currency. What is finer than the minor unit is refused, not rounded. */
export function readMoney(format: MoneyFormat, value: unknown, currency: string): Result<number, string> {
  const code = parseCurrency(currency);
  if (!code.ok) return code;
  if (format.form === 'minor') {
    const minor = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
    return Number.isSafeInteger(minor) ? ok(minor as number) : err(`not minor units: ${JSON.stringify(value)}`);
  }
  const text = format.form === 'decimal-number' ? numberText(value) : value;
  if (typeof text !== 'string') return err(`not an amount: ${JSON.stringify(value)}`);
  const isComma = format.form === 'decimal-text' && format.comma === true;
  return parseMinor(isComma ? text.replace(/^([^,.]*),([^,.]*)$/, '$1.$2') : text, code.value);
}

/** The digits of a JSON number as it was written; one with an exponent is too large or too fine to be an amount. */
function numberText(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : undefined;
  return text?.includes('e') ? undefined : text;
}

/** Minor units as decimal text, for a price of a canonical line; the currency is checked with its document. */
export function amountText(minor: number, currency: string): string {
  const code = parseCurrency(currency);
  return code.ok ? formatMinor(minor, code.value) : String(minor);
}

/** Writes minor units as the system wants them. */
export function writeMoney(format: MoneyFormat, minor: number, currency: string): Result<string | number, string> {
  const code = parseCurrency(currency);
  if (!code.ok) return code;
  if (format.form === 'minor') return ok(minor);
  const text = formatMinor(minor, code.value);
  if (format.form === 'decimal-number') return ok(Number(text));
  return ok(format.comma ? text.replace('.', ',') : text);
}
