import type { OrderDocument, OrderLineDocument } from '../documents/index.ts';
import { parseDecimal, roundToMinor, times } from '../shared/decimal.ts';
import { type CurrencyCode, exponentOf, prorate } from '../shared/money.ts';

export type OrderTotals = OrderDocument['totals'];

/** quantity × unit price − discounts, in minor units, rounded once. */
export function lineMinor(line: OrderLineDocument, currency: string): number {
  const price = parseDecimal(line.unitPrice);
  if (!price.ok) throw new Error(`line ${line.externalId}: ${price.error}`);
  return roundToMinor(times(price.value, line.quantity), exponentOf(currency as CurrencyCode)) - line.discountMinor;
}

/** The totals that the stated parts of an order add up to: its lines, methods of shipping and taxes as they are written. */
export function summedTotals(document: OrderDocument): OrderTotals {
  const linesMinor = sum(document.lines, ({ totalMinor }) => totalMinor);
  const shippingMinor = sum(document.shipping, ({ amountMinor, discountMinor }) => amountMinor - discountMinor);
  const taxMinor = sum([...document.lines, ...document.shipping], ({ taxes }) =>
    sum(taxes, ({ amountMinor }) => amountMinor),
  );
  const { feesMinor, roundingMinor } = document.totals;
  return {
    linesMinor,
    discountMinor: sum([...document.lines, ...document.shipping], ({ discountMinor }) => discountMinor),
    shippingMinor,
    taxMinor,
    feesMinor,
    roundingMinor,
    grandMinor: linesMinor + shippingMinor + (document.taxesIncluded ? 0 : taxMinor) + feesMinor + roundingMinor,
  };
}

/**
 * A changed document with totals that moved by exactly as much as its parts did. What the source stated beyond its parts
 * stays stated: a difference that was explained before is the same difference after.
 */
export function retotalled(before: OrderDocument, after: OrderDocument): OrderDocument {
  const was = summedTotals(before);
  const is = summedTotals(after);
  const totals: OrderTotals = { ...before.totals };
  for (const key of TOTALS) totals[key] = before.totals[key] + is[key] - was[key];
  return { ...after, totals: { ...totals, discountMinor: Math.max(0, totals.discountMinor) } };
}

export const TOTALS = [
  'linesMinor',
  'discountMinor',
  'shippingMinor',
  'taxMinor',
  'feesMinor',
  'roundingMinor',
  'grandMinor',
] as const;

/**
 * A line with another quantity at the same unit price. Discounts and what the source had stated beyond quantity × price
 * go along in proportion; taxes follow the line's total.
 */
export function requantify(line: OrderLineDocument, quantity: number, currency: string): OrderLineDocument {
  const beyond = line.totalMinor - lineMinor(line, currency);
  const discountMinor = prorate(line.discountMinor, quantity, line.quantity);
  const bare = { ...line, quantity, discountMinor };
  const totalMinor = lineMinor(bare, currency) + prorate(beyond, quantity, line.quantity);
  const [part, whole] = line.totalMinor === 0 ? [quantity, line.quantity] : [totalMinor, line.totalMinor];
  const taxes = line.taxes.map((tax) => ({ ...tax, amountMinor: prorate(tax.amountMinor, part, whole) }));
  return { ...bare, totalMinor, taxes };
}

/** A tax at a rate on an amount: on top of it, or as the part of it that is tax when prices include all `rates`. */
export function taxMinor(baseMinor: number, rate: string, rates: readonly string[], isIncluded: boolean): number {
  const scale = Math.max(...rates.map(scaleOf), scaleOf(rate));
  const unit = 10n ** BigInt(scale);
  const whole = isIncluded ? rates.reduce((all, each) => all + scaled(each, scale), unit) : unit;
  return prorate(baseMinor, Number(scaled(rate, scale)), Number(whole));
}

function scaleOf(rate: string): number {
  const parsed = parseDecimal(rate);
  return parsed.ok ? parsed.value.scale : 0;
}

function scaled(rate: string, scale: number): bigint {
  const parsed = parseDecimal(rate);
  return parsed.ok ? parsed.value.unscaled * 10n ** BigInt(scale - parsed.value.scale) : 0n;
}

function sum<Row>(rows: readonly Row[], value: (row: Row) => number): number {
  return rows.reduce((all, row) => all + value(row), 0);
}
