import { z } from 'zod';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Checkpoint, Decoded, MessageName, Page, Pull } from '../kit/connector.ts';
import { contentHash } from '../kit/contentHash.ts';
import { parseDocument, parseWire } from '../kit/parse.ts';
import { checkpointAt, placeOf, readChanges, WRITE_DATE } from './changes.ts';
import type { OdooClient } from './client.ts';
import { PICKING_STATES } from './codes.ts';
import { fromOdooTime } from './datetime.ts';
import { skusOf, warehousesByType } from './places.ts';
import { wholeUnits } from './quantity.ts';
import { searchRead } from './records.ts';
import { Id, Many2one, OdooTime, OptionalText } from './wire.ts';

const WirePicking = z.object({
  id: Id,
  state: z.string(),
  sale_id: Many2one,
  picking_type_id: Many2one,
  write_date: OdooTime,
});
type WirePicking = z.infer<typeof WirePicking>;
const PICKING_FIELDS = ['state', 'sale_id', 'picking_type_id', 'write_date'];

/** What the pull makes of all deliveries of one order from one warehouse: a decoder needs nothing else. */
export const PickingItem = z.object({
  orderId: Id,
  reference: z.string(),
  warehouse: z.string(),
  states: z.array(z.string()).min(1),
  moved: z.array(z.object({ sku: z.string(), quantity: z.number() })),
  write_date: OdooTime,
});
export type PickingItem = z.infer<typeof PickingItem>;

/** How far the picking of our orders is: one item for each order and warehouse, whatever backorders it was split into. */
export const pullPickings: Pull<OdooClient> = {
  topic: 'picking',
  cursor: WRITE_DATE,
  fetch: fetchPickings,
  identify: (raw): Result<MessageName, Fault> => {
    const item = parseWire(PickingItem, raw, 'picking');
    if (!item.ok) return item;
    const { orderId, warehouse, write_date } = item.value;
    // Two changes within one second have the same write_date, so the content names the version too.
    const messageId = `${orderId}/${warehouse}/${write_date}/${contentHash(item.value)}`;
    return ok({ messageId, subject: `order/${item.value.reference}` });
  },
};

async function fetchPickings(client: OdooClient, from: Checkpoint, signal: AbortSignal): Promise<Result<Page, Fault>> {
  const query = {
    model: 'stock.picking',
    domain: [
      ['picking_type_id.code', '=', 'outgoing'],
      ['sale_id.client_order_ref', '!=', false],
    ] as const,
    fields: PICKING_FIELDS,
  };
  const changed = await readChanges(client, z.array(WirePicking), query, placeOf(from), signal);
  if (!changed.ok) return changed;
  const { records, place, more } = changed.value;
  const items = records.length === 0 ? ok([]) : await itemsOf(client, records, signal);
  if (!items.ok) return items;
  return ok({ items: items.value, checkpoint: checkpointAt(from, place, more), more });
}

const WireReference = z.array(z.object({ id: Id, client_order_ref: OptionalText }));

async function itemsOf(
  client: OdooClient,
  changed: readonly WirePicking[],
  signal: AbortSignal,
): Promise<Result<readonly PickingItem[], Fault>> {
  const orderIds = [...new Set(changed.map(({ sale_id }) => sale_id[0]))];
  const search = { model: 'sale.order', domain: [['id', 'in', orderIds]], fields: ['client_order_ref'] } as const;
  const orders = await searchRead(client, WireReference, search, signal);
  if (!orders.ok) return orders;
  const siblings = await picksOf(client, orderIds, signal);
  if (!siblings.ok) return siblings;
  const moves = await movesOf(client, siblings.value, signal);
  if (!moves.ok) return moves;
  const warehouses = await warehousesByType(client, signal);
  if (!warehouses.ok) return warehouses;
  const references = new Map(orders.value.map(({ id, client_order_ref }) => [id, client_order_ref]));
  const changedIds = new Set(changed.map(({ id }) => id));
  return ok(
    grouped(siblings.value, warehouses.value).flatMap(({ warehouse, picks }) => {
      const last = picks.at(-1);
      // Told with the newest of its pickings alone: the same run comes to that one, here or on a later page.
      if (!last || !changedIds.has(last.id)) return [];
      const moved = picks.flatMap(({ id }) => moves.value.get(id) ?? []);
      const orderId = last.sale_id[0];
      const reference = references.get(orderId) ?? '';
      const states = picks.map(({ state }) => state);
      return reference === '' ? [] : [{ orderId, reference, warehouse, states, moved, write_date: last.write_date }];
    }),
  );
}

