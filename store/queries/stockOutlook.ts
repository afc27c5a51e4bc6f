import type pg from 'pg';
import type { StockOutlook, WaitingLine } from '../../core/ports/index.ts';
import { policyOf } from '../inventory/publications.ts';

type Row = {
  readonly sku: string;
  readonly locations: StockOutlook['locations'] | null;
  readonly supply: StockOutlook['supply'] | null;
  readonly owed: number;
} & Parameters<typeof policyOf>[0];

/** Where the stock of a product stands and what is to come; null when there is no such SKU. */
export async function stockOutlook(pool: pg.Pool, sku: string): Promise<StockOutlook | null> {
  const { rows } = await pool.query<Row>({ name: 'stock-outlook', text: OUTLOOK, values: [sku] });
  const row = rows[0];
  if (!row) return null;
  return { sku, locations: row.locations ?? [], supply: row.supply ?? [], owed: row.owed, policy: policyOf(row) };
}

/** Open lines that wait for stock, in the order in which they are served. */
export async function waitingLines(pool: pg.Pool, sku: string | null, limit: number): Promise<readonly WaitingLine[]> {
  const { rows } = await pool.query<WaitingLine>({ name: 'waiting-lines', text: WAITING, values: [sku, limit] });
  return rows;
}

// Units in transit, or of a purchase or production order, are supply of the day on which they are to come; without a day
// they are promised to nobody. An order that does not say where its goods come in is for the first location.
const OUTLOOK = `
  with product as (select id, sku, is_bundle from product where sku = $1),
  item as (
    select p.id as product_id, 1 as quantity from product p where not p.is_bundle
    union all select c.component_id, c.quantity from product p join bundle_component c on c.bundle_id = p.id
  ), free as (
    select b.location_id, i.product_id, i.quantity,
           greatest(0, b.on_hand - b.reserved - b.allocated) as units, coalesce(s.quantity, 0) as safety
    from item i join stock_balance b using (product_id)
    left join safety_stock s on s.product_id = b.product_id and s.location_id = b.location_id
  ), here as (
    select location_id, min(units / quantity) as available, max((safety + quantity - 1) / quantity) as safety
    from free group by location_id having count(*) = (select count(*) from item)
  ), supply as (
    select s.location_id, s.due_on, s.quantity - s.received as units, s.reference
    from item i join incoming_supply s using (product_id) join product p on not p.is_bundle
    where s.received < s.quantity and not s.is_cancelled
    union all
    select t.to_location_id, t.expected_on, l.sent - l.received - l.damaged - l.lost, 'transfer/' || t.id
    from item i join stock_transfer_line l using (product_id) join stock_transfer t on t.id = l.transfer_id
    join product p on not p.is_bundle
    where l.sent > l.received + l.damaged + l.lost and t.expected_on is not null
    union all
    select coalesce((select id from location where code = o.document ->> 'collectAt'),
                    (select id from location where is_active order by priority, code limit 1)),
           (o.promised_at at time zone 'UTC')::date, l.open, 'order/' || o.reference
    from item i join order_line l on l.product_id = i.product_id and l.open > 0
    join orders o on o.id = l.order_id and o.kind <> 'sales' and o.state = 'open' and o.promised_at is not null
    join product p on not p.is_bundle
  )
  select p.sku, y.selling, y.unit_limit, y.lead_days, y.available_on,
         (select jsonb_agg(jsonb_build_object('location', l.code, 'available', h.available, 'safetyStock', h.safety) order by l.code)
          from here h join location l on l.id = h.location_id where l.is_active) as locations,
         (select jsonb_agg(jsonb_build_object('on', s.due_on, 'quantity', s.units, 'location', l.code, 'reference', s.reference)
                           order by s.due_on, l.code)
          from supply s join location l on l.id = s.location_id) as supply,
         coalesce((select sum(o.backordered) from order_line o where o.product_id = p.id and o.backordered > 0), 0)::integer as owed
  from product p left join selling_policy y on y.product_id = p.id`;

const WAITING = `
  select l.id, l.order_id as "orderId", o.number as "orderNumber", o.reference as "orderReference", p.sku, l.backordered as quantity,
         to_char(o.placed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "placedAt"
  from order_line l join orders o on o.id = l.order_id join product p on p.id = l.product_id
  where l.backordered > 0 and o.state = 'open' and ($1::text is null or p.sku = $1)
  order by p.sku, o.placed_at, o.id, l.position limit $2`;
