import { type Fault, permanent } from '../../core/shared/fault.ts';
import { type CurrencyCode, formatMinor } from '../../core/shared/money.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { readMoney } from '../kit/moneyFormat.ts';
import type { Price } from './wire.ts';

export type Charge = { readonly chargeMinor: number; readonly currency: string };

/**
 * The price that the account is billed, in minor units; null where DHL states none in that currency. One that is finer
 * than the minor unit is a fault: a price is never rounded unsaid.
 */
export function billedPrice(prices: readonly Price[], at: string): Result<Charge | null, Fault> {
  const billed =
    prices.find(({ currencyType }) => currencyType === 'BILLC') ?? (prices.length === 1 ? prices[0] : undefined);
  const currency = billed?.priceCurrency?.toUpperCase();
  if (!billed || !currency) return ok(null);
  const minor = readMoney({ form: 'decimal-number' }, billed.price, currency);
  return minor.ok ? ok({ chargeMinor: minor.value, currency }) : err(permanent('unexpected-shape', minor.error, at));
}

/** Minor units as the JSON number that DHL wants. */
export const amountOf = (minor: number, currency: string): number =>
  Number(formatMinor(minor, currency as CurrencyCode));
