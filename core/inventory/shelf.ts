import type { LocationId, ProductId } from '../shared/ids.ts';
import { ok, type Result } from '../shared/result.ts';
import {
  applyEntry,
  available,
  moveStock,
  NO_STOCK,
  type StockBalance,
  type StockEntry,
  type StockEntryKind,
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

  constructor(balances: Iterable<StockKey & StockBalance>) {
    this.add(balances);
  }

  /** Takes balances on that were locked later; those that are known already stay as they were decided. */
  add(balances: Iterable<StockKey & StockBalance>): void {
    for (const { product, location, onHand, reserved, allocated } of balances) {
      const at = this.#at(product);
      if (!at.has(location)) at.set(location, { onHand, reserved, allocated });
    }
  }

  balance({ product, location }: StockKey): StockBalance {
    return this.#balances.get(product)?.get(location) ?? NO_STOCK;
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

  /** Decides a movement and keeps its entry; a refused one changes nothing. */
  move(kind: StockEntryKind, key: StockKey, quantity: number, reference: string): Result<StockEntry, StockRejection> {
    const before = this.balance(key);
    const moved = moveStock(kind, key, quantity, reference, before);
    if (!moved.ok) return moved;
    this.#at(key.product).set(key.location, applyEntry(before, moved.value));
    this.entries.push(moved.value);
    return ok(moved.value);
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
