import type { OrderLine } from '../../core/order/index.ts';
import type { OrderChange } from '../../core/ports/index.ts';
import { column, type Executor } from '../database.ts';

type Row = { readonly line: string; readonly location: string; readonly quantity: number };

/** What of each changed line is committed where; a row that fell to nothing is removed. */
export async function saveAllocations(db: Executor, orders: readonly OrderChange[]): Promise<void> {
  const kept: Row[] = [];
  const gone: Row[] = [];
  for (const { before, after } of orders) {
    if (after.order.status === 'unplaced') continue;
    const known = before && before.order.status !== 'unplaced' ? before.order.lines : null;
    for (const line of after.order.lines.values()) compare(known?.get(line.id)?.at ?? NOWHERE, line, kept, gone);
  }
  await upsert(db, kept);
  await remove(db, gone);
}

const NOWHERE: OrderLine['at'] = new Map();

function compare(before: OrderLine['at'], line: OrderLine, kept: Row[], gone: Row[]): void {
  if (before === line.at) return;
  for (const [location, quantity] of line.at) {
    if (before.get(location) !== quantity) kept.push({ line: line.id, location, quantity });
  }
  for (const location of before.keys()) if (!line.at.has(location)) gone.push({ line: line.id, location, quantity: 0 });
}

async function upsert(db: Executor, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  await db.query({
    name: 'upsert-allocations',
    text: `
      insert into allocation (order_line_id, location_id, quantity)
      select * from unnest($1::uuid[], $2::uuid[], $3::integer[])
      on conflict (order_line_id, location_id) do update set quantity = excluded.quantity`,
    values: [column(rows, (r) => r.line), column(rows, (r) => r.location), column(rows, (r) => r.quantity)],
  });
}

async function remove(db: Executor, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  await db.query({
    name: 'delete-allocations',
    text: `
      delete from allocation a using unnest($1::uuid[], $2::uuid[]) as row (line, location)
      where a.order_line_id = row.line and a.location_id = row.location`,
    values: [column(rows, (r) => r.line), column(rows, (r) => r.location)],
  });
}
