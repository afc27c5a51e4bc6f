import type { OrderDocument, OrderLineDocument } from '../documents/index.ts';
import { prorate } from '../shared/money.ts';

/** What the buyer pays for a line: its total, with its taxes where the prices do not contain them. */
export function lineValue({ taxesIncluded }: OrderDocument, { totalMinor, taxes }: OrderLineDocument): number {
  const tax = taxes.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  return totalMinor + (taxesIncluded ? 0 : tax);
}

/** What the buyer pays for some units of a line, so that all units together are the line to the minor unit. */
export function unitsValue(document: OrderDocument, line: OrderLineDocument, units: number): number {
  const whole = lineValue(document, line);
  return units >= line.quantity ? whole : prorate(whole, units, line.quantity);
}

/**
 * What an order is worth, in minor units, when these units of its lines (by their keys) have left. Shipping, fees and what
 * needs no shipping are due with the first units; with the last ones it is the whole of the order, to the minor unit.
 */
export function shippedValue(document: OrderDocument, shipped: ReadonlyMap<string, number>): number {
  const { lines, totals } = document;
  const goods = lines.filter(({ requiresShipping }) => requiresShipping);
  const left = goods.map((line) => ({ line, units: Math.min(line.quantity, shipped.get(line.externalId) ?? 0) }));
  if (goods.length > 0 && left.every(({ units }) => units === 0)) return 0;
  const rest = totals.grandMinor - goods.reduce((sum, line) => sum + lineValue(document, line), 0);
  return Math.max(
    0,
    left.reduce((sum, { line, units }) => sum + unitsValue(document, line, units), rest),
  );
}
