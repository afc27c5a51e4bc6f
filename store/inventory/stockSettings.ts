import type pg from 'pg';
import type { StockSettings, UnknownSetting } from '../../core/ports/index.ts';
import { isUuid } from '../../core/shared/ids.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { setBundle } from './setBundle.ts';

type Setting = {
  readonly action: string;
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly actor: string;
  /** A statement that returns `product_id` of what changed, null for all products of a connection. */
  readonly text: string;
  readonly values: readonly unknown[];
  readonly unknown: UnknownSetting;
};

/** What people decide about stock, on PostgreSQL. */
export function stockSettings(pool: pg.Pool): StockSettings {
  return {
    ...supplySettings(pool),
    ...sellingSettings(pool),
    setUnit: (sku, { code, numerator, denominator }, actor) =>
      change(pool, {
        ...{ action: 'unit.set', subject: `product/${sku}`, detail: { code, numerator, denominator }, actor },
        text: `insert into product_unit (product_id, code, numerator, denominator) select id, $2, $3, $4 from product where sku = $1
               on conflict (product_id, code) do update
               set numerator = excluded.numerator, denominator = excluded.denominator
               returning null::uuid as product_id`,
        values: [sku, code, numerator, denominator],
        unknown: unknownOf('SKU', sku),
      }),
    setBundle: (sku, components, actor) => setBundle(pool, sku, components, actor),
    addBin: (id, bin, actor) =>
      change(pool, {
        action: 'bin.add',
        subject: `bin/${bin.location}/${bin.code}`,
        detail: bin,
        actor,
        text: `insert into bin (id, location_id, code, zone, walk) select $1, l.id, $3, $4, $5 from location l where l.code = $2
               on conflict (location_id, code) do update set zone = excluded.zone, walk = excluded.walk, is_active = true
               returning null::uuid as product_id`,
        values: [id, bin.location, bin.code, bin.zone, bin.walk],
        unknown: unknownOf('location', bin.location),
      }),
  };
}

function supplySettings(pool: pg.Pool): Pick<StockSettings, 'addIncoming' | 'changeIncoming'> {
  return {
    addIncoming: (id, supply, actor) =>
      change(pool, {
        action: 'incoming.add',
        subject: `incoming/${id}`,
        detail: supply,
        actor,
        text: `insert into incoming_supply (id, product_id, location_id, quantity, due_on, reference, unit_cost_minor)
               select $1, p.id, l.id, $4, $5, $6, $7 from product p, location l where p.sku = $2 and l.code = $3
               returning product_id`,
        values: [
          id,
          supply.sku,
          supply.location,
          supply.quantity,
          supply.dueOn,
          supply.reference,
          supply.unitCostMinor,
        ],
        unknown: unknownOf('SKU or location', `${supply.sku}, ${supply.location}`),
      }),
    async changeIncoming(id, { dueOn, quantity, cancel }, version, actor) {
      if (!isUuid(id)) return err(unknownOf('incoming supply', id));
      const known = await pool.query<{ version: number }>('select version from incoming_supply where id = $1', [id]);
      const stored = known.rows[0]?.version;
      if (stored !== undefined && version !== undefined && stored !== version)
        return err({ code: 'version-mismatch', message: `it is at version ${stored}; look again, then decide` });
      return change(pool, {
        action: cancel ? 'incoming.cancel' : 'incoming.change',
        subject: `incoming/${id}`,
        detail: { dueOn, quantity },
        actor,
        text: `update incoming_supply
               set due_on = coalesce($2::date, due_on), quantity = coalesce($3::integer, quantity),
                   is_cancelled = $4::boolean, version = version + 1, updated_at = clock_timestamp()
               where id = $1 and version = $5 and not is_cancelled and coalesce($3::integer, quantity) >= received
               returning product_id`,
        values: [id, dueOn ?? null, quantity ?? null, cancel === true, stored ?? 0],
        unknown: stored === undefined ? unknownOf('incoming supply', id) : CHANGED_MEANWHILE,
      });
    },
  };
}

