import type pg from 'pg';

/** How the orders of the benchmark are spread: customers, items with a few that many buy, and years of trade. */
export const SPREAD = { customers: 200_000, skus: 20_000, cities: 500, days: 730 } as const;

const STEP = 50_000;

/**
 * Fills an empty database with orders as a shop of some years has them, written by SQL: nine of ten are done, each has two
 * lines, an event and what it is found by; every hundredth has ten events, and most of these work and shipments too.
 */
export async function makeOrders(pool: pg.Pool, count: number, onStep: (step: string) => void): Promise<void> {
  await pool.query('alter table orders disable trigger user');
  await pool.query('alter table shipment disable trigger user');
  await pool.query('drop index order_search_found, order_search_newest, order_search_status');
  await pool.query(
    `insert into connection (id, name, connector) values ('00000000-0000-7000-8000-000000000001', 'bench', 'hub')`,
  );
  await pool.query(
    `insert into location (id, code, name) values ('00000000-0000-7000-8000-000000000002', 'bench', 'Bench')`,
  );
  for (let first = 0; first < count; first += STEP) {
    const last = Math.min(first + STEP, count) - 1;
    const range = [first, last];
    const rows = pool.query(ORDERS, range).then(() => pool.query(SEARCHED, range));
    const parts = pool.query(LINES, range).then(() => pool.query(EVENTS, range));
    await Promise.all([rows, parts]);
    await pool.query(WORKS, range);
    await pool.query(SHIPMENTS, range);
    onStep(`${last + 1} of ${count} orders made`);
  }
  onStep('indexing');
  await pool.query('create index order_search_newest on order_search (placed_at, order_id)');
  await pool.query('create index order_search_status on order_search (status, placed_at, order_id)');
  await pool.query('create index order_search_found on order_search using gin (keys, words)');
  await pool.query('vacuum analyze');
}

