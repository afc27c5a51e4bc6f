import { err, ok, type Result } from '../core/shared/result.ts';
import { migrateQueues } from '../pipelines/queue/backend.ts';
import { openDatabase } from '../store/database.ts';
import { migrate, pendingMigrations } from '../store/migrate.ts';
import type { Started } from './lifecycle.ts';
import type { Database } from './postgres.ts';
import type { Problem } from './problem.ts';

/**
 * `update` brings the schema to this version, as a hub does. `require` refuses an older one, as a command does: under a
 * running hub of another version, or in a database that others use, a newer schema could break what runs there; where
 * nobody else is, it updates too. `leave` looks at nothing.
 */
export type SchemaRule = 'update' | 'require' | 'leave';

/** Applies the rule. Answers the names of the migrations that ran. */
export async function openSchema(
  { url, isStartedByUs }: Database,
  rule: SchemaRule,
  redisUrl: string | undefined,
): Started<readonly string[]> {
  if (rule === 'leave') return ok({ value: [] });
  const done = rule === 'update' || isStartedByUs ? await updateSchema(url, redisUrl) : await requireSchema(url);
  return done.ok ? ok({ value: done.value }) : done;
}

async function requireSchema(url: string): Promise<Result<readonly string[], Problem>> {
  const pending = await pendingMigrations(url);
  if (pending.length === 0) return ok([]);
  return err({
    code: 'not-migrated',
    message: `The database lacks ${pending.length} migration(s) of this version: ${pending.join(', ')}.`,
    next: 'Run crossdock migrate, then start the hub again.',
  });
}

/**
 * Brings the hub's schema and, without a Redis, that of the queues to this version. Answers the names of the hub's
 * migrations that ran. Several processes may do so at once; one does the work.
 */
export async function updateSchema(
  url: string,
  redisUrl: string | undefined,
): Promise<Result<readonly string[], Problem>> {
  try {
    const names = await migrate(url);
    if (!redisUrl) await updateQueues(url);
    return ok(names);
  } catch (error) {
    return err({
      code: 'migration-failed',
      message: `The schema of the database cannot be brought up to date: ${(error as Error).message}.`,
      next: 'The step that failed changed nothing. Run crossdock doctor, repair what it names, then crossdock migrate.',
    });
  }
}

async function updateQueues(url: string): Promise<void> {
  const pool = openDatabase({ url, max: 1, onError: () => undefined });
  try {
    const client = await pool.connect();
    await migrateQueues(client);
    client.release();
  } finally {
    await pool.end();
  }
}
