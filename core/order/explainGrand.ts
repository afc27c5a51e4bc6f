import type { OrderDocument } from '../documents/index.ts';
import type { Difference, DifferenceCause } from './difference.ts';

/**
 * The most by which an amount is rounded where the smallest coin is more than a minor unit, in minor units: half of the
 * smallest step of cash. Sources: the rules of the central banks and mints (SNB, RBA, RBNZ, Royal Canadian Mint, Riksbank,
 * Norges Bank, Nationalbanken, ČNB, MNB); euro area: the five-cent rule of Belgium, Finland, Ireland, Italy, the Netherlands.
 */
const CASH_ROUNDING: ReadonlyMap<string, number> = new Map([
  ['CHF', 2],
  ['EUR', 2],
  ['AUD', 2],
  ['CAD', 2],
  ['NZD', 5],
  ['DKK', 25],
  ['SEK', 50],
  ['NOK', 50],
  ['CZK', 50],
  ['HUF', 250],
]);

type NamedAs<Cause> = readonly [cause: Cause, minor: number];
type Named = NamedAs<DifferenceCause>;

/** Why the stated grand total is not the sum of the stated totals: amounts that the document itself names, then rounding. */
export function explainGrand(document: OrderDocument): readonly Difference[] {
  const { totals, taxesIncluded } = document;
  const added = taxesIncluded ? 0 : totals.taxMinor;
  const sum = totals.linesMinor + totals.shippingMinor + added + totals.feesMinor + totals.roundingMinor;
  const minor = totals.grandMinor - sum;
  if (minor === 0) return [];
  const limit = CASH_ROUNDING.get(document.currency) ?? 0;
  const { named, rest } = closest(minor, candidatesOf(document));
  const isRounding = Math.abs(rest) <= limit;
  const causes: readonly Named[] = isRounding ? [...named, ['cash-rounding', rest]] : [['source-override', minor]];
  return causes
    .filter(([, part]) => part !== 0)
    .map(([cause, part]) => ({ cause, at: '/totals/grandMinor', minor: part, touches: ['grandMinor'] }));
}

function candidatesOf({ payments, discounts, totals, taxesIncluded }: OrderDocument): readonly Named[] {
  const giftCards = payments.reduce((all, { method, kind, status, amountMinor }) => {
    const isPaid = status === 'succeeded' && (kind === 'sale' || kind === 'capture');
    return isPaid && /gift[ _-]?card/i.test(method) ? all + amountMinor : all;
  }, 0);
  const onOrder = discounts.reduce((all, each) => all + (each.scope === 'order' ? each.amountMinor : 0), 0);
  const all: readonly Named[] = [
    ['gift-card', -giftCards],
    ['order-discount-not-on-lines', -onOrder],
    ['tax-in-prices', taxesIncluded ? 0 : -totals.taxMinor],
  ];
  return all.filter(([, minor]) => minor !== 0);
}

/** The combination of named amounts that leaves the smallest rest; of equal ones the one with the fewest amounts. */
export function closest<Cause>(
  minor: number,
  candidates: readonly NamedAs<Cause>[],
): { readonly named: readonly NamedAs<Cause>[]; readonly rest: number } {
  let best: { named: readonly NamedAs<Cause>[]; rest: number } = { named: [], rest: minor };
  for (let mask = 1; mask < 1 << candidates.length; mask++) {
    const named = candidates.filter((_, i) => (mask & (1 << i)) !== 0);
    const rest = named.reduce((left, [, part]) => left - part, minor);
    const isCloser = Math.abs(rest) < Math.abs(best.rest);
    const isSmaller = Math.abs(rest) === Math.abs(best.rest) && named.length < best.named.length;
    if (isCloser || isSmaller) best = { named, rest };
  }
  return best;
}
