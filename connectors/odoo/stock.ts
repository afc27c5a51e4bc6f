import { z } from 'zod';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Checkpoint, Decoded, MessageName, Page, Pull } from '../kit/connector.ts';
import { contentHash } from '../kit/contentHash.ts';
import { parseDocument, parseWire } from '../kit/parse.ts';
import { type Changed, checkpointAt, placeOf, type RunPlace, readChanges, WRITE_DATE } from './changes.ts';
import type { OdooClient } from './client.ts';
import { fromOdooTime } from './datetime.ts';
import { skusOf, warehousesByLocation } from './places.ts';
import { sumQuantities, wholeUnits } from './quantity.ts';
import { searchRead } from './records.ts';
import { Id, Many2one, OdooTime } from './wire.ts';

const WireQuant = z.object({
  id: Id,
  product_id: Many2one,
  location_id: Many2one,
  quantity: z.number(),
  write_date: OdooTime,
});
type WireQuant = z.infer<typeof WireQuant>;
const QUANT_FIELDS = ['product_id', 'location_id', 'quantity', 'write_date'];
const WireMove = z.object({
  id: Id,
  product_id: Many2one,
  location_id: Many2one,
  location_dest_id: Many2one,
  write_date: OdooTime,
});

/** What the pull makes of all quants of one product in one warehouse. */
export const StockItem = z.object({
  sku: z.string(),
  warehouse: z.string(),
  quantity: z.number(),
  write_date: OdooTime,
});
export type StockItem = z.infer<typeof StockItem>;

/**
 * Units on hand by product and warehouse, summed over locations, lots and packages. Setting stock leaves no mark on the
 * product, so its quants are followed; Odoo deletes quants that came to nothing, so the moves that are done are too.
 */
export const pullStock: Pull<OdooClient> = {
  topic: 'stock',
  cursor: WRITE_DATE,
  fetch: fetchStock,
  identify: (raw): Result<MessageName, Fault> => {
    const item = parseWire(StockItem, raw, 'stock level');
    if (!item.ok) return item;
    const { sku, warehouse, write_date } = item.value;
    const messageId = `${warehouse}/${sku}/${write_date}/${contentHash(item.value)}`;
    return ok({ messageId, subject: `stock/${sku}` });
  },
};

async function fetchStock(client: OdooClient, from: Checkpoint, signal: AbortSignal): Promise<Result<Page, Fault>> {
  const places = await warehousesByLocation(client, signal);
  if (!places.ok) return places;
  const place = placeOf(from);
  const touched =
    place.phase === 0 ? await quantsSince(client, place, signal) : await movesSince(client, place, signal);
  if (!touched.ok) return touched;
  const { records, more } = touched.value;
  const items = records.length === 0 ? ok([]) : await levelsOf(client, records, places.value, signal);
  if (!items.ok) return items;
  // The first run of all needs no moves: there is nothing known that could have gone.
  const isMovesNext = !more && place.phase === 0 && from.since !== null;
  const next = isMovesNext ? { ...placeOf({ ...from, cursor: null }), phase: 1 } : touched.value.place;
  const at = { ...next, until: touched.value.place.until };
  const goesOn = more || isMovesNext;
  return ok({ items: items.value, checkpoint: checkpointAt(from, at, goesOn), more: goesOn });
}

/** A product that something happened to, at a location. */
type Touch = Changed & { readonly isQuant: boolean; readonly product: number; readonly locations: readonly number[] };
type Touches = { readonly records: readonly Touch[]; readonly place: RunPlace; readonly more: boolean };

async function quantsSince(client: OdooClient, place: RunPlace, signal: AbortSignal): Promise<Result<Touches, Fault>> {
  const domain = [['location_id.usage', '=', 'internal']] as const;
  const query = { model: 'stock.quant', domain, fields: QUANT_FIELDS };
  const changed = await readChanges(client, z.array(WireQuant), query, place, signal);
  if (!changed.ok) return changed;
  const records = changed.value.records.map(({ id, write_date, product_id, location_id }) => ({
    id,
    write_date,
    isQuant: true,
    product: product_id[0],
    locations: [location_id[0]],
  }));
  return ok({ ...changed.value, records });
}

