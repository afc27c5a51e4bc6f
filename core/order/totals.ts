import type { OrderDocument, OrderLineDocument } from '../documents/index.ts';
import { parseDecimal, times } from '../shared/decimal.ts';
import { type CurrencyCode, exponentOf } from '../shared/money.ts';
import type { Difference, DifferenceCause } from './difference.ts';
import { lineMinor, type OrderTotals, summedTotals, taxMinor } from './documentTotals.ts';
import { explainGrand } from './explainGrand.ts';

/** For each total: `computed` + the `minor` of the differences that touch it = `stated`. */
export type ExplainedTotals = {
  readonly computed: OrderTotals;
  readonly stated: OrderTotals;
  readonly differences: readonly Difference[];
};

/**
 * Works the totals of an order out from quantities, unit prices, discounts and rates, and names every minor unit by which
 * the source's own totals differ. The source's totals stay the truth; nothing is absorbed.
 */
export function explainTotals(document: OrderDocument): ExplainedTotals {
  const lines = document.lines.flatMap((line, i) => lineDifferences(document, line, i));
  const shipping = document.shipping.flatMap((method, i) => shippingTaxes(document, method, i));
  const parts = [...lines, ...shipping];
  const differences = [...parts, ...sumDifferences(document), ...explainGrand(document)];
  const computed = { ...document.totals };
  for (const { minor, touches } of differences) for (const key of touches) computed[key] -= minor;
  return { computed, stated: document.totals, differences };
}

/** The totals that a tax moves: only a tax that is not in the prices is part of what the buyer owes. */
const taxTouches = ({ taxesIncluded }: OrderDocument): Difference['touches'] =>
  taxesIncluded ? ['taxMinor'] : ['taxMinor', 'grandMinor'];

function lineDifferences(document: OrderDocument, line: OrderLineDocument, i: number): readonly Difference[] {
  const minor = line.totalMinor - lineMinor(line, document.currency);
  const at = `/lines/${i}/totalMinor`;
  const cause = lineCause(line, minor, document.currency);
  const own: Difference[] = minor === 0 ? [] : [{ cause, at, minor, touches: ['linesMinor', 'grandMinor'] }];
  return [...own, ...taxDifferences(document, line, line.totalMinor, line.quantity, `/lines/${i}`)];
}

function shippingTaxes(
  document: OrderDocument,
  method: OrderDocument['shipping'][number],
  i: number,
): readonly Difference[] {
  return taxDifferences(document, method, method.amountMinor - method.discountMinor, 1, `/shipping/${i}`);
}

function lineCause(line: OrderLineDocument, minor: number, currency: string): DifferenceCause {
  const price = parseDecimal(line.unitPrice);
  const exponent = exponentOf(currency as CurrencyCode);
  const isFiner = price.ok && times(price.value, line.quantity).scale > exponent;
  if (isFiner && Math.abs(minor) <= 1) return 'line-rounding';
  // A stated unit price hides at most half a minor unit in each unit of the line.
  if (Math.abs(minor) * 2 <= line.quantity) return 'unit-price-rounding';
  return 'line-override';
}

type Taxed = Pick<OrderLineDocument, 'taxes'>;

function taxDifferences(
  document: OrderDocument,
  { taxes }: Taxed,
  baseMinor: number,
  quantity: number,
  pointer: string,
): readonly Difference[] {
  const rates = taxes.flatMap(({ rate }) => rate ?? []);
  return taxes.flatMap(({ rate, amountMinor }, i): Difference[] => {
    if (rate === undefined) return [];
    const minor = amountMinor - taxMinor(baseMinor, rate, rates, document.taxesIncluded);
    if (minor === 0) return [];
    const at = `${pointer}/taxes/${i}/amountMinor`;
    return [{ cause: taxCause(minor, quantity), at, minor, touches: taxTouches(document) }];
  });
}

function taxCause(minor: number, quantity: number): DifferenceCause {
  if (Math.abs(minor) <= 1) return 'tax-rounding';
  return Math.abs(minor) * 2 <= quantity + 1 ? 'tax-rounded-per-unit' : 'tax-override';
}

/** Where a stated sum is not the sum of the parts that the document lists. */
function sumDifferences(document: OrderDocument): readonly Difference[] {
  const { totals } = document;
  const sums = summedTotals(document);
  const given = (scope: string): number =>
    document.discounts.reduce((all, each) => all + (each.scope === scope ? each.amountMinor : 0), 0);
  const difference = (
    key: keyof OrderTotals,
    cause: (minor: number) => DifferenceCause,
    touches: Difference['touches'],
  ): readonly Difference[] => {
    const minor = totals[key] - sums[key];
    return minor === 0 ? [] : [{ cause: cause(minor), at: `/totals/${key}`, minor, touches }];
  };
  const taxed = [...document.lines, ...document.shipping].reduce((all, { taxes }) => all + taxes.length, 0);
  return [
    ...difference(
      'linesMinor',
      (minor) => (minor === -given('order') ? 'order-discount-not-on-lines' : 'lines-not-listed'),
      ['linesMinor', 'grandMinor'],
    ),
    ...difference(
      'shippingMinor',
      (minor) => (minor === -given('shipping') ? 'shipping-discount-not-on-method' : 'shipping-not-listed'),
      ['shippingMinor', 'grandMinor'],
    ),
    ...difference(
      'taxMinor',
      (minor) => (Math.abs(minor) * 2 <= taxed + 1 ? 'tax-rounded-on-order' : 'tax-not-listed'),
      taxTouches(document),
    ),
    ...difference('discountMinor', () => 'discount-not-listed', ['discountMinor']),
  ];
}
