import type { MessageId, OutboxFact, Settlement } from '../../core/ports/index.ts';
import { column, type Executor, jsonColumn } from '../database.ts';

/** Messages whose effects are in this transaction: their work is done, and its row goes. */
export async function settleApplied(db: Executor, ids: readonly MessageId[]): Promise<void> {
  if (ids.length === 0) return;
  await db.query({
    name: 'settle-applied',
    text: 'delete from inbox_work where id = any($1::bigint[])',
    values: [ids],
  });
}

/** Messages that ended otherwise, or wait for another attempt. */
export async function settleOthers(db: Executor, rows: readonly Settlement[]): Promise<void> {
  if (rows.length === 0) return;
  await db.query({
    name: 'settle-others',
    text: `
      update inbox_work w
      set state = row.state, reason = row.reason, fault = row.fault::jsonb, attempts = w.attempts + 1,
          not_before = case when row.delay_ms is not null then clock_timestamp() + row.delay_ms * interval '1 ms' end,
          settled_at = case when row.state <> 'received' then clock_timestamp() end
      from unnest($1::bigint[], $2::text[], $3::text[], string_to_array($4, chr(30)), $5::integer[])
        as row (id, state, reason, fault, delay_ms)
      where w.id = row.id`,
    values: [
      column(rows, (r) => r.id),
      column(rows, (r) => r.state),
      column(rows, (r) => (r.state === 'ignored' ? r.reason : null)),
      jsonColumn(rows, (r) => (r.state === 'ignored' ? null : r.fault)),
      column(rows, (r) => (r.state === 'received' ? r.delayMs : null)),
    ],
  });
}

/** Facts to tell; the relay takes them from here. */
export async function insertOutbox(db: Executor, facts: readonly OutboxFact[]): Promise<void> {
  if (facts.length === 0) return;
  await db.query({
    name: 'insert-outbox',
    text: `
      insert into outbox_message (topic, entity, origin, body)
      select topic, entity, origin, body::jsonb
      from unnest($1::text[], $2::uuid[], $3::uuid[], string_to_array($4, chr(30))) as row (topic, entity, origin, body)`,
    values: [
      column(facts, (f) => f.topic),
      column(facts, (f) => f.entity),
      column(facts, (f) => f.origin),
      jsonColumn(facts, (f) => f.body ?? null),
    ],
  });
}
