import type pg from 'pg';
import type { Checkpoints } from '../core/ports/index.ts';
import type { Instant } from '../core/shared/ids.ts';
import { receive } from './sql/receiveInbox.ts';
import { withClient } from './unitOfWork.ts';

/** Where the pulls stand. `since` keeps the text it was given: a timestamptz would lose what a source counts finer. */
export function checkpoints(pool: pg.Pool): Checkpoints {
  return {
    async load(connection, capability) {
      const { rows } = await pool.query<{ since: string | null; cursor: string | null }>({
        name: 'load-checkpoint',
        text: 'select since, cursor from sync_checkpoint where connection_id = $1 and capability = $2',
        values: [connection, capability],
      });
      const row = rows[0];
      return { since: (row?.since ?? null) as Instant | null, cursor: row?.cursor ?? null };
    },
    savePage: (connection, capability, items, { since, cursor }, isLast) =>
      withClient(pool, async (client) => {
        const received = items.length > 0 ? await receive(client, items) : [];
        const fresh = received.filter(({ duplicate }) => !duplicate).length;
        await client.query({
          name: 'save-checkpoint',
          text: `
            insert into sync_checkpoint as c
              (connection_id, capability, since, cursor, run_started_at, run_ended_at, received)
            values ($1, $2, $3, $4, clock_timestamp(), case when $5 then clock_timestamp() end, $6)
            on conflict (connection_id, capability) do update
            set since = excluded.since, cursor = excluded.cursor, fault = null, updated_at = clock_timestamp(),
                run_ended_at = coalesce(excluded.run_ended_at, c.run_ended_at), received = c.received + excluded.received`,
          values: [connection, capability, since, cursor, isLast, fresh],
        });
        return fresh;
      }),
    async forget(connection, capability) {
      await pool.query({
        name: 'forget-checkpoint',
        text: 'update sync_checkpoint set since = null, cursor = null where connection_id = $1 and capability = $2',
        values: [connection, capability],
      });
    },
    async saveFault(connection, capability, fault) {
      await pool.query({
        name: 'save-pull-fault',
        text: `
          insert into sync_checkpoint (connection_id, capability, fault) values ($1, $2, $3)
          on conflict (connection_id, capability) do update set fault = excluded.fault, updated_at = clock_timestamp()`,
        values: [connection, capability, JSON.stringify(fault)],
      });
    },
  };
}
