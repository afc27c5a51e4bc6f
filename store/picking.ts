import type pg from 'pg';
import type { BinId, LotId, PlacedUnits } from '../core/inventory/index.ts';
import type {
  FreePlace,
  LineGoods,
  NewPickList,
  PickCandidate,
  PickingTransaction,
  PickListRow,
  PickRow,
} from '../core/ports/index.ts';
import type { FulfillmentOrderId, LocationId, OrderId, OrderLineId, ProductId } from '../core/shared/ids.ts';
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
    freePlaces: (location, products) => freePlaces(client, location, products),
    async keepProduct(product, location, bin) {
      await client.query({
        name: bin === null ? 'keep-nowhere' : 'keep-product',
        text: bin === null ? KEEP_NOWHERE : KEEP,
        values: bin === null ? [product, location] : [product, location, bin.id, bin.code, bin.zone],
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
  select l.id as line, l.product_id as product, l.sku, b.code as bin, b.zone, b.walk, b.id as "binId"
  from order_line l left join home_bin h on h.product_id = l.product_id and h.location_id = $1
  left join bin b on b.id = h.bin_id
  where l.id = any($2::uuid[])`;

/** What open lists take from a place is not there for another. */
const FREE_PLACES = `
  select s.product_id as product, s.bin_id as "binId", s.lot_id as "lotId", b.code as bin, b.zone, b.walk, t.code as lot,
         t.expires_on as "expiresOn", t.created_at as "receivedAt",
         s.quantity - coalesce((
           select sum(p.quantity - p.picked - p.short)::integer
           from pick p join pick_list l on l.id = p.pick_list_id and l.state = 'open' and l.location_id = s.location_id
           join order_line o on o.id = p.order_line_id
           where p.is_placed and o.product_id = s.product_id and p.bin_id is not distinct from s.bin_id
             and p.lot_id is not distinct from s.lot_id), 0) as quantity
  from stock_place s left join bin b on b.id = s.bin_id left join lot t on t.id = s.lot_id
  where s.location_id = $1 and s.product_id = any($2::uuid[]) and s.quantity > 0`;

async function freePlaces(
  client: pg.PoolClient,
  location: LocationId,
  products: readonly ProductId[],
): Promise<readonly FreePlace[]> {
  type Row = Omit<PlacedUnits, 'bin' | 'lot' | 'location' | 'receivedAt'> &
    Omit<FreePlace, 'units'> & {
      readonly binId: BinId | null;
      readonly lotId: LotId | null;
      readonly receivedAt: string | null;
    };
  const { rows } = await client.query<Row>({ name: 'free-places', text: FREE_PLACES, values: [location, products] });
  return rows.map(({ product, binId, lotId, bin, zone, lot, quantity, expiresOn, receivedAt, walk }) => {
    const age = { expiresOn, receivedAt: receivedAt ?? '9999', walk };
    return { units: { product, location, bin: binId, lot: lotId, quantity, ...age }, bin, zone, lot };
  });
}

const LISTED = `
  select p.fulfillment_order_id as "fulfillmentOrder", p.order_line_id as line,
         sum(p.quantity - p.picked - p.short)::integer as units
  from pick p join pick_list l on l.id = p.pick_list_id and l.state = 'open'
  where p.fulfillment_order_id = any($1::uuid[]) group by 1, 2`;

const KEEP = `
  with kept as (
    insert into bin (id, location_id, code, zone) values ($3, $2, $4, $5)
    on conflict (location_id, code) do update set zone = coalesce(excluded.zone, bin.zone), is_active = true
    returning id
  )
  insert into home_bin (product_id, location_id, bin_id) select $1::uuid, $2::uuid, id from kept
  on conflict (product_id, location_id) do update set bin_id = excluded.bin_id, updated_at = clock_timestamp()`;

const KEEP_NOWHERE = 'delete from home_bin where product_id = $1 and location_id = $2';

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
      insert into pick (id, pick_list_id, position, fulfillment_order_id, order_line_id, sku, bin_id, lot_id, is_placed, quantity)
      select * from unnest($1::uuid[], $2::uuid[], $3::integer[], $4::uuid[], $5::uuid[], $6::text[], $7::uuid[],
                           $8::uuid[], $9::boolean[], $10::integer[])`,
    values: [
      column(picks, (p) => p.id),
      column(picks, (p) => p.list),
      column(picks, (p) => p.position),
      column(picks, (p) => p.fulfillmentOrder),
      column(picks, (p) => p.line),
      column(picks, (p) => p.sku),
      column(picks, (p) => p.place?.bin ?? p.binId),
      column(picks, (p) => p.place?.lot ?? null),
      column(picks, (p) => p.place !== null),
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
                  p.sku, b.code as bin, b.zone, t.code as lot, p.bin_id as "binId",
                  case when p.is_placed then jsonb_build_object('bin', p.bin_id, 'lot', p.lot_id) end as place,
                  p.quantity, p.picked, p.short
           from pick p join fulfillment_order f on f.id = p.fulfillment_order_id
           left join bin b on b.id = p.bin_id left join lot t on t.id = p.lot_id
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
