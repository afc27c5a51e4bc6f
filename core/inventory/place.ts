import type { BinId, LotId, Place, StockKey } from './stock.ts';

/** Units on hand of one lot in one bin. Units of a balance that no place holds lie there unplaced. */
export type PlacedUnits = StockKey &
  Place & {
    readonly quantity: number;
    /** Calendar day of the lot's expiry, "2026-03-31"; null when it keeps. */
    readonly expiresOn: string | null;
    /** When the lot first came in; the older goes first among equals. */
    readonly receivedAt: string;
    /** Position of the bin on a walk through the location; null outside any bin. */
    readonly walk: number | null;
  };

export type PlacePortion = Place & { readonly quantity: number };

export const placeKey = ({ bin, lot }: Place): string => `${bin ?? ''}/${lot ?? ''}`;

/** Order of picking: first expired first out, then first in first out, then the way through the bins. */
export function byFefo(a: PlacedUnits, b: PlacedUnits): number {
  return (
    compare(a.expiresOn ?? '9999', b.expiresOn ?? '9999') ||
    compare(a.receivedAt, b.receivedAt) ||
    (a.walk ?? Number.MAX_SAFE_INTEGER) - (b.walk ?? Number.MAX_SAFE_INTEGER) ||
    compare(placeKey(a), placeKey(b))
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What to take from which place, first expired first; units beyond what is placed are left over. */
export function takeByFefo(
  places: readonly PlacedUnits[],
  quantity: number,
): { readonly taken: readonly PlacePortion[]; readonly left: number } {
  const taken: PlacePortion[] = [];
  let left = quantity;
  for (const { bin, lot, quantity: units } of places.toSorted(byFefo)) {
    const part = Math.min(left, units);
    if (part <= 0) continue;
    taken.push({ bin, lot, quantity: part });
    left -= part;
  }
  return { taken, left };
}
export type Pick = StockKey & { readonly bin: BinId | null; readonly lot: LotId | null; readonly quantity: number };

/**
 * The picks for units of a product at a location: by first expiry, leaving out lots that expire before `keepsUntil`.
 * What cannot be picked from known places is `unplaced`.
 */
export function picksFor(
  key: StockKey,
  quantity: number,
  places: readonly PlacedUnits[],
  keepsUntil: string | null,
): { readonly picks: readonly Pick[]; readonly unplaced: number } {
  const usable = places.filter(
    ({ product, location, expiresOn }) =>
      product === key.product &&
      location === key.location &&
      (keepsUntil === null || expiresOn === null || expiresOn >= keepsUntil),
  );
  const { taken, left } = takeByFefo(usable, quantity);
  return { picks: taken.map((part) => ({ product: key.product, location: key.location, ...part })), unplaced: left };
}

/** The picks of a round in the order in which their bins are walked past; those outside any bin last. */
export function byWalk<T extends Pick>(picks: readonly T[], walkOf: ReadonlyMap<BinId, number>): readonly T[] {
  const at = ({ bin }: Pick): number =>
    bin === null ? Number.POSITIVE_INFINITY : (walkOf.get(bin) ?? Number.MAX_VALUE);
  return picks.toSorted((a, b) => (at(a) === at(b) ? 0 : at(a) - at(b)));
}
