import type { OrderDocument, OrderLineDocument } from '../documents/index.ts';
import { allocate } from '../shared/money.ts';
import { summedTotals, TOTALS } from './documentTotals.ts';

export type Division = { readonly rest: OrderDocument; readonly part: OrderDocument };

/**
 * Divides a document in two: `units` of some lines, by external id, go into the part, the others stay. Every amount is
 * shared so that the two sum to the whole exactly; shipping and fees stay with the rest, payments are shared by the totals.
 */
export function divideDocument(whole: OrderDocument, units: ReadonlyMap<string, number>): Division {
  const restLines: OrderLineDocument[] = [];
  const partLines: OrderLineDocument[] = [];
  for (const line of whole.lines) {
    const moved = Math.min(line.quantity, units.get(line.externalId) ?? 0);
    const [stays, goes] = dividedLine(line, moved);
    if (stays) restLines.push(stays);
    if (goes) partLines.push(goes);
  }
  const bare = { ...whole, lines: partLines, shipping: [], discounts: [], payments: [] };
  const part = {
    ...bare,
    totals: summedTotals({ ...bare, totals: { ...whole.totals, feesMinor: 0, roundingMinor: 0 } }),
  };
  const totals = { ...whole.totals };
  for (const key of TOTALS) totals[key] -= part.totals[key];
  totals.discountMinor = Math.max(0, totals.discountMinor);
  const shares = [Math.max(0, totals.grandMinor), Math.max(0, part.totals.grandMinor)];
  const paid = (index: 0 | 1): OrderDocument['payments'] =>
    whole.payments.map((each) => ({ ...each, amountMinor: allocate(each.amountMinor, shares)[index] ?? 0 }));
  return {
    rest: { ...whole, lines: restLines, totals, payments: paid(0) },
    part: { ...part, payments: paid(1) },
  };
}

function dividedLine(
  line: OrderLineDocument,
  moved: number,
): readonly [OrderLineDocument | undefined, OrderLineDocument | undefined] {
  if (moved === 0) return [line, undefined];
  if (moved === line.quantity) return [undefined, line];
  const weights = [line.quantity - moved, moved];
  const share = (minor: number, index: 0 | 1): number => allocate(minor, weights)[index] ?? 0;
  const side = (index: 0 | 1): OrderLineDocument => ({
    ...line,
    quantity: weights[index] ?? 0,
    discountMinor: share(line.discountMinor, index),
    totalMinor: share(line.totalMinor, index),
    taxes: line.taxes.map((tax) => ({ ...tax, amountMinor: share(tax.amountMinor, index) })),
  });
  return [side(0), side(1)];
}

/** Lines of another order under names of their own in this one. */
export const lineNameFrom = (reference: string, externalId: string): string => `${reference}/${externalId}`;

/**
 * Two documents as one: every list one after the other, every amount the sum. Lines of the other get names with its
 * reference; with `reference` null the two are parts of one order, and lines of the same name come together again.
 */
export function joinDocuments(into: OrderDocument, other: OrderDocument, reference: string | null): OrderDocument {
  const totals = { ...into.totals };
  for (const key of TOTALS) totals[key] += other.totals[key];
  const lines = new Map(into.lines.map((line) => [line.externalId, line]));
  for (const line of other.lines) {
    const externalId = reference === null ? line.externalId : lineNameFrom(reference, line.externalId);
    const known = lines.get(externalId);
    lines.set(externalId, known ? joinedLine(known, line) : { ...line, externalId });
  }
  return {
    ...into,
    lines: [...lines.values()],
    shipping: [...into.shipping, ...other.shipping],
    discounts: [...into.discounts, ...other.discounts],
    payments: [...into.payments, ...other.payments],
    tags: [...new Set([...into.tags, ...other.tags])],
    totals,
  };
}

function joinedLine(a: OrderLineDocument, b: OrderLineDocument): OrderLineDocument {
  return {
    ...a,
    quantity: a.quantity + b.quantity,
    discountMinor: a.discountMinor + b.discountMinor,
    totalMinor: a.totalMinor + b.totalMinor,
    taxes: a.taxes.map((tax, i) => ({ ...tax, amountMinor: tax.amountMinor + (b.taxes[i]?.amountMinor ?? 0) })),
  };
}
