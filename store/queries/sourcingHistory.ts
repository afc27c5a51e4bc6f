import type pg from 'pg';
import type { SourcingChannel, TemperatureClass } from '../../core/documents/index.ts';
import type { NamedWorld, PastPeriod, SourcingHistory } from '../../core/ports/index.ts';
import type { Instant, LocationId } from '../../core/shared/ids.ts';
import type { PastEvent } from '../../core/sourcing/index.ts';

const PAGE = 250;

/** Past orders and their stock, from the rows of orders and the stock ledger. */
export function sourcingHistory(pool: pg.Pool): SourcingHistory {
  return {
    async count({ from, to }) {
      const { rows } = await pool.query<{ orders: number }>({
        text: `select count(*)::integer as orders from orders where kind = 'sales' and placed_at >= $1 and placed_at < $2`,
        values: [from, to],
      });
      return rows[0]?.orders ?? 0;
    },
    world: (at, wanted) => world(pool, at, wanted),
    events: (period, named) => events(pool, period, named),
  };
}

type ProductRow = {
  id: string;
  sku: string;
  weight_grams: number | null;
  is_hazardous: boolean;
  temperature: TemperatureClass;
};

async function world(
  pool: pg.Pool,
  at: Instant,
  wanted: PastPeriod | { readonly skus: readonly string[] },
): Promise<NamedWorld> {
  const locations = await pool.query<{ id: string; code: string; priority: number }>(
    'select id, code, priority from location where is_active order by priority, code',
  );
  const rows = await productsOf(pool, wanted);
  const index = new Map(rows.map((row, p) => [row.id, p]));
  const placeOf = new Map(locations.rows.map((row, l) => [row.id, l]));
  const L = locations.rows.length;
  const stock = new Int32Array(rows.length * L);
  const held = await pool.query<{ product_id: string; location_id: string; units: number }>({
    text: `select product_id, location_id, sum(on_hand - reserved - allocated)::integer as units from stock_entry
           where product_id = any($1::uuid[]) and at < $2 group by 1, 2`,
    values: [[...index.keys()], at],
  });
  for (const { product_id: product, location_id: location, units } of held.rows) {
    const l = placeOf.get(location);
    if (l !== undefined) stock[(index.get(product) ?? 0) * L + l] = Math.max(0, units);
  }
  return {
    products: new Map(rows.map((row, p) => [row.sku, p])),
    world: {
      locations: locations.rows.map((row) => ({ ...row, id: row.id as LocationId })),
      products: rows.map((row) => ({
        weightGrams: row.weight_grams,
        isHazardous: row.is_hazardous,
        temperature: row.temperature,
      })),
      stock,
    },
  };
}

async function productsOf(
  pool: pg.Pool,
  wanted: PastPeriod | { readonly skus: readonly string[] },
): Promise<readonly ProductRow[]> {
  const [where, values] =
    'skus' in wanted
      ? ['p.sku = any($1::text[])', [wanted.skus]]
      : [
          `p.id in (select l.product_id from order_line l join orders o on o.id = l.order_id
                    where o.placed_at >= $1 and o.placed_at < $2)`,
          [wanted.from, wanted.to],
        ];
  const { rows } = await pool.query<ProductRow>({
    text: `select p.id, p.sku, p.weight_grams, coalesce(h.is_hazardous, false) as is_hazardous,
             coalesce(h.temperature, 'ambient') as temperature
           from product p left join product_handling h on h.product_id = p.id where ${where} order by p.sku`,
    values,
  });
  return rows;
}

/** What orders take off the shelf is left out: it is what the rules decide again. */
const CURSOR = `
  declare past no scroll cursor for
  select at_ms, channel, country, postal_code, promised_ms, lines, sku, location, units from (
    select (extract(epoch from o.placed_at) * 1000)::bigint as at_ms, o.channel,
      o.document -> 'shippingAddress' ->> 'country' as country,
      o.document -> 'shippingAddress' ->> 'postalCode' as postal_code,
      (extract(epoch from o.promised_at) * 1000)::bigint as promised_ms,
      (select json_agg(json_build_array(l.sku,
         l.open + l.backordered + l.allocated + l.released + l.shipped + l.cancelled) order by l.position)
       from order_line l where l.order_id = o.id and l.requires_shipping) as lines,
      null::text as sku, null::text as location, null::integer as units
    from orders o where o.kind = 'sales' and o.placed_at >= $1 and o.placed_at < $2
    union all
    select (extract(epoch from e.at) * 1000)::bigint, null, null, null, null, null, p.sku, l.code, e.on_hand
    from stock_entry e join product p on p.id = e.product_id join location l on l.id = e.location_id
    where e.at >= $1 and e.at < $2 and e.on_hand <> 0 and e.kind not in ('pick', 'unpick', 'ship')
      and p.sku = any($3::text[])) past
  order by at_ms`;

type EventRow = {
  at_ms: string;
  channel: SourcingChannel | null;
  country: string | null;
  postal_code: string | null;
  promised_ms: string | null;
  lines: [string, number][] | null;
  sku: string | null;
  location: string | null;
  units: number | null;
};

async function* events(
  pool: pg.Pool,
  { from, to }: PastPeriod,
  named: NamedWorld,
): AsyncGenerator<readonly PastEvent[]> {
  const places = new Map(named.world.locations.map(({ code }, l) => [code, l]));
  const client = await pool.connect();
  try {
    await client.query('begin transaction isolation level repeatable read, read only');
    await client.query(CURSOR, [from, to, [...named.products.keys()]]);
    for (;;) {
      const { rows } = await client.query<EventRow>(`fetch ${PAGE} from past`);
      if (rows.length === 0) return;
      yield rows.flatMap((row) => eventOf(row, named, places));
    }
  } finally {
    await client.query('rollback').catch(() => undefined);
    client.release();
  }
}

function eventOf(row: EventRow, { products }: NamedWorld, places: ReadonlyMap<string, number>): readonly PastEvent[] {
  const atMs = Number(row.at_ms);
  if (row.channel !== null) {
    const lines = (row.lines ?? []).flatMap(([sku, quantity]) => {
      const product = products.get(sku);
      return product === undefined ? [] : [{ product, quantity }];
    });
    const { channel, country, postal_code: postalCode } = row;
    const promisedMs = row.promised_ms === null ? null : Number(row.promised_ms);
    return lines.length === 0 ? [] : [{ kind: 'order', atMs, channel, country, postalCode, promisedMs, lines }];
  }
  const product = products.get(row.sku ?? '');
  const location = places.get(row.location ?? '');
  if (product === undefined || location === undefined) return [];
  return [{ kind: 'movement', atMs, product, location, units: row.units ?? 0 }];
}
