import { publishable, SELLS_STOCK, type SellingPolicy } from '../../core/inventory/index.ts';
import type { DeliveryTask } from '../../core/ports/index.ts';
import type { Executor } from '../database.ts';

/** The level of a product that a channel is to have at one of its places, and whether it has it already. */
export type Publication = {
  readonly sku: string;
  /** The product's key for stock at the channel. */
  readonly item: string | null;
  readonly quantity: number;
  readonly now: string;
  readonly isPublished: boolean;
  readonly ledgerId: string;
  readonly changedAt: string | null;
};

type Row = {
  readonly sku: string;
  readonly item: string | null;
  readonly now: string;
  readonly available: number;
  readonly owed: number;
  readonly selling: SellingPolicy['selling'] | null;
  readonly unit_limit: number | null;
  readonly lead_days: number | null;
  readonly available_on: string | null;
  readonly buffer: number | null;
  readonly cap: number | null;
  readonly published: number | null;
  readonly ledger_id: string;
  readonly changed_at: string | null;
  readonly is_sold_there: boolean | null;
};

/** `reference` of a stock delivery is "<location external id>/<product id>". */
export const locationOf = ({ reference, subject }: Pick<DeliveryTask, 'reference' | 'subject'>): string =>
  reference.slice(0, reference.length - subject.length - 1);

/** Works out what a channel is to be told; null when the product is gone. */
export async function publicationFor(db: Executor, task: DeliveryTask): Promise<Publication | null> {
  const { rows } = await db.query<Row>({
    name: 'stock-publication',
    text: TEXT,
    values: [task.subject, task.connection, locationOf(task), task.reference],
  });
  const row = rows[0];
  if (!row) return null;
  const { available, owed, buffer, cap } = row;
  const quantity = publishable({ available, owed, policy: policyOf(row), buffer: buffer ?? 0, cap });
  const isPublished = row.published === quantity && row.is_sold_there !== true;
  return { ...row, quantity, isPublished, ledgerId: row.ledger_id, changedAt: row.changed_at };
}

/** A selling policy from its row; a product without one is sold from stock alone. */
export function policyOf(row: Pick<Row, 'selling' | 'unit_limit' | 'lead_days' | 'available_on'>): SellingPolicy {
  const beyond = { limit: row.unit_limit, leadDays: row.lead_days };
  if (row.selling === 'backorder') return { selling: 'backorder', ...beyond };
  if (row.selling === 'preorder' && row.available_on !== null)
    return { selling: 'preorder', ...beyond, availableOn: row.available_on };
  return SELLS_STOCK;
}

/** Notes that a level is on its way: until it has landed it is not known what the channel has. */
export async function beginPublication(
  db: Executor,
  { connection, reference, subject }: DeliveryTask,
  { quantity, ledgerId, changedAt }: Publication,
): Promise<void> {
  await db.query({
    name: 'begin-publication',
    text: `
      insert into stock_publication (connection_id, reference, product_id, sent, ledger_id, changed_at)
      values ($1, $2, $3, $4, $5, $6)
      on conflict (connection_id, reference) do update
      set quantity = null, sent = excluded.sent, ledger_id = excluded.ledger_id, changed_at = excluded.changed_at`,
    values: [connection, reference, subject, quantity, ledgerId, changedAt],
  });
}

/** Notes that the level that was sent is there, and how long after the change. */
export async function endPublication(db: Executor, { connection, reference }: DeliveryTask): Promise<void> {
  await db.query({
    name: 'end-publication',
    text: `
      update stock_publication
      set quantity = sent, published_at = clock_timestamp(),
          lag_seconds = coalesce(extract(epoch from clock_timestamp() - changed_at), lag_seconds)
      where connection_id = $1 and reference = $2`,
    values: [connection, reference],
  });
}

