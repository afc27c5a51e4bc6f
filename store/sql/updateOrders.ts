import type { OrderChange } from '../../core/ports/index.ts';
import { column, type Executor, jsonColumn } from '../database.ts';
import { holdsOf } from './insertOrders.ts';

/** Changed orders. The version guard makes a lost update impossible even if a lock were forgotten. */
export async function updateOrders(db: Executor, orders: readonly OrderChange[]): Promise<void> {
  if (orders.length === 0) return;
  const { rowCount } = await db.query({
    name: 'update-orders',
    text: `
      update orders o
      set source_version = row.source_version, state = row.state, holds = string_to_array(row.holds, ','),
          payment_state = row.payment_state, grand_minor = row.grand_minor, document = row.document::jsonb,
          version = row.version, updated_at = clock_timestamp()
      from unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::bigint[],
                  string_to_array($7, chr(30)), $8::integer[], $9::integer[])
        as row (id, source_version, state, holds, payment_state, grand_minor, document, version, version_before)
      where o.id = row.id and o.version = row.version_before`,
    values: [
      column(orders, (o) => o.id),
      column(orders, (o) => o.after.header.sourceVersion),
      column(orders, (o) => o.after.order.status),
      column(orders, holdsOf),
      column(orders, (o) => o.after.header.paymentState),
      column(orders, (o) => o.after.header.document.totals.grandMinor),
      jsonColumn(orders, (o) => o.after.header.document),
      column(orders, (o) => o.after.version),
      column(orders, (o) => o.before?.version),
    ],
  });
  if (rowCount !== orders.length) throw new Error(`${orders.length - (rowCount ?? 0)} orders changed under this batch`);
}
