import type { AddressValue, OrderDocument } from '../../core/documents/index.ts';
import { parseDecimal, roundToMinor, times } from '../../core/shared/decimal.ts';
import type { Instant } from '../../core/shared/ids.ts';
import { type CurrencyCode, exponentOf, formatMinor } from '../../core/shared/money.ts';
import { toOdooTime } from './datetime.ts';
import type { OdooSettings } from './settings.ts';

/** A tax as the order names it, to be found in the connection's mapping. */
export type OrderTax = { readonly title: string; readonly rate: string | undefined };

/** An order as Odoo will have it, before ids are looked up. */
export type SaleOrder = {
  readonly number: string;
  readonly placedAt: string;
  readonly currency: CurrencyCode;
  readonly taxesIncluded: boolean;
  readonly grandMinor: number;
  readonly customer: NonNullable<OrderDocument['customer']>;
  readonly billing: AddressValue | undefined;
  readonly shipping: AddressValue | undefined;
  readonly goods: readonly {
    readonly sku: string;
    readonly title: string;
    readonly kind: 'goods' | 'service';
    readonly quantity: number;
    readonly unitPrice: string;
    readonly discountMinor: number;
    readonly totalMinor: number;
    readonly taxes: readonly OrderTax[];
  }[];
  readonly carriage: readonly { readonly title: string; readonly minor: number; readonly taxes: readonly OrderTax[] }[];
  readonly feesMinor: number;
  readonly roundingMinor: number;
};

/** The part of a canonical order that Odoo gets. Pure. */
export function encodeOrder(order: OrderDocument): SaleOrder {
  const { totals } = order;
  return {
    number: order.number,
    placedAt: toOdooTime(order.placedAt as Instant),
    currency: order.currency as CurrencyCode,
    taxesIncluded: order.taxesIncluded,
    grandMinor: totals.grandMinor,
    customer: order.customer ?? {},
    billing: order.billingAddress,
    shipping: order.shippingAddress,
    goods: order.lines.map((line) => ({
      sku: line.sku,
      title: line.title ?? line.sku,
      kind: line.requiresShipping ? 'goods' : 'service',
      quantity: line.quantity,
      unitPrice: line.unitPrice,
      discountMinor: line.discountMinor,
      totalMinor: line.totalMinor,
      taxes: line.taxes.map(({ title, rate }) => ({ title, rate })),
    })),
    carriage: order.shipping.map(({ title, amountMinor, discountMinor, taxes }) => ({
      title,
      minor: amountMinor - discountMinor,
      taxes: taxes.map(({ title: name, rate }) => ({ title: name, rate })),
    })),
    feesMinor: totals.feesMinor,
    roundingMinor: totals.roundingMinor,
  };
}

/** One line of the sale order: product by its internal reference, price as text. */
export type SaleLine = {
  readonly sku: string;
  readonly title: string;
  readonly kind: 'goods' | 'service';
  readonly quantity: number;
  readonly price: string;
  readonly taxes: readonly OrderTax[];
};

/**
 * The lines that make Odoo's subtotals equal to the order's, to the cent. Odoo keeps a unit price to so many digits and
 * a discount in percent to two, so what a line's price × quantity leaves open stands on a line of its own, with its name.
 */
export function saleLines(order: SaleOrder, settings: OdooSettings): readonly SaleLine[] {
  const goods = order.goods.flatMap((line) => goodsLines(line, order.currency, settings));
  const carriage = order.carriage
    .filter(({ minor }) => minor !== 0)
    .map(({ title, minor, taxes }) => amountLine(settings.shippingProduct, title, minor, order.currency, taxes));
  const extras = [
    { title: 'Fees', minor: order.feesMinor },
    { title: 'Rounding', minor: order.roundingMinor },
  ].filter(({ minor }) => minor !== 0);
  return [
    ...goods,
    ...carriage,
    ...extras.map(({ title, minor }) => amountLine(settings.feeProduct, title, minor, order.currency, [])),
  ];
}

function goodsLines(line: SaleOrder['goods'][number], currency: CurrencyCode, settings: OdooSettings): SaleLine[] {
  const { sku, title, kind, quantity, taxes } = line;
  const price = roundedPrice(line.unitPrice, settings.priceDecimals);
  const amount = roundToMinor(times(decimalOf(price), quantity), exponentOf(currency));
  const open = line.totalMinor - amount;
  const main: SaleLine = { sku, title, kind, quantity, price, taxes };
  if (open === 0) return [main];
  const name = `${line.discountMinor > 0 ? 'Discount' : 'Price difference'}: ${title}`;
  return [main, amountLine(settings.discountProduct, name, open, currency, taxes)];
}

function amountLine(
  sku: string,
  title: string,
  minor: number,
  currency: CurrencyCode,
  taxes: readonly OrderTax[],
): SaleLine {
  return { sku, title, kind: 'service', quantity: 1, price: formatMinor(minor, currency), taxes };
}

/** A price in the digits that Odoo keeps, halves away from zero as there. */
function roundedPrice(text: string, digits: number): string {
  const price = decimalOf(text);
  if (price.scale <= digits) return text;
  const unscaled = String(Math.abs(roundToMinor(price, digits))).padStart(digits + 1, '0');
  const sign = price.unscaled < 0n ? '-' : '';
  return digits === 0 ? `${sign}${unscaled}` : `${sign}${unscaled.slice(0, -digits)}.${unscaled.slice(-digits)}`;
}

function decimalOf(text: string): { readonly unscaled: bigint; readonly scale: number } {
  const parsed = parseDecimal(text);
  if (!parsed.ok) throw new Error(`a checked document holds ${parsed.error}`);
  return parsed.value;
}

/**
 * By how many minor units Odoo's total may differ by rounding taxes in another place: by the line or by the order, one
 * unit for each tax of each line at the most. Anything more is no rounding.
 */
export function taxTolerance(lines: readonly SaleLine[]): number {
  return lines.reduce((sum, { taxes }) => sum + taxes.length, 0);
}
