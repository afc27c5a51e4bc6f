import { probeRedis } from '../../pipelines/queue/probeRedis.ts';
import { pendingMigrations } from '../../store/migrate.ts';
import { type DatabaseProbe, probeDatabase } from '../../store/probeDatabase.ts';
import { FIT, lackOf, unusable } from '../postgres.ts';
import { withoutPassword } from '../redact.ts';
import { type Check, type Finding, failure, fine, warning } from './check.ts';

/** Clocks apart by more than this confuse signatures with a tolerance and instants of two systems. */
const SKEW_MS = 2_000;
const NEEDED_CONNECTIONS = 60;

export type DatabaseToCheck = { readonly url: string; readonly isPrivate: boolean };

/** The database: whether it can serve a hub, its schema, and how its clock stands to this machine's. */
export function databaseCheck({ url, isPrivate }: DatabaseToCheck): Check {
  return {
    name: 'database',
    run: async () => {
      const probe = await probeDatabase(url);
      if (!probe.ok) {
        const { message, next } = unusable(url, probe.error.message);
        return [failure('database', message, next)];
      }
      const where = isPrivate ? 'the hub’s own' : withoutPassword(url);
      const finding = databaseFinding(probe.value, where);
      if (finding.state === 'fail') return [finding];
      return [finding, await schemaFinding(url), clockFinding(probe.value)];
    },
  };
}

export function databaseFinding(probe: DatabaseProbe, where: string): Finding {
  const name = 'database';
  const lack = lackOf(probe);
  if (lack) return failure(name, `${where} ${lack}`, FIT);
  const detail = `PostgreSQL ${probe.version}, ${where}, ${(probe.sizeBytes / 1e6).toFixed(0)} MB`;
  if (!probe.mayCreate) {
    return warning(name, `${detail}; its user may not create tables`, 'Grant CREATE on the database and its schema.');
  }
  if (probe.maxConnections < NEEDED_CONNECTIONS) {
    const few = `${detail}; it allows ${probe.maxConnections} connections`;
    return warning(name, few, `Set max_connections to ${NEEDED_CONNECTIONS} or more; each process takes up to 40.`);
  }
  return fine(name, detail);
}

async function schemaFinding(url: string): Promise<Finding> {
  const pending = await pendingMigrations(url);
  if (pending.length === 0) return fine('schema', 'up to date');
  return warning('schema', `lacks ${pending.join(', ')}`, 'Run crossdock migrate.');
}

export function clockFinding({ clockAheadMs, roundTripMs }: DatabaseProbe): Finding {
  const apart = Math.max(0, Math.abs(clockAheadMs) - roundTripMs);
  const detail = `the database’s is ${Math.abs(clockAheadMs)} ms ${clockAheadMs < 0 ? 'behind' : 'ahead'}`;
  if (apart <= SKEW_MS) return fine('clock', detail);
  return warning('clock', detail, 'Set both machines by NTP: webhooks are refused when clocks differ by minutes.');
}

/** The Redis of REDIS_URL: whether it answers, and whether it keeps what is queued. */
export function redisCheck(url: string): Check {
  const name = 'redis';
  return {
    name,
    run: async () => {
      const probe = await probeRedis(url);
      const where = withoutPassword(url);
      if (!probe.ok) {
        return [failure(name, `${where}: ${probe.error.message}`, 'Check REDIS_URL and that the server runs.')];
      }
      const { version, mode, evictionPolicy } = probe.value;
      const detail = `Redis ${version} (${mode}), ${where}`;
      if (evictionPolicy === 'noeviction' || evictionPolicy === 'unknown') return [fine(name, detail)];
      return [
        warning(
          name,
          `${detail} may delete queued jobs (${evictionPolicy})`,
          'Set its maxmemory-policy to noeviction.',
        ),
      ];
    },
  };
}
