import type { OrderChange } from '../../core/ports/index.ts';
import { column, type Executor, jsonColumn } from '../database.ts';

/** New orders, one row each. */
export async function insertOrders(db: Executor, orders: readonly OrderChange[]): Promise<void> {
  if (orders.length === 0) return;
  await db.query({
    name: 'insert-orders',
    text: `
      insert into orders (id, reference, number, kind, channel, connection_id, external_id, source_version, state, holds,
                          payment_state, currency, grand_minor, placed_at, document, version)
      select id, reference, number, kind, channel, connection_id, external_id, source_version, state,
             string_to_array(holds, ','), payment_state, currency, grand_minor, placed_at, document::jsonb, version
      from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::text[], $8::timestamptz[],
                  $9::text[], $10::text[], $11::text[], $12::text[], $13::bigint[], $14::timestamptz[],
                  string_to_array($15, chr(30)), $16::integer[])
        as row (id, reference, number, kind, channel, connection_id, external_id, source_version, state, holds,
                payment_state, currency, grand_minor, placed_at, document, version)`,
    values: [
      column(orders, (o) => o.id),
      column(orders, (o) => o.after.header.reference),
      column(orders, (o) => o.after.header.number),
      column(orders, (o) => o.after.header.document.kind),
      column(orders, (o) => o.after.header.document.channel),
      column(orders, (o) => o.after.header.connection),
      column(orders, (o) => o.after.header.externalId),
      column(orders, (o) => o.after.header.sourceVersion),
      column(orders, (o) => o.after.order.status),
      column(orders, holdsOf),
      column(orders, (o) => o.after.header.paymentState),
      column(orders, (o) => o.after.header.document.currency),
      column(orders, (o) => o.after.header.document.totals.grandMinor),
      column(orders, (o) => o.after.header.document.placedAt),
      jsonColumn(orders, (o) => o.after.header.document),
      column(orders, (o) => o.after.version),
    ],
  });
}

/** The holds of an order as one text, comma-separated. */
export function holdsOf({ after: { order } }: OrderChange): string {
  return order.status === 'open' ? [...order.holds].join(',') : '';
}
