import type pg from 'pg';
import type {
  LineGoods,
  NewPickList,
  PickCandidate,
  PickingTransaction,
  PickListRow,
  PickRow,
} from '../core/ports/index.ts';
import type { FulfillmentOrderId, LocationId, OrderId, OrderLineId } from '../core/shared/ids.ts';
import { column } from './database.ts';
import { instantFrom } from './instant.ts';

/** Pick lists and what they are made from, on the client of a transaction. */
export function pickingTransaction(client: pg.PoolClient): PickingTransaction {
  const rows = async <Row extends object>(name: string, text: string, values: unknown[]): Promise<Row[]> =>
    (await client.query<Row>({ name, text, values })).rows;
  return {
    worksNamed: (names) =>
      rows<{ id: FulfillmentOrderId; order: OrderId; number: string }>('works-named', WORKS_NAMED, [names]),
    async pickCandidates({ location, names, placedBefore, limit }) {
      const found = await rows<PickCandidate>('pick-candidates', CANDIDATES, [
        location,
        names ?? null,
        placedBefore ?? null,
        limit,
      ]);
      return found.map((row) => ({ ...row, since: instantFrom(row.since) }));
    },
    goodsOf: (location, lines) => rows<LineGoods>('goods-of', GOODS, [location, lines]),
    listedUnits: (works) =>
      rows<{ fulfillmentOrder: FulfillmentOrderId; line: OrderLineId; units: number }>('listed-units', LISTED, [works]),
    insertPickLists: (lists) => insertPickLists(client, lists),
    pickList: (name) => pickList(client, name),
    savePickList: (list) => savePickList(client, list),
    async placeProduct(product, location, { bin, zone }) {
      await client.query({
        name: 'place-product',
        text: bin === null ? UNPLACE : PLACE,
        values: bin === null ? [product, location] : [product, location, bin, zone],
      });
    },
  };
}

const WORKS_NAMED = `
  select id, order_id as order, number from fulfillment_order
  where number = any($1::text[]) or id::text = any($1::text[]) order by id`;

/** Work that has to leave within a day counts as if it waited since a day before. */
const SINCE = `least(f.created_at, o.ship_by - interval '1 day')`;

const CANDIDATES = `
  select f.id, f.order_id as order, o.priority, ${SINCE} as since
  from fulfillment_order f join orders o on o.id = f.order_id
  where f.location_id = $1 and f.state in ('released', 'picking') and f.method <> 'drop-ship'
    and ($2::text[] is null or f.number = any($2) or f.id::text = any($2))
    and ($3::timestamptz is null or o.placed_at < $3)
  order by o.priority desc, ${SINCE}, f.id limit $4`;

const GOODS = `
  select l.id as line, l.product_id as product, l.sku, k.bin, k.zone, null::integer as walk
  from order_line l left join pick_place k on k.product_id = l.product_id and k.location_id = $1
  where l.id = any($2::uuid[])`;

const LISTED = `
  select p.fulfillment_order_id as "fulfillmentOrder", p.order_line_id as line,
         sum(p.quantity - p.picked - p.short)::integer as units
  from pick p join pick_list l on l.id = p.pick_list_id and l.state = 'open'
  where p.fulfillment_order_id = any($1::uuid[]) group by 1, 2`;

const PLACE = `
  insert into pick_place (product_id, location_id, bin, zone) values ($1, $2, $3, $4)
  on conflict (product_id, location_id) do update
  set bin = excluded.bin, zone = excluded.zone, updated_at = clock_timestamp()`;

const UNPLACE = 'delete from pick_place where product_id = $1 and location_id = $2';

async function insertPickLists(client: pg.PoolClient, lists: readonly NewPickList[]): Promise<readonly string[]> {
  const { rows } = await client.query<{ number: string }>({
    name: 'insert-pick-lists',
    text: `
      insert into pick_list (id, location_id, strategy, zone, wave, created_by)
      select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[]) returning number`,
    values: [
      column(lists, (l) => l.id),
      column(lists, (l) => l.location),
      column(lists, (l) => l.strategy),
      column(lists, (l) => l.zone),
      column(lists, (l) => l.wave),
      column(lists, (l) => l.createdBy),
    ],
  });
  const picks = lists.flatMap((list) => list.picks.map((pick, position) => ({ ...pick, list: list.id, position })));
  await client.query({
    name: 'insert-picks',
    text: `
      insert into pick (id, pick_list_id, position, fulfillment_order_id, order_line_id, sku, bin, zone, quantity)
      select * from unnest($1::uuid[], $2::uuid[], $3::integer[], $4::uuid[], $5::uuid[], $6::text[], $7::text[],
                           $8::text[], $9::integer[])`,
    values: [
      column(picks, (p) => p.id),
      column(picks, (p) => p.list),
      column(picks, (p) => p.position),
      column(picks, (p) => p.fulfillmentOrder),
      column(picks, (p) => p.line),
      column(picks, (p) => p.sku),
      column(picks, (p) => p.bin),
      column(picks, (p) => p.zone),
      column(picks, (p) => p.quantity),
    ],
  });
  return rows.map(({ number }) => number);
}

async function pickList(client: pg.PoolClient, name: string): Promise<PickListRow | null> {
  type Head = Omit<PickListRow, 'picks' | 'location'> & { readonly location_id: LocationId };
  const { rows } = await client.query<Head>({
    name: 'lock-pick-list',
    text: `select id, number, location_id, state, version from pick_list
           where number = $1 or id::text = $1 for update`,
    values: [name],
  });
  const head = rows[0];
  if (!head) return null;
  const picks = await client.query<PickRow>({
    name: 'picks-of-list',
    text: `select p.id, p.fulfillment_order_id as "fulfillmentOrder", f.order_id as order, p.order_line_id as line,
                  p.sku, p.bin, p.zone, p.quantity, p.picked, p.short
           from pick p join fulfillment_order f on f.id = p.fulfillment_order_id
           where p.pick_list_id = $1 order by p.position`,
    values: [head.id],
  });
  const { location_id, ...rest } = head;
  return { ...rest, location: location_id, picks: picks.rows };
}

async function savePickList(client: pg.PoolClient, { id, state, picks }: PickListRow): Promise<void> {
  await client.query({
    name: 'save-pick-list',
    text: `update pick_list set state = $2, version = version + 1, updated_at = clock_timestamp() where id = $1`,
    values: [id, state],
  });
  await client.query({
    name: 'save-picks',
    text: `update pick p set picked = row.picked, short = row.short
           from unnest($1::uuid[], $2::integer[], $3::integer[]) as row (id, picked, short)
           where p.id = row.id and (p.picked, p.short) is distinct from (row.picked, row.short)`,
    values: [column(picks, (p) => p.id), column(picks, (p) => p.picked), column(picks, (p) => p.short)],
  });
}
