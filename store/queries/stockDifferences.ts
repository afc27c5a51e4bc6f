import type pg from 'pg';

/** On hand, reserved, allocated. */
type Units = readonly [onHand: number, reserved: number, allocated: number];

export type StockDifference = {
  readonly sku: string;
  readonly location: string;
  readonly balance: Units;
  readonly ledger: Units;
};

/** Balances that are not the sum of their ledger entries, and how many were compared. None is ever right. */
export async function stockDifferences(
  pool: pg.Pool,
): Promise<{ readonly balances: number; readonly differences: readonly StockDifference[] }> {
  const { rows } = await pool.query<{ balances: number; differences: readonly StockDifference[] }>(TEXT);
  return rows[0] ?? { balances: 0, differences: [] };
}

const TEXT = `
  with compared as (
    select coalesce(b.product_id, e.product_id) as product_id, coalesce(b.location_id, e.location_id) as location_id,
           array[coalesce(b.on_hand, 0), coalesce(b.reserved, 0), coalesce(b.allocated, 0)]::bigint[] as balance,
           array[coalesce(e.on_hand, 0), coalesce(e.reserved, 0), coalesce(e.allocated, 0)]::bigint[] as ledger
    from stock_balance b
    full join (select product_id, location_id, sum(on_hand)::bigint as on_hand, sum(reserved)::bigint as reserved,
                      sum(allocated)::bigint as allocated
               from stock_entry group by 1, 2) e using (product_id, location_id))
  select count(*)::integer as balances,
         coalesce(jsonb_agg(jsonb_build_object('sku', p.sku, 'location', l.code, 'balance', c.balance, 'ledger', c.ledger))
                  filter (where c.balance <> c.ledger), '[]') as differences
  from compared c left join product p on p.id = c.product_id left join location l on l.id = c.location_id`;
