import type { OrderLine } from '../../core/order/index.ts';
import type { OrderChange } from '../../core/ports/index.ts';
import type { OrderId } from '../../core/shared/ids.ts';
import { column, type Executor } from '../database.ts';

type LineRow = { readonly order: OrderId; readonly position: number; readonly line: OrderLine };

/** New lines and those whose ledger or product changed. */
export async function saveOrderLines(db: Executor, orders: readonly OrderChange[]): Promise<void> {
  const added: LineRow[] = [];
  const changed: LineRow[] = [];
  for (const change of orders) sortLines(change, added, changed);
  await insertLines(db, added);
  await updateLines(db, changed);
}

function sortLines({ id, before, after }: OrderChange, added: LineRow[], changed: LineRow[]): void {
  if (after.order.status === 'unplaced') return;
  const known = before && before.order.status !== 'unplaced' ? before.order.lines : null;
  let position = 0;
  for (const line of after.order.lines.values()) {
    const row = { order: id, position: position++, line };
    const earlier = known?.get(line.id);
    if (!earlier) added.push(row);
    else if (earlier.ledger !== line.ledger || earlier.product !== line.product) changed.push(row);
  }
}

async function insertLines(db: Executor, rows: readonly LineRow[]): Promise<void> {
  if (rows.length === 0) return;
  await db.query({
    name: 'insert-order-lines',
    text: `
      insert into order_line (id, order_id, position, external_id, sku, product_id, requires_shipping,
                              open, backordered, allocated, released, shipped, cancelled, received)
      select * from unnest($1::uuid[], $2::uuid[], $3::integer[], $4::text[], $5::text[], $6::uuid[], $7::boolean[],
                           $8::integer[], $9::integer[], $10::integer[], $11::integer[], $12::integer[], $13::integer[],
                           $14::integer[])`,
    values: [
      column(rows, (r) => r.line.id),
      column(rows, (r) => r.order),
      column(rows, (r) => r.position),
      column(rows, (r) => r.line.externalId),
      column(rows, (r) => r.line.sku),
      column(rows, (r) => r.line.product),
      column(rows, (r) => r.line.requiresShipping),
      ...ledgerColumns(rows),
    ],
  });
  const bundles = rows.filter(({ line }) => line.components);
  if (bundles.length > 0) await saveComponents(db, bundles);
}

async function saveComponents(db: Executor, rows: readonly LineRow[]): Promise<void> {
  await db.query({
    name: 'save-line-components',
    text: `update order_line l set components = row.components::jsonb
           from unnest($1::uuid[], $2::text[]) as row (id, components) where l.id = row.id`,
    values: [column(rows, (r) => r.line.id), column(rows, (r) => JSON.stringify(r.line.components))],
  });
}

async function updateLines(db: Executor, rows: readonly LineRow[]): Promise<void> {
  if (rows.length === 0) return;
  await db.query({
    name: 'update-order-lines',
    text: `
      update order_line l
      set product_id = row.product_id, open = row.open, backordered = row.backordered, allocated = row.allocated,
          released = row.released, shipped = row.shipped, cancelled = row.cancelled, received = row.received
      from unnest($1::uuid[], $2::uuid[], $3::integer[], $4::integer[], $5::integer[], $6::integer[], $7::integer[],
                  $8::integer[], $9::integer[])
        as row (id, product_id, open, backordered, allocated, released, shipped, cancelled, received)
      where l.id = row.id`,
    values: [column(rows, (r) => r.line.id), column(rows, (r) => r.line.product), ...ledgerColumns(rows)],
  });
}

function ledgerColumns(rows: readonly LineRow[]): string[] {
  return [
    column(rows, (r) => r.line.ledger.open),
    column(rows, (r) => r.line.ledger.backordered),
    column(rows, (r) => r.line.ledger.allocated),
    column(rows, (r) => r.line.ledger.released),
    column(rows, (r) => r.line.ledger.shipped),
    column(rows, (r) => r.line.ledger.cancelled),
    column(rows, (r) => r.line.ledger.received),
  ];
}
