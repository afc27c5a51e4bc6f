import type { OrderTotals } from './documentTotals.ts';

/** Why an amount that a source states is not what its parts come to. */
export type DifferenceCause =
  | 'line-rounding'
  | 'unit-price-rounding'
  | 'line-override'
  | 'tax-rounding'
  | 'tax-rounded-per-unit'
  | 'tax-rounded-on-order'
  | 'tax-override'
  | 'tax-in-prices'
  | 'tax-not-listed'
  | 'order-discount-not-on-lines'
  | 'lines-not-listed'
  | 'shipping-discount-not-on-method'
  | 'shipping-not-listed'
  | 'discount-not-listed'
  | 'gift-card'
  | 'cash-rounding'
  | 'source-override';

/** `at` is a JSON pointer into the document; `touches` are the totals that it moves, each by `minor`. */
export type Difference = {
  readonly cause: DifferenceCause;
  readonly at: string;
  readonly minor: number;
  readonly touches: readonly (keyof OrderTotals)[];
};
