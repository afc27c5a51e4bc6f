import type { OrderDocument, OrderLineDocument } from '../documents/index.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { requantify, retotalled, summedTotals, TOTALS } from './documentTotals.ts';

export type FollowRefusal = {
  readonly code: 'line-elsewhere';
  readonly line: string;
  /** Units that the source took away and that are no longer part of this order. */
  readonly units: number;
};

/** An order as its source had last stated it, as it is here, and as its source states it now. */
export type Versions = {
  readonly base: OrderDocument;
  readonly ours: OrderDocument;
  readonly theirs: OrderDocument;
};
type Quantities = [was: number, have: number, want: number];

/**
 * What an edited order becomes when its source sends a newer version: a merge of three. What the source changed since its
 * own version before is taken over; what it left alone stays as it was edited here. Quantities follow by their difference,
 * so that a unit cancelled here is not brought back by a version that merely repeats the old quantity; a source that
 * arrives at our quantity agrees with it. Of a divided order (`isDivided`) the source may not take more than is still here.
 */
export function followSource(
  { base, ours, theirs }: Versions,
  isDivided: boolean,
): Result<OrderDocument, FollowRefusal> {
  const lines = followLines({ base, ours, theirs }, isDivided);
  if (!lines.ok) return lines;
  const shippingAddress = followed(base.shippingAddress, ours.shippingAddress, theirs.shippingAddress);
  const billingAddress = followed(base.billingAddress, ours.billingAddress, theirs.billingAddress);
  const paidBefore = new Set(base.payments.map((payment) => JSON.stringify(payment)));
  const paidHere = ours.payments.filter((payment) => !paidBefore.has(JSON.stringify(payment)));
  const after: OrderDocument = {
    ...theirs,
    lines: [...lines.value],
    shipping: followed(base.shipping, ours.shipping, theirs.shipping),
    payments: isDivided ? theirs.payments : [...theirs.payments, ...paidHere],
    ...(shippingAddress && { shippingAddress }),
    ...(billingAddress && { billingAddress }),
  };
  return ok(withOwnGaps({ base, ours, theirs }, retotalled(theirs, after)));
}

/** What the totals here state beyond their parts and the source's did not, such as the fees of an order merged in. */
function withOwnGaps({ base, ours }: Versions, document: OrderDocument): OrderDocument {
  const totals = { ...document.totals };
  for (const key of TOTALS) totals[key] += gap(ours, key) - gap(base, key);
  return { ...document, totals: { ...totals, discountMinor: Math.max(0, totals.discountMinor) } };
}

function gap(document: OrderDocument, key: (typeof TOTALS)[number]): number {
  const { feesMinor, roundingMinor } = document.totals;
  if (key === 'feesMinor') return feesMinor;
  if (key === 'roundingMinor') return roundingMinor;
  const own = key === 'grandMinor' ? feesMinor + roundingMinor : 0;
  return document.totals[key] - summedTotals(document)[key] + own;
}

/** Theirs when they changed it, else ours. */
function followed<T>(base: T, ours: T, theirs: T): T {
  return JSON.stringify(base) === JSON.stringify(theirs) ? ours : theirs;
}

function followLines(
  { base, ours, theirs }: Versions,
  isDivided: boolean,
): Result<readonly OrderLineDocument[], FollowRefusal> {
  const [before, here, there] = [byId(base.lines), byId(ours.lines), byId(theirs.lines)];
  const lines: OrderLineDocument[] = [];
  for (const id of new Set([...there.keys(), ...before.keys()])) {
    const [was, have, want] = [before, here, there].map((version) => version.get(id)?.quantity ?? 0) as Quantities;
    const quantity = want === have && !isDivided ? have : have + want - was;
    if (quantity < 0 && isDivided) return err({ code: 'line-elsewhere', line: id, units: -quantity });
    lines.push(...lineWith(there.get(id) ?? here.get(id), quantity, theirs.currency));
  }
  const own = ours.lines.filter(({ externalId }) => !before.has(externalId) && !there.has(externalId));
  return ok([...lines, ...own]);
}

function lineWith(line: OrderLineDocument | undefined, quantity: number, currency: string) {
  if (!line || quantity <= 0) return [];
  return [quantity === line.quantity ? line : requantify(line, quantity, currency)];
}

const byId = (lines: readonly OrderLineDocument[]): ReadonlyMap<string, OrderLineDocument> =>
  new Map(lines.map((line) => [line.externalId, line]));
