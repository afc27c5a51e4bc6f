import type { OrderChange } from '../../core/ports/index.ts';
import { column, type Executor, jsonColumn } from '../database.ts';

/** The history of the changed orders: the primary key refuses a second event with the same version. */
export async function insertOrderEvents(db: Executor, orders: readonly OrderChange[]): Promise<void> {
  const rows = orders.flatMap(({ id, after, events, cause }) =>
    events.map((event, i) => ({ id, event, cause, version: after.version - events.length + i + 1 })),
  );
  if (rows.length === 0) return;
  await db.query({
    name: 'insert-order-events',
    text: `
      insert into order_event (order_id, version, type, body, inbox_id)
      select id, version, type, body::jsonb, inbox_id
      from unnest($1::uuid[], $2::integer[], $3::text[], string_to_array($4, chr(30)), $5::bigint[])
        as row (id, version, type, body, inbox_id)`,
    values: [
      column(rows, (r) => r.id),
      column(rows, (r) => r.version),
      column(rows, (r) => r.event.type),
      jsonColumn(rows, (r) => r.event),
      column(rows, (r) => r.cause),
    ],
  });
}
