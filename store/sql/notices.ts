import type { Notice } from '../../core/ports/index.ts';
import { column, type Executor, jsonColumn } from '../database.ts';

/** Raises notices; one that is open already stays as it is. */
export async function insertNotices(db: Executor, notices: readonly Notice[]): Promise<void> {
  if (notices.length === 0) return;
  await db.query({
    name: 'insert-notices',
    text: `
      insert into notice (kind, subject, detail)
      select kind, subject, detail::jsonb from unnest($1::text[], $2::text[], string_to_array($3, chr(30)))
        as row (kind, subject, detail)
      on conflict (kind, subject) where settled_at is null do nothing`,
    values: [column(notices, (n) => n.kind), column(notices, (n) => n.subject), jsonColumn(notices, (n) => n.detail)],
  });
}
