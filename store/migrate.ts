import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { Umzug } from 'umzug';

const FOLDER = join(import.meta.dirname, 'migrations');
/** One migrator at a time, whatever the number of processes that start at once. */
const LOCK = 0x1b0d;

/** Brings a database to this version's schema, forward only, each migration in its own transaction. Answers the names of those that ran. */
export async function migrate(databaseUrl: string): Promise<readonly string[]> {
  return withMigrator(databaseUrl, async (umzug) => (await umzug.up()).map(({ name }) => name));
}

/** The migrations that this version has and the database has not. */
export async function pendingMigrations(databaseUrl: string): Promise<readonly string[]> {
  return withMigrator(databaseUrl, async (umzug) => (await umzug.pending()).map(({ name }) => name));
}

async function withMigrator<T>(url: string, run: (umzug: Umzug<pg.Client>) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'crossdock migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await client.query(
      'create table if not exists schema_migration (name text primary key, applied_at timestamptz not null default now())',
    );
    return await run(migrator(client));
  } finally {
    await client.end();
  }
}

function migrator(client: pg.Client): Umzug<pg.Client> {
  return new Umzug({
    context: client,
    logger: undefined,
    migrations: readdirSync(FOLDER)
      .filter((file) => file.endsWith('.sql'))
      .sort()
      .map((file) => ({ name: file.slice(0, -'.sql'.length), up: () => apply(client, file) })),
    storage: {
      executed: async () =>
        (await client.query('select name from schema_migration order by name')).rows.map((r) => r.name),
      logMigration: async ({ name }) =>
        void (await client.query('insert into schema_migration (name) values ($1)', [name])),
      unlogMigration: async () => {
        throw new Error('migrations go forward only');
      },
    },
  });
}

async function apply(client: pg.Client, file: string): Promise<void> {
  const sql = readFileSync(join(FOLDER, file), 'utf8');
  try {
    await client.query(`begin; ${sql}; commit`);
  } catch (error) {
    await client.query('rollback');
    throw new Error(`migration ${file}: ${(error as Error).message}`, { cause: error });
  }
}
