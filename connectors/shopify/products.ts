import { z } from 'zod';
import type { Fault } from '../../core/shared/fault.ts';
import { parseGtin } from '../../core/shared/gtin.ts';
import { parseInstant } from '../../core/shared/instant.ts';
import { ok, type Result } from '../../core/shared/result.ts';
import type { Checkpoint, Decoded, MessageName, Page, Pull } from '../kit/connector.ts';
import { parseDocument, parseWire } from '../kit/parse.ts';
import type { ShopifyClient } from './client.ts';
import { PageInfo } from './graphqlOrder.ts';
import { PRODUCTS } from './queries.ts';
import { said, tailOf } from './wire.ts';

const text = z.string().nullish();
const Variant = z.object({
  id: z.string(),
  sku: text,
  barcode: text,
  title: text,
  updatedAt: z.string(),
  product: z.object({ title: z.string(), status: z.string(), updatedAt: z.string() }),
  inventoryItem: z
    .object({
      id: z.string(),
      measurement: z.object({ weight: z.object({ value: z.number(), unit: z.string() }).nullish() }).nullish(),
    })
    .nullish(),
});
const VariantPage = z.object({ productVariants: z.object({ nodes: z.array(Variant), pageInfo: PageInfo }) });

/** Reads every variant; one that is as it was is recognised by its version. */
export const pullProducts: Pull<ShopifyClient> = {
  topic: 'product',
  cursor: { kind: 'snapshot' },
  everyMs: 5 * 60_000,
  fetch: fetchVariants,
  identify(raw): Result<MessageName, Fault> {
    const variant = parseWire(Variant, raw, 'Shopify variant');
    if (!variant.ok) return variant;
    const { id, updatedAt, product, inventoryItem } = variant.value;
    const subject = `product/${tailOf(id)}`;
    // A variant that gets another item is another version of it, whatever the instants say.
    const item = inventoryItem ? `/${tailOf(inventoryItem.id)}` : '';
    return ok({ messageId: `${subject}@${updatedAt}/${product.updatedAt}${item}`, subject });
  },
};

async function fetchVariants(
  client: ShopifyClient,
  from: Checkpoint,
  signal: AbortSignal,
): Promise<Result<Page, Fault>> {
  const query = { query: PRODUCTS, variables: { first: 100, after: from.cursor }, effect: 'read', cost: 30 } as const;
  const page = await client.ask(query, VariantPage, signal);
  if (!page.ok) return page;
  const { nodes, pageInfo } = page.value.productVariants;
  const cursor = pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
  return ok({ items: nodes, checkpoint: { since: null, cursor }, more: cursor !== null });
}

/** Grams of one unit of Shopify's weight units; the avoirdupois pound is 453.59237 g by definition. */
const GRAMS: ReadonlyMap<string, number> = new Map([
  ['GRAMS', 1],
  ['KILOGRAMS', 1000],
  ['OUNCES', 28.349523125],
  ['POUNDS', 453.59237],
]);

/** The canonical product of a variant. One without a SKU cannot be told apart from others and is ignored by name. */
export function decodeProduct(raw: unknown): Result<Decoded, Fault> {
  const wire = parseWire(Variant, raw, 'Shopify variant');
  if (!wire.ok) return wire;
  const { id, product, title, barcode, updatedAt, inventoryItem } = wire.value;
  const sku = said(wire.value.sku, 100);
  if (sku === undefined) return ok({ kind: 'ignored', reason: 'variant-without-sku' });
  const grams = gramsOf(inventoryItem);
  const isOnly = !title || title === 'Default Title';
  const document = parseDocument('product', {
    externalId: tailOf(id),
    sku,
    ...(barcode && parseGtin(barcode).ok ? { gtin: barcode } : {}),
    title: said(isOnly ? product.title : `${product.title} - ${title}`, 500) ?? sku,
    active: product.status !== 'ARCHIVED' && product.status !== 'DRAFT',
    ...(grams > 0 ? { weightGrams: Math.round(grams) } : {}),
    ...(inventoryItem ? { stockItem: tailOf(inventoryItem.id) } : {}),
    updatedAt: later(updatedAt, product.updatedAt),
  });
  if (!document.ok) return document;
  return ok({ kind: 'documents', documents: [{ name: 'product', document: document.value }] });
}

function gramsOf(item: z.infer<typeof Variant>['inventoryItem']): number {
  const weight = item?.measurement?.weight;
  return weight ? weight.value * (GRAMS.get(weight.unit) ?? 0) : 0;
}

/** The later of two instants; what is no instant is left for the document's own check. */
function later(a: string, b: string): string {
  const [x, y] = [parseInstant(a), parseInstant(b)];
  return x.ok && y.ok && y.value > x.value ? b : a;
}