/** All deliveries of some orders, by write_date and id. */
function picksOf(client: OdooClient, orders: readonly number[], signal: AbortSignal) {
  const domain = [
    ['picking_type_id.code', '=', 'outgoing'],
    ['sale_id', 'in', orders],
  ] as const;
  const search = { model: 'stock.picking', domain, fields: PICKING_FIELDS, order: 'write_date, id' };
  return searchRead(client, z.array(WirePicking), search, signal);
}

type Moved = { readonly sku: string; readonly quantity: number };

/** Units that done deliveries moved, by delivery and internal reference. */
async function movesOf(
  client: OdooClient,
  picks: readonly WirePicking[],
  signal: AbortSignal,
): Promise<Result<ReadonlyMap<number, readonly Moved[]>, Fault>> {
  const done = picks.filter(({ state }) => state === 'done').map(({ id }) => id);
  const moved = new Map<number, Moved[]>();
  if (done.length === 0) return ok(moved);
  const dialect = await client.dialect(signal);
  if (!dialect.ok) return dialect;
  const { movedQuantity } = dialect.value;
  const Move = z.object({ picking_id: Many2one, product_id: Many2one, quantity: z.number() });
  // One name for the quantity, whatever it is called in this version.
  const Row = z
    .record(z.string(), z.unknown())
    .transform((row) => ({ ...row, quantity: row[movedQuantity] }))
    .pipe(Move);
  const domain = [
    ['picking_id', 'in', done],
    ['state', '=', 'done'],
  ] as const;
  const search = { model: 'stock.move', domain, fields: ['picking_id', 'product_id', movedQuantity] };
  const moves = await searchRead(client, z.array(Row), search, signal);
  if (!moves.ok) return moves;
  const skus = await skusOf(
    client,
    moves.value.map(({ product_id }) => product_id[0]),
    signal,
  );
  if (!skus.ok) return skus;
  for (const { picking_id, product_id, quantity } of moves.value) {
    const sku = skus.value.get(product_id[0]) ?? '';
    if (sku !== '') moved.set(picking_id[0], [...(moved.get(picking_id[0]) ?? []), { sku, quantity }]);
  }
  return ok(moved);
}

type Group = { readonly warehouse: string; readonly picks: readonly WirePicking[] };

/** The deliveries of each order from each warehouse. */
function grouped(picks: readonly WirePicking[], warehouses: ReadonlyMap<number, string>): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const pick of picks) {
    const warehouse = warehouses.get(pick.picking_type_id[0]) ?? '';
    const key = `${pick.sale_id[0]}/${warehouse}`;
    groups.set(key, { warehouse, picks: [...(groups.get(key)?.picks ?? []), pick] });
  }
  return [...groups.values()];
}

/** From an item to a canonical picking: done when every delivery that was not cancelled is done. */
export function decodePicking(raw: unknown): Result<Decoded, Fault> {
  const item = parseWire(PickingItem, raw, 'picking');
  if (!item.ok) return item;
  const { orderId, reference, warehouse, states, moved, write_date } = item.value;
  const unknown = states.find((state) => !PICKING_STATES.has(state));
  if (unknown !== undefined) return ok({ kind: 'ignored', reason: `picking-state-${unknown || 'empty'}` });
  const at = fromOdooTime(write_date);
  if (!at.ok) return err(permanent('unexpected-shape', at.error, '/write_date'));
  const lines = linesOf(moved);
  if (!lines.ok) return lines;
  const document = parseDocument('picking', {
    externalId: warehouse === '' ? String(orderId) : `${orderId}/${warehouse}`,
    orderReference: reference,
    ...(warehouse === '' ? {} : { location: warehouse }),
    state: overall(states),
    lines: lines.value,
    updatedAt: at.value,
  });
  return document.ok ? ok({ kind: 'documents', documents: [{ name: 'picking', document: document.value }] }) : document;
}

function overall(states: readonly string[]): 'waiting' | 'ready' | 'done' | 'cancelled' {
  const standing = states.map((state) => PICKING_STATES.get(state)).filter((state) => state !== 'cancelled');
  if (standing.length === 0) return 'cancelled';
  if (standing.every((state) => state === 'done')) return 'done';
  return standing.includes('ready') ? 'ready' : 'waiting';
}

function linesOf(moved: readonly Moved[]): Result<readonly Moved[], Fault> {
  const sums = new Map<string, number>();
  for (const [i, { sku, quantity }] of moved.entries()) {
    const units = wholeUnits(quantity);
    if (!units.ok) return err(permanent('unexpected-shape', units.error, `/moved/${i}/quantity`));
    sums.set(sku, (sums.get(sku) ?? 0) + units.value);
  }
  return ok([...sums].filter(([, quantity]) => quantity > 0).map(([sku, quantity]) => ({ sku, quantity })));
}
