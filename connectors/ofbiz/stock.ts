import { z } from 'zod';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Decoded } from '../kit/connector.ts';
import { parseDocument, parseWire } from '../kit/parse.ts';
import { changesPull, Item, newestOf } from './changes.ts';
import type { OfbizClient } from './client.ts';
import type { EntityRecord } from './find.ts';
import { wholeUnits } from './quantity.ts';
import { skusOf } from './skus.ts';

const Decimal = z.union([z.number(), z.string().regex(/^-?\d+(\.\d+)?$/)]).transform(String);
const Available = z.object({ quantityOnHandTotal: Decimal, availableToPromiseTotal: Decimal });

/** What the pull makes of all inventory items of one product in one facility. */
export const StockItem = Item.extend({
  level: z.string().min(1),
  sku: z.string().min(1),
  facilityId: z.string().min(1),
  quantityOnHandTotal: z.string(),
  availableToPromiseTotal: z.string(),
  measure: z.enum(['on-hand', 'available']),
});
export type StockItem = z.infer<typeof StockItem>;

/**
 * Levels by product and facility. Every movement is booked on an inventory item, so these are followed; which of them
 * count is OFBiz's own rule, so the levels are asked of its service.
 */
export const pullStock = changesPull({
  topic: 'stock',
  subject: 'stock',
  key: 'level',
  follows: () => [{ entity: 'InventoryItem' }],
  items: levelsOf,
});

async function levelsOf(
  client: OfbizClient,
  touched: readonly EntityRecord[],
  signal: AbortSignal,
): Promise<Result<readonly StockItem[], Fault>> {
  const { facilities, stock: measure } = client.settings;
  const places = Map.groupBy(
    touched.filter(
      ({ facilityId, productId }) => productId && facilityId && (facilities?.includes(facilityId) ?? true),
    ),
    ({ productId, facilityId }) => `${facilityId}/${productId}`,
  );
  const products = [...places.values()].flatMap(([first]) => first?.['productId'] ?? []);
  const skus = await skusOf(client, products, signal);
  if (!skus.ok) return skus;
  const items: StockItem[] = [];
  for (const [level, records] of places) {
    const { productId = '', facilityId = '' } = records[0] ?? {};
    const sku = skus.value.get(productId);
    if (sku === undefined) continue;
    const answer = await client.call('getInventoryAvailableByFacility', { productId, facilityId }, signal);
    if (!answer.ok) return answer;
    const totals = parseWire(Available, answer.value, `levels of ${level}`);
    if (!totals.ok) return totals;
    items.push({ level, sku, facilityId, ...totals.value, measure, lastUpdatedStamp: newestOf(records) });
  }
  return ok(items);
}

/** From an item to a canonical stock level. */
export function decodeStock(raw: unknown): Result<Decoded, Fault> {
  const item = parseWire(StockItem, raw, 'stock level');
  if (!item.ok) return item;
  const { sku, facilityId, measure, lastUpdatedStamp } = item.value;
  const field = measure === 'on-hand' ? 'quantityOnHandTotal' : 'availableToPromiseTotal';
  const units = wholeUnits(item.value[field]);
  if (!units.ok) return err(permanent('unexpected-shape', units.error, `/${field}`));
  const candidate = { sku, location: facilityId, quantity: units.value, measure, asOf: lastUpdatedStamp };
  const document = parseDocument('stock', candidate);
  return document.ok ? ok({ kind: 'documents', documents: [{ name: 'stock', document: document.value }] }) : document;
}
