import { z } from 'zod';
import type { StockDocument } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Checkpoint, Decoded, MessageName, Page, Pull, RemoteRef, Write, WriteKey } from '../kit/connector.ts';
import { parseDocument, parseWire } from '../kit/parse.ts';
import { type ShopifyClient, userErrorFault } from './client.ts';
import { PageInfo } from './graphqlOrder.ts';
import { readRest } from './orders.ts';
import { ITEM_BY_SKU, MORE_LEVELS, SET_STOCK, STOCK } from './queries.ts';
import { globalId, tailOf, WireLevel } from './wire.ts';

const Level = z.object({
  updatedAt: z.string(),
  location: z.object({ id: z.string() }),
  quantities: z.array(z.object({ name: z.string(), quantity: z.int() })),
});
const LevelPage = z.object({ nodes: z.array(Level), pageInfo: PageInfo });
const Item = z.object({ id: z.string(), sku: z.string().nullish(), tracked: z.boolean(), inventoryLevels: LevelPage });
const StockPage = z.object({ inventoryItems: z.object({ nodes: z.array(Item), pageInfo: PageInfo }) });
const MoreLevels = z.object({ inventoryItem: z.object({ inventoryLevels: LevelPage }).nullable() });

/** Reads every level of every tracked item; one item of the page is one level, in the shape of the level webhook. */
export const pullStock: Pull<ShopifyClient> = {
  topic: 'stock',
  cursor: { kind: 'snapshot' },
  everyMs: 30 * 60_000,
  fetch: fetchStock,
  identify(raw): Result<MessageName, Fault> {
    const level = parseWire(WireLevel, raw, 'Shopify inventory level');
    if (!level.ok) return level;
    const { inventory_item_id, location_id, updated_at, available } = level.value;
    const subject = `stock/${inventory_item_id}/${location_id}`;
    return ok({ messageId: `${subject}@${updated_at}=${available ?? ''}`, subject });
  },
};

async function fetchStock(client: ShopifyClient, from: Checkpoint, signal: AbortSignal): Promise<Result<Page, Fault>> {
  const variables = { first: 50, after: from.cursor };
  const page = await client.ask({ query: STOCK, variables, effect: 'read', cost: 50 }, StockPage, signal);
  if (!page.ok) return page;
  const { nodes, pageInfo } = page.value.inventoryItems;
  const items: WireLevel[] = [];
  for (const item of nodes) {
    if (!item.tracked) continue;
    const rest = await readRest(item.inventoryLevels, async (after) => {
      const query = { query: MORE_LEVELS, variables: { id: item.id, after }, effect: 'read', cost: 20 } as const;
      const more = await client.ask(query, MoreLevels, signal);
      if (!more.ok) return more;
      return ok(
        more.value.inventoryItem?.inventoryLevels ?? { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } },
      );
    });
    if (!rest.ok) return rest;
    items.push(...item.inventoryLevels.nodes.map((level) => levelOf(item, level)));
  }
  const cursor = pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
  return ok({ items, checkpoint: { since: null, cursor }, more: cursor !== null });
}

function levelOf(item: z.infer<typeof Item>, level: z.infer<typeof Level>): WireLevel {
  return {
    inventory_item_id: tailOf(item.id),
    location_id: tailOf(level.location.id),
    available: level.quantities.find(({ name }) => name === 'available')?.quantity ?? null,
    updated_at: level.updatedAt,
    sku: item.sku,
  };
}

/**
 * The canonical level of a webhook or of a pulled one. A webhook names the item and not its SKU; its document carries the
 * item's key, by which the hub knows the product from pulls and pushes, and a stand-in for the SKU made of it.
 */
export function decodeLevel(raw: unknown): Result<Decoded, Fault> {
  const wire = parseWire(WireLevel, raw, 'Shopify inventory level');
  if (!wire.ok) return wire;
  const { inventory_item_id, location_id, available, updated_at, sku } = wire.value;
  if (available === null || available === undefined) return ok({ kind: 'ignored', reason: 'stock-not-tracked' });
  const item = String(inventory_item_id);
  const document = parseDocument('stock', {
    sku: sku?.trim() || `inventory-item-${item}`,
    location: String(location_id),
    item,
    quantity: available,
    measure: 'available',
    asOf: updated_at,
  });
  if (!document.ok) return document;
  return ok({ kind: 'documents', documents: [{ name: 'stock', document: document.value }] });
}

