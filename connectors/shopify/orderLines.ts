import type { OrderDocument } from '../../core/documents/index.ts';
import { allocate } from '../../core/shared/money.ts';
import type { Amounts } from './amounts.ts';
import { TAKEN_OFF } from './codes.ts';
import {
  idOf,
  said,
  skuOf,
  type WireAllocation,
  type WireLine,
  type WireRefund,
  type WireRefundLine,
  type WireShippingLine,
  type WireTax,
} from './wire.ts';

export type LineDocument = OrderDocument['lines'][number];
export type ShippingPart = OrderDocument['shipping'][number];
type Tax = LineDocument['taxes'][number];

/** Units of one line that were taken off the order before they left, with what the source took off for them. */
export type TakenOff = {
  readonly quantity: number;
  readonly subtotalMinor: number | undefined;
  readonly taxMinor: number;
};

export type ReadLine = {
  /** Undefined when nothing of the line is left. */
  readonly document: LineDocument | undefined;
  /** What is no longer on the order, by the source's own account of it. */
  readonly less: { readonly totalMinor: number; readonly discountMinor: number; readonly taxMinor: number };
};

const NOTHING_LESS = { totalMinor: 0, discountMinor: 0, taxMinor: 0 };

/** What the refunds of an order say was taken off its lines before it shipped, by line id. */
export function takenOff(refunds: readonly WireRefund[], amounts: Amounts): ReadonlyMap<string, TakenOff> {
  const taken = new Map<string, TakenOff>();
  for (const [i, refund] of refunds.entries()) {
    for (const [k, line] of (refund.refund_line_items ?? []).entries()) {
      if (line.restock_type !== TAKEN_OFF) continue;
      const key = String(line.line_item_id);
      const more = readTakenOff(line, amounts, `/refunds/${i}/refund_line_items/${k}`);
      taken.set(key, plus(taken.get(key), more));
    }
  }
  return taken;
}

function readTakenOff(line: WireRefundLine, amounts: Amounts, at: string): TakenOff {
  const subtotal = line.subtotal_set?.shop_money.amount ?? line.subtotal ?? undefined;
  const tax = line.total_tax_set?.shop_money.amount ?? line.total_tax;
  return {
    quantity: line.quantity,
    subtotalMinor: subtotal === undefined ? undefined : amounts.minor(subtotal, `${at}/subtotal`),
    taxMinor: amounts.minor(tax, `${at}/total_tax`),
  };
}

function plus(before: TakenOff | undefined, more: TakenOff): TakenOff {
  if (!before) return more;
  const isKnown = before.subtotalMinor !== undefined && more.subtotalMinor !== undefined;
  return {
    quantity: before.quantity + more.quantity,
    subtotalMinor: isKnown ? (before.subtotalMinor ?? 0) + (more.subtotalMinor ?? 0) : undefined,
    taxMinor: before.taxMinor + more.taxMinor,
  };
}

/** One line as it stands: what was taken off is gone from its units, total, discount and taxes. */
export function readLine(line: WireLine, taken: TakenOff | undefined, amounts: Amounts, at: string): ReadLine {
  const gross = amounts.product(line.price, line.quantity, `${at}/price`);
  const discount = line.discount_allocations
    ? sumOf(line.discount_allocations, amounts, at)
    : amounts.minor(line.total_discount, `${at}/total_discount`);
  const taxes = readTaxes(line.tax_lines, amounts, at);
  if (!taken || taken.quantity === 0) {
    return { document: lineDocument(line, line.quantity, discount, gross - discount, taxes), less: NOTHING_LESS };
  }
  const total = gross - discount;
  const left = line.quantity - taken.quantity;
  const goneMinor = left <= 0 ? total : (taken.subtotalMinor ?? allocate(total, [taken.quantity, left])[0] ?? 0);
  const taxBefore = taxes.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const taxGone = left <= 0 ? taxBefore : Math.min(taken.taxMinor, taxBefore);
  const discountLeft =
    left <= 0 ? 0 : Math.max(0, amounts.product(line.price, left, `${at}/price`) - (total - goneMinor));
  return {
    document:
      left <= 0 ? undefined : lineDocument(line, left, discountLeft, total - goneMinor, lessTaxes(taxes, taxGone)),
    less: { totalMinor: goneMinor, discountMinor: discount - discountLeft, taxMinor: taxGone },
  };
}

function lineDocument(
  line: WireLine,
  quantity: number,
  discountMinor: number,
  totalMinor: number,
  taxes: Tax[],
): LineDocument {
  const title = said(line.name ?? line.title, 500);
  return {
    externalId: idOf(line),
    sku: skuOf(line),
    ...(title === undefined ? {} : { title }),
    quantity,
    unitPrice: line.price,
    discountMinor,
    taxes,
    totalMinor,
    requiresShipping: (line.requires_shipping ?? true) && line.gift_card !== true,
  };
}

/** One way of shipping with its discounts; undefined when it was removed from the order. */
export function readShipping(line: WireShippingLine, amounts: Amounts, at: string): ShippingPart | undefined {
  if (line.is_removed) return undefined;
  const amountMinor = amounts.minor(line.price, `${at}/price`);
  const discounted = line.discounted_price ?? line.price;
  const discountMinor = line.discount_allocations
    ? sumOf(line.discount_allocations, amounts, at)
    : amountMinor - amounts.minor(discounted, `${at}/discounted_price`);
  const code = said(line.code, 200);
  return {
    title: said(line.title, 300) ?? 'Shipping',
    ...(code === undefined ? {} : { code }),
    amountMinor,
    discountMinor,
    taxes: readTaxes(line.tax_lines, amounts, at),
  };
}

function sumOf(allocations: readonly WireAllocation[], amounts: Amounts, at: string): number {
  let sum = 0;
  for (const { amount } of allocations) sum += amounts.minor(amount, `${at}/discount_allocations`);
  return sum;
}

function readTaxes(lines: readonly WireTax[] | undefined, amounts: Amounts, at: string): Tax[] {
  return (lines ?? []).slice(0, 50).map(({ title, rate, price }) => ({
    title: said(title, 200) ?? 'Tax',
    ...(rate === null || rate === undefined ? {} : { rate: rateText(rate) }),
    amountMinor: amounts.minor(price, `${at}/tax_lines`),
  }));
}

/** The shortest decimal of a rate; JSON gave it as a number. */
function rateText(rate: number): string {
  const shortest = String(rate);
  return shortest.length <= 12 && !shortest.includes('e') ? shortest : rate.toFixed(10).replace(/\.?0+$/, '');
}

function lessTaxes(taxes: readonly Tax[], gone: number): Tax[] {
  const shares =
    gone === 0 || taxes.length === 0
      ? []
      : allocate(
          gone,
          taxes.map(({ amountMinor }) => amountMinor),
        );
  return taxes.map((tax, i) => ({ ...tax, amountMinor: tax.amountMinor - (shares[i] ?? 0) }));
}
