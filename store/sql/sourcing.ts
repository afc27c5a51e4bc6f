import { SourcingRules, type TemperatureClass } from '../../core/documents/index.ts';
import type { ActiveRules, RulesChannel, SourcingLoad, SourcingTransaction } from '../../core/ports/index.ts';
import type { Instant, LocationId, OrderId, ProductId } from '../../core/shared/ids.ts';
import { epochMs } from '../../core/shared/instant.ts';
import { DAY_MS, dateOf, dayOf } from '../../core/shared/zone.ts';
import { type CompiledRules, compileRules, type Goods } from '../../core/sourcing/index.ts';
import { column, type Executor } from '../database.ts';

/** What a batch loads to choose locations by rules. */
export function sourcingTransaction(db: Executor): SourcingTransaction {
  return {
    sourcingRules: () => activeRules(db),
    sourcingGoods: (products, withAges, now) => goods(db, products, withAges, now),
    sourcingLoads: (days) => loads(db, days),
    ordersToPlan: (by, limit) => ordersToPlan(db, by, limit),
  };
}

/** A version is never changed, so its compiled form holds as long as the process. */
const compiled = new Map<string, CompiledRules>();
const MOST_COMPILED = 100;
const NONE: ActiveRules = new Map();

async function activeRules(db: Executor): Promise<ActiveRules> {
  const { rows } = await db.query<{ channel: RulesChannel; rules_id: string }>({
    name: 'active-rules',
    text: 'select channel, rules_id from sourcing_activation',
  });
  if (rows.length === 0) return NONE;
  const unknown = rows.map((row) => row.rules_id).filter((id) => !compiled.has(id));
  if (unknown.length > 0) await compile(db, unknown);
  return new Map(rows.flatMap(({ channel, rules_id: id }) => entry(channel, compiled.get(id))));
}

const entry = (channel: RulesChannel, rules: CompiledRules | undefined): [RulesChannel, CompiledRules][] =>
  rules ? [[channel, rules]] : [];

async function compile(db: Executor, ids: readonly string[]): Promise<void> {
  const { rows } = await db.query<{ id: string; name: string; version: number; document: unknown }>({
    name: 'rules-documents',
    text: 'select id, name, version, document from sourcing_rules where id = any($1::uuid[])',
    values: [ids],
  });
  if (compiled.size > MOST_COMPILED) compiled.clear();
  for (const { id, name, version, document } of rows) {
    const made = compileRules(SourcingRules.parse(document), `${name}@${version}`);
    if (!made.ok) throw new Error(`the stored rules ${name}@${version} contradict themselves`);
    compiled.set(id, made.value);
  }
}

async function goods(
  db: Executor,
  products: readonly ProductId[],
  withAges: boolean,
  now: Instant,
): Promise<ReadonlyMap<ProductId, Goods>> {
  type Row = { id: string; weight_grams: number | null; is_hazardous: boolean; temperature: TemperatureClass };
  const { rows } = await db.query<Row>({
    name: 'sourcing-goods',
    text: `select p.id, p.weight_grams, coalesce(h.is_hazardous, false) as is_hazardous,
             coalesce(h.temperature, 'ambient') as temperature
           from product p left join product_handling h on h.product_id = p.id where p.id = any($1::uuid[])`,
    values: [products],
  });
  const ages = withAges ? await agesOf(db, products, now) : undefined;
  return new Map(
    rows.map((row) => [
      row.id as ProductId,
      {
        weightGrams: row.weight_grams,
        isHazardous: row.is_hazardous,
        temperature: row.temperature,
        ages: ages?.get(row.id),
      },
    ]),
  );
}

/**
 * Days since the oldest units arrived that must still lie there when the first to come are the first to go: going back
 * from the last arrival, the one with which what lies there is reached.
 */
async function agesOf(db: Executor, products: readonly ProductId[], now: Instant) {
  type Row = { product_id: string; location_id: string; at: string };
  const { rows } = await db.query<Row>({
    name: 'sourcing-ages',
    text: `
      select product_id, location_id, min(at) as at from (
        select e.product_id, e.location_id, e.at, b.on_hand as held,
          sum(e.on_hand) over (partition by e.product_id, e.location_id order by e.id desc) - e.on_hand as newer
        from stock_entry e join stock_balance b using (product_id, location_id)
        where e.product_id = any($1::uuid[]) and e.on_hand > 0) arrival
      where newer < held group by product_id, location_id`,
    values: [products],
  });
  const ages = new Map<string, Map<LocationId, number>>();
  for (const { product_id: product, location_id: location, at } of rows) {
    const own = ages.get(product) ?? new Map<LocationId, number>();
    const days = (epochMs(now) - Date.parse(`${at.slice(0, 10)}T${at.slice(11, 19)}Z`)) / DAY_MS;
    ages.set(product, own.set(location as LocationId, Math.max(0, days)));
  }
  return ages;
}

async function loads(
  db: Executor,
  days: readonly Pick<SourcingLoad, 'location' | 'day'>[],
): Promise<readonly SourcingLoad[]> {
  const values = [column(days, (d) => d.location), column(days, (d) => dateOf(d.day))];
  await db.query({
    name: 'ensure-sourcing-loads',
    text: `insert into sourcing_load (location_id, day) select * from unnest($1::uuid[], $2::date[])
           order by 1, 2 on conflict do nothing`,
    values,
  });
  const { rows } = await db.query<{ location_id: string; day: string; orders: number; units: number }>({
    name: 'lock-sourcing-loads',
    text: `select location_id, day, orders, units from sourcing_load
           where (location_id, day) in (select * from unnest($1::uuid[], $2::date[]))
           order by location_id, day for update`,
    values,
  });
  return rows.map(({ location_id: location, day, orders, units }) => ({
    location: location as LocationId,
    day: dayOf(day),
    orders,
    units,
  }));
}

/** One plan at a time, so that each sees the units that the one before it left. */
const PLAN_LOCK = 0x1b11;

async function ordersToPlan(db: Executor, by: Instant, limit: number): Promise<readonly OrderId[]> {
  const { rows: due } = await db.query<{ goes: boolean }>({
    name: 'lock-plan',
    text: `select exists (select from orders where source_by <= $2::timestamptz)
             and pg_try_advisory_xact_lock($1) as goes`,
    values: [PLAN_LOCK, by],
  });
  if (due[0]?.goes !== true) return [];
  const { rows } = await db.query<{ id: OrderId }>({
    name: 'orders-to-plan',
    text: `select id from orders
           where source_by is not null and state = 'open'
             and channel in (select channel from orders where source_by <= $1::timestamptz)
           order by source_by, id limit $2`,
    values: [by, limit],
  });
  return rows.map(({ id }) => id);
}

/** Writes loads as they now are; their rows are locked by this transaction. */
export async function saveSourcingLoads(db: Executor, changed: readonly SourcingLoad[]): Promise<void> {
  if (changed.length === 0) return;
  await db.query({
    name: 'save-sourcing-loads',
    text: `update sourcing_load l set orders = row.orders, units = row.units
           from unnest($1::uuid[], $2::date[], $3::integer[], $4::integer[]) as row (location_id, day, orders, units)
           where l.location_id = row.location_id and l.day = row.day`,
    values: [
      column(changed, (r) => r.location),
      column(changed, (r) => dateOf(r.day)),
      column(changed, (r) => r.orders),
      column(changed, (r) => r.units),
    ],
  });
}
