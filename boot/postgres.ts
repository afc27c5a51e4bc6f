import { setTimeout as sleep } from 'node:timers/promises';
import { err, ok, type Result } from '../core/shared/result.ts';
import { openPrivatePostgres } from '../store/private/openPrivatePostgres.ts';
import { type DatabaseProbe, probeDatabase } from '../store/probeDatabase.ts';
import type { Config } from './config.ts';
import type { Running, Started } from './lifecycle.ts';
import type { Problem } from './problem.ts';
import { withoutPassword } from './redact.ts';

/** The oldest major version whose features the schema and the queues use. */
export const OLDEST_POSTGRES = 15;

/** A hub has its private PostgreSQL to itself; a guest shares a running one, or starts it for its own duration. */
export type PostgresRole = 'hub' | 'guest';

export type Database = {
  readonly url: string;
  readonly probe: DatabaseProbe;
  /** The hub brings this PostgreSQL itself, in the data directory. */
  readonly isPrivate: boolean;
  /** This process started it; nobody else used it before. */
  readonly isStartedByUs: boolean;
};

/** The database of DATABASE_URL, checked to be usable, else the private PostgreSQL of the data directory. */
export async function openPostgres(
  { databaseUrl, dataDir }: Pick<Config, 'databaseUrl' | 'dataDir'>,
  role: PostgresRole,
): Started<Database> {
  return databaseUrl ? openGiven(databaseUrl) : openPrivate(dataDir, role);
}

async function openPrivate(dataDir: string, role: PostgresRole): Started<Database> {
  const opened = await openPrivatePostgres({ dataDir, role });
  if (!opened.ok) return err(inSentences(opened.error));
  const { url, startedByUs, release } = opened.value;
  const probe = await probeDatabase(url);
  if (probe.ok) {
    const database = { url, probe: probe.value, isPrivate: true, isStartedByUs: startedByUs };
    return ok({ value: database, stop: () => release() });
  }
  await release();
  return err(unusable(url, probe.error.message));
}

const inSentences = ({ code, message, next }: Problem): Problem => ({
  code,
  message: sentence(message),
  next: sentence(next),
});

const sentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.:]$/.test(text) ? '' : '.'}`;

async function openGiven(url: string): Promise<Result<Running<Database>, Problem>> {
  const probe = await probeWhenUp(url);
  if (!probe.ok) return err(unusable(url, probe.error.message));
  const lack = lackOf(probe.value);
  if (lack) return err({ code: 'database-unfit', message: `The database ${withoutPassword(url)} ${lack}.`, next: FIT });
  return ok({ value: { url, probe: probe.value, isPrivate: false, isStartedByUs: false } });
}

/** A server that was restarted, or that recovers from a crash, refuses everybody until it is done. */
const STARTING = '57P03';
const STARTING_MS = 60_000;
const RETRY_MS = 300;

async function probeWhenUp(url: string): ReturnType<typeof probeDatabase> {
  const end = performance.now() + STARTING_MS;
  for (;;) {
    const probe = await probeDatabase(url);
    if (probe.ok || probe.error.code !== STARTING || performance.now() > end) return probe;
    await sleep(RETRY_MS);
  }
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
