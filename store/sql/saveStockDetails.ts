import type { EntryDetail, StockEntry } from '../../core/inventory/index.ts';
import { column, type Executor } from '../database.ts';

type DetailedEntry = StockEntry & { readonly detail: EntryDetail };

const NO_DETAIL: EntryDetail = {
  picked: 0,
  damaged: 0,
  quality: 0,
  inTransit: 0,
  place: null,
  reason: null,
  actor: null,
  unitCostMinor: null,
};

/**
 * Ledger entries of which some say more than an ordinary order's: states, place, reason, cost. With their balances, and
 * the units of the places they name. All entries of a transaction go together, because only together they keep balances
 * above zero.
 */
export async function saveDetailedEntries(db: Executor, all: readonly StockEntry[]): Promise<void> {
  const entries = all.map((entry) => ({ ...entry, detail: entry.detail ?? NO_DETAIL }));
  await db.query({ name: 'insert-stock-details', text: ENTRIES, values: columnsOf(entries) });
  const placed = entries.filter(({ onHand, detail }) => onHand !== 0 && isPlace(detail));
  if (placed.length > 0) await savePlaces(db, placed);
}

const isPlace = ({ place }: EntryDetail): boolean => place !== null && (place.bin !== null || place.lot !== null);

function columnsOf(entries: readonly DetailedEntry[]): string[] {
  return [
    column(entries, (e) => e.product),
    column(entries, (e) => e.location),
    column(entries, (e) => e.kind),
    column(entries, (e) => e.onHand),
    column(entries, (e) => e.reserved),
    column(entries, (e) => e.allocated),
    column(entries, (e) => e.reference),
    column(entries, (e) => e.detail.picked),
    column(entries, (e) => e.detail.damaged),
    column(entries, (e) => e.detail.quality),
    column(entries, (e) => e.detail.inTransit),
    column(entries, (e) => e.detail.place?.bin ?? null),
    column(entries, (e) => e.detail.place?.lot ?? null),
    column(entries, (e) => e.detail.reason),
    column(entries, (e) => e.detail.actor),
    column(entries, (e) => e.detail.unitCostMinor),
  ];
}

const ENTRIES = `
  with entry as (
    insert into stock_entry (product_id, location_id, kind, on_hand, reserved, allocated, reference, picked, damaged,
                             quality, in_transit, bin_id, lot_id, reason, actor, unit_cost_minor)
    select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::integer[], $5::integer[], $6::integer[], $7::text[],
                         $8::integer[], $9::integer[], $10::integer[], $11::integer[], $12::uuid[], $13::uuid[],
                         $14::text[], $15::text[], $16::bigint[])
    returning product_id, location_id, on_hand, reserved, allocated, picked, damaged, quality, in_transit, bin_id, lot_id
  ), delta as (
    select product_id, location_id, sum(on_hand)::integer as on_hand, sum(reserved)::integer as reserved,
           sum(allocated)::integer as allocated, sum(picked)::integer as picked, sum(damaged)::integer as damaged,
           sum(quality)::integer as quality, sum(in_transit)::integer as in_transit,
           bool_or(bin_id is not null or lot_id is not null) as is_placed
    from entry group by product_id, location_id
  ), updated as (
    update stock_balance b
    set on_hand = b.on_hand + d.on_hand, reserved = b.reserved + d.reserved, allocated = b.allocated + d.allocated,
        picked = b.picked + d.picked, damaged = b.damaged + d.damaged, quality = b.quality + d.quality,
        in_transit = b.in_transit + d.in_transit, is_placed = b.is_placed or d.is_placed, updated_at = clock_timestamp()
    from delta d where b.product_id = d.product_id and b.location_id = d.location_id
    returning b.product_id, b.location_id
  )
  insert into stock_balance as b (product_id, location_id, on_hand, reserved, allocated, picked, damaged, quality,
                                  in_transit, is_placed)
  select d.* from delta d
  where not exists (select from updated u where u.product_id = d.product_id and u.location_id = d.location_id)
  on conflict (product_id, location_id) do update
  set on_hand = b.on_hand + excluded.on_hand, reserved = b.reserved + excluded.reserved,
      allocated = b.allocated + excluded.allocated, picked = b.picked + excluded.picked,
      damaged = b.damaged + excluded.damaged, quality = b.quality + excluded.quality,
      in_transit = b.in_transit + excluded.in_transit, is_placed = b.is_placed or excluded.is_placed,
      updated_at = clock_timestamp()`;

/** The balance rows of these entries are locked, so nobody else changes their places meanwhile. */
async function savePlaces(db: Executor, entries: readonly DetailedEntry[]): Promise<void> {
  const units = new Map<string, { readonly entry: DetailedEntry; quantity: number }>();
  for (const entry of entries) {
    const { place } = entry.detail;
    const key = `${entry.product} ${entry.location} ${place?.bin} ${place?.lot}`;
    const known = units.get(key);
    if (known) known.quantity += entry.onHand;
    else units.set(key, { entry, quantity: entry.onHand });
  }
  const rows = [...units.values()];
  // Updated before inserted: a negative quantity of a new row would fail its check before the conflict is seen.
  await db.query({
    name: 'save-stock-places',
    text: `
      with delta as (
        select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::integer[])
          as row (product_id, location_id, bin_id, lot_id, quantity)
      ), updated as (
        update stock_place p set quantity = p.quantity + d.quantity
        from delta d
        where p.product_id = d.product_id and p.location_id = d.location_id
          and p.bin_id is not distinct from d.bin_id and p.lot_id is not distinct from d.lot_id
        returning p.product_id, p.location_id, p.bin_id, p.lot_id
      )
      insert into stock_place (product_id, location_id, bin_id, lot_id, quantity)
      select d.* from delta d
      where not exists (
        select from updated u
        where u.product_id = d.product_id and u.location_id = d.location_id
          and u.bin_id is not distinct from d.bin_id and u.lot_id is not distinct from d.lot_id)`,
    values: [
      column(rows, (r) => r.entry.product),
      column(rows, (r) => r.entry.location),
      column(rows, (r) => r.entry.detail.place?.bin ?? null),
      column(rows, (r) => r.entry.detail.place?.lot ?? null),
      column(rows, (r) => r.quantity),
    ],
  });
}
