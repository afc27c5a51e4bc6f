import { err, ok, type Result } from '../core/shared/result.ts';
import { type DatabaseProbe, probeDatabase } from '../store/probeDatabase.ts';
import type { Config } from './config.ts';
import type { Running, Started } from './lifecycle.ts';
import type { Log } from './log.ts';
import type { Problem } from './problem.ts';
import { withoutPassword } from './redact.ts';

/** The oldest major version whose features the schema and the queues use. */
export const OLDEST_POSTGRES = 15;

/** A hub has its private PostgreSQL to itself; a guest shares a running one, or starts it for its own duration. */
export type PostgresRole = 'hub' | 'guest';

export type PrivatePostgres = { readonly url: string; readonly startedByUs: boolean; release(): Promise<void> };
export type OpenPrivatePostgres = (options: {
  readonly dataDir: string;
  readonly role: PostgresRole;
  readonly log: Log;
}) => Promise<Result<PrivatePostgres, Problem>>;

export type Database = {
  readonly url: string;
  readonly probe: DatabaseProbe;
  /** The hub brings this PostgreSQL itself, in the data directory. */
  readonly isPrivate: boolean;
  /** This process started it; nobody else used it before. */
  readonly isStartedByUs: boolean;
};

export type PostgresOptions = {
  readonly config: Config;
  readonly role: PostgresRole;
  readonly log: Log;
  readonly openPrivate: OpenPrivatePostgres | undefined;
};

/** The database of DATABASE_URL, checked to be usable, else the private PostgreSQL of the data directory. */
export async function openPostgres({ config, role, log, openPrivate }: PostgresOptions): Started<Database> {
  if (config.databaseUrl) return openGiven(config.databaseUrl);
  if (!openPrivate) return err(NO_DATABASE);
  const opened = await openPrivate({ dataDir: config.dataDir, role, log });
  if (!opened.ok) return opened;
  const { url, startedByUs, release } = opened.value;
  const probe = await probeDatabase(url);
  if (!probe.ok) {
    await release();
    return err(unusable(url, probe.error.message));
  }
  const database = { url, probe: probe.value, isPrivate: true, isStartedByUs: startedByUs };
  return ok({ value: database, stop: () => release() });
}

async function openGiven(url: string): Promise<Result<Running<Database>, Problem>> {
  const probe = await probeDatabase(url);
  if (!probe.ok) return err(unusable(url, probe.error.message));
  const lack = lackOf(probe.value);
  if (lack) return err({ code: 'database-unfit', message: `The database ${withoutPassword(url)} ${lack}.`, next: FIT });
  return ok({ value: { url, probe: probe.value, isPrivate: false, isStartedByUs: false } });
}

/** What keeps a reachable database from serving a hub; undefined when it fits. */
export function lackOf({ major, version, isUtf8, isWritable }: DatabaseProbe): string | undefined {
  if (major < OLDEST_POSTGRES) return `runs on PostgreSQL ${version}, older than ${OLDEST_POSTGRES}`;
  if (!isUtf8) return 'is not encoded in UTF8';
  return isWritable ? undefined : 'is a standby and takes no writes';
}

/** What a database must be, for whoever sets DATABASE_URL. */
export const FIT = `Set DATABASE_URL to a writable database of PostgreSQL ${OLDEST_POSTGRES} or newer, encoded in UTF8.`;

export const unusable = (url: string, cause: string): Problem => ({
  code: 'database-unreachable',
  message: `The database ${withoutPassword(url)} cannot be used: ${cause}.`,
  next: 'Check DATABASE_URL and that the server runs, or unset it to use the PostgreSQL that the hub brings.',
});

const NO_DATABASE: Problem = {
  code: 'no-database',
  message: 'DATABASE_URL is not set, and this installation brings no PostgreSQL of its own.',
  next: 'Set DATABASE_URL=postgres://user:password@host:5432/database.',
};
