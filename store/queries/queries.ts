import type pg from 'pg';
import type { ListPage, ListQuery, Noun, Queries, Row } from '../../core/ports/index.ts';
import type { NounQuery } from './nounQuery.ts';
import { NOUN_QUERIES } from './nouns.ts';

/** Lists and records as JSON, each in one statement. */
export function queries(pool: pg.Pool): Queries {
  return {
    list: (noun, query) => list(pool, NOUN_QUERIES[noun], query),
    show: (noun, id) => show(pool, noun, id),
    async overview() {
      const { rows } = await pool.query<{ overview: Row }>({ name: 'overview', text: OVERVIEW });
      return rows[0]?.overview ?? {};
    },
  };
}

async function list(pool: pg.Pool, noun: NounQuery, query: ListQuery): Promise<ListPage<Row>> {
  const values: unknown[] = [query.limit + 1];
  const conditions = noun.where ? [noun.where] : [];
  if (query.cursor !== undefined) {
    values.push(Buffer.from(query.cursor, 'base64url').toString('utf8'));
    conditions.push(`${noun.key} < $${values.length}::${noun.keyType}`);
  }
  for (const [name, column] of Object.entries(noun.filters)) {
    const value = query.filters[name];
    if (value === undefined) continue;
    values.push(value);
    conditions.push(`${column}::text = $${values.length}`);
  }
  const where = conditions.length > 0 ? `where ${conditions.join(' and ')}` : '';
  const text = `select (${noun.key})::text as key, ${noun.row} as row from ${noun.from} ${where} order by ${noun.key} desc limit $1`;
  const { rows } = await pool.query<{ key: string; row: Row }>({ text, values });
  const page = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? page.at(-1) : undefined;
  return { items: page.map(({ row }) => row), cursor: last ? Buffer.from(last.key).toString('base64url') : null };
}

const VALID_KEY: Readonly<Record<NounQuery['keyType'], RegExp>> = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  bigint: /^\d{1,18}$/,
  text: /^.{1,200}$/s,
};

async function show(pool: pg.Pool, noun: Noun, id: string): Promise<Row | null> {
  const query = NOUN_QUERIES[noun];
  if (!VALID_KEY[query.keyType].test(id)) return null;
  const detail = query.detail ? ` || ${query.detail}` : '';
  const { rows } = await pool.query<{ row: Row }>({
    name: `show-${noun}`,
    text: `select ${query.row}${detail} as row from ${query.from} where ${query.key} = $1::${query.keyType}`,
    values: [id],
  });
  return rows[0]?.row ?? null;
}

const OVERVIEW = `
  select jsonb_build_object(
    'orders', (select count(*) from orders),
    'ordersOpen', (select count(*) from orders where state = 'open'),
    'shipments', (select count(*) from shipment),
    'delivered', (select count(*) from shipment where delivered_at is not null),
    'inboxWaiting', (select count(*) from inbox_work where state = 'received'),
    'inboxParked', (select count(*) from inbox_work where state in ('parked', 'dead')),
    'deliveriesOpen', (select count(*) from delivery where state in ('prepared', 'sent', 'in-doubt')),
    'deliveriesAttention', (select count(*) from delivery where state in ('refused', 'needs-operator')),
    'connections', (select coalesce(jsonb_agg(jsonb_build_object('name', name, 'connector', connector, 'state', state)
                                    order by created_at), '[]') from connection where state <> 'removed')) as overview`;
