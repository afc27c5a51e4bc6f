import { type CountKey, type CountLine, countKey, type OpenedCount } from '../../core/inventory/index.ts';
import type { CountChange, StoredCount } from '../../core/ports/index.ts';
import type { Instant, LocationId } from '../../core/shared/ids.ts';
import { isUuid } from '../../core/shared/ids.ts';
import { column, type Executor } from '../database.ts';
import { saveStockEvents } from './events.ts';

type LineJson = CountKey & {
  readonly snapshot: number;
  readonly quantity: number | null;
  readonly book: number;
  readonly at: Instant;
  readonly by: string;
};

/** Loads and locks a count; null when there is none. */
export async function loadCount(db: Executor, id: string): Promise<StoredCount | null> {
  type Row = Pick<OpenedCount, 'status' | 'kind'> & {
    location_id: LocationId;
    version: number;
    lines: readonly LineJson[];
  };
  if (!isUuid(id)) return null;
  const { rows } = await db.query<Row>({
    name: 'lock-count',
    text: `
      with locked as (select * from stock_count where id = $1 for update)
      select c.location_id, c.kind, c.status, c.version,
             (select jsonb_agg(jsonb_build_object('product', l.product_id, 'bin', l.bin_id, 'lot', l.lot_id,
                'snapshot', l.snapshot, 'quantity', l.counted, 'book', l.book, 'by', l.counted_by,
                'at', to_char(l.counted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
                order by l.product_id, l.bin_id, l.lot_id)
              from stock_count_line l where l.count_id = c.id) as lines
      from locked c`,
    values: [id],
  });
  const row = rows[0];
  if (!row) return null;
  const lines = new Map(row.lines.map((line) => [countKey(line), lineOf(line)]));
  const { kind, status } = row;
  return { id, version: row.version, count: { status, kind, location: row.location_id, lines } };
}

function lineOf({ product, bin, lot, snapshot, quantity, book, at, by }: LineJson): CountLine {
  return { product, bin, lot, snapshot, counted: quantity === null ? null : { quantity, book, at, by } };
}

/** Writes a count, its lines and its events. */
export async function saveCount(db: Executor, change: CountChange): Promise<void> {
  const { id, version, after, events, note } = change;
  await db.query({
    name: 'save-count',
    text: `insert into stock_count (id, location_id, kind, status, note, version) values ($1, $2, $3, $4, $5, $6)
           on conflict (id) do update
           set status = excluded.status, version = excluded.version, updated_at = clock_timestamp()`,
    values: [id, after.location, after.kind, after.status, note, version + events.length],
  });
  if (events.some(({ type }) => type === 'CountOpened' || type === 'CountRecorded')) {
    await saveLines(db, id, [...after.lines.values()]);
  }
  await saveStockEvents(db, change);
}

async function saveLines(db: Executor, id: string, lines: readonly CountLine[]): Promise<void> {
  await db.query({
    name: 'save-count-lines',
    text: `
      insert into stock_count_line (count_id, product_id, bin_id, lot_id, snapshot, counted, book, counted_at, counted_by)
      select $1, * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::integer[], $6::integer[], $7::integer[],
                               $8::timestamptz[], $9::text[])
      on conflict (count_id, product_id, bin_id, lot_id) do update
      set counted = excluded.counted, book = excluded.book, counted_at = excluded.counted_at,
          counted_by = excluded.counted_by`,
    values: [
      id,
      column(lines, (l) => l.product),
      column(lines, (l) => l.bin),
      column(lines, (l) => l.lot),
      column(lines, (l) => l.snapshot),
      column(lines, (l) => l.counted?.quantity ?? null),
      column(lines, (l) => l.counted?.book ?? null),
      column(lines, (l) => l.counted?.at ?? null),
      column(lines, (l) => l.counted?.by ?? null),
    ],
  });
}

/**
 * Units on hand of each key as the ledger had them at an instant: what is there now, without what moved since. The
 * unplaced units of a balance are those that no place holds.
 */
export async function booksAt(
  db: Executor,
  location: LocationId,
  keys: readonly CountKey[],
  at: Instant | null,
): Promise<readonly number[]> {
  const { rows } = await db.query<{ book: number }>({
    name: 'books-at',
    text: `
      select (case when k.bin is null and k.lot is null
                then coalesce((select b.on_hand from stock_balance b where b.product_id = k.product and b.location_id = $1), 0)
                     - coalesce((select sum(p.quantity) from stock_place p
                                 where p.product_id = k.product and p.location_id = $1), 0)
                else coalesce((select p.quantity from stock_place p
                               where p.product_id = k.product and p.location_id = $1
                                 and p.bin_id is not distinct from k.bin and p.lot_id is not distinct from k.lot), 0)
              end
              - coalesce((select sum(e.on_hand) from stock_entry e
                          where e.product_id = k.product and e.location_id = $1 and e.at > coalesce($5::timestamptz, 'infinity')
                            and e.bin_id is not distinct from k.bin and e.lot_id is not distinct from k.lot), 0))::integer as book
      from unnest($2::uuid[], $3::uuid[], $4::uuid[]) with ordinality as k (product, bin, lot, position)
      order by k.position`,
    values: [location, column(keys, (k) => k.product), column(keys, (k) => k.bin), column(keys, (k) => k.lot), at],
  });
  return rows.map(({ book }) => book);
}
