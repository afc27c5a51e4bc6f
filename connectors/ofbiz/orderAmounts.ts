import type { OrderDocument } from '../../core/documents/index.ts';
import { type Decimal, parseDecimal, roundToMinor, times } from '../../core/shared/decimal.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { type CurrencyCode, exponentOf, formatMinor } from '../../core/shared/money.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';

/** OFBiz keeps prices and adjustments to so many digits (currency-precise). */
const PRICE_DIGITS = 3;

/** One line at the price that OFBiz can keep. */
export type PricedLine = {
  readonly seq: string;
  readonly sku: string;
  readonly title: string;
  readonly externalId: string;
  readonly quantity: number;
  readonly unitPrice: string;
};

/** An amount of an order that is not the price of a line, with its name. `seq`: of one line; `isShipping`: of the ship group. */
export type Adjustment = {
  readonly type: string;
  readonly description: string;
  readonly amount: string;
  readonly seq?: string;
  readonly isShipping?: true;
  readonly percentage?: string;
  /** A tax that is inside the prices: not added. */
  readonly isIncluded?: true;
};

export type OrderAmounts = { readonly lines: readonly PricedLine[]; readonly adjustments: readonly Adjustment[] };

/**
 * Lines and adjustments that come to the order's total, to the cent: what price × quantity leaves open on a line is an
 * adjustment of it, taxes are those of the order, and taxes that no line names stand on the order. Refused when the
 * document's own sums differ by more than the rounding of its taxes.
 */
export function orderAmounts(order: OrderDocument): Result<OrderAmounts, Fault> {
  const currency = order.currency as CurrencyCode;
  const said = (minor: number): string => formatMinor(minor, currency);
  const { totals, taxesIncluded } = order;
  const lines = order.lines.map(
    (line, i): PricedLine => ({
      seq: String(i + 1).padStart(5, '0'),
      sku: line.sku,
      title: line.title ?? line.sku,
      externalId: line.externalId,
      quantity: line.quantity,
      unitPrice: rounded(line.unitPrice),
    }),
  );
  const ofLines = order.lines.flatMap((line, i) => lineAdjustments(line, lines[i], { currency, taxesIncluded }));
  const carriage = order.shipping.flatMap(({ title, amountMinor, discountMinor, taxes }) => [
    {
      type: 'SHIPPING_CHARGES',
      description: title,
      amount: said(amountMinor - discountMinor),
      isShipping: true,
    } as const,
    ...taxes.map((tax) => ({ ...taxOf(tax, currency, taxesIncluded), isShipping: true }) as const),
  ]);
  const named = [...order.lines, ...order.shipping].flatMap(({ taxes }) => taxes);
  const unnamed = totals.taxMinor - named.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const added = taxesIncluded ? 0 : totals.taxMinor;
  const rest =
    totals.grandMinor - totals.linesMinor - totals.shippingMinor - added - totals.feesMinor - totals.roundingMinor;
  if (Math.abs(rest) > named.length) {
    const message = `the parts of the order differ from its total by ${said(rest)} ${currency}`;
    return err(permanent('total-differs', message, '/totals/grandMinor'));
  }
  const adjustments = [
    ...ofLines,
    ...carriage,
    taxOf({ title: 'Taxes', amountMinor: unnamed }, currency, taxesIncluded),
    { type: 'FEE', description: 'Fees', amount: said(totals.feesMinor) },
    { type: 'MISCELLANEOUS_CHARGE', description: 'Rounding', amount: said(totals.roundingMinor + rest) },
  ];
  return ok({ lines, adjustments: adjustments.filter(({ amount }) => /[1-9]/.test(amount)) });
}

type Terms = { readonly currency: CurrencyCode; readonly taxesIncluded: boolean };

function lineAdjustments(
  line: OrderDocument['lines'][number],
  priced: PricedLine | undefined,
  { currency, taxesIncluded }: Terms,
): readonly Adjustment[] {
  const { seq = '', unitPrice = '0' } = priced ?? {};
  const atPrice = roundToMinor(times(decimalOf(unitPrice), line.quantity), exponentOf(currency));
  const open = line.totalMinor - atPrice;
  const isDiscount = line.discountMinor > 0 && open < 0;
  return [
    {
      type: isDiscount ? 'DISCOUNT_ADJUSTMENT' : 'MISCELLANEOUS_CHARGE',
      description: isDiscount ? 'Discount' : 'Price difference',
      amount: formatMinor(open, currency),
      seq,
    },
    ...line.taxes.map((tax) => ({ ...taxOf(tax, currency, taxesIncluded), seq })),
  ];
}

function taxOf(
  {
    title,
    rate,
    amountMinor,
  }: { readonly title: string; readonly rate?: string | undefined; readonly amountMinor: number },
  currency: CurrencyCode,
  isIncluded: boolean,
): Adjustment {
  return {
    type: isIncluded ? 'VAT_TAX' : 'SALES_TAX',
    description: title,
    amount: formatMinor(amountMinor, currency),
    ...(rate === undefined ? {} : { percentage: percentOf(rate) }),
    ...(isIncluded ? { isIncluded } : {}),
  };
}

/** "0.0775" is 7.75 percent. */
function percentOf(rate: string): string {
  const { unscaled, scale } = decimalOf(rate);
  return decimalText({ unscaled: unscaled * 100n, scale });
}

/** A price in the digits that OFBiz keeps. */
function rounded(price: string): string {
  const decimal = decimalOf(price);
  if (decimal.scale <= PRICE_DIGITS) return price;
  return decimalText({ unscaled: BigInt(roundToMinor(decimal, PRICE_DIGITS)), scale: PRICE_DIGITS });
}

function decimalText({ unscaled, scale }: Decimal): string {
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, '0');
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`.replace(/\.?0+$/, '');
  return unscaled < 0n ? `-${text}` : text;
}

function decimalOf(text: string): Decimal {
  const parsed = parseDecimal(text);
  if (!parsed.ok) throw new Error(`a checked document holds ${parsed.error}`);
  return parsed.value;
}
