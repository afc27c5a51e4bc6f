import type { Committed, OrderLine } from '../../core/order/index.ts';
import type { OrderChange } from '../../core/ports/index.ts';
import { column, type Executor } from '../database.ts';

type Row = { readonly line: string; readonly location: string; readonly committed: Committed };
type Gone = Omit<Row, 'committed'>;

/** What of each changed line is committed where; a row that fell to nothing is removed. */
export async function saveAllocations(db: Executor, orders: readonly OrderChange[]): Promise<void> {
  const kept: Row[] = [];
  const gone: Gone[] = [];
  for (const { before, after } of orders) {
    if (after.order.status === 'unplaced') continue;
    const known = before && before.order.status !== 'unplaced' ? before.order.lines : null;
    for (const line of after.order.lines.values()) compare(known?.get(line.id)?.at ?? NOWHERE, line, kept, gone);
  }
  await upsert(db, kept);
  await remove(db, gone);
}

const NOWHERE: OrderLine['at'] = new Map();

function compare(before: OrderLine['at'], line: OrderLine, kept: Row[], gone: Gone[]): void {
  if (before === line.at) return;
  for (const [location, committed] of line.at) {
    if (before.get(location) !== committed) kept.push({ line: line.id, location, committed });
  }
  for (const location of before.keys()) if (!line.at.has(location)) gone.push({ line: line.id, location });
}

async function upsert(db: Executor, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  await db.query({
    name: 'upsert-allocations',
    text: `
      insert into allocation (order_line_id, location_id, quantity, released, since)
      select * from unnest($1::uuid[], $2::uuid[], $3::integer[], $4::integer[], $5::timestamptz[])
      on conflict (order_line_id, location_id) do update
      set quantity = excluded.quantity, released = excluded.released, since = excluded.since`,
    values: [
      column(rows, (r) => r.line),
      column(rows, (r) => r.location),
      column(rows, (r) => r.committed.allocated + r.committed.released),
      column(rows, (r) => r.committed.released),
      column(rows, (r) => r.committed.since),
    ],
  });
}

async function remove(db: Executor, rows: readonly Gone[]): Promise<void> {
  if (rows.length === 0) return;
  await db.query({
    name: 'delete-allocations',
    text: `
      delete from allocation a using unnest($1::uuid[], $2::uuid[]) as row (line, location)
      where a.order_line_id = row.line and a.location_id = row.location`,
    values: [column(rows, (r) => r.line), column(rows, (r) => r.location)],
  });
}
