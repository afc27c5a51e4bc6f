import type { LocationId, ProductId } from '../shared/ids.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { available, NO_STOCK, type StockBalance } from './balance.ts';
import type { StockEntryKind } from './movements.ts';
import { type PlacedUnits, type PlacePortion, placeKey, takeByFefo } from './place.ts';
import {
  applyEntry,
  type MovementDetail,
  moveStock,
  type Place,
  type StockEntry,
  type StockKey,
  type StockRejection,
} from './stock.ts';

/**
 * The balances that a batch has locked, and the entries that it has decided on so far. Each movement sees the ones
 * before it, so that two lines of one batch cannot be promised the same unit.
 */
export class Shelf {
  readonly entries: StockEntry[] = [];
  readonly #balances = new Map<ProductId, Map<LocationId, StockBalance>>();
  readonly #places = new Map<string, PlacedUnits[]>();

  constructor(balances: Iterable<StockKey & StockBalance>, places: Iterable<PlacedUnits> = []) {
    this.add(balances);
    for (const place of places) this.#placesAt(place).push(place);
  }

  /** Takes balances on that were locked later; those that are known already stay as they were decided. */
  add(balances: Iterable<StockKey & StockBalance>): void {
    for (const balance of balances) {
      const at = this.#at(balance.product);
      if (!at.has(balance.location)) at.set(balance.location, balance);
    }
  }

  balance({ product, location }: StockKey): StockBalance {
    return this.#balances.get(product)?.get(location) ?? NO_STOCK;
  }

  /** The places of a product at a location that hold units now. */
  places(key: StockKey): readonly PlacedUnits[] {
    return this.#places.get(keyOf(key)) ?? [];
  }

  /** Units of a product that can be promised, by location; only locations that have some. */
  availableOf(product: ProductId): ReadonlyMap<LocationId, number> {
    const units = new Map<LocationId, number>();
    for (const [location, balance] of this.#balances.get(product) ?? []) {
      const free = available(balance);
      if (free > 0) units.set(location, free);
    }
    return units;
  }

  /**
   * Decides a movement and keeps its entries; a refused one changes nothing. Units that leave the shelf leave the place
   * that is named, else the places by first expiry, with one entry for each. Answers the movement as a whole.
   */
  move(
    kind: StockEntryKind,
    key: StockKey,
    quantity: number,
    reference: string,
    more?: MovementDetail,
  ): Result<StockEntry, StockRejection> {
    const before = this.balance(key);
    const moved = moveStock(kind, key, quantity, reference, before, more);
    if (!moved.ok) return moved;
    const parts = this.#placesLeft(key, moved.value.onHand, more?.place ?? null);
    if (!parts.ok) return parts;
    for (const part of parts.value) this.#keepPart(kind, key, part, Math.sign(quantity), reference, more);
    if (parts.value.length === 0) this.entries.push(moved.value);
    if (moved.value.onHand > 0 && more?.place && !isNowhere(more.place)) this.#put(key, more.place, moved.value.onHand);
    this.#at(key.product).set(key.location, applyEntry(before, moved.value));
    return ok(moved.value);
  }

  /** The places that units leave, when a movement takes units off a shelf that has places. */
  #placesLeft(key: StockKey, onHand: number, named: Place | null): Result<readonly PlacePortion[], StockRejection> {
    if (onHand >= 0) return ok([]);
    const places = this.places(key);
    if (places.length === 0 && (named === null || isNowhere(named))) return ok([]);
    return takeFrom(places, this.balance(key).onHand, -onHand, named);
  }

  #keepPart(
    kind: StockEntryKind,
    key: StockKey,
    { bin, lot, quantity }: PlacePortion,
    sign: number,
    reference: string,
    more: MovementDetail | undefined,
  ): void {
    const place = isNowhere({ bin, lot }) ? null : { bin, lot };
    const part = moveStock(kind, key, sign * quantity, reference, this.balance(key), { ...more, place });
    if (!part.ok) throw new Error(`a part of an accepted movement was refused: ${JSON.stringify(part.error)}`);
    if (place) this.#put(key, place, -quantity);
    this.entries.push(part.value);
  }

  #put(key: StockKey, place: Place, units: number): void {
    const places = this.#placesAt(key);
    const at = places.findIndex((known) => placeKey(known) === placeKey(place));
    const known = places[at] ?? { ...key, ...place, quantity: 0, expiresOn: null, receivedAt: '9999', walk: null };
    if (at < 0) places.push({ ...known, quantity: units });
    else places[at] = { ...known, quantity: known.quantity + units };
  }

  #placesAt(key: StockKey): PlacedUnits[] {
    let places = this.#places.get(keyOf(key));
    if (!places) {
      places = [];
      this.#places.set(keyOf(key), places);
    }
    return places;
  }

  #at(product: ProductId): Map<LocationId, StockBalance> {
    let at = this.#balances.get(product);
    if (!at) {
      at = new Map();
      this.#balances.set(product, at);
    }
    return at;
  }
}

/** The place of units that no bin or lot is known of. */
const isNowhere = ({ bin, lot }: Place): boolean => bin === null && lot === null;

const keyOf = ({ product, location }: StockKey): string => `${product} ${location}`;

function takeFrom(
  places: readonly PlacedUnits[],
  onHand: number,
  quantity: number,
  named: Place | null,
): Result<readonly PlacePortion[], StockRejection> {
  if (named) {
    const have = isNowhere(named)
      ? places.reduce((left, place) => left - place.quantity, onHand)
      : (places.find((place) => placeKey(place) === placeKey(named))?.quantity ?? 0);
    return have < quantity ? err({ code: 'insufficient-stock', have, want: quantity }) : ok([{ ...named, quantity }]);
  }
  const { taken, left } = takeByFefo(places, quantity);
  return ok(left > 0 ? [...taken, { bin: null, lot: null, quantity: left }] : taken);
}
