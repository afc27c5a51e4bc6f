import {
  bundlesAvailable,
  type Component,
  explode,
  type Place,
  type Shelf,
  type StockEntryKind,
} from '../inventory/index.ts';
import type { OrderLine } from '../order/index.ts';
import type { LocationId, ProductId } from '../shared/ids.ts';
import type { Batch } from './batch.ts';

type Goods = Pick<OrderLine, 'product' | 'components'>;

/** The stock that so many units of a line are: its product's, or that of a bundle's components. */
export function unitsOf({ product, components }: Goods, quantity: number): readonly Component[] {
  if (components) return explode(components, quantity);
  return product === null ? [] : [{ product, quantity }];
}

/** Units of a line that can be promised, by location. */
export function availableFor(shelf: Shelf, product: ProductId, { components }: Goods): ReadonlyMap<LocationId, number> {
  return components ? bundlesAvailable(components, (each) => shelf.availableOf(each)) : shelf.availableOf(product);
}

/** Movements of units that an order has: nobody else can promise more or less for them. */
const WITHIN: ReadonlySet<StockEntryKind> = new Set(['pick', 'unpick', 'ship-picked']);

/**
 * Moves the stock of units of a line, and has it told. A refusal is a bug: the line ledger has allowed the movement.
 */
export function moveLine(
  batch: Batch,
  kind: StockEntryKind,
  { line, location, quantity, reference, place }: LineMovement,
): void {
  const units = unitsOf(line, quantity);
  if (units.length === 0) throw new Error(`line ${line.id} has no product whose stock could move`);
  for (const part of units) {
    const key = { product: part.product, location };
    const moved = batch.shelf.move(kind, key, part.quantity, reference, place && { place });
    if (!moved.ok) throw new Error(`${kind} of ${reference} is not in the ledger: ${JSON.stringify(moved.error)}`);
    if (WITHIN.has(kind)) continue;
    const rose = kind === 'deallocate' ? { body: { rose: true } } : {};
    batch.outbox.push({ topic: 'stock.changed', entity: part.product, origin: null, ...rose });
  }
}

export type LineMovement = {
  readonly line: Goods & Pick<OrderLine, 'id'>;
  readonly location: LocationId;
  readonly quantity: number;
  readonly reference: string;
  /** The bin and lot that the units leave, where that is known; else they go by first expiry. */
  readonly place?: Place | undefined;
};