/** Bundles that can be made of what is free, location by location: the fewest that any component allows. */
const BUNDLES = `(
  select sum(fewest) from (
    select min(coalesce(f.units, 0) / c.quantity) as fewest
    from place cross join bundle_component c
    left join free f on f.product_id = c.component_id and f.location_id = place.location_id
    where c.bundle_id = p.id group by place.location_id) made)`;

/**
 * Has every level told to a connection again, whatever landed there before. Answers how many products are told of; null
 * when there is no such connection.
 */
export async function republishStock(db: Executor, connection: string): Promise<number | null> {
  const { rows } = await db.query<{ known: boolean; told: number }>({
    name: 'republish-stock',
    text: `
      with channel as (select id from connection where name = $1 and state <> 'removed'),
      forgotten as (update stock_publication s set quantity = null from channel where s.connection_id = channel.id),
      told as (
        insert into outbox_message (topic, entity)
        select distinct 'stock.changed', unnest(array[b.product_id] || array(
          select bundle_id from bundle_component c where c.component_id = b.product_id))
        from channel join external_reference r on r.connection_id = channel.id and r.entity = 'location'
        join stock_balance b on b.location_id = r.internal_id
        returning 1)
      select exists (select from channel) as known, (select count(*) from told)::integer as told`,
    values: [connection],
  });
  return rows[0]?.known ? rows[0].told : null;
}

// Entries of one balance commit in the order of their ids, because whoever writes them holds its row; over several
// balances the smallest of the last ids is taken, so that an entry may be looked at twice but none is missed.
const TEXT = `
  with place as (
    select r.internal_id as location_id from external_reference r
    where r.connection_id = $2 and r.entity = 'location' and r.external_id = $3
  ), item as (
    select $1::uuid as product_id union all select component_id from bundle_component where bundle_id = $1
  ), last as (
    select coalesce(min(id), 0) as id from (
      select (select max(e.id) from stock_entry e
              where e.product_id = item.product_id and e.location_id = place.location_id) as id
      from place cross join item) ids
  ), known as (
    select quantity, ledger_id from stock_publication where connection_id = $2 and reference = $4
  ), since as (
    select min(e.at) as changed_at, bool_or(o.connection_id = $2) as is_sold_there
    from known cross join place cross join item
    join stock_entry e on e.product_id = item.product_id and e.location_id = place.location_id and e.id > known.ledger_id
    left join orders o on o.id = case when e.reference like 'order/%' then substr(e.reference, 7)::uuid end
  ), free as (
    select b.product_id, b.location_id,
           greatest(0, b.on_hand - b.reserved - b.allocated - coalesce(s.quantity, 0)) as units
    from place join stock_balance b on b.location_id = place.location_id
    left join safety_stock s on s.product_id = b.product_id and s.location_id = b.location_id
    where b.product_id in (select product_id from item)
  )
  select p.sku, clock_timestamp() as now,
         (select case when count(*) = 1 then min(r.external_id) end from external_reference r
          where r.connection_id = $2 and r.entity = 'stock-item' and r.internal_id = p.id) as item,
         coalesce(case when p.is_bundle then ${BUNDLES} else (select sum(units) from free where product_id = p.id) end, 0)::integer
           as available,
         coalesce((select sum(l.backordered) from order_line l where l.product_id = p.id and l.backordered > 0), 0)::integer
           as owed,
         y.selling, y.unit_limit, y.lead_days, y.available_on, c.cap,
         case when c.oversell_probability is null then c.buffer else greatest(c.buffer, coalesce(u.units, 0)) end as buffer,
         (select quantity from known) as published, (select id from last) as ledger_id, since.changed_at, since.is_sold_there
  from product p
  cross join since
  left join selling_policy y on y.product_id = p.id
  left join lateral (
    select buffer, cap, oversell_probability from channel_policy c
    where c.connection_id = $2 and (c.product_id = p.id or c.product_id is null)
    order by c.product_id nulls last limit 1) c on true
  left join channel_buffer u on u.connection_id = $2 and u.product_id = p.id
  where p.id = $1`;
