import pg from 'pg';
import { err, ok, type Result } from '../core/shared/result.ts';

export type DatabaseProbe = {
  /** As the server says it: `18.4`. */
  readonly version: string;
  readonly major: number;
  readonly isEncrypted: boolean;
  readonly isUtf8: boolean;
  /** A standby takes no writes. */
  readonly isWritable: boolean;
  readonly mayCreate: boolean;
  readonly sizeBytes: number;
  readonly maxConnections: number;
  /** How far the server's clock is ahead of this machine's, give or take half of the round trip. */
  readonly clockAheadMs: number;
  readonly roundTripMs: number;
};

/** Why a database cannot be used: a cause in words, and the driver's code or SQLSTATE. */
export type DatabaseTrouble = { readonly code: string; readonly message: string };

const CONNECT_MS = 5_000;

const QUERY = `select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
  coalesce((select ssl from pg_stat_ssl where pid = pg_backend_pid()), false) as "isEncrypted",
  pg_encoding_to_char(encoding) = 'UTF8' as "isUtf8", not pg_is_in_recovery() as "isWritable",
  has_database_privilege(oid, 'create') and has_schema_privilege(current_schema(), 'create') as "mayCreate",
  pg_database_size(oid)::text as size, current_setting('max_connections')::int as "maxConnections",
  (extract(epoch from clock_timestamp()) * 1000)::float8 as "nowMs"
  from pg_database where datname = current_database()`;

/** Connects once, asks what a hub needs to know, and disconnects. Takes at most five seconds to find a host silent. */
export async function probeDatabase(url: string): Promise<Result<DatabaseProbe, DatabaseTrouble>> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: CONNECT_MS,
    application_name: 'crossdock probe',
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const asked = Date.now();
    const { rows } = await client.query(QUERY);
    const roundTripMs = Date.now() - asked;
    const { number, size, nowMs, ...row } = rows[0];
    return ok({
      ...row,
      major: Math.floor(number / 10_000),
      sizeBytes: Number(size),
      clockAheadMs: Math.round(nowMs - (asked + roundTripMs / 2)),
      roundTripMs,
    });
  } catch (error) {
    return err(troubleOf(error));
  } finally {
    await client.end().catch(() => undefined);
  }
}

const WORDS: { readonly [code: string]: string } = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name of the host cannot be resolved now',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network of the host cannot be reached',
  ETIMEDOUT: 'it does not answer',
  ECONNRESET: 'it closed the connection',
  '28P01': 'the password is wrong',
  '28000': 'the user is not admitted from here',
  '3D000': 'the database does not exist',
  '42501': 'the user lacks a privilege',
  '53300': 'all its connections are taken',
  '57P03': 'it is starting or stopping',
};

function troubleOf(error: unknown): DatabaseTrouble {
  // A host with several addresses fails with one error for each.
  const first = error instanceof AggregateError ? error.errors[0] : error;
  const { code, message } = first as { code?: string; message?: string };
  const said = message ?? String(first);
  if (code && WORDS[code]) return { code, message: WORDS[code] };
  if (/timeout/i.test(said)) return { code: 'ETIMEDOUT', message: 'it does not answer' };
  return { code: code ?? 'unknown', message: said };
}