const CHANGED_MEANWHILE: UnknownSetting = {
  code: 'not-changeable',
  message: 'it is cancelled, more has come already, or it changed meanwhile: look again',
};

function sellingSettings(
  pool: pg.Pool,
): Pick<StockSettings, 'setSellingPolicy' | 'setSafetyStock' | 'setChannelPolicy'> {
  return {
    setSellingPolicy(sku, policy, actor) {
      const beyond = policy.selling === 'stock' ? { limit: null, leadDays: null } : policy;
      const availableOn = policy.selling === 'preorder' ? policy.availableOn : null;
      return change(pool, {
        ...{ action: 'selling-policy.set', subject: `product/${sku}`, detail: policy, actor },
        text: `insert into selling_policy (product_id, selling, unit_limit, lead_days, available_on)
               select id, $2, $3, $4, $5 from product where sku = $1
               on conflict (product_id) do update
               set selling = excluded.selling, unit_limit = excluded.unit_limit, lead_days = excluded.lead_days,
                   available_on = excluded.available_on, updated_at = clock_timestamp()
               returning product_id`,
        values: [sku, policy.selling, beyond.limit, beyond.leadDays, availableOn],
        unknown: unknownOf('SKU', sku),
      });
    },
    setSafetyStock: (sku, location, quantity, actor) =>
      change(pool, {
        ...{ action: 'safety-stock.set', subject: `product/${sku}`, detail: { location, quantity }, actor },
        text: `insert into safety_stock (product_id, location_id, quantity)
               select p.id, l.id, $3 from product p, location l where p.sku = $1 and l.code = $2
               on conflict (product_id, location_id) do update
               set quantity = excluded.quantity, updated_at = clock_timestamp()
               returning product_id`,
        values: [sku, location, quantity],
        unknown: unknownOf('SKU or location', `${sku}, ${location}`),
      }),
    setChannelPolicy: (id, policy, actor) =>
      change(pool, {
        ...{ action: 'channel-policy.set', subject: `connection/${policy.connection}`, detail: policy, actor },
        text: `insert into channel_policy (id, connection_id, product_id, buffer, oversell_probability, cap)
               select $1, c.id, p.id, $4, $5, $6
               from connection c left join product p on p.sku = $3
               where c.name = $2 and ($3::text is null or p.id is not null)
               on conflict (connection_id, product_id) do update
               set buffer = excluded.buffer, oversell_probability = excluded.oversell_probability, cap = excluded.cap,
                   updated_at = clock_timestamp()
               returning product_id`,
        values: [id, policy.connection, policy.sku, policy.buffer, policy.oversellProbability, policy.cap],
        unknown: unknownOf('connection or SKU', `${policy.connection}, ${policy.sku ?? 'all'}`),
      }),
  };
}

const unknownOf = (what: string, name: string): UnknownSetting => ({
  code: `unknown-${what.toLowerCase().replaceAll(' ', '-')}`,
  message: `there is no ${what} ${name}`,
});

/** The setting, its audit entry, and what channels are to be told: in one statement, all or none. */
async function change(pool: pg.Pool, setting: Setting): Promise<Result<void, UnknownSetting>> {
  const { action, subject, detail, actor, text, values, unknown } = setting;
  const at = values.length;
  const { rowCount } = await pool.query({
    text: `
      with changed as (${text}), told as (
        insert into outbox_message (topic, entity)
        select distinct 'stock.changed', coalesce(c.product_id, s.product_id)
        from changed c
        left join stock_publication s on c.product_id is null and $${at + 5}::boolean
        where coalesce(c.product_id, s.product_id) is not null)
      insert into audit_entry (actor, action, subject, detail)
      select $${at + 1}, $${at + 2}, $${at + 3}, $${at + 4}::jsonb from changed limit 1`,
    values: [...values, actor, action, subject, JSON.stringify(detail), action === 'channel-policy.set'],
  });
  return rowCount === 1 ? ok(undefined) : err(unknown);
}
