import type pg from 'pg';
import { oversellBuffer } from '../../core/inventory/index.ts';
import { column } from '../database.ts';

type Row = {
  readonly connection_id: string;
  readonly product_id: string;
  readonly sales_per_hour: number;
  readonly lag_seconds: number;
  readonly oversell_probability: number;
};

const WINDOW_HOURS = 24;
/** The lag of a channel where nothing has landed yet. */
const UNMEASURED_LAG_SECONDS = 60;

/**
 * Computes the buffers of channels that have them computed, from the lag that was measured there (95th percentile of the
 * last landings) and from what the other channels sold in a day; and has the levels told that change by it. Answers how
 * many buffers changed.
 */
export async function refreshChannelBuffers(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<Row>({
    name: 'buffer-inputs',
    text: INPUTS,
    values: [WINDOW_HOURS, UNMEASURED_LAG_SECONDS],
  });
  if (rows.length === 0) return 0;
  const units = rows.map((row) =>
    oversellBuffer({
      salesPerHour: row.sales_per_hour,
      lagSeconds: row.lag_seconds,
      oversellProbability: row.oversell_probability,
    }),
  );
  const { rowCount } = await pool.query({
    name: 'save-buffers',
    text: SAVE,
    values: [
      column(rows, (r) => r.connection_id),
      column(rows, (r) => r.product_id),
      column(units, (n) => n),
      column(rows, (r) => r.sales_per_hour),
      column(rows, (r) => r.lag_seconds),
    ],
  });
  return rowCount ?? 0;
}

// Ids of orders ascend with time, so the window is a range of the primary key.
const INPUTS = `
  with computed as (
    select distinct on (s.connection_id, s.product_id) s.connection_id, s.product_id, c.oversell_probability
    from stock_publication s
    join channel_policy c on c.connection_id = s.connection_id and (c.product_id = s.product_id or c.product_id is null)
    order by s.connection_id, s.product_id, c.product_id nulls last
  ), lag as (
    select connection_id, percentile_cont(0.95) within group (order by lag_seconds) as seconds
    from stock_publication where lag_seconds is not null and published_at > now() - interval '7 days' group by 1
  ), sold as (
    select l.product_id, o.connection_id, sum(l.open + l.backordered + l.allocated + l.released + l.shipped) as units
    from orders o join order_line l on l.order_id = o.id
    where exists (select from computed where oversell_probability is not null)
      and o.id >= (lpad(to_hex((extract(epoch from now() - $1::integer * interval '1 hour') * 1000)::bigint), 12, '0')
                   || rpad('', 20, '0'))::uuid
      and o.kind = 'sales'
    group by 1, 2
  )
  select c.connection_id, c.product_id, c.oversell_probability,
         coalesce((select sum(s.units) from sold s
                   where s.product_id = c.product_id and s.connection_id <> c.connection_id), 0)::float8
           / $1::integer as sales_per_hour,
         coalesce(lag.seconds, $2::integer)::float8 as lag_seconds
  from computed c left join lag using (connection_id)
  where c.oversell_probability is not null`;

const SAVE = `
  with saved as (
    insert into channel_buffer as b (connection_id, product_id, units, sales_per_hour, lag_seconds)
    select * from unnest($1::uuid[], $2::uuid[], $3::integer[], $4::float8[], $5::float8[])
    on conflict (connection_id, product_id) do update
    set units = excluded.units, sales_per_hour = excluded.sales_per_hour, lag_seconds = excluded.lag_seconds,
        computed_at = clock_timestamp()
    where b.units <> excluded.units
    returning product_id
  )
  insert into outbox_message (topic, entity) select distinct 'stock.changed', product_id from saved`;
