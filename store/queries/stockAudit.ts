import type pg from 'pg';
import type { StockAuditSummary, StockDifference } from '../../core/ports/index.ts';

const FETCH = 500;

/**
 * Compares balances with the sums of their ledger, with reservations, allocations and transfers, and places with theirs;
 * all on one snapshot, in one pass over each table. Differences arrive by a cursor, so any number of them is no burden.
 */
export async function stockAudit(
  pool: pg.Pool,
  onDifference: (difference: StockDifference) => void,
): Promise<StockAuditSummary> {
  const client = await pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const { rows } = await client.query<StockAuditSummary>(SUMMARY);
    await client.query(`declare difference no scroll cursor for ${DIFFERENCES}`);
    for (;;) {
      const { rows: found } = await client.query<StockDifference>(`fetch ${FETCH} from difference`);
      for (const difference of found) onDifference(difference);
      if (found.length < FETCH) break;
    }
    return rows[0] ?? { balances: 0, overPromised: 0 };
  } finally {
    await client.query('rollback').catch(() => undefined);
    client.release();
  }
}

const SUMMARY = `
  select count(*)::integer as balances,
         (count(*) filter (where reserved + allocated > greatest(on_hand, 0)))::integer as "overPromised"
  from stock_balance`;

const LEDGER = `
  select product_id, location_id, sum(on_hand) as on_hand, sum(reserved) as reserved, sum(allocated) as allocated,
         sum(picked) as picked, sum(damaged) as damaged, sum(quality) as quality, sum(in_transit) as in_transit
  from stock_entry group by 1, 2`;

const ALLOCATED = `
  select coalesce((part ->> 'product')::uuid, l.product_id) as product_id, a.location_id,
         sum(a.quantity * coalesce((part ->> 'quantity')::integer, 1)) as units
  from allocation a join order_line l on l.id = a.order_line_id left join jsonb_array_elements(l.components) part on true
  group by 1, 2`;

const IN_TRANSIT = `
  select l.product_id, t.to_location_id as location_id, sum(l.sent - l.received - l.damaged - l.lost) as units
  from stock_transfer_line l join stock_transfer t on t.id = l.transfer_id group by 1, 2`;

const PLACED = 'select product_id, location_id, sum(quantity) as units from stock_place group by 1, 2';

const BALANCES = `
  select product_id, location_id, d.measure, d.against, coalesce(d.balance, 0) as balance, coalesce(d.other, 0) as other
  from stock_balance b
  full join (${LEDGER}) e using (product_id, location_id)
  full join (select product_id, location_id, sum(quantity) as units from reservation where state = 'held' group by 1, 2) r
    using (product_id, location_id)
  full join (${ALLOCATED}) a using (product_id, location_id)
  full join (${IN_TRANSIT}) t using (product_id, location_id)
  left join (${PLACED}) p using (product_id, location_id)
  cross join lateral (values
    ('onHand', 'ledger', b.on_hand, e.on_hand), ('reserved', 'ledger', b.reserved, e.reserved),
    ('allocated', 'ledger', b.allocated, e.allocated), ('picked', 'ledger', b.picked, e.picked),
    ('damaged', 'ledger', b.damaged, e.damaged), ('quality', 'ledger', b.quality, e.quality),
    ('inTransit', 'ledger', b.in_transit, e.in_transit), ('reserved', 'reservations', b.reserved, r.units),
    ('allocated + picked', 'allocations', b.allocated + b.picked, a.units),
    ('inTransit', 'transfers', b.in_transit, t.units),
    ('placed', 'on-hand', greatest(p.units, b.on_hand), b.on_hand)) d (measure, against, balance, other)
  where coalesce(d.balance, 0) <> coalesce(d.other, 0) and (d.against <> 'on-hand' or p.units > 0)`;

const PLACES = `
  select product_id, location_id,
         'bin ' || coalesce((select code from bin where id = bin_id), '–')
           || ', lot ' || coalesce((select code from lot where id = lot_id), '–') as measure,
         'ledger' as against, sum(balance) as balance, sum(other) as other
  from (select product_id, location_id, bin_id, lot_id, quantity as balance, 0 as other from stock_place
        union all
        select product_id, location_id, bin_id, lot_id, 0, on_hand from stock_entry
        where bin_id is not null or lot_id is not null) s
  group by product_id, location_id, bin_id, lot_id having sum(balance) <> sum(other)`;

const DIFFERENCES = `
  select coalesce(p.sku, d.product_id::text) as sku, coalesce(l.code, d.location_id::text) as location, d.measure,
         d.against, d.balance::integer as balance, d.other::integer as other
  from (${BALANCES} union all ${PLACES}) d
  left join product p on p.id = d.product_id left join location l on l.id = d.location_id`;
