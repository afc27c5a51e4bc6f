import type { InboxItem, MessageId } from '../../core/ports/index.ts';
import type { ConnectionId } from '../../core/shared/ids.ts';
import type { Executor } from '../database.ts';
import { instantFrom } from '../instant.ts';

type Row = {
  readonly id: string;
  readonly connection_id: string;
  readonly topic: string;
  readonly subject: string;
  readonly body: Uint8Array;
  readonly received_at: string;
  readonly attempts: number;
};

/** The next messages of a partition: live before backfill, then in the order they came. */
export async function waiting(db: Executor, partition: number, limit: number): Promise<readonly InboxItem[]> {
  const { rows } = await db.query<Row>({
    name: 'waiting-inbox',
    text: `
      select m.id, m.connection_id, m.topic, m.subject, m.body, m.received_at, w.attempts
      from (
        select id, lane, attempts from inbox_work
        where partition = $1 and state = 'received' and (not_before is null or not_before <= clock_timestamp())
        order by lane, id limit $2
      ) w join inbox_message m on m.id = w.id
      order by w.lane, w.id`,
    values: [partition, limit],
  });
  return rows.map(inboxItem);
}

/** One message by its id, for a retry or a look. */
export async function message(db: Executor, id: MessageId): Promise<InboxItem | null> {
  const { rows } = await db.query<Row>({
    name: 'inbox-message',
    text: `select m.id, m.connection_id, m.topic, m.subject, m.body, m.received_at, coalesce(w.attempts, 0) as attempts
           from inbox_message m left join inbox_work w on w.id = m.id where m.id = $1`,
    values: [id],
  });
  return rows[0] ? inboxItem(rows[0]) : null;
}

function inboxItem(row: Row): InboxItem {
  return {
    id: row.id,
    connection: row.connection_id as ConnectionId,
    topic: row.topic,
    subject: row.subject,
    body: row.body,
    receivedAt: instantFrom(row.received_at),
    attempts: row.attempts,
  };
}
