import type pg from 'pg';
import type { OrderDocument } from '../core/documents/index.ts';
import type { ExportFilter } from '../core/ports/index.ts';

const PAGE = 500;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** Orders as their sources stated them, oldest first, a page at a time, whatever their number. */
export async function* exportOrders(pool: pg.Pool, filter: ExportFilter): AsyncGenerator<readonly OrderDocument[]> {
  for (let after = FIRST; ; ) {
    const { rows } = await pool.query<{ id: string; document: OrderDocument }>({
      name: 'export-orders',
      text: `
        select id, document from orders
        where id > $1 and ($2::uuid is null or connection_id = $2) and ($3::text is null or state = $3)
          and ($4::timestamptz is null or placed_at >= $4) and ($5::timestamptz is null or placed_at < $5)
        order by id limit ${PAGE}`,
      values: [after, filter.connection ?? null, filter.state ?? null, filter.from ?? null, filter.until ?? null],
    });
    if (rows.length > 0) yield rows.map(({ document }) => document);
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = last.id;
  }
}
