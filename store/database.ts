import pg from 'pg';

/** A connection that runs statements: a pool, or one client inside a transaction. */
export type Executor = {
  query<Row extends pg.QueryResultRow>(query: pg.QueryConfig): Promise<pg.QueryResult<Row>>;
};

export type DatabaseOptions = {
  readonly url: string;
  /** Upper bound of connections of this pool; a process stays at 40 over all its pools. */
  readonly max: number;
  readonly onError: (error: Error) => void;
};

const TIMESTAMPTZ = 1184;
const DATE = 1082;

/**
 * Opens a pool. Instants arrive as text in UTC with all microseconds, bigint and numeric as text: JavaScript's own types
 * would lose digits. TLS follows the URL (`sslmode=require`, `verify-full`, `sslrootcert=…`).
 */
export function openDatabase({ url, max, onError }: DatabaseOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    application_name: 'crossdock',
    options: '-c timezone=UTC -c jit=off -c idle_in_transaction_session_timeout=60000',
    types: { getTypeParser: parserFor },
  });
  // A client that breaks while it is in use says so to whoever uses it; unheard, the event would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  // An idle client that breaks while the pool ends is no news; and only the error is told, never the client.
  pool.on('error', (error) => {
    if (!pool.ending) onError(error);
  });
  return pool;
}

function parserFor(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
  if (oid === TIMESTAMPTZ || oid === DATE) return (text) => text;
  return pg.types.getTypeParser(oid, format as 'text');
}

/**
 * Separates the elements of a column of JSON texts that is sent as one string. JSON escapes control characters, so it
 * cannot occur inside; PostgreSQL splits on it several times faster than it parses a quoted array.
 */
export const SEPARATOR = '\u001e';

/** A column of JSON values as one parameter, for `unnest(string_to_array($n, chr(30)))::jsonb`. */
export function jsonColumn<Row>(rows: readonly Row[], value: (row: Row) => unknown): string {
  return rows.map((row) => JSON.stringify(value(row))).join(SEPARATOR);
}

type Cell = string | number | boolean | null | undefined | Uint8Array;

/**
 * A column as one array parameter, for `unnest($n::type[])`, written as PostgreSQL reads arrays. Ids, numbers, instants and
 * plain words need no quotes; the driver's own writer escapes every element twice over.
 */
export function column<Row>(rows: readonly Row[], value: (row: Row) => Cell): string {
  let text = '{';
  for (const [i, row] of rows.entries()) text += i === 0 ? element(value(row)) : `,${element(value(row))}`;
  return `${text}}`;
}

const PLAIN = /^(?!null$)[\w.:+#/@-]+$/i;
const SPECIAL = /["\\]/g;

function element(value: Cell): string {
  if (value === null || value === undefined) return 'NULL';
  if (typeof value === 'string') return PLAIN.test(value) ? value : `"${value.replace(SPECIAL, '\\$&')}"`;
  if (value instanceof Uint8Array) return `"\\\\x${Buffer.from(value).toString('hex')}"`;
  return String(value);
}

/**
 * A column of bytes as one binary value with where each part begins, counted from 1, and how long it is, for
 * `substring($n::bytea from start for length)`. As an array the bytes would be written in hexadecimal and parsed one by one.
 */
export function bytesColumn<Row>(rows: readonly Row[], value: (row: Row) => Uint8Array): [Buffer, string, string] {
  let next = 1;
  const starts = rows.map((row) => {
    const start = next;
    next += value(row).length;
    return start;
  });
  return [Buffer.concat(rows.map(value)), column(starts, (start) => start), column(rows, (row) => value(row).length)];
}