/** What `send` needs: the level to set, and the item by its key or else by its SKU. */
type StockWrite = Pick<StockDocument, 'sku' | 'location' | 'item' | 'quantity' | 'asOf'> & { readonly name: string };

export const pushStock: Write<ShopifyClient, StockDocument, RemoteRef> = {
  encode({ sku, location, item, quantity, asOf, measure }) {
    const name = measure === 'available' ? 'available' : 'on_hand';
    return ok({ sku, location, item, quantity, asOf, name } satisfies StockWrite);
  },
  send: (client, raw, key, signal) => setStock(client, raw as StockWrite, key, signal),
  duplicates: { mode: 'idempotent' },
};

const SetStock = z.object({
  inventorySetQuantities: z.object({
    userErrors: z.array(
      z.object({ code: z.string().nullish(), field: z.array(z.string()).nullish(), message: z.string() }),
    ),
  }),
});

async function setStock(
  client: ShopifyClient,
  { sku, location, item, quantity, asOf, name }: StockWrite,
  { reference }: WriteKey,
  signal: AbortSignal,
): Promise<Result<RemoteRef, Fault>> {
  const found = item === undefined ? await itemBySku(client, sku, signal) : ok(globalId('InventoryItem', item));
  if (!found.ok) return found;
  const level = {
    inventoryItemId: found.value,
    locationId: globalId('Location', location),
    quantity,
    changeFromQuantity: null,
  };
  const source = `gid://crossdock/StockLevel/${encodeURIComponent(reference)}`;
  const input = { name, reason: 'correction', referenceDocumentUri: source, quantities: [level] };
  // The key names this very setting: the same level at a later instant is another one, and must not be answered from memory.
  const key = `${tailOf(found.value)}-${tailOf(level.locationId)}-${name}-${quantity}-${asOf}`;
  const query = { query: SET_STOCK, variables: { input, key }, effect: 'write', cost: 10 } as const;
  const set = await client.ask(query, SetStock, signal);
  if (!set.ok) return set;
  const fault = stockFault(set.value.inventorySetQuantities.userErrors);
  if (fault) client.items.delete(sku);
  if (fault) return err(fault);
  const stockItem = tailOf(found.value);
  return ok({ externalId: `${stockItem}/${tailOf(level.locationId)}`, version: asOf, stockItem });
}

/** One request at a time per key: another one under way is waited for, everything else is for a person. */
function stockFault(errors: z.infer<typeof SetStock>['inventorySetQuantities']['userErrors']): Fault | undefined {
  const fault = userErrorFault(errors);
  if (fault?.code !== 'IDEMPOTENCY_CONCURRENT_REQUEST') return fault;
  return { kind: 'retryable', code: fault.code, message: fault.message, retryAfterMs: 1000 };
}

const Items = z.object({
  inventoryItems: z.object({ nodes: z.array(z.object({ id: z.string(), sku: z.string().nullish() })) }),
});

async function itemBySku(client: ShopifyClient, sku: string, signal: AbortSignal): Promise<Result<string, Fault>> {
  const known = client.items.get(sku);
  if (known !== undefined) return ok(known);
  const filter = `sku:"${sku.replace(/["\\]/g, '\\$&')}"`;
  const query = { query: ITEM_BY_SKU, variables: { filter }, effect: 'read', cost: 5 } as const;
  const found = await client.ask(query, Items, signal);
  if (!found.ok) return found;
  // The search is by words and without case; only the very same SKU counts.
  const same = found.value.inventoryItems.nodes.filter((item) => item.sku === sku);
  const [first, second] = same;
  if (!first) return err(permanent('unknown-sku', `the shop has no item with SKU ${sku}`, '/sku'));
  if (second) return err(permanent('ambiguous-sku', `the shop has ${same.length} items with SKU ${sku}`, '/sku'));
  client.items.set(sku, first.id);
  return ok(first.id);
}
