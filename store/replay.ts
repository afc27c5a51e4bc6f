import type pg from 'pg';
import { PARTITIONS, type ReplayFilter } from '../core/ports/index.ts';
import { partitionOf } from '../core/shared/partition.ts';
import { withClient } from './unitOfWork.ts';

const PAGE = 5000;
type Row = { readonly id: string; readonly connection: string; readonly subject: string };

/**
 * Puts stored messages into the inbox's work again, behind live ones, as if they came now: what changed meanwhile in how
 * they are read takes effect, and what is as it was changes nothing. Answers how many.
 */
export async function replayMessages(pool: pg.Pool, filter: ReplayFilter, actor: string): Promise<number> {
  let replayed = 0;
  for (let after = '0'; ; ) {
    const page = await withClient(pool, (client) => replayPage(client, filter, after));
    replayed += page.length;
    const last = page.at(-1);
    if (!last || page.length < PAGE) break;
    after = last.id;
  }
  await pool.query(
    `insert into audit_entry (actor, action, subject, detail) values ($1, 'inbox.replay', 'inbox', $2)`,
    [actor, JSON.stringify({ ...filter, replayed })],
  );
  return replayed;
}

/** How many messages a filter finds. */
export async function countMessages(pool: pg.Pool, filter: ReplayFilter): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `select count(*)::integer as count from inbox_message m left join inbox_work w on w.id = m.id where ${FOUND}`,
    valuesOf(filter),
  );
  return rows[0]?.count ?? 0;
}

const FOUND = `
  ($1::bigint[] is null or m.id = any($1)) and ($2::uuid is null or m.connection_id = $2)
  and ($3::text is null or m.topic = $3) and ($4::text is null or coalesce(w.state, 'applied') = $4)
  and ($5::timestamptz is null or m.received_at >= $5) and coalesce(w.state, 'applied') <> 'received'`;

const valuesOf = ({ ids, connection, topic, state, since }: ReplayFilter): unknown[] => [
  ids ?? null,
  connection ?? null,
  topic ?? null,
  state ?? null,
  since ?? null,
];

async function replayPage(client: pg.PoolClient, filter: ReplayFilter, after: string): Promise<readonly Row[]> {
  const { rows } = await client.query<Row>(
    `select m.id, m.connection_id as connection, m.subject
     from inbox_message m left join inbox_work w on w.id = m.id
     where ${FOUND} and m.id > $6 order by m.id limit $7`,
    [...valuesOf(filter), after, PAGE],
  );
  await client.query(
    `insert into inbox_work (id, partition, lane) select id, partition, 1 from unnest($1::bigint[], $2::smallint[]) as row (id, partition)
     on conflict (id) do update
     set state = 'received', lane = 1, attempts = 0, not_before = null, settled_at = null, reason = null, fault = null`,
    [rows.map(({ id }) => id), rows.map(({ connection, subject }) => partitionOf(connection, subject, PARTITIONS))],
  );
  return rows;
}
