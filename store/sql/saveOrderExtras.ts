import type { Order } from '../../core/order/index.ts';
import type { OrderChange, StoredOrder } from '../../core/ports/index.ts';
import { column, type Executor, jsonColumn } from '../database.ts';

/** What few orders have: marks, a check, an edit, links. An order without any of it costs no statement. */
export async function saveOrderExtras(db: Executor, orders: readonly OrderChange[]): Promise<void> {
  const rows = orders.filter(({ before, after }) => differs(before, after));
  if (rows.length === 0) return;
  await db.query({
    name: 'save-order-extras',
    text: `
      update orders o
      set priority = row.priority, promised_at = row.promised_at, validated_at = row.validated_at,
          tags = array(select json_array_elements_text(row.tags::json)),
          ship_by = row.ship_by, source_by = row.source_by,
          source_document = nullif(row.source_document, 'null')::json, links = nullif(row.links, '{}')::jsonb
      from unnest($1::uuid[], $2::smallint[], $3::timestamptz[], $4::timestamptz[], string_to_array($5, chr(30)),
                  string_to_array($6, chr(30)), string_to_array($7, chr(30)), $8::timestamptz[], $9::timestamptz[])
        as row (id, priority, promised_at, validated_at, tags, source_document, links, ship_by, source_by)
      where o.id = row.id`,
    values: [
      column(rows, (o) => o.id),
      column(rows, (o) => extras(o.after.order)?.marks.priority),
      column(rows, (o) => extras(o.after.order)?.marks.promisedAt),
      column(rows, (o) => extras(o.after.order)?.validatedAt),
      jsonColumn(rows, (o) => [...(extras(o.after.order)?.marks.tags ?? [])]),
      jsonColumn(rows, (o) => o.after.header.sourceDocument),
      jsonColumn(rows, (o) => o.after.header.links),
      column(rows, (o) => o.after.header.document.shipBy),
      column(rows, (o) => extras(o.after.order)?.marks.sourceBy),
    ],
  });
}

const extras = (order: Order) => (order.status === 'unplaced' ? undefined : order);

function differs(before: StoredOrder | null, after: StoredOrder): boolean {
  const [was, is] = [before && extras(before.order), extras(after.order)];
  if (!is) return false;
  const hasLinks = Object.keys(after.header.links).length > 0;
  if (!before || !was) {
    return (
      is.validatedAt !== null ||
      hasLinks ||
      after.header.document.shipBy !== undefined ||
      is.marks.priority !== 0 ||
      is.marks.promisedAt !== null ||
      is.marks.sourceBy !== null ||
      is.marks.tags.size > 0
    );
  }
  return (
    was.marks !== is.marks ||
    was.validatedAt !== is.validatedAt ||
    before.header.links !== after.header.links ||
    before.header.document.shipBy !== after.header.document.shipBy ||
    before.header.sourceDocument !== after.header.sourceDocument
  );
}
