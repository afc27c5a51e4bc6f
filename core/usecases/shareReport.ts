import type { ShipmentDocument } from '../documents/index.ts';
import { type OpenOrder, type OrderLine, unshipped } from '../order/index.ts';
import type { StoredOrder } from '../ports/index.ts';
import type { LocationId, OrderId } from '../shared/ids.ts';
import type { Batch } from './batch.ts';

type Lines = ShipmentDocument['lines'];

/** An order with those that were split from it, as far as their source does not know of them. */
export function partsOf(batch: Batch, stored: StoredOrder): readonly StoredOrder[] {
  return [stored, ...(stored.header.links.splitInto ?? []).flatMap((id) => batch.order(id) ?? [])];
}

/** The line that a report speaks of, by its key or else its SKU. */
export function lineReported(
  order: OpenOrder,
  { lineExternalId, sku }: Pick<Lines[number], 'lineExternalId' | 'sku'>,
): OrderLine | undefined {
  const all = [...order.lines.values()];
  return all.find((each) => each.externalId === lineExternalId) ?? all.find((each) => each.sku === sku);
}

/**
 * Which of the units that left are of which part of a divided order: first what the location that they left works on, then
 * what any location works on, then whatever is still to be sent. Units beyond that are `left`.
 */
export function shareReport(
  parts: readonly OpenOrder[],
  lines: Lines,
  location: LocationId | undefined,
): { readonly shares: ReadonlyMap<OrderId, Lines>; readonly left: number } {
  const shares = new Map<OrderId, Lines[number][]>();
  const given = new Map<string, number>();
  let left = 0;
  for (const reported of lines) {
    let units = reported.quantity;
    for (const { part, line } of candidates(parts, reported, location)) {
      const key = `${part.id} ${line.id}`;
      const share = Math.min(units, unshipped(line.ledger) - (given.get(key) ?? 0));
      if (share <= 0) continue;
      units -= share;
      given.set(key, (given.get(key) ?? 0) + share);
      shares.set(part.id, [...(shares.get(part.id) ?? []), { ...reported, quantity: share }]);
    }
    left += units;
  }
  return { shares, left };
}

function candidates(parts: readonly OpenOrder[], reported: Lines[number], location: LocationId | undefined) {
  const known = parts.flatMap((part) => {
    const line = lineReported(part, reported);
    return line ? [{ part, line }] : [];
  });
  const inWorkHere = (line: OrderLine): number => (location && line.at.get(location)?.released) || 0;
  return known.toSorted(
    (a, b) => inWorkHere(b.line) - inWorkHere(a.line) || b.line.ledger.released - a.line.ledger.released,
  );
}
