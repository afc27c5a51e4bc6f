import type pg from 'pg';
import type { EventDocument } from '../core/documents/index.ts';
import type { EventFilter, EventLog, NumberedEvent } from '../core/ports/index.ts';
import type { ConnectionId, Instant } from '../core/shared/ids.ts';
import { eventDeliveries } from '../core/usecases/eventDeliveries.ts';
import type { Executor } from './database.ts';
import { instantFrom } from './instant.ts';
import { insertDeliveries } from './sql/deliveries.ts';
import { NUMBER_EVENTS } from './sql/numberEvents.ts';
import { withClient } from './unitOfWork.ts';

/** One writer at a time: whoever has read up to a number has then missed none before it. */
const LOCK = 0x1b0f;
const BATCH = 2000;
const KEPT_DAYS = 30;
const FORGOTTEN_AT_ONCE = 10_000;
const REPLAYED_AT_ONCE = 5000;

type Row = Pick<NumberedEvent, 'id' | 'type' | 'entity'> & { at: string; data: Record<string, unknown> };

/** What happened in the hub, on a pool. */
export function eventLog(pool: pg.Pool): EventLog {
  return {
    follow: (plan) => withClient(pool, (client) => follow(client, plan)),
    list: (filter) => list(pool, filter),
    async newest() {
      const { rows } = await pool.query<{ id: string | null }>({
        name: 'newest-event',
        text: 'select max(id)::text as id from hub_event',
      });
      return rows[0]?.id ?? '0';
    },
    replay: (connection, since, types, actor) =>
      withClient(pool, (client) => replay(client, connection, since, types, actor)),
    async forget() {
      const { rowCount } = await pool.query({
        name: 'forget-events',
        text: `delete from hub_event where id in (
                 select id from hub_event where noted_at < clock_timestamp() - $1 * interval '1 day' order by noted_at limit $2)`,
        values: [KEPT_DAYS, FORGOTTEN_AT_ONCE],
      });
      return rowCount ?? 0;
    },
  };
}

async function follow(client: pg.PoolClient, plan: Parameters<EventLog['follow']>[0]): Promise<number> {
  const { rows } = await client.query<{ goes: boolean }>({
    name: 'lock-event-log',
    text: 'select exists (select from hub_event_due) and pg_try_advisory_xact_lock($1) as goes',
    values: [LOCK],
  });
  if (rows[0]?.goes !== true) return 0;
  // Without a name, so that it is planned for the tables as they are now and not as they were when it first ran.
  const numbered = await client.query<NumberedEvent>(NUMBER_EVENTS, [BATCH]);
  await insertDeliveries(client, plan(numbered.rows));
  return numbered.rows.length;
}

async function list(
  db: Executor,
  { after, since, types, subject, limit }: EventFilter,
): Promise<readonly EventDocument[]> {
  const patterns = types?.map((pattern) => pattern.replaceAll('*', '%'));
  const { rows } = await db.query<Row>({
    name: 'list-events',
    text: `
      select id::text, type, entity, at, data from hub_event
      where ($1::bigint is null or id > $1) and ($2::timestamptz is null or noted_at >= $2)
        and ($3::text[] is null or type like any ($3)) and ($4::text is null or entity = $4)
      order by hub_event.id limit $5`,
    values: [after ?? null, since ?? null, patterns ?? null, subject ?? null, limit],
  });
  return rows.map(eventOf);
}

/** An event by its number, as it is told outside; undefined when it is not kept any more. */
export async function eventById(db: Executor, id: string): Promise<EventDocument | undefined> {
  const { rows } = await db.query<Row>({
    name: 'event-by-id',
    text: 'select id::text, type, entity, at, data from hub_event where id = $1',
    values: [id],
  });
  return rows[0] && eventOf(rows[0]);
}

function eventOf({ id, type, entity, at, data }: Row): EventDocument {
  const shared = { specversion: '1.0', source: 'urn:crossdock:hub', datacontenttype: 'application/json' } as const;
  return { ...shared, id, type, subject: entity, time: instantFrom(at), data };
}

async function replay(
  client: pg.PoolClient,
  id: ConnectionId,
  since: Instant,
  types: readonly string[],
  actor: string,
): Promise<number | null> {
  const { rowCount } = await client.query(`select from connection where id = $1 and state <> 'removed'`, [id]);
  if (rowCount === 0) return null;
  let [after, replayed] = ['0', 0];
  for (;;) {
    const { rows } = await client.query<NumberedEvent>({
      name: 'events-since',
      text: `select id::text, type, entity, subject from hub_event
             where noted_at >= $1 and id > $2 order by hub_event.id limit $3`,
      values: [since, after, REPLAYED_AT_ONCE],
    });
    const deliveries = eventDeliveries(rows, [{ connection: id, events: types }]);
    await insertDeliveries(client, deliveries);
    replayed += deliveries.length;
    after = rows.at(-1)?.id ?? after;
    if (rows.length < REPLAYED_AT_ONCE) break;
  }
  await client.query(`insert into audit_entry (actor, action, subject, detail) values ($1, 'event.replay', $2, $3)`, [
    actor,
    `connection/${id}`,
    JSON.stringify({ since, types, replayed }),
  ]);
  return replayed;
}
