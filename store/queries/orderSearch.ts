import type pg from 'pg';
import type { ListPage, OrderFilter, OrderSearch, Row } from '../../core/ports/index.ts';
import { withClient } from '../unitOfWork.ts';
import { ORDER_ROW, STATUS } from './orderRow.ts';

/** Search over what `follow` keeps beside the orders. */
export function orderSearch(pool: pg.Pool): OrderSearch {
  return {
    search: (filter, page) => search(pool, filter, page),
    follow: (isPatient) => withClient(pool, (client) => follow(client, isPatient)),
  };
}

/** Kinds of keys by the filter that looks for them. A key is compared in lower case. */
const KEYS = ['customer', 'number', 'sku', 'externalId', 'channel', 'kind', 'tag'] as const;

const CURSOR = /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?\+00) ([0-9a-f-]{36})$/;

async function search(
  pool: pg.Pool,
  filter: OrderFilter,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<ListPage<Row>> {
  const { conditions, values } = conditionsOf(filter);
  if (cursor !== undefined) {
    const [, placedAt, id] = CURSOR.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? [];
    if (id === undefined) return { items: [], cursor: null };
    values.push(placedAt, id);
    conditions.push(`(s.placed_at, s.order_id) < ($${values.length - 1}::timestamptz, $${values.length}::uuid)`);
  }
  values.push(limit + 1);
  const where = conditions.length > 0 ? `where ${conditions.join(' and ')}` : '';
  const { rows } = await pool.query<{ placed_at: string; order_id: string }>({
    text: `select s.placed_at, s.order_id from order_search s ${where}
           order by s.placed_at desc, s.order_id desc limit $${values.length}`,
    values,
  });
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  const next = last ? Buffer.from(`${last.placed_at} ${last.order_id}`).toString('base64url') : null;
  return {
    items: await rowsOf(
      pool,
      page.map(({ order_id }) => order_id),
    ),
    cursor: next,
  };
}

/** The rows of found orders, in the order of their ids. A statement of its own: its plan is made once. */
async function rowsOf(pool: pg.Pool, ids: readonly string[]): Promise<readonly Row[]> {
  if (ids.length === 0) return [];
  const { rows } = await pool.query<{ row: Row }>({
    name: 'rows-of-orders',
    text: `select ${ORDER_ROW} as row from unnest($1::uuid[]) with ordinality as found (id, place)
           join orders o on o.id = found.id order by found.place`,
    values: [ids],
  });
  return rows.map(({ row }) => row);
}

function conditionsOf(filter: OrderFilter): { readonly conditions: string[]; readonly values: unknown[] } {
  const conditions: string[] = [];
  const values: unknown[] = [];
  const hold = (condition: (parameter: string) => string, value: unknown): void => {
    values.push(value);
    conditions.push(condition(`$${values.length}`));
  };
  const keys = KEYS.flatMap((kind) => {
    const value = filter[kind];
    return value === undefined ? [] : [`${kind}:${value.trim()}`.toLowerCase()];
  });
  if (keys.length > 0) hold((p) => `s.keys @> ${p}::text[]`, keys);
  if (filter.status !== undefined) hold((p) => `s.status = ${p}`, filter.status);
  if (filter.from !== undefined) hold((p) => `s.placed_at >= ${p}::timestamptz`, filter.from);
  if (filter.to !== undefined) hold((p) => `s.placed_at < ${p}::timestamptz`, filter.to);
  if (filter.text !== undefined) hold((p) => `s.words @@ websearch_to_tsquery('simple', ${p})`, filter.text);
  return { conditions, values };
}

/** One follower at a time: a slower one would write what it read earlier over what a faster one read later. */
const FOLLOW_LOCK = 0x1b0e;
const BATCH = 2000;

async function follow(client: pg.PoolClient, isPatient: boolean): Promise<number> {
  const { rows } = await client.query<{ goes: boolean }>({
    name: 'lock-order-search',
    text: `
      select exists (select from order_search_due)
         and not ($2 and exists (select from inbox_work where state = 'received'))
         and pg_try_advisory_xact_lock($1) as goes`,
    values: [FOLLOW_LOCK, isPatient],
  });
  if (rows[0]?.goes !== true) return 0;
  // Without a name, so that it is planned for the tables as they are now and not as they were when it first ran.
  const { rowCount } = await client.query(FOLLOW, [BATCH]);
  return rowCount ?? 0;
}

/** What an order is found by. `o` is its row, `d` its document as jsonb. */
const SEARCH_ROW = `
  o.id, o.placed_at, ${STATUS},
  array(
    select distinct lower(k) from (
      values ('number:' || o.number), ('number:' || ltrim(o.number, '#')), ('externalId:' || o.external_id),
             ('number:' || o.reference), ('channel:' || o.channel), ('kind:' || o.kind),
             ('customer:' || (d #>> '{customer,email}')), ('customer:' || (d #>> '{customer,phone}')),
             ('customer:' || (d #>> '{customer,name}')), ('customer:' || (d #>> '{customer,externalId}')),
             ('customer:' || (d #>> '{shippingAddress,name}'))
      union all select 'sku:' || l.sku from order_line l where l.order_id = o.id
      union all select 'tag:' || t from unnest(o.tags) t
      union all select 'tag:' || t from jsonb_array_elements_text(coalesce(d -> 'tags', '[]')) t
    ) as key (k) where k is not null),
  to_tsvector('simple', concat_ws(' ', o.number, o.external_id, d #>> '{customer,name}', d #>> '{customer,email}',
    d #>> '{shippingAddress,name}', d #>> '{shippingAddress,company}', d #>> '{shippingAddress,line1}',
    d #>> '{shippingAddress,city}', d #>> '{shippingAddress,postalCode}', d #>> '{billingAddress,name}',
    d #>> '{billingAddress,company}', d ->> 'note',
    (select string_agg(concat_ws(' ', line ->> 'sku', line ->> 'title'), ' ') from jsonb_array_elements(d -> 'lines') line),
    (select string_agg(e.body ->> 'text', ' ') from order_event e where e.order_id = o.id and e.type = 'NoteAdded')))`;

const FOLLOW = `
  with due as (
    delete from order_search_due where ctid = any (array(select ctid from order_search_due limit $1))
    returning order_id
  )
  insert into order_search (order_id, placed_at, status, keys, words)
  select ${SEARCH_ROW}
  from (select distinct order_id from due) due
  join orders o on o.id = due.order_id
  cross join lateral (select o.document::jsonb as d offset 0) document
  on conflict (order_id) do update
  set placed_at = excluded.placed_at, status = excluded.status, keys = excluded.keys, words = excluded.words`;
