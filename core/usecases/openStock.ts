import {
  BASE_UNIT,
  type Place,
  type PlacedUnits,
  type StockKey,
  toBase,
  type UnitRejection,
} from '../inventory/index.ts';
import type { IdSource, KnownProduct, Reference, StoredBalance, Transaction } from '../ports/index.ts';
import type { Instant, LocationId, ProductId } from '../shared/ids.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { Batch, NOTHING_LOADED } from './batch.ts';

export type UnknownName =
  | { readonly code: 'unknown-sku' | 'bundle-has-no-stock'; readonly sku: string }
  | { readonly code: 'unknown-location'; readonly location: string }
  | { readonly code: 'unknown-bin'; readonly bin: string }
  | { readonly code: 'unknown-lot'; readonly lot: string };

/** Products by their SKUs, all or the first that there is none of. */
export async function productsOfSkus(
  tx: Transaction,
  skus: readonly string[],
): Promise<Result<ReadonlyMap<string, ProductId>, UnknownName>> {
  const known = await tx.productsBySku([...new Set(skus)]);
  const products = new Map<string, ProductId>();
  for (const sku of skus) {
    const product = known.get(sku);
    if (!product) return err({ code: 'unknown-sku', sku });
    if (product.components) return err({ code: 'bundle-has-no-stock', sku });
    products.set(sku, product.id);
  }
  return ok(products);
}

/** A batch over the stock of some products at all locations: their balances locked, and where their units lie. */
export async function openStock(
  tx: Transaction,
  products: readonly ProductId[],
  ids: IdSource,
  now: Instant,
): Promise<Batch> {
  await tx.ensureBalances(products);
  // Balances last: whoever waits for their lock waits for all that comes behind it.
  const locations = await tx.locations();
  const balances = await tx.balances(products);
  return new Batch({ ...NOTHING_LOADED, balances, places: await placesOf(tx, balances), locations }, ids, now);
}

/** The places of those balances that keep them; most keep none, and then nothing is asked. */
export async function placesOf(tx: Transaction, balances: readonly StoredBalance[]): Promise<readonly PlacedUnits[]> {
  const placed = new Set(balances.flatMap(({ isPlaced, product }) => (isPlaced ? [product] : [])));
  return placed.size === 0 ? [] : tx.inventory.places([...placed]);
}

/** The location with a code. */
function locationOfCode(batch: Batch, code: string): Result<LocationId, UnknownName> {
  const location = batch.locations.find((known) => known.code === code)?.id;
  return location ? ok(location) : err({ code: 'unknown-location', location: code });
}

export type PlaceName = { readonly bin?: string | undefined; readonly lot?: string | undefined };

/** The place that a caller names by the codes of a bin and a lot; null when they name none. */
export async function placeOf(
  tx: Transaction,
  location: LocationId,
  product: ProductId,
  { bin, lot }: PlaceName,
): Promise<Result<Place | null, UnknownName>> {
  if (bin === undefined && lot === undefined) return ok(null);
  const binId = bin === undefined ? null : await tx.inventory.bin(location, bin);
  if (bin !== undefined && binId === null) return err({ code: 'unknown-bin', bin });
  const row = lot === undefined ? null : await tx.inventory.lot(product, lot);
  if (lot !== undefined && row === null) return err({ code: 'unknown-lot', lot });
  return ok({ bin: binId, lot: row?.id ?? null });
}

export type StockName = PlaceName & { readonly sku: string; readonly location: string };
export type OpenedStock = { readonly batch: Batch; readonly key: StockKey; readonly place: Place | null };

/** Opens the stock of one SKU and finds the location, and the place in it, that a caller names. */
export async function openKey(
  tx: Transaction,
  { sku, location: code, bin, lot }: StockName,
  ids: IdSource,
  now: Instant,
): Promise<Result<OpenedStock, UnknownName>> {
  const products = await productsOfSkus(tx, [sku]);
  if (!products.ok) return products;
  const product = products.value.get(sku) as ProductId;
  const batch = await openStock(tx, [product], ids, now);
  const location = locationOfCode(batch, code);
  if (!location.ok) return location;
  const key = { product, location: location.value };
  const place = await placeOf(tx, key.location, product, { bin, lot });
  return place.ok ? ok({ batch, key, place: place.value }) : place;
}

/** Base units of a quantity in a unit that is named by its code; without one it is in base units. */
export async function baseUnits(
  tx: Transaction,
  { product }: Pick<StockKey, 'product'>,
  quantity: number,
  code: string | undefined,
): Promise<Result<number, UnitRejection>> {
  const unit = code === undefined ? BASE_UNIT : await tx.inventory.unit(product, code);
  return unit ? toBase(quantity, unit) : err({ code: 'unknown-unit', unit: code ?? '' });
}

/** The products whose levels are reported, by SKU or by the sender's own key of the item. */
export function countedBy(
  counted: ReadonlySet<string>,
  products: ReadonlyMap<string, KnownProduct>,
  items: readonly Reference[],
): readonly ProductId[] {
  if (counted.size === 0) return [];
  const ids = new Set(items.map(({ internalId }) => internalId as ProductId));
  for (const sku of counted) {
    const id = products.get(sku)?.id;
    if (id !== undefined) ids.add(id);
  }
  return [...ids];
}
