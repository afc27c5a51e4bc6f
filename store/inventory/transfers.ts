import type { TransferLine } from '../../core/inventory/index.ts';
import type { StoredTransfer, TransferChange, TransferLot, TransferLotMove } from '../../core/ports/index.ts';
import type { LocationId, ProductId } from '../../core/shared/ids.ts';
import { isUuid } from '../../core/shared/ids.ts';
import { column, type Executor } from '../database.ts';
import { saveStockEvents } from './events.ts';

/** Loads and locks a transfer; null when there is none. */
export async function loadTransfer(db: Executor, id: string): Promise<StoredTransfer | null> {
  type Row = {
    from_location_id: LocationId;
    to_location_id: LocationId;
    version: number;
    lines: readonly (TransferLine & { readonly product: ProductId })[];
  };
  if (!isUuid(id)) return null;
  const { rows } = await db.query<Row>({
    name: 'lock-transfer',
    text: `
      with locked as (select * from stock_transfer where id = $1 for update)
      select t.from_location_id, t.to_location_id, t.version,
             (select jsonb_agg(jsonb_build_object('product', l.product_id, 'quantity', l.quantity, 'sent', l.sent,
                'received', l.received, 'damaged', l.damaged, 'lost', l.lost, 'cancelled', l.cancelled) order by l.product_id)
              from stock_transfer_line l where l.transfer_id = t.id) as lines
      from locked t`,
    values: [id],
  });
  const row = rows[0];
  if (!row) return null;
  const lines = new Map(row.lines.map(({ product, ...line }) => [product, line]));
  const transfer = { status: 'opened', from: row.from_location_id, to: row.to_location_id, lines } as const;
  return { id, version: row.version, transfer };
}

/** Writes a transfer, its lines and its events. */
export async function saveTransfer(db: Executor, change: TransferChange): Promise<void> {
  const { id, version, after, events, expectedOn, note } = change;
  await db.query({
    name: 'save-transfer',
    text: `insert into stock_transfer (id, from_location_id, to_location_id, expected_on, note, version)
           values ($1, $2, $3, $4, $5, $6)
           on conflict (id) do update set version = excluded.version, updated_at = clock_timestamp()`,
    values: [id, after.from, after.to, expectedOn, note, version + events.length],
  });
  const lines = [...after.lines];
  await db.query({
    name: 'save-transfer-lines',
    text: `
      insert into stock_transfer_line (transfer_id, product_id, quantity, sent, received, damaged, lost, cancelled)
      select $1, * from unnest($2::uuid[], $3::integer[], $4::integer[], $5::integer[], $6::integer[], $7::integer[], $8::integer[])
      on conflict (transfer_id, product_id) do update
      set sent = excluded.sent, received = excluded.received, damaged = excluded.damaged, lost = excluded.lost,
          cancelled = excluded.cancelled`,
    values: [
      id,
      column(lines, ([product]) => product),
      column(lines, ([, line]) => line.quantity),
      column(lines, ([, line]) => line.sent),
      column(lines, ([, line]) => line.received),
      column(lines, ([, line]) => line.damaged),
      column(lines, ([, line]) => line.lost),
      column(lines, ([, line]) => line.cancelled),
    ],
  });
  await saveStockEvents(db, change);
}

/** What of its lots is under way, first expired first. */
export async function transferLots(db: Executor, transfer: string): Promise<readonly TransferLot[]> {
  const { rows } = await db.query<TransferLot>({
    name: 'transfer-lots',
    text: `select t.product_id as product, t.lot_id as lot, t.sent - t.received as quantity
           from stock_transfer_lot t join lot l on l.id = t.lot_id
           where t.transfer_id = $1 and t.sent > t.received
           order by l.expires_on nulls last, l.created_at, l.id`,
    values: [transfer],
  });
  return rows;
}

/** Adds what was sent and received of lots. */
export async function moveTransferLots(
  db: Executor,
  transfer: string,
  moves: readonly TransferLotMove[],
): Promise<void> {
  if (moves.length === 0) return;
  await db.query({
    name: 'move-transfer-lots',
    text: `
      insert into stock_transfer_lot as t (transfer_id, product_id, lot_id, sent, received)
      select $1::uuid, product_id, lot_id, sum(sent), sum(received)
      from unnest($2::uuid[], $3::uuid[], $4::integer[], $5::integer[]) as row (product_id, lot_id, sent, received)
      group by product_id, lot_id
      on conflict (transfer_id, product_id, lot_id) do update
      set sent = t.sent + excluded.sent, received = t.received + excluded.received`,
    values: [
      transfer,
      column(moves, (m) => m.product),
      column(moves, (m) => m.lot),
      column(moves, (m) => m.sent),
      column(moves, (m) => m.received),
    ],
  });
}
