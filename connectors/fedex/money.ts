import { err, type Result } from '../../core/shared/result.ts';
import { readMoney, writeMoney } from '../kit/moneyFormat.ts';

/** Currencies that FedEx has codes of its own for, by them (its developer guide, "Currency Codes"). */
const FEDEX_CODES: Readonly<Record<string, string>> = {
  ARN: 'ARS',
  CHP: 'CLP',
  CID: 'KYD',
  DHS: 'AED',
  ECD: 'XCD',
  JAD: 'JMD',
  JYE: 'JPY',
  KUD: 'KWD',
  NMP: 'MXN',
  NTD: 'TWD',
  RDD: 'DOP',
  SFR: 'CHF',
  SID: 'SGD',
  UKL: 'GBP',
  WON: 'KRW',
};

const OWN_CODES = new Map(Object.entries(FEDEX_CODES).map(([fedex, iso]) => [iso, fedex]));

/** An amount as FedEx takes it: a number of whole units of the currency, by FedEx's own code. */
export function amountOf(minor: number, iso: string): { readonly amount: number; readonly currency: string } {
  const amount = writeMoney({ form: 'decimal-number' }, minor, iso);
  return { amount: amount.ok ? Number(amount.value) : minor, currency: OWN_CODES.get(iso) ?? iso };
}

/** An amount of an answer in minor units of its ISO currency; an error for one that is not exact, for none is rounded. */
export function moneyOf(
  amount: number,
  code: string | undefined,
): Result<{ readonly minor: number; readonly currency: string }, string> {
  const currency = code === undefined ? '' : (FEDEX_CODES[code] ?? code);
  const minor = readMoney({ form: 'decimal-number' }, amount, currency);
  return minor.ok ? { ok: true, value: { minor: minor.value, currency } } : err(minor.error);
}
