import type pg from 'pg';
import type { UnknownSetting } from '../../core/ports/index.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { column, type Executor } from '../database.ts';
import { withClient } from '../unitOfWork.ts';

type Part = { readonly sku: string; readonly quantity: number };

/** Makes a product a bundle of others, or with no components a product of its own again; with its audit entry. */
export function setBundle(
  pool: pg.Pool,
  sku: string,
  parts: readonly Part[],
  actor: string,
): Promise<Result<void, UnknownSetting>> {
  return withClient(pool, async (client) => {
    const refusal = await bundleRefusal(client, sku, parts);
    if (refusal) return err(refusal);
    await client.query({
      text: `
        with bundle as (update product set is_bundle = $2::boolean, updated_at = clock_timestamp() where sku = $1 returning id),
        told as (insert into outbox_message (topic, entity) select 'stock.changed', id from bundle)
        insert into audit_entry (actor, action, subject, detail)
        select $3, 'bundle.set', 'product/' || $1, $4::jsonb from bundle`,
      values: [sku, parts.length > 0, actor, JSON.stringify({ components: parts })],
    });
    await client.query({
      text: 'delete from bundle_component where bundle_id = (select id from product where sku = $1)',
      values: [sku],
    });
    await client.query({
      text: `insert into bundle_component (bundle_id, component_id, quantity)
             select b.id, p.id, row.quantity from unnest($2::text[], $3::integer[]) as row (sku, quantity)
             join product p on p.sku = row.sku cross join (select id from product where sku = $1) b`,
      values: [sku, column(parts, (p) => p.sku), column(parts, (p) => p.quantity)],
    });
    return ok(undefined);
  });
}

/** A bundle has no stock of its own, and bundles are not made of bundles. */
async function bundleRefusal(db: Executor, sku: string, parts: readonly Part[]): Promise<UnknownSetting | null> {
  type Row = { sku: string; is_bundle: boolean; is_component: boolean; is_stocked: boolean; is_waited_for: boolean };
  const names = [...new Set([sku, ...parts.map((part) => part.sku)])];
  const { rows } = await db.query<Row>({
    text: `
      select sku, is_bundle, exists (select from bundle_component c where c.component_id = p.id) as is_component,
             exists (select from stock_balance b where b.product_id = p.id
                     and (b.on_hand, b.reserved, b.allocated, b.picked, b.damaged, b.quality, b.in_transit) <> (0, 0, 0, 0, 0, 0, 0))
               as is_stocked,
             exists (select from order_line l where l.product_id = p.id and l.backordered > 0) as is_waited_for
      from product p where sku = any($1::text[]) order by sku for update`,
    values: [column(names, (name) => name)],
  });
  const known = new Map(rows.map((row) => [row.sku, row]));
  const missing = names.find((name) => !known.has(name));
  if (missing !== undefined) return { code: 'unknown-sku', message: `there is no SKU ${missing}` };
  const bundle = known.get(sku);
  // What comes is offered to waiting lines by what a bundle is made of now; theirs is what it was made of then.
  if (bundle?.is_waited_for)
    return { code: 'is-waited-for', message: `orders wait for ${sku}: change it when they are served` };
  if (parts.length > 0 && bundle?.is_stocked)
    return { code: 'has-stock', message: `${sku} has stock of its own: move it off first` };
  const isNested = bundle?.is_component || parts.some((part) => part.sku === sku || known.get(part.sku)?.is_bundle);
  return parts.length > 0 && isNested ? { code: 'nested-bundle', message: 'a bundle is not made of bundles' } : null;
}
