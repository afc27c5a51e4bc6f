import type { OrderDocument } from '../documents/index.ts';
import { prorate } from '../shared/money.ts';
import { closest } from './explainGrand.ts';

/** What an order comes to at a destination, as far as it says. Minor units of the order's currency. */
export type TotalsThere = {
  readonly grandMinor: number;
  readonly linesMinor?: number | undefined;
  readonly shippingMinor?: number | undefined;
  readonly taxMinor?: number | undefined;
};

/** Why a destination's total is another than ours. */
export type ThereCause =
  | 'tax-rounding'
  | 'line-rounding'
  | 'rounding-not-carried'
  | 'discount-base'
  | 'discount-not-carried'
  | 'tax-differs'
  | 'tax-in-prices'
  | 'shipping-differs'
  | 'lines-differ'
  | 'fees-not-carried'
  | 'gift-card'
  | 'unexplained';
export type ThereDifference = { readonly cause: ThereCause; readonly minor: number };

/** `causes` sum to theirs less ours, to the minor unit. */
export type ExplainedThere = {
  readonly oursMinor: number;
  readonly theirsMinor: number;
  readonly differenceMinor: number;
  readonly causes: readonly ThereDifference[];
};

/**
 * Names each minor unit by which a destination's total differs from ours: by the parts that it states, else by the amounts
 * of the order that would make up the difference, and then as rounding, which is at most half a unit for each line and tax.
 */
export function explainThere(document: OrderDocument, there: TotalsThere): ExplainedThere {
  const oursMinor = document.totals.grandMinor;
  const differenceMinor = there.grandMinor - oursMinor;
  const parts = partsOf(document, there);
  const left = differenceMinor - parts.reduce((sum, { minor }) => sum + minor, 0);
  const causes = [...parts, ...restOf(document, left)];
  return { oursMinor, theirsMinor: there.grandMinor, differenceMinor, causes };
}

/** Differences of the parts that a destination states, each under its name. */
function partsOf(document: OrderDocument, there: TotalsThere): readonly ThereDifference[] {
  const { totals, taxesIncluded, lines } = document;
  const delta = (theirs: number | undefined, ours: number): number => (theirs === undefined ? 0 : theirs - ours);
  const goods = delta(there.linesMinor, totals.linesMinor);
  const shipping = delta(there.shippingMinor, totals.shippingMinor);
  const tax = taxesIncluded ? 0 : delta(there.taxMinor, totals.taxMinor);
  if (goods !== 0 && isDiscountBase(document, goods, tax)) {
    return named([
      ['discount-base', goods + tax],
      ['shipping-differs', shipping],
    ]);
  }
  return named([
    [isRounding(goods, lines.length) ? 'line-rounding' : 'lines-differ', goods],
    ['shipping-differs', shipping],
    [isRounding(tax, taxRows(document)) ? 'tax-rounding' : 'tax-differs', tax],
  ]);
}

type Named = readonly [cause: ThereCause, minor: number];

const named = (parts: readonly Named[]): readonly ThereDifference[] =>
  parts.flatMap(([cause, minor]) => (minor === 0 ? [] : [{ cause, minor }]));

/** Each row rounds away at most half a minor unit, and the sum once more. */
const isRounding = (minor: number, rows: number): boolean => Math.abs(minor) * 2 <= rows + 1;

const taxRows = ({ lines, shipping }: OrderDocument): number =>
  [...lines, ...shipping].reduce((sum, { taxes }) => sum + taxes.length, 0);

const orderDiscount = ({ discounts }: OrderDocument): number =>
  discounts.reduce((sum, { scope, amountMinor }) => sum + (scope === 'order' ? amountMinor : 0), 0);

/** By how much an order discount changes when it is taken off the gross total here and the net total there, or otherwise. */
function discountBases(document: OrderDocument): readonly number[] {
  const { grandMinor, taxMinor } = document.totals;
  const discount = orderDiscount(document);
  const [gross, net] = [grandMinor + discount, grandMinor - taxMinor];
  if (discount === 0 || taxMinor === 0 || gross <= 0 || net <= 0) return [];
  const share = [prorate(discount, taxMinor, grandMinor), prorate(discount, taxMinor, net)];
  return [...new Set(share.flatMap((minor) => [minor, -minor]))].filter((minor) => minor !== 0);
}

function isDiscountBase(document: OrderDocument, goods: number, tax: number): boolean {
  const rows = document.lines.length + taxRows(document);
  return discountBases(document).some((base) => isRounding(goods - base, rows) || isRounding(goods + tax - base, rows));
}

/** What no stated part explains: amounts that were not carried, or taken from another base, and rounding. */
function restOf(document: OrderDocument, minor: number): readonly ThereDifference[] {
  if (minor === 0) return [];
  const rows = document.lines.length + taxRows(document);
  // Rounding explains a little without help; other amounts are named only where they leave nothing more than it.
  if (isRounding(minor, rows)) return named([[roundingOf(document), minor]]);
  const best = candidatesOf(document)
    .map((candidates) => closest<ThereCause>(minor, candidates))
    .sort((a, b) => Math.abs(a.rest) - Math.abs(b.rest) || a.named.length - b.named.length)[0] ?? {
    named: [],
    rest: minor,
  };
  if (!isRounding(best.rest, rows)) return named([['unexplained', minor]]);
  return named([...best.named, [roundingOf(document), best.rest]]);
}

const roundingOf = (document: OrderDocument): ThereCause => (taxRows(document) > 0 ? 'tax-rounding' : 'line-rounding');

function candidatesOf(document: OrderDocument): readonly (readonly Named[])[] {
  const { totals, taxesIncluded, payments } = document;
  const giftCards = payments.reduce((sum, { method, kind, status, amountMinor }) => {
    const isPaid = status === 'succeeded' && (kind === 'sale' || kind === 'capture');
    return sum + (isPaid && /gift[ _-]?card/i.test(method) ? amountMinor : 0);
  }, 0);
  const all: readonly Named[] = [
    ['rounding-not-carried', -totals.roundingMinor],
    ['fees-not-carried', -totals.feesMinor],
    ['discount-not-carried', orderDiscount(document)],
    ['tax-in-prices', taxesIncluded ? totals.taxMinor : -totals.taxMinor],
    ['shipping-differs', -totals.shippingMinor],
    ['gift-card', -giftCards],
  ];
  const amounts = all.filter(([, minor]) => minor !== 0);
  return [amounts, ...discountBases(document).map((base): readonly Named[] => [['discount-base', base], ...amounts])];
}

/** Causes that lie in how amounts are rounded: a tolerance may close these, and no others. */
const ROUNDING: ReadonlySet<ThereCause> = new Set(['tax-rounding', 'line-rounding', 'rounding-not-carried']);

export type Closing = 'equal' | 'rounding-line' | 'accepted' | 'open';

/**
 * How a difference is closed without a person: a rounding line there makes the totals equal, or it is rounding within the
 * destination's tolerance. Anything else stays open.
 */
export function closingOf(explained: ExplainedThere, levelledMinor: number, toleranceMinor: number): Closing {
  const left = explained.differenceMinor + levelledMinor;
  if (left === 0) return levelledMinor === 0 ? 'equal' : 'rounding-line';
  const isRounded = explained.causes.every(({ cause }) => ROUNDING.has(cause));
  return isRounded && Math.abs(left) <= toleranceMinor ? 'accepted' : 'open';
}
