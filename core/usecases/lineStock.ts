import { bundlesAvailable, type Component, explode, type Shelf, type StockEntryKind } from '../inventory/index.ts';
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

/**
 * Moves the stock of units of a line, and has it told. A refusal is a bug: the line ledger has allowed the movement.
 */
export function moveLine(
  batch: Batch,
  kind: StockEntryKind,
  { line, location, quantity, reference }: LineMovement,
): void {
  const units = unitsOf(line, quantity);
  if (units.length === 0) throw new Error(`line ${line.id} has no product whose stock could move`);
  for (const part of units) {
    const moved = batch.shelf.move(kind, { product: part.product, location }, part.quantity, reference);
    if (!moved.ok) throw new Error(`${kind} of ${reference} is not in the ledger: ${JSON.stringify(moved.error)}`);
    batch.outbox.push({ topic: 'stock.changed', entity: part.product, origin: null });
  }
}

export type LineMovement = {
  readonly line: Goods & Pick<OrderLine, 'id'>;
  readonly location: LocationId;
  readonly quantity: number;
  readonly reference: string;
};
