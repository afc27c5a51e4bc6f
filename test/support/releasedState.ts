import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';

/**
 * A database as a released version left it: the migrations that had run, each with a hash of its file, which is frozen
 * since, and the rows of every table as JSON.
 */
export type ReleasedState = {
  readonly migrations: readonly { readonly name: string; readonly sha256: string }[];
  readonly tables: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
};

const FOLDER = join(import.meta.dirname, '..', '..', 'store', 'migrations');
const sqlOf = (name: string): string => readFileSync(join(FOLDER, `${name}.sql`), 'utf8');
const hashOf = (name: string): string => createHash('sha256').update(sqlOf(name)).digest('hex');

/** Takes the state of a database. To keep the one of a new release: `test/support/keepRelease.ts` with DATABASE_URL. */
export async function takeState(db: pg.Pool): Promise<ReleasedState> {
  const { rows: done } = await db.query<{ name: string }>('select name from schema_migration order by name');
  const { rows: names } = await db.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
     and relname <> 'schema_migration' order by relname`,
  );
  const tables: Record<string, ReleasedState['tables'][string]> = {};
  for (const { name } of names) {
    const { rows } = await db.query<{ row: Record<string, unknown> }>(`select to_jsonb(t) as row from "${name}" t`);
    if (rows.length > 0) tables[name] = rows.map(({ row }) => row);
  }
  return { migrations: done.map(({ name }) => ({ name, sha256: hashOf(name) })), tables };
}

/** Makes an empty database what it was. Throws when a released migration is not what it was. */
export async function restoreState(db: pg.Pool, { migrations, tables }: ReleasedState): Promise<void> {
  await db.query(
    'create table schema_migration (name text primary key, applied_at timestamptz not null default now())',
  );
  for (const { name, sha256 } of migrations) {
    if (hashOf(name) !== sha256) throw new Error(`${name} was released and has been changed since`);
    await db.query(sqlOf(name));
    await db.query('insert into schema_migration (name) values ($1)', [name]);
  }
  const client = await db.connect();
  await client.query('set session_replication_role = replica');
  for (const [name, rows] of Object.entries(tables)) {
    await client.query(
      `insert into "${name}" overriding system value select * from jsonb_populate_recordset(null::public."${name}", $1)`,
      [JSON.stringify(rows)],
    );
  }
  await client.query(NEXT_IDENTITIES);
  await client.query('set session_replication_role = origin');
  client.release();
}

const NEXT_IDENTITIES = `
  do $$
  declare c record;
  begin
    for c in select table_name, column_name from information_schema.columns
             where table_schema = 'public' and is_identity = 'YES' loop
      execute format('select setval(pg_get_serial_sequence(%L, %L), greatest(1, (select coalesce(max(%I), 0) from %I)))',
                     c.table_name, c.column_name, c.column_name, c.table_name);
    end loop;
  end $$`;

/** Everything that a schema is: columns, constraints and indexes, by name. */
export async function schemaOf(db: pg.Pool): Promise<readonly string[]> {
  const { rows } = await db.query<{ line: string }>(SCHEMA);
  return rows.map(({ line }) => line);
}

const SCHEMA = `
  select format('%s.%s %s null=%s default=%s identity=%s', table_name, column_name, udt_name, is_nullable, column_default,
                identity_generation) as line
  from information_schema.columns where table_schema = 'public'
  union all
  select format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint
  where connamespace = 'public'::regnamespace
  union all
  select indexdef from pg_indexes where schemaname = 'public'
  order by 1`;
