import type { StockEntry } from '../../core/inventory/index.ts';
import type { StockVersion } from '../../core/ports/index.ts';
import { column, type Executor } from '../database.ts';
import { saveDetailedEntries } from './saveStockDetails.ts';

/** Ledger entries, and the balances that they sum to; both in one transaction or not at all. */
export async function saveStock(db: Executor, entries: readonly StockEntry[]): Promise<void> {
  if (entries.length === 0) return;
  if (entries.some(({ detail }) => detail !== undefined)) return saveDetailedEntries(db, entries);
  await db.query({
    name: 'insert-stock-entries',
    text: `
      with entry as (
        insert into stock_entry (product_id, location_id, kind, on_hand, reserved, allocated, reference)
        select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::integer[], $5::integer[], $6::integer[], $7::text[])
        returning product_id, location_id, on_hand, reserved, allocated
      ), delta as (
        select product_id, location_id, sum(on_hand) as on_hand, sum(reserved) as reserved, sum(allocated) as allocated
        from entry group by product_id, location_id
      ), updated as (
        update stock_balance b
        set on_hand = b.on_hand + d.on_hand, reserved = b.reserved + d.reserved, allocated = b.allocated + d.allocated,
            updated_at = clock_timestamp()
        from delta d where b.product_id = d.product_id and b.location_id = d.location_id
        returning b.product_id, b.location_id
      )
      insert into stock_balance as b (product_id, location_id, on_hand, reserved, allocated)
      select d.* from delta d
      where not exists (select from updated u where u.product_id = d.product_id and u.location_id = d.location_id)
      on conflict (product_id, location_id) do update
      set on_hand = b.on_hand + excluded.on_hand, reserved = b.reserved + excluded.reserved,
          allocated = b.allocated + excluded.allocated, updated_at = clock_timestamp()`,
    values: [
      column(entries, (e) => e.product),
      column(entries, (e) => e.location),
      column(entries, (e) => e.kind),
      column(entries, (e) => e.onHand),
      column(entries, (e) => e.reserved),
      column(entries, (e) => e.allocated),
      column(entries, (e) => e.reference),
    ],
  });
}

/** The source's version of each level that it reported. */
export async function saveStockVersions(db: Executor, versions: readonly StockVersion[]): Promise<void> {
  if (versions.length === 0) return;
  const latest = [...new Map(versions.map((v) => [`${v.product} ${v.location}`, v])).values()];
  await db.query({
    name: 'save-stock-versions',
    text: `
      insert into stock_balance (product_id, location_id, source_version)
      select * from unnest($1::uuid[], $2::uuid[], $3::timestamptz[])
      on conflict (product_id, location_id) do update set source_version = excluded.source_version`,
    values: [
      column(latest, (v) => v.product),
      column(latest, (v) => v.location),
      column(latest, (v) => v.sourceVersion),
    ],
  });
}
