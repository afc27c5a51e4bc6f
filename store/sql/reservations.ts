import type { ReservationRow } from '../../core/ports/index.ts';
import type { LocationId, ProductId } from '../../core/shared/ids.ts';
import { isUuid } from '../../core/shared/ids.ts';
import { column, type Executor } from '../database.ts';
import { instantFrom } from '../instant.ts';

/** New holds; their ledger entries are saved beside them. */
export async function insertReservations(db: Executor, rows: readonly ReservationRow[]): Promise<void> {
  if (rows.length === 0) return;
  await db.query({
    name: 'insert-reservations',
    text: `
      insert into reservation (id, product_id, location_id, quantity, holder, expires_at)
      select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::integer[], $5::text[], $6::timestamptz[])`,
    values: [
      column(rows, (r) => r.id),
      column(rows, (r) => r.product),
      column(rows, (r) => r.location),
      column(rows, (r) => r.quantity),
      column(rows, (r) => r.holder),
      column(rows, (r) => r.expiresAt),
    ],
  });
}

/** Ends holds that are still there, and answers them: a hold ends once. */
export async function endReservations(
  db: Executor,
  ids: readonly string[],
  as: 'released' | 'used',
): Promise<readonly ReservationRow[]> {
  type Row = {
    id: string;
    product_id: string;
    location_id: string;
    quantity: number;
    holder: string;
    expires_at: string;
  };
  const { rows } = await db.query<Row>({
    name: 'end-reservations',
    text: `update reservation set state = $2 where id = any($1::uuid[]) and state = 'held'
           returning id, product_id, location_id, quantity, holder, expires_at`,
    values: [ids.filter(isUuid), as],
  });
  return rows.map((row) => ({
    id: row.id,
    product: row.product_id as ProductId,
    location: row.location_id as LocationId,
    quantity: row.quantity,
    holder: row.holder,
    expiresAt: instantFrom(row.expires_at),
  }));
}
