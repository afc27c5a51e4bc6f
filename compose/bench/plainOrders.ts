import type pg from 'pg';
import { column, jsonColumn, openDatabase } from '../../store/database.ts';
import { uuidSource } from '../../store/ids.ts';
import { benchOrder, PRODUCTS } from './sampleOrders.ts';

/**
 * The machine's own limit for storing orders: the rows that the hub writes for an order of three lines with its stock
 * committed (order, lines, events, allocations, ledger entries, balances, fulfillment order, facts to tell), made up
 * beforehand and written by plain batched SQL on two connections, with nothing decided and nothing read.
 */
const BATCH = 500;
const LINES = 3;
const EVENTS = 3;
const CONNECTIONS = 2;

const TABLES = `
  create table if not exists bench_order (id uuid primary key, reference text not null unique, number text, placed_at timestamptz, document json);
  create table if not exists bench_line (id uuid primary key, order_id uuid, position integer, sku text, quantity integer);
  create table if not exists bench_event (order_id uuid, version integer, type text, body json, primary key (order_id, version));
  create table if not exists bench_allocation (line_id uuid, location_id uuid, quantity integer, primary key (line_id, location_id));
  create table if not exists bench_entry (id bigint generated always as identity primary key, product integer, quantity integer, order_id uuid);
  create table if not exists bench_balance (product integer primary key, allocated integer not null);
  create table if not exists bench_fulfillment (id uuid primary key, order_id uuid, lines json);
  create table if not exists bench_fact (id bigint generated always as identity primary key, topic text, entity uuid);
  alter table bench_order set (toast_tuple_target = 8160);
  insert into bench_balance select n, 0 from generate_series(0, 4999) n on conflict do nothing;`;

/** Orders per second by plain SQL. `count` orders are written after as many were written to warm up. */
export async function measurePlainOrders(url: string, count: number): Promise<number> {
  const pool = openDatabase({ url, max: CONNECTIONS, onError: () => undefined });
  try {
    await pool.query(TABLES);
    const batches = (first: number): Batch[] =>
      Array.from({ length: Math.ceil(count / BATCH) }, (_, i) => makeBatch(first + i * BATCH));
    await write(pool, batches(0));
    const measured = batches(1_000_000);
    const orders = measured.length * BATCH;
    return orders / (await write(pool, measured));
  } finally {
    await pool.end();
  }
}

/** Writes batches on all connections, each in a transaction of its own. Answers the seconds it took. */
async function write(pool: pg.Pool, batches: Batch[]): Promise<number> {
  const begun = performance.now();
  const lane = async (): Promise<void> => {
    for (let batch = batches.pop(); batch; batch = batches.pop()) {
      const client = await pool.connect();
      await client.query('begin');
      for (const { name, text, values } of batch) await client.query({ name, text, values: [...values] });
      await client.query('commit');
      client.release();
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, lane));
  return (performance.now() - begun) / 1000;
}

type Statement = { readonly name: string; readonly text: string; readonly values: readonly unknown[] };
type Batch = readonly Statement[];
type Line = { readonly id: string; readonly order: string; readonly position: number; readonly product: number };

function makeBatch(first: number): Batch {
  const now = new Date().toISOString();
  const orders = Array.from({ length: BATCH }, (_, i) => ({ id: uuidSource.next(), n: first + i }));
  const lines = orders.flatMap(({ id, n }) =>
    Array.from({ length: LINES }, (_, position) => ({
      id: uuidSource.next(),
      order: id,
      position,
      product: (n * 7919 + position * 1667) % PRODUCTS,
    })),
  );
  return [...orderStatements(orders, lines, now), ...stockStatements(lines)];
}

function orderStatements(
  orders: readonly { readonly id: string; readonly n: number }[],
  lines: readonly Line[],
  now: string,
): Batch {
  const body = { type: 'LinesAllocated', at: now, placements: lines.slice(0, LINES) };
  const events = orders.flatMap(({ id }) => Array.from({ length: EVENTS }, (_, v) => ({ id, version: v + 1 })));
  return [
    {
      name: 'plain-orders',
      text: `insert into bench_order select id, reference, number, placed_at, document::json
             from unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[], string_to_array($5, chr(30)))
               as row (id, reference, number, placed_at, document)`,
      values: [
        column(orders, ({ id }) => id),
        column(orders, ({ n }) => `plain-${n}`),
        column(orders, ({ n }) => `#${n}`),
        column(orders, () => now),
        jsonColumn(orders, ({ n }) => benchOrder(n, now)),
      ],
    },
    {
      name: 'plain-lines',
      text: `insert into bench_line
             select id, order_id, position, 'BENCH-' || product, 1
             from unnest($1::uuid[], $2::uuid[], $3::integer[], $4::integer[]) as row (id, order_id, position, product)`,
      values: [...lineColumns(lines), column(lines, ({ product }) => product)],
    },
    {
      name: 'plain-events',
      text: `insert into bench_event select id, version, 'LinesAllocated', body::json
             from unnest($1::uuid[], $2::integer[], string_to_array($3, chr(30))) as row (id, version, body)`,
      values: [
        column(events, ({ id }) => id),
        column(events, ({ version }) => version),
        jsonColumn(events, () => body),
      ],
    },
    {
      name: 'plain-fulfillments',
      text: `insert into bench_fulfillment select gen_random_uuid(), id, $2::json from unnest($1::uuid[]) id`,
      values: [column(orders, ({ id }) => id), JSON.stringify(body)],
    },
    {
      name: 'plain-facts',
      text: `insert into bench_fact (topic, entity) select 'stock.changed', id from unnest($1::uuid[]) id, generate_series(0, ${LINES})`,
      values: [column(orders, ({ id }) => id)],
    },
  ];
}

const lineColumns = (lines: readonly Line[]): string[] => [
  column(lines, ({ id }) => id),
  column(lines, ({ order }) => order),
  column(lines, ({ position }) => position),
];

function stockStatements(lines: readonly Line[]): Batch {
  const units = new Map<number, number>();
  for (const { product } of lines) units.set(product, (units.get(product) ?? 0) + 1);
  const balances = [...units].sort(([a], [b]) => a - b);
  return [
    {
      name: 'plain-allocations',
      text: 'insert into bench_allocation select id, gen_random_uuid(), 1 from unnest($1::uuid[]) id',
      values: [column(lines, ({ id }) => id)],
    },
    {
      name: 'plain-entries',
      text: `insert into bench_entry (product, quantity, order_id)
             select product, 1, order_id from unnest($1::integer[], $2::uuid[]) as row (product, order_id)`,
      values: [column(lines, ({ product }) => product), column(lines, ({ order }) => order)],
    },
    {
      name: 'plain-balances',
      text: `update bench_balance b set allocated = b.allocated + row.units
             from unnest($1::integer[], $2::integer[]) as row (product, units) where b.product = row.product`,
      values: [column(balances, ([product]) => product), column(balances, ([, n]) => n)],
    },
  ];
}
