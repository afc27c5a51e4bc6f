import { z } from 'zod';
import type { Fault } from '../../core/shared/fault.ts';
import { parseGtin } from '../../core/shared/gtin.ts';
import { ok, type Result } from '../../core/shared/result.ts';
import type { Decoded } from '../kit/connector.ts';
import { parseDocument, parseWire } from '../kit/parse.ts';
import { changesPull, Fields, Item, newestOf } from './changes.ts';
import type { OfbizClient } from './client.ts';
import { GRAMS } from './codes.ts';
import { type EntityRecord, findIn } from './find.ts';

/** What the pull makes of a product and what identifies it. */
export const ProductItem = Item.extend({
  productId: z.string().min(1),
  skuType: z.string().optional(),
  product: Fields,
  identifications: z.array(Fields),
});
export type ProductItem = z.infer<typeof ProductItem>;

/** Products with their identifications; one whose identification changed is told again. */
export const pullProducts = changesPull({
  topic: 'product',
  subject: 'product',
  key: 'productId',
  follows: () => [{ entity: 'Product' }, { entity: 'GoodIdentification' }],
  items: productItems,
});

async function productItems(
  client: OfbizClient,
  touched: readonly EntityRecord[],
  signal: AbortSignal,
): Promise<Result<readonly ProductItem[], Fault>> {
  const ids = [...new Set(touched.flatMap(({ productId }) => productId ?? []))];
  const isProducts = touched.every((record) => record['productTypeId'] !== undefined);
  const products = isProducts ? ok(touched) : await findIn(client, 'Product', 'productId', ids, signal);
  if (!products.ok) return products;
  const found = await findIn(client, 'GoodIdentification', 'productId', ids, signal);
  if (!found.ok) return found;
  const { skuType } = client.settings;
  return ok(
    products.value.map((product) => {
      const identifications = found.value.filter(({ productId }) => productId === product['productId']);
      const lastUpdatedStamp = newestOf([product, ...identifications]);
      const sku = skuType === undefined ? {} : { skuType };
      return { productId: product['productId'] ?? '', lastUpdatedStamp, ...sku, product, identifications };
    }),
  );
}

/** The canonical product. A virtual product is a heading over its variants, and one without a SKU cannot be told apart. */
export function decodeProduct(raw: unknown): Result<Decoded, Fault> {
  const item = parseWire(ProductItem, raw, 'product');
  if (!item.ok) return item;
  const { productId, skuType, product, identifications, lastUpdatedStamp } = item.value;
  if (product['isVirtual'] === 'Y') return ok({ kind: 'ignored', reason: 'virtual-product' });
  const sku =
    skuType === undefined
      ? productId
      : identifications.find(({ goodIdentificationTypeId }) => goodIdentificationTypeId === skuType)?.['idValue'];
  if (!sku) return ok({ kind: 'ignored', reason: 'product-without-sku' });
  const gtin = identifications.flatMap(({ idValue = '' }) => (parseGtin(idValue).ok ? [idValue] : []))[0];
  const grams = gramsOf(product);
  const until = product['salesDiscontinuationDate'];
  const document = parseDocument('product', {
    externalId: productId,
    sku,
    ...(gtin === undefined ? {} : { gtin }),
    title: (product['productName'] ?? product['internalName'] ?? productId).slice(0, 500),
    active: until === undefined || until > lastUpdatedStamp,
    ...(grams === undefined ? {} : { weightGrams: grams }),
    updatedAt: lastUpdatedStamp,
  });
  return document.ok ? ok({ kind: 'documents', documents: [{ name: 'product', document: document.value }] }) : document;
}

/** The weight as it ships, else of the product; undefined in a unit that is in no table. */
function gramsOf({ shippingWeight, productWeight, weightUomId = '' }: Readonly<{ [name: string]: string }>) {
  const weight = Number(shippingWeight ?? productWeight ?? '');
  const grams = weight * (GRAMS.get(weightUomId) ?? 0);
  return Number.isFinite(grams) && grams > 0 ? Math.round(grams) : undefined;
}
