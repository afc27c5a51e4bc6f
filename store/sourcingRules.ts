import type pg from 'pg';
import type { SourcingRules } from '../core/documents/index.ts';
import type { SourcingNote } from '../core/order/index.ts';
import type { RulesChannel, RulesVersion, SourcingDecision, SourcingStore } from '../core/ports/index.ts';
import { isUuid } from '../core/shared/ids.ts';
import { changeAudited } from './audited.ts';
import { uuidSource } from './ids.ts';
import { instantFrom } from './instant.ts';
import { withClient } from './unitOfWork.ts';

/** The versions of sourcing rules, and what they decided, in PostgreSQL. */
export function sourcingStore(pool: pg.Pool): SourcingStore {
  return {
    add: (document, actor) => withClient(pool, (client) => add(client, document, actor)),
    list: async () => (await versions(pool, {})).map(({ document: _, ...row }) => row),
    show: async (name, version) => (await versions(pool, { name, version }))[0] ?? null,
    ...activations(pool),
    describeGoods: (sku, { isHazardous, temperature }, actor) =>
      changeAudited(pool, {
        text: `insert into product_handling (product_id, is_hazardous, temperature)
               select id, $2::boolean, $3 from product where sku = $1
               on conflict (product_id) do update set is_hazardous = excluded.is_hazardous,
                 temperature = excluded.temperature, updated_at = clock_timestamp()`,
        values: [sku, isHazardous, temperature],
        actor,
        action: 'product.describe-handling',
        subject: `product/${sku}`,
      }),
    decisions: (order) => decisions(pool, order),
  };
}

function activations(pool: pg.Pool): Pick<SourcingStore, 'activate' | 'deactivate'> {
  return {
    activate: (name, version, channel, actor) =>
      changeAudited(pool, {
        text: `insert into sourcing_activation (channel, rules_id, activated_by)
               select $3, id, $4 from sourcing_rules where name = $1 and version = $2
               on conflict (channel) do update set rules_id = excluded.rules_id,
                 activated_by = excluded.activated_by, activated_at = clock_timestamp()`,
        values: [name, version, channel, actor],
        actor,
        action: 'sourcing.activate-rules',
        subject: `sourcing-rules/${name}@${version}`,
      }),
    deactivate: (channel, actor) =>
      changeAudited(pool, {
        text: 'delete from sourcing_activation where channel = $1',
        values: [channel],
        actor,
        action: 'sourcing.deactivate-rules',
        subject: `sourcing-channel/${channel}`,
      }),
  };
}

/** One writer of a name at a time: the lock ends with the transaction. */
const NAME_LOCK = 0x1b10;

async function add(client: pg.PoolClient, document: SourcingRules, actor: string) {
  const { name, method } = document;
  await client.query('select pg_advisory_xact_lock($1, hashtext($2))', [NAME_LOCK, name]);
  const { rows } = await client.query<{ version: number; is_same: boolean }>(
    `select version, document = $2::jsonb as is_same from sourcing_rules where name = $1 order by version desc limit 1`,
    [name, JSON.stringify(document)],
  );
  const last = rows[0];
  if (last?.is_same) return { name, version: last.version };
  const version = (last?.version ?? 0) + 1;
  await client.query(
    `with added as (insert into sourcing_rules (id, name, version, method, document, created_by)
       values ($1, $2, $3, $4, $5, $6) returning 1)
     insert into audit_entry (actor, action, subject)
     select $6, 'sourcing.add-rules', 'sourcing-rules/' || $2 || '@' || $3 from added`,
    [uuidSource.next(), name, version, method, JSON.stringify(document), actor],
  );
  return { name, version };
}

type Wanted = { readonly name?: string; readonly version?: number | null };

async function versions(
  pool: pg.Pool,
  { name, version = null }: Wanted,
): Promise<readonly (RulesVersion & { readonly document: SourcingRules })[]> {
  type Row = {
    name: string;
    version: number;
    method: SourcingRules['method'];
    document: SourcingRules;
    created_by: string;
    created_at: string;
    active_for: RulesChannel[];
  };
  const { rows } = await pool.query<Row>({
    name: 'rules-versions',
    text: `select r.name, r.version, r.method, case when $1::text is not null then r.document end as document,
             r.created_by, r.created_at,
             array(select a.channel from sourcing_activation a where a.rules_id = r.id order by 1) as active_for
           from sourcing_rules r
           where ($1::text is null or r.name = $1) and ($2::integer is null or r.version = $2)
           order by r.name, r.version desc limit case when $1::text is null then 1000 else 1 end`,
    values: [name ?? null, version],
  });
  return rows.map(({ created_at: at, created_by: createdBy, active_for: activeFor, ...row }) => ({
    ...row,
    createdAt: instantFrom(at),
    createdBy,
    activeFor,
  }));
}

async function decisions(pool: pg.Pool, order: string): Promise<readonly SourcingDecision[] | null> {
  if (!isUuid(order)) return null;
  type Row = { version: number | null; at: string; note: SourcingNote; without: string[] };
  const { rows } = await pool.query<Row>({
    name: 'sourcing-decisions',
    text: `select e.version, e.at, e.body -> 'sourcing' as note,
             array(select l.code from location l where l.created_at <= e.at and l.code not in
               (select why ->> 0 from json_array_elements(e.body -> 'sourcing' -> 'why') why) order by l.code) as without
           from orders o left join order_event e on e.order_id = o.id and e.body -> 'sourcing' is not null
           where o.id = $1 order by e.version`,
    values: [order],
  });
  if (rows.length === 0) return null;
  return rows.flatMap(({ version, at, note, without }) =>
    version === null ? [] : [{ version, at: instantFrom(at), note, without }],
  );
}
