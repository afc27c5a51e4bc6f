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
      insert into stock_entry (product_id, location_id, kind, on_hand, reserved, allocated, reference)
      select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::integer[], $5::integer[], $6::integer[], $7::text[])`,
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
  await moveBalances(db, summed(entries));
}

type Movement = Pick<StockEntry, 'product' | 'location' | 'onHand' | 'reserved' | 'allocated'>;

/** One movement for each balance, in the order in which everybody locks balances. */
function summed(entries: readonly StockEntry[]): readonly Movement[] {
  const sums = new Map<string, Movement>();
  for (const { product, location, onHand, reserved, allocated } of entries) {
    const key = `${product} ${location}`;
    const before = sums.get(key);
    sums.set(key, {
      product,
      location,
      onHand: onHand + (before?.onHand ?? 0),
      reserved: reserved + (before?.reserved ?? 0),
      allocated: allocated + (before?.allocated ?? 0),
    });
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, movement]) => movement);
}

async function moveBalances(db: Executor, movements: readonly Movement[]): Promise<void> {
  const moved = await db.query<{ product_id: string; location_id: string }>({
    name: 'move-balances',
    text: MOVE,
    values: columnsOf(movements),
  });
  if (moved.rows.length === movements.length) return;
  const known = new Set(moved.rows.map((row) => `${row.product_id} ${row.location_id}`));
  const added = movements.filter(({ product, location }) => !known.has(`${product} ${location}`));
  await db.query({ name: 'add-balances', text: ADD, values: columnsOf(added) });
}

function columnsOf(movements: readonly Movement[]): string[] {
  return [
    column(movements, (m) => m.product),
    column(movements, (m) => m.location),
    column(movements, (m) => m.onHand),
    column(movements, (m) => m.reserved),
    column(movements, (m) => m.allocated),
  ];
}

const MOVED = `unnest($1::uuid[], $2::uuid[], $3::integer[], $4::integer[], $5::integer[])
        as d (product_id, location_id, on_hand, reserved, allocated)`;

const MOVE = `
      update stock_balance b
      set on_hand = b.on_hand + d.on_hand, reserved = b.reserved + d.reserved, allocated = b.allocated + d.allocated,
          updated_at = clock_timestamp()
      from ${MOVED} where b.product_id = d.product_id and b.location_id = d.location_id
      returning b.product_id, b.location_id`;

/** Balances that were not there; another transaction may have made one in the meantime. */
const ADD = `
      insert into stock_balance as b (product_id, location_id, on_hand, reserved, allocated)
      select d.* from ${MOVED}
      on conflict (product_id, location_id) do update
      set on_hand = b.on_hand + excluded.on_hand, reserved = b.reserved + excluded.reserved,
          allocated = b.allocated + excluded.allocated, updated_at = clock_timestamp()`;

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
