import type { Arrival, Received } from '../../core/ports/index.ts';
import type { ConnectionId } from '../../core/shared/ids.ts';
import { bytesColumn, column, type Executor } from '../database.ts';

/**
 * Stores messages and the work they mean, in one statement. A message that is already there is not stored again: its
 * answer is marked as a duplicate. Answers come in the order of the arrivals.
 */
export async function receive(db: Executor, arrivals: readonly Arrival[]): Promise<readonly Received[]> {
  const [body, starts, lengths] = bytesColumn(arrivals, (a) => a.body);
  const { rows } = await db.query<{ id: string; connection_id: string; message_id: string }>({
    name: 'receive-inbox',
    text: `
      with message as (
        insert into inbox_message (connection_id, message_id, topic, subject, correlation, origin, body)
        select connection_id, message_id, topic, subject, correlation, origin, substring($7::bytea from start for length)
        from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $10::integer[], $11::integer[])
          as row (connection_id, message_id, topic, subject, correlation, origin, start, length)
        on conflict (connection_id, message_id) do nothing
        returning id, connection_id, message_id
      ), work as (
        insert into inbox_work (id, partition, lane)
        select m.id, row.partition, row.lane
        from message m join unnest($1::uuid[], $2::text[], $8::smallint[], $9::smallint[])
          as row (connection_id, message_id, partition, lane) using (connection_id, message_id)
        on conflict (id) do nothing
      )
      select id, connection_id, message_id from message`,
    values: [
      column(arrivals, (a) => a.connection),
      column(arrivals, (a) => a.messageId),
      column(arrivals, (a) => a.topic),
      column(arrivals, (a) => a.subject),
      column(arrivals, (a) => a.correlation ?? null),
      column(arrivals, (a) => a.origin),
      body,
      column(arrivals, (a) => a.partition),
      column(arrivals, (a) => (a.lane === 'live' ? 0 : 1)),
      starts,
      lengths,
    ],
  });
  const stored = new Map(rows.map((row) => [keyOf(row.connection_id as ConnectionId, row.message_id), row.id]));
  const missing = arrivals.filter((a) => !stored.has(keyOf(a.connection, a.messageId)));
  const known = missing.length > 0 ? await idsOf(db, missing) : new Map<string, string>();
  const answered = new Set<string>();
  return arrivals.map((arrival) => {
    const key = keyOf(arrival.connection, arrival.messageId);
    const fresh = stored.get(key);
    const duplicate = fresh === undefined || answered.has(key);
    answered.add(key);
    return { id: fresh ?? known.get(key) ?? '', duplicate };
  });
}

async function idsOf(db: Executor, arrivals: readonly Arrival[]): Promise<Map<string, string>> {
  const { rows } = await db.query<{ id: string; connection_id: string; message_id: string }>({
    name: 'inbox-ids',
    text: `select id, connection_id, message_id from inbox_message
           where (connection_id, message_id) in (select * from unnest($1::uuid[], $2::text[]))`,
    values: [column(arrivals, (a) => a.connection), column(arrivals, (a) => a.messageId)],
  });
  return new Map(rows.map((row) => [keyOf(row.connection_id as ConnectionId, row.message_id), row.id]));
}

const keyOf = (connection: ConnectionId, messageId: string): string => `${connection} ${messageId}`;
