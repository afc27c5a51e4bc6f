import type pg from 'pg';
import { PARTITIONS, PLAN_AHEAD_MS } from '../core/ports/index.ts';
import type { ConnectionId } from '../core/shared/ids.ts';
import { dueConnections } from './sql/deliveries.ts';

export type Backlog = {
  readonly partitions: readonly number[];
  readonly hasOutbox: boolean;
  readonly hasJobs: boolean;
  /** Labels wait for their carrier to be chosen. */
  readonly hasChoices: boolean;
  /** Orders that wait to be sourced together are about to be due. */
  readonly hasWindows: boolean;
  readonly connections: readonly ConnectionId[];
};

/** What rows say that there is to do, in a few index look-ups whatever the backlog's size. */
export async function backlog(pool: pg.Pool): Promise<Backlog> {
  const { rows } = await pool.query<{
    partitions: number[] | null;
    has_outbox: boolean;
    has_jobs: boolean;
    has_choices: boolean;
    has_windows: boolean;
  }>({
    name: 'backlog',
    text: `
      select exists (select from outbox_message) as has_outbox,
             exists (select from job_run
                     where state = 'queued' or (state = 'running' and leased_until < clock_timestamp())) as has_jobs,
             exists (select from carrier_choice where state = 'wanted' and not_before <= clock_timestamp()) as has_choices,
             exists (select from orders where source_by <= clock_timestamp() + $2 * interval '1 ms') as has_windows,
             (select array_agg(p) from generate_series(0, $1 - 1) p
              where exists (
                select from inbox_work w
                where w.partition = p and w.state = 'received'
                  and (w.not_before is null or w.not_before <= clock_timestamp()))) as partitions`,
    values: [PARTITIONS, PLAN_AHEAD_MS],
  });
  return {
    partitions: rows[0]?.partitions ?? [],
    hasOutbox: rows[0]?.has_outbox === true,
    hasJobs: rows[0]?.has_jobs === true,
    hasChoices: rows[0]?.has_choices === true,
    hasWindows: rows[0]?.has_windows === true,
    connections: await dueConnections(pool),
  };
}

/** Waiting messages are counted up to this many; more make no difference to anybody. */
const COUNTED = 2_000_000;

/**
 * Messages stored since the server's counters began, and how many wait now, in all and in the live lane. The counters are
 * a second or two behind, and begin again when the server crashes.
 */
export async function inboxLoad(pool: pg.Pool): Promise<{ stored: number; waiting: number; live: number }> {
  const { rows } = await pool.query<{ stored: string | null; waiting: string; live: string }>({
    name: 'inbox-load',
    text: `
      select pg_stat_get_tuples_inserted('inbox_work'::regclass) as stored, count(*) as waiting,
             count(*) filter (where lane = 0) as live
      from (select lane from inbox_work where state = 'received' limit $1) waiting`,
    values: [COUNTED],
  });
  return { stored: Number(rows[0]?.stored), waiting: Number(rows[0]?.waiting), live: Number(rows[0]?.live) };
}

/** Reservations whose time is over give their units back. Answers how many. */
export async function expireReservations(pool: pg.Pool): Promise<number> {
  const { rowCount } = await pool.query({
    name: 'expire-reservations',
    text: `
      with due as (
        select id, product_id, location_id, quantity from reservation
        where state = 'held' and expires_at <= clock_timestamp()
        order by product_id, location_id limit 500 for update skip locked
      ), expired as (
        update reservation r set state = 'expired' from due where r.id = due.id
        returning r.id, r.product_id, r.location_id, r.quantity
      ), entry as (
        insert into stock_entry (product_id, location_id, kind, on_hand, reserved, allocated, reference)
        select product_id, location_id, 'expire', 0, -quantity, 0, 'reservation/' || id from expired
      ), balance as (
        update stock_balance b set reserved = b.reserved - e.quantity, updated_at = clock_timestamp()
        from (select product_id, location_id, sum(quantity)::integer as quantity from expired group by 1, 2) e
        where b.product_id = e.product_id and b.location_id = e.location_id
      ), told as (
        insert into outbox_message (topic, entity, body)
        select distinct 'stock.changed', product_id, '{"rose": true}'::jsonb from expired
      )
      select id from expired`,
  });
  return rowCount ?? 0;
}