/** The id of the nth order, and of the mth line of it. */
export const ORDER_ID = (n: string): string => `('00000001-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
const LINE_ID = (n: string, m: number): string =>
  `('0000001${m}-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

/** The same share of the numbers below 2^31 for the same n, evenly spread. */
const dice = (n: string, salt: number): string =>
  `(hashint4(${n} + ${salt} * 1000003)::bigint + 2147483648) / 4294967296.0`;
const customerOf = (n: string): string => `(${dice(n, 1)} * ${SPREAD.customers})::integer`;
const skuOf = (n: string, m: number): string => `'SKU-' || (power(${dice(n, 10 + m)}, 3) * ${SPREAD.skus})::integer`;
const stateOf = (n: string): string =>
  `case when ${n} % 20 = 0 then 'open' when ${n} % 20 = 1 then 'cancelled' else 'closed' end`;

const ORDERS = `
  insert into orders (id, reference, number, kind, channel, connection_id, external_id, source_version, state, holds,
                      payment_state, currency, grand_minor, placed_at, document, version)
  select ${ORDER_ID('n')}, 'bench-' || n, '#' || n, 'sales',
         (array['online', 'online', 'online', 'marketplace', 'store', 'phone', 'b2b'])[1 + n % 7],
         '00000000-0000-7000-8000-000000000001', 'ext-' || n, placed, ${stateOf('n')},
         case when n % 200 = 0 then array['fraud'] else '{}'::text[] end, 'paid', 'EUR', 4988, placed,
         json_build_object('externalId', 'ext-' || n, 'number', '#' || n, 'placedAt', placed, 'currency', 'EUR',
           'customer', json_build_object('email', 'buyer' || c || '@example.com', 'name', 'Buyer ' || c || ' Müller'),
           'shippingAddress', json_build_object('name', 'Buyer ' || c || ' Müller', 'line1', 'Street ' || n % 97,
             'city', 'City' || c % ${SPREAD.cities}, 'postalCode', lpad((c % 99999)::text, 5, '0'), 'country', 'DE'),
           'lines', json_build_array(
             json_build_object('externalId', '1', 'sku', ${skuOf('n', 1)}, 'title', 'Item of colour ' || n % 40,
               'quantity', 2, 'unitPrice', '19.99', 'totalMinor', 3998, 'discountMinor', 0, 'taxes', json_build_array()),
             json_build_object('externalId', '2', 'sku', ${skuOf('n', 2)}, 'title', 'Item of size ' || n % 60,
               'quantity', 1, 'unitPrice', '9.90', 'totalMinor', 990, 'discountMinor', 0, 'taxes', json_build_array())),
           'tags', case when n % 50 = 0 then json_build_array('gift', 'campaign-' || n % 30) else json_build_array() end,
           'totals', json_build_object('linesMinor', 4988, 'grandMinor', 4988)), 3
  from generate_series($1::integer, $2::integer) n
  cross join lateral (select ${customerOf('n')} as c,
    timestamptz '2024-01-01Z' + ${dice('n', 2)} * interval '${SPREAD.days} days' as placed) as made`;

const LINES = `
  insert into order_line (id, order_id, position, external_id, sku, product_id, requires_shipping,
                          open, backordered, allocated, released, shipped, cancelled)
  select case m when 1 then ${LINE_ID('n', 1)} else ${LINE_ID('n', 2)} end, ${ORDER_ID('n')}, m - 1, m::text,
         case m when 1 then ${skuOf('n', 1)} else ${skuOf('n', 2)} end, '00000000-0000-7000-8000-000000000003', true, 0,
         case when n % 60 = 20 then 3 - m else 0 end, 0, case when n % 20 = 0 and n % 60 <> 20 then 3 - m else 0 end,
         case when n % 20 > 1 then 3 - m else 0 end, case when n % 20 = 1 then 3 - m else 0 end
  from generate_series($1::integer, $2::integer) n, generate_series(1, 2) m`;

const EVENTS = `
  insert into order_event (order_id, version, type, body)
  select ${ORDER_ID('n')}, v, 'LinesAllocated', ('{"type": "LinesAllocated", "by": "connection/bench", "placements": ['
           || '{"line": "' || ${LINE_ID('n', 1)} || '", "quantity": 2}]}')::json
  from generate_series($1::integer, $2::integer) n, generate_series(1, case when n % 100 in (0, 2) then 10 else 1 end) v`;

const WORK_ID = (n: string): string => `('00000004-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

const WORKS = `
  insert into fulfillment_order (id, number, order_id, location_id, state, lines)
  select ${WORK_ID('n')}, 'bench-' || n || '-F1', ${ORDER_ID('n')}, '00000000-0000-7000-8000-000000000002',
         case when n % 20 > 1 then 'shipped' else 'released' end, '[]'
  from generate_series($1::integer, $2::integer) n where n % 100 in (0, 2)`;

const SHIPMENTS = `
  insert into shipment (id, reference, order_id, fulfillment_order_id, location_id, carrier, lines, status)
  select ('00000005-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'bench-' || n || '-F1', ${ORDER_ID('n')},
         ${WORK_ID('n')}, '00000000-0000-7000-8000-000000000002', 'UPS', '[]',
         case when n % 300 = 2 then 'in-transit' else 'delivered' end
  from generate_series($1::integer, $2::integer) n where n % 100 = 2`;

/** What the follower of the search would write, without reading each order again. */
const SEARCHED = `
  insert into order_search (order_id, placed_at, status, keys, words)
  select ${ORDER_ID('n')}, timestamptz '2024-01-01Z' + ${dice('n', 2)} * interval '${SPREAD.days} days',
         case when n % 200 = 0 then 'on-hold' when n % 60 = 20 then 'backordered' when n % 20 = 0 then 'released'
              when n % 20 = 1 then 'cancelled' when n % 300 = 2 then 'in-transit' when n % 100 = 2 then 'closed'
              else 'shipped' end,
         array['number:#' || n, 'number:' || n, 'number:bench-' || n, 'externalid:ext-' || n, 'kind:sales',
               'channel:' || (array['online', 'online', 'online', 'marketplace', 'store', 'phone', 'b2b'])[1 + n % 7],
               'customer:buyer' || c || '@example.com', 'customer:buyer ' || c || ' müller',
               lower('sku:' || ${skuOf('n', 1)}), lower('sku:' || ${skuOf('n', 2)})]
           || case when n % 50 = 0 then array['tag:gift', 'tag:campaign-' || n % 30] else '{}' end,
         to_tsvector('simple', concat_ws(' ', n, 'ext-' || n, 'Buyer', c, 'Müller', 'buyer' || c || '@example.com',
           'Street', n % 97, 'City' || c % ${SPREAD.cities}, lpad((c % 99999)::text, 5, '0'), ${skuOf('n', 1)},
           'Item of colour', n % 40, ${skuOf('n', 2)}, 'Item of size', n % 60))
  from generate_series($1::integer, $2::integer) n
  cross join lateral (select ${customerOf('n')} as c) as made`;