async function movesSince(client: OdooClient, place: RunPlace, signal: AbortSignal): Promise<Result<Touches, Fault>> {
  const fields = ['product_id', 'location_id', 'location_dest_id'];
  const query = { model: 'stock.move', domain: [['state', '=', 'done']] as const, fields };
  const changed = await readChanges(client, z.array(WireMove), query, place, signal);
  if (!changed.ok) return changed;
  const records = changed.value.records.map(({ id, write_date, product_id, location_id, location_dest_id }) => ({
    id,
    write_date,
    isQuant: false,
    product: product_id[0],
    locations: [location_id[0], location_dest_id[0]],
  }));
  return ok({ ...changed.value, records });
}

type Level = { quantities: number[]; newest: Pick<WireQuant, 'id' | 'write_date'> };

async function levelsOf(
  client: OdooClient,
  touches: readonly Touch[],
  places: ReadonlyMap<number, string>,
  signal: AbortSignal,
): Promise<Result<readonly StockItem[], Fault>> {
  const products = [...new Set(touches.map(({ product }) => product))];
  const domain = [
    ['location_id.usage', '=', 'internal'],
    ['product_id', 'in', products],
  ] as const;
  const search = { model: 'stock.quant', domain, fields: QUANT_FIELDS, order: 'write_date, id' };
  const quants = await searchRead(client, z.array(WireQuant), search, signal);
  if (!quants.ok) return quants;
  const skus = await skusOf(client, products, signal);
  if (!skus.ok) return skus;
  const levels = new Map<string, Level>();
  for (const { id, product_id, location_id, quantity, write_date } of quants.value) {
    const warehouse = places.get(location_id[0]);
    if (warehouse === undefined) continue;
    const key = `${product_id[0]}/${warehouse}`;
    const level = levels.get(key);
    levels.set(key, { quantities: [...(level?.quantities ?? []), quantity], newest: { id, write_date } });
  }
  const wanted = client.settings.warehouses;
  return ok(
    told(touches, levels, places).flatMap(({ product, warehouse, quantity, write_date }) => {
      const sku = skus.value.get(product) ?? '';
      const isWanted = sku !== '' && (wanted === undefined || wanted.includes(warehouse));
      return isWanted ? [{ sku, warehouse, quantity, write_date }] : [];
    }),
  );
}

type Told = { readonly product: number } & Omit<StockItem, 'sku'>;

/**
 * The levels to tell for a page. With quants, a level is told with its newest one alone, which the same run comes to;
 * with moves, only where one is newer than any quant that is left.
 */
function told(
  touches: readonly Touch[],
  levels: ReadonlyMap<string, Level>,
  places: ReadonlyMap<number, string>,
): readonly Told[] {
  const out = new Map<string, Told>();
  for (const touch of touches) {
    for (const warehouse of new Set(touch.locations.flatMap((location) => places.get(location) ?? []))) {
      const key = `${touch.product}/${warehouse}`;
      const level = levels.get(key);
      const isTold = touch.isQuant
        ? level?.newest.id === touch.id
        : level === undefined || touch.write_date > level.newest.write_date;
      if (!isTold) continue;
      const quantity = sumQuantities(level?.quantities ?? []);
      out.set(key, { product: touch.product, warehouse, quantity, write_date: touch.write_date });
    }
  }
  return [...out.values()];
}

/** From an item to a canonical stock level. */
export function decodeStock(raw: unknown): Result<Decoded, Fault> {
  const item = parseWire(StockItem, raw, 'stock level');
  if (!item.ok) return item;
  const { sku, warehouse, quantity, write_date } = item.value;
  const at = fromOdooTime(write_date);
  if (!at.ok) return err(permanent('unexpected-shape', at.error, '/write_date'));
  const units = wholeUnits(quantity);
  if (!units.ok) return err(permanent('unexpected-shape', units.error, '/quantity'));
  const document = parseDocument('stock', {
    sku,
    location: warehouse,
    quantity: units.value,
    // A delivery that is done has taken its units away, while the hub still has them in hand until they ship.
    measure: 'on-shelf',
    asOf: at.value,
  });
  return document.ok ? ok({ kind: 'documents', documents: [{ name: 'stock', document: document.value }] }) : document;
}
