import type pg from 'pg';
import type { MappingStore, MessageSample, PublishedMapping } from '../core/ports/index.ts';
import { withClient } from './unitOfWork.ts';

/** Mappings in PostgreSQL. Publishing takes the connection's row, so that two at once get versions of their own. */
export function mappingStore(pool: pg.Pool): MappingStore {
  return {
    publish: (connection, body, actor) =>
      withClient(pool, async (client) => {
        await client.query('update connection set version = version + 1, updated_at = now() where id = $1', [
          connection,
        ]);
        const { rows } = await client.query<{ version: number }>(
          `insert into mapping (connection_id, version, body, published_by)
           select $1, coalesce(max(version), 0) + 1, $2, $3 from mapping where connection_id = $1 returning version`,
          [connection, JSON.stringify(body), actor],
        );
        const version = rows[0]?.version ?? 0;
        await client.query(
          `insert into audit_entry (actor, action, subject, detail) values ($1, 'mapping.publish', $2, $3)`,
          [actor, `connection/${connection}`, JSON.stringify({ version })],
        );
        return version;
      }),
    async list(connection) {
      const { rows } = await pool.query<PublishedMapping>(
        `select version, body, published_at as "publishedAt", published_by as "publishedBy"
         from mapping where connection_id = $1 order by version desc`,
        [connection],
      );
      return rows;
    },
    async samples(connection, limit) {
      const { rows } = await pool.query<MessageSample>(
        `select id::text as id, topic, body from inbox_message where connection_id = $1 order by inbox_message.id desc limit $2`,
        [connection, limit],
      );
      return rows;
    },
  };
}
