import { z } from 'zod';
import type { Fault } from '../../core/shared/fault.ts';
import { parseGtin } from '../../core/shared/gtin.ts';
import { ok, type Result } from '../../core/shared/result.ts';
import { identifiedBy } from '../kit/answers.ts';
import type { Checkpoint, Decoded, Page, Pull } from '../kit/connector.ts';
import { changedAt } from '../kit/cursor.ts';
import { parseDocument, parseWire } from '../kit/parse.ts';
import { openRun, pageBehind } from '../kit/run.ts';
import type { CommerceClient } from './client.ts';
import { searchPage } from './search.ts';
import { said } from './wire.ts';

const CURSOR = changedAt('lastModified');
/** Products that nobody can buy as such: they stand for others. */
const ABSTRACT = ['master', 'variationGroup', 'set', 'retailSet'] as const;

const WireProduct = z.object({
  id: z.string(),
  name: z.object({ default: z.string().nullish() }).nullish(),
  onlineFlag: z.object({ default: z.boolean().nullish() }).nullish(),
  ean: z.string().nullish(),
  upc: z.string().nullish(),
  type: z.looseObject({}).nullish(),
  lastModified: z.string(),
});

/** Products that changed since. They are searched in the order of their creation, which no change moves. */
export const pullProducts: Pull<CommerceClient> = {
  topic: 'product',
  cursor: CURSOR,
  everyMs: 15 * 60_000,
  identify: identifiedBy('product', 'id', 'lastModified'),
  fetch: fetchProducts,
};

async function fetchProducts(
  client: CommerceClient,
  from: Checkpoint,
  signal: AbortSignal,
): Promise<Result<Page, Fault>> {
  const run = openRun(from, CURSOR);
  if (!run.ok) return run;
  if (!client.settings.readsProducts) return ok(pageBehind(from, run.value, { items: [], next: null, changed: [] }));
  const all = { matchAllQuery: {} };
  const { since } = run.value;
  const query =
    since === null
      ? all
      : { filteredQuery: { query: all, filter: { rangeFilter: { field: 'lastModified', from: since } } } };
  const body = { query, sorts: [{ field: 'creationDate', sortOrder: 'asc' }] };
  const url = client.scapi('product/products', '/product-search');
  const page = await searchPage(client, { url, body }, run.value.page, signal);
  if (!page.ok) return page;
  const { hits: items, next } = page.value;
  const changed = items.flatMap((item) => {
    const { lastModified } = item as { lastModified?: unknown };
    return typeof lastModified === 'string' ? [lastModified] : [];
  });
  return ok(pageBehind(from, run.value, { items, next, changed }));
}

/** The canonical product of one that can be bought. */
export function decodeProduct(raw: unknown): Result<Decoded, Fault> {
  const wire = parseWire(WireProduct, raw, 'B2C Commerce product');
  if (!wire.ok) return wire;
  const { id, name, onlineFlag, ean, upc, type, lastModified } = wire.value;
  const stands = ABSTRACT.find((kind) => type?.[kind] === true);
  if (stands !== undefined) return ok({ kind: 'ignored', reason: `product-${stands}` });
  const gtin = [ean, upc].find((code) => typeof code === 'string' && parseGtin(code).ok);
  const document = parseDocument('product', {
    externalId: id,
    sku: id,
    ...(gtin ? { gtin } : {}),
    title: said(name?.default, 500) ?? id,
    active: onlineFlag?.default ?? true,
    stockItem: id,
    updatedAt: lastModified,
  });
  return document.ok ? ok({ kind: 'documents', documents: [{ name: 'product', document: document.value }] }) : document;
}
