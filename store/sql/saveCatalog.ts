import type { ProductRow, Reference } from '../../core/ports/index.ts';
import { column, type Executor } from '../database.ts';

/** Products by SKU: added, or brought to the newer version. */
export async function saveProducts(db: Executor, rows: readonly ProductRow[]): Promise<void> {
  if (rows.length === 0) return;
  await db.query({
    name: 'save-products',
    text: `
      insert into product (id, sku, gtin, title, weight_grams, is_active, source_version)
      select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::integer[], $6::boolean[], $7::timestamptz[])
      on conflict (sku) do update
      set gtin = excluded.gtin, title = excluded.title, weight_grams = excluded.weight_grams,
          is_active = excluded.is_active, source_version = excluded.source_version, updated_at = clock_timestamp()`,
    values: [
      column(rows, (r) => r.id),
      column(rows, (r) => r.sku),
      column(rows, (r) => r.gtin),
      column(rows, (r) => r.title),
      column(rows, (r) => r.weightGrams),
      column(rows, (r) => r.isActive),
      column(rows, (r) => r.sourceVersion),
    ],
  });
}

/** Which record over there is which record here. */
export async function saveReferences(db: Executor, rows: readonly Reference[]): Promise<void> {
  if (rows.length === 0) return;
  const latest = [...new Map(rows.map((r) => [`${r.connection} ${r.entity} ${r.externalId}`, r])).values()];
  await db.query({
    name: 'save-references',
    text: `
      insert into external_reference (connection_id, entity, external_id, internal_id)
      select * from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[])
      on conflict (connection_id, entity, external_id) do update set internal_id = excluded.internal_id
      where external_reference.internal_id <> excluded.internal_id`,
    values: [
      column(latest, (r) => r.connection),
      column(latest, (r) => r.entity),
      column(latest, (r) => r.externalId),
      column(latest, (r) => r.internalId),
    ],
  });
}
