import { access, constants, mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { err, ok, type Result } from '../core/shared/result.ts';
import { probeRedis, type RedisProbe } from '../pipelines/queue/probeRedis.ts';
import type { Config } from './config.ts';
import type { Lifecycle, Started } from './lifecycle.ts';
import type { Log } from './log.ts';
import { type Database, openPostgres, type PostgresRole } from './postgres.ts';
import type { Problem } from './problem.ts';
import { withoutPassword } from './redact.ts';
import { openSchema, type SchemaRule } from './schema.ts';
import { openSecretKeys, type SecretKeySource } from './secretKey.ts';

/** What every process of a hub stands on, whatever it then does: directory, key, database with its schema, Redis. */
export type Foundation = {
  readonly config: Config;
  readonly log: Log;
  readonly secret: SecretKeySource;
  readonly database: Database;
  /** Names of the migrations that ran just now. */
  readonly migrated: readonly string[];
  /** Absent: the queues live in the database. */
  readonly redis: RedisProbe | undefined;
};

export type FoundationOptions = {
  readonly config: Config;
  readonly log: Log;
  readonly role: PostgresRole;
  /** What to do about a schema that is older than this version. */
  readonly schema: SchemaRule;
};

/** Starts the foundation as parts of `life`. A problem ends the start; what had started is stopped by `life.stop`. */
export async function startFoundation(
  life: Lifecycle,
  options: FoundationOptions,
): Promise<Result<Foundation, Problem>> {
  const { config, log, role, schema } = options;
  const directory = await life.start('data directory', () => openDataDirectory(config.dataDir));
  if (!directory.ok) return directory;
  const secret = await life.start('secret key', () => openSecret(config));
  if (!secret.ok) return secret;
  const database = await life.start('PostgreSQL', () => openPostgres(config, role));
  if (!database.ok) return database;
  const migrated = await life.start('schema', () => openSchema(database.value, schema, config.redisUrl));
  if (!migrated.ok) return migrated;
  const redis = await life.start('Redis', () => openRedis(config.redisUrl));
  if (!redis.ok) return redis;
  return ok({
    config,
    log,
    secret: secret.value,
    database: database.value,
    migrated: migrated.value,
    redis: redis.value,
  });
}

async function openDataDirectory(path: string): Started<string> {
  try {
    await makeDirectory(path);
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK);
    return ok({ value: path });
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    return err({
      code: 'data-directory',
      message: `The data directory ${path} cannot be used: ${CAUSES[code] ?? code}.`,
      next: 'Make it writable for this user, or name another one with --data or CROSSDOCK_DATA.',
    });
  }
}

/** Makes a directory and what lacks above it. Node's own recursive form never ends where a file system answers ENOENT. */
async function makeDirectory(path: string): Promise<void> {
  const { code } = await outcomeOf(mkdir(path));
  if (code === undefined) return;
  if (code === 'ENOENT' && (await outcomeOf(stat(dirname(path)))).code === 'ENOENT') {
    await makeDirectory(dirname(path));
    return makeDirectory(path);
  }
  if (code !== 'EEXIST' || !(await stat(path)).isDirectory()) throw Object.assign(new Error(code), { code });
}

const outcomeOf = (work: Promise<unknown>): Promise<{ readonly code?: string }> =>
  work.then(
    () => ({}),
    (error: NodeJS.ErrnoException) => ({ code: error.code ?? 'unknown' }),
  );

const CAUSES: { readonly [code: string]: string } = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EEXIST: 'a file of that name is in the way',
  ENOENT: 'its file system makes no directories',
  ENOTDIR: 'a part of its path is a file',
};

async function openSecret(config: Config): Started<SecretKeySource> {
  const secret = await openSecretKeys(config.dataDir, config.secretKeys);
  return secret.ok ? ok({ value: secret.value }) : secret;
}

async function openRedis(url: string | undefined): Started<RedisProbe | undefined> {
  if (!url) return ok({ value: undefined });
  const probe = await probeRedis(url);
  if (probe.ok) return ok({ value: probe.value });
  return err({
    code: 'redis-unreachable',
    message: `The Redis ${withoutPassword(url)} cannot be used: ${probe.error.message}.`,
    next: 'Check REDIS_URL and that the server runs, or unset it to keep the queues in PostgreSQL.',
  });
}
