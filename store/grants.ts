import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { GrantAttempt, GrantStore } from '../core/ports/index.ts';
import { type Fault, retryable } from '../core/shared/fault.ts';
import type { Grant } from '../core/shared/grant.ts';
import type { ConnectionId } from '../core/shared/ids.ts';
import { epochMs } from '../core/shared/instant.ts';
import { err, ok, type Result } from '../core/shared/result.ts';
import type { SecretBox } from './secrets.ts';
import { withClient } from './unitOfWork.ts';

/** An access token is refreshed while it is still good for so long, so that no call meets its end; longer than a client keeps one. */
const MARGIN_MS = 60_000;
/** Longer than any call of a token endpoint: a caller that waits for another's refresh gives up after this. */
const LOCK_WAIT = '45s';
const LOCK_NOT_AVAILABLE = '55P03';

type Row = { readonly sealed: Uint8Array; readonly key_version: number };

/** Grants in PostgreSQL, sealed. The row of a grant is locked while it is refreshed. */
export function grantStore(pool: pg.Pool, box: SecretBox): GrantStore {
  const one = oneAtATime();
  const isGood = (grant: Grant, refused: string | undefined): boolean =>
    grant.accessToken !== refused && epochMs(grant.expiresAt) - Date.now() > MARGIN_MS;
  return {
    ...attempts(pool, box),
    async access(connection, refused, refresh) {
      const kept = await read(pool, box, connection, '');
      if (kept === null || isGood(kept, refused)) return kept && ok(kept);
      const renew = async (client: pg.PoolClient): Promise<Outcome> => {
        const now = await read(client, box, connection, 'for update');
        if (now === null || isGood(now, refused)) return now && ok(now);
        return renewed(now, refresh, (fresh) => write(client, box, connection, fresh));
      };
      return one(() => underLock(pool, renew));
    },
    save: (connection, grant, actor) =>
      withClient(pool, async (client) => {
        await write(client, box, connection, grant);
        await client.query(CONNECTED, [connection, actor, `connection/${connection}`]);
      }),
    async forget(connection) {
      await pool.query('delete from oauth_grant where connection_id = $1', [connection]);
    },
  };
}

async function renewed(
  { refreshToken }: Grant,
  refresh: (refreshToken: string) => Promise<Result<Grant, Fault>>,
  keep: (fresh: Grant) => Promise<void>,
): Promise<Outcome> {
  if (refreshToken === null) return err(ENDED);
  const fresh = await refresh(refreshToken);
  if (fresh.ok) await keep(fresh.value);
  return fresh;
}

const ENDED: Fault = {
  kind: 'auth',
  code: 'grant-ended',
  message: 'the authorization has ended and cannot be refreshed',
  remedy: 'reconnect',
};

const CONNECTED = `
  with connected as (
    update connection set version = version + 1, updated_at = now(),
      fault = case when state = 'needs-auth' then null else fault end,
      state = case when state = 'needs-auth' then 'active' else state end
    where id = $1 and state <> 'removed' returning 1)
  insert into audit_entry (actor, action, subject) select $2, 'connection.authorize', $3 from connected`;

type Queryable = Pick<pg.Pool | pg.PoolClient, 'query'>;

async function read(
  db: Queryable,
  box: SecretBox,
  connection: ConnectionId,
  lock: '' | 'for update',
): Promise<Grant | null> {
  const { rows } = await db.query<Row>(`select sealed, key_version from oauth_grant where connection_id = $1 ${lock}`, [
    connection,
  ]);
  return rows[0] ? (box.open(rows[0].sealed, rows[0].key_version) as Grant) : null;
}

async function write(db: Queryable, box: SecretBox, connection: ConnectionId, grant: Grant): Promise<void> {
  const { sealed, keyVersion } = box.seal(grant);
  await db.query(
    `insert into oauth_grant (connection_id, sealed, key_version, expires_at) values ($1, $2, $3, $4)
     on conflict (connection_id) do update set sealed = excluded.sealed, key_version = excluded.key_version,
       expires_at = excluded.expires_at, refreshed_at = now()`,
    [connection, sealed, keyVersion, grant.expiresAt],
  );
}

type Outcome = Result<Grant, Fault> | null;

async function underLock(pool: pg.Pool, run: (client: pg.PoolClient) => Promise<Outcome>): Promise<Outcome> {
  try {
    return await withClient(pool, async (client) => {
      await client.query(`set local lock_timeout = '${LOCK_WAIT}'`);
      return run(client);
    });
  } catch (error) {
    if ((error as { code?: unknown }).code !== LOCK_NOT_AVAILABLE) throw error;
    return err(retryable('grant-busy', 'another process is refreshing the authorization'));
  }
}

/** A refresh holds a database client while it waits for another system: one of this process is enough. */
function oneAtATime(): <T>(run: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (run) => {
    const next = last.then(run, run);
    last = next.catch(() => undefined);
    return next;
  };
}

const hashOf = (state: string): Buffer => createHash('sha256').update(state).digest();

function attempts(pool: pg.Pool, box: SecretBox): Pick<GrantStore, 'begin' | 'take'> {
  return {
    async begin({ connection, state, ...secret }) {
      const { sealed, keyVersion } = box.seal(secret);
      await pool.query(
        `with old as (delete from oauth_attempt where expires_at < now())
         insert into oauth_attempt (state_hash, connection_id, sealed, key_version, expires_at)
         values ($1, $2, $3, $4, now() + interval '10 minutes')`,
        [hashOf(state), connection, sealed, keyVersion],
      );
    },
    async take(state) {
      const { rows } = await pool.query<Row & { connection_id: ConnectionId }>(
        `delete from oauth_attempt where state_hash = $1 and expires_at > now()
         returning connection_id, sealed, key_version`,
        [hashOf(state)],
      );
      const [row] = rows;
      if (!row) return null;
      const secret = box.open(row.sealed, row.key_version) as Pick<GrantAttempt, 'verifier' | 'redirectUri'>;
      return { connection: row.connection_id, state, ...secret };
    },
  };
}
