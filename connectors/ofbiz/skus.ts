import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { OfbizClient } from './client.ts';
import { findIn } from './find.ts';

/** SKUs by productId: the id itself, or its good identification of the type that the connection names. */
export async function skusOf(
  client: OfbizClient,
  products: readonly string[],
  signal: AbortSignal,
): Promise<Result<ReadonlyMap<string, string>, Fault>> {
  const { skuType } = client.settings;
  if (skuType === undefined) return ok(new Map(products.map((id) => [id, id])));
  const where = { goodIdentificationTypeId: skuType };
  const found = await findIn(client, 'GoodIdentification', 'productId', products, signal, where);
  if (!found.ok) return found;
  return ok(
    new Map(found.value.flatMap(({ productId, idValue }) => (productId && idValue ? [[productId, idValue]] : []))),
  );
}

/** productIds by SKU. Refused by its name: a SKU that no product has, or several. */
export async function productsOf(
  client: OfbizClient,
  skus: readonly string[],
  signal: AbortSignal,
): Promise<Result<ReadonlyMap<string, string>, Fault>> {
  const { skuType } = client.settings;
  const found =
    skuType === undefined
      ? await findIn(client, 'Product', 'productId', skus, signal)
      : await findIn(client, 'GoodIdentification', 'idValue', skus, signal, { goodIdentificationTypeId: skuType });
  if (!found.ok) return found;
  const products = new Map<string, string>();
  for (const { productId = '', idValue = productId } of found.value) {
    if (products.has(idValue))
      return err(permanent('ambiguous-sku', `several products in OFBiz have the SKU ${idValue}`));
    products.set(idValue, productId);
  }
  const missing = skus.find((sku) => !products.has(sku));
  if (missing === undefined) return ok(products);
  return err(permanent('unknown-product', `there is no product ${missing} in OFBiz: make it there, then retry`));
}
