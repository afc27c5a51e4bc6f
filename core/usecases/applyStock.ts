import type { ProductDocument, StockDocument } from '../documents/index.ts';
import { available, physical, type StockBalance } from '../inventory/index.ts';
import { type Fault, permanent } from '../shared/fault.ts';
import type { Instant, ProductId } from '../shared/ids.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { APPLIED, type Applied } from './applyOrder.ts';
import type { Batch, Sender } from './batch.ts';
import { locationOf } from './locationOf.ts';

/** Sets a level to what its source counted, as one ledger entry of the difference. An older count changes nothing. */
export function applyStock(batch: Batch, sender: Sender, document: StockDocument): Result<Applied, Fault> {
  const named = batch.productBySku(document.sku)?.id;
  const product = named ?? productOfItem(batch, sender, document.item);
  if (named && document.item && !productOfItem(batch, sender, document.item)) {
    learnItem(batch, sender, document.item, named);
  }
  if (!sender.isStockSource) return ok({ outcome: 'ignored', reason: 'stock-owned-by-hub' });
  if (!product) return err(unknownProduct(document));
  const location = locationOf(batch, sender, document.location);
  if (!location) {
    const message = `location ${document.location} is not mapped: add a location with that code, then retry`;
    return err(permanent('unknown-location', message, '/location'));
  }
  const version = batch.stockVersion(product, location);
  if (version !== null && document.asOf < version) return ok({ outcome: 'ignored', reason: 'older-version' });
  const balance = batch.shelf.balance({ product, location });
  const difference = document.quantity - MEASURES[document.measure](balance);
  batch.setStockVersion({ product, location, sourceVersion: document.asOf as Instant });
  if (difference === 0) return ok(APPLIED);
  const before = available(balance);
  const moved = batch.shelf.move('adjust', { product, location }, difference, `count/${sender.name}`);
  if (!moved.ok) throw new Error(`a count cannot be refused: ${JSON.stringify(moved.error)}`);
  const rose = available(batch.shelf.balance({ product, location })) > before;
  batch.outbox.push({ topic: 'stock.changed', entity: product, origin: sender.id, body: { rose } });
  return ok(APPLIED);
}

const MEASURES: Readonly<Record<StockDocument['measure'], (balance: StockBalance) => number>> = {
  'on-hand': physical,
  'on-shelf': (balance) => physical(balance) - balance.picked,
  // As a source means it: it may owe units that it has promised and not got.
  available: ({ onHand, reserved, allocated }) => onHand - reserved - allocated,
};

function unknownProduct({ sku, item }: StockDocument): Fault {
  if (item === undefined) return permanent('unknown-sku', `no product with SKU ${sku}: add it, then retry`, '/sku');
  const message = `no product is known for item ${item} of that system: it goes on when the product is pulled`;
  return permanent('unknown-item', message, '/item');
}

function productOfItem(batch: Batch, sender: Sender, item: string | undefined): ProductId | undefined {
  return item === undefined ? undefined : (batch.referenceTo(sender.id, 'stock-item', item) as ProductId | undefined);
}

/** Keeps which product an item of the sender is, and lets the levels go on that were parked for want of it. */
export function learnItem(batch: Batch, { id }: Pick<Sender, 'id'>, item: string, product: ProductId): void {
  batch.addReference({ connection: id, entity: 'stock-item', externalId: item, internalId: product });
  batch.outbox.push({ topic: 'product.added', entity: product, origin: id });
}

/**
 * Adds or changes a product. A new one lets the lines go on that were parked for want of it. An older version changes
 * nothing but that the hub learns the sender's own keys of the product, where it had none.
 */
export function applyProduct(batch: Batch, sender: Sender, document: ProductDocument): Result<Applied, Fault> {
  const known = batch.productBySku(document.sku);
  if (known?.sourceVersion && document.updatedAt <= known.sourceVersion) {
    const isLearned = learnKeys(batch, sender, document, known.id);
    return ok(isLearned ? APPLIED : { outcome: 'ignored', reason: 'older-version' });
  }
  const id = known?.id ?? batch.newId<ProductId>();
  const isNew = !known?.sourceVersion;
  batch.saveProduct({
    id,
    sku: document.sku,
    gtin: document.gtin ?? null,
    title: document.title,
    weightGrams: document.weightGrams ?? null,
    hsCode: document.hsCode ?? null,
    originCountry: document.originCountry ?? null,
    isActive: document.active,
    sourceVersion: document.updatedAt as Instant,
  });
  batch.addReference({ connection: sender.id, entity: 'product', externalId: document.externalId, internalId: id });
  const { stockItem } = document;
  if (stockItem !== undefined && productOfItem(batch, sender, stockItem) !== id) {
    learnItem(batch, sender, stockItem, id);
  } else if (isNew) batch.outbox.push({ topic: 'product.added', entity: id, origin: sender.id });
  return ok(APPLIED);
}

function learnKeys(batch: Batch, sender: Sender, document: ProductDocument, id: ProductId): boolean {
  const { externalId, stockItem } = document;
  const isNewKey = batch.referenceTo(sender.id, 'product', externalId) === undefined;
  if (isNewKey) batch.addReference({ connection: sender.id, entity: 'product', externalId, internalId: id });
  const isNewItem = stockItem !== undefined && productOfItem(batch, sender, stockItem) === undefined;
  if (isNewItem) learnItem(batch, sender, stockItem, id);
  return isNewKey || isNewItem;
}
