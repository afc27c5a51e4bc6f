import { type Check, type Finding, failure, fine, warning } from '../boot/checks/check.ts';
import type { OpenHub } from '../boot/openHub.ts';
import type { Fault } from '../core/shared/fault.ts';
import type { LiveConnection } from '../pipelines/connections.ts';
import { pendingMigrations } from '../store/migrate.ts';
import { openParts, type Parts } from './parts.ts';

const WAIT_MS = 15_000;
const NAME = 'connections';

/** Asks every connection's system, by the cheapest call that needs credentials, whether they are good. */
export function connectionCheck({ config, secret, database, log }: OpenHub): Check {
  return {
    name: NAME,
    run: async () => {
      if ((await pendingMigrations(database.url)).length > 0) return [];
      const parts = await openParts({
        databaseUrl: database.url,
        redisUrl: config.redisUrl,
        secretKeys: secret.keys,
        trackEveryMs: WAIT_MS,
        connectors: config.connectors,
        onError: (error) => log.debug({ err: error }, 'while connections were checked'),
      });
      try {
        const all = parts.connections.all();
        if (all.length === 0) return [fine(NAME, 'none yet')];
        return await Promise.all(all.map((connection) => findingOf(parts, connection)));
      } finally {
        await parts.close();
      }
    },
  };
}

async function findingOf({ clientFor }: Parts, connection: LiveConnection): Promise<Finding> {
  const name = `connection ${connection.name}`;
  if (connection.state === 'paused') return fine(name, 'paused');
  try {
    const answer = await connection.connector.check(clientFor(connection), AbortSignal.timeout(WAIT_MS));
    if (answer.ok) return fine(name, answer.value.about);
    const detail = `${answer.error.message} (${answer.error.code})`;
    return isPassing(answer.error) ? warning(name, detail, WAIT) : failure(name, detail, REPAIR);
  } catch (error) {
    return failure(name, `its connector failed: ${(error as Error).message}`, REPAIR);
  }
}

/** The other system is busy or away; what is queued for it waits. */
const isPassing = ({ kind }: Fault): boolean => kind === 'retryable' || kind === 'rate-limited';

const WAIT = 'Nothing is lost meanwhile: what is queued for it waits. Look again later.';
const REPAIR = 'Repair its address or credentials, then test it again.';
