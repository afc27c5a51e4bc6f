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

type Row = {
  readonly id: string;
  readonly product_id: string;
  readonly location_id: string;
  readonly quantity: number;
  readonly holder: string;
  readonly expires_at: string;
};

const reservationOf = (row: Row): ReservationRow => ({
  id: row.id,
  product: row.product_id as ProductId,
  location: row.location_id as LocationId,
  quantity: row.quantity,
  holder: row.holder,
  expiresAt: instantFrom(row.expires_at),
});

/** What these holders still hold; locked, so that it does not expire meanwhile. */
export async function reservationsOf(db: Executor, holders: readonly string[]): Promise<readonly ReservationRow[]> {
  const { rows } = await db.query<Row>({
    name: 'reservations-of',
    text: `select id, product_id, location_id, quantity, holder, expires_at from reservation
           where holder = any($1::text[]) and state = 'held' order by id for update`,
    values: [holders],
  });
  return rows.map(reservationOf);
}

/** Gives holds up that are still there, and answers them: a hold ends once. */
export async function endReservations(db: Executor, ids: readonly string[]): Promise<readonly ReservationRow[]> {
  const { rows } = await db.query<Row>({
    name: 'end-reservations',
    text: `update reservation set state = 'released' where id = any($1::uuid[]) and state = 'held'
           returning id, product_id, location_id, quantity, holder, expires_at`,
    values: [ids.filter(isUuid)],
  });
  return rows.map(reservationOf);
}

/** Marks holds, which are locked, as units of an order. */
export async function useReservations(db: Executor, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db.query({
    name: 'use-reservations',
    text: `update reservation set state = 'used' where id = any($1::uuid[])`,
    values: [ids],
  });
}
