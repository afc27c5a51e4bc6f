import type { CustomerRow, ProductRow, Reference } from '../../core/ports/index.ts';
import { column, type Executor, jsonColumn } from '../database.ts';

/** New SKUs under the ids proposed for them; one that another transaction is taking keeps the id it gets there. */
export async function claimSkus(
  db: Executor,
  claims: readonly { readonly sku: string; readonly id: string }[],
): Promise<void> {
  await db.query({
    name: 'claim-skus',
    text: `insert into product (id, sku, title)
           select id, sku, sku from unnest($1::uuid[], $2::text[]) as row (id, sku) order by sku
           on conflict (sku) do nothing`,
    values: [column(claims, (c) => c.id), column(claims, (c) => c.sku)],
  });
}

/** Products by SKU: added, or brought to the newer version. Few systems know customs data: one without keeps what is there. */
export async function saveProducts(db: Executor, rows: readonly ProductRow[]): Promise<void> {
  if (rows.length === 0) return;
  await db.query({
    name: 'save-products',
    text: `
      insert into product as p (id, sku, gtin, title, weight_grams, is_active, source_version, hs_code, origin_country)
      select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::integer[], $6::boolean[], $7::timestamptz[],
        $8::text[], $9::text[])
      order by 2
      on conflict (sku) do update
      set gtin = excluded.gtin, title = excluded.title, weight_grams = excluded.weight_grams,
          is_active = excluded.is_active, hs_code = coalesce(excluded.hs_code, p.hs_code),
          origin_country = coalesce(excluded.origin_country, p.origin_country), source_version = excluded.source_version, updated_at = clock_timestamp()`,
    values: [
      column(rows, (r) => r.id),
      column(rows, (r) => r.sku),
      column(rows, (r) => r.gtin),
      column(rows, (r) => r.title),
      column(rows, (r) => r.weightGrams),
      column(rows, (r) => r.isActive),
      column(rows, (r) => r.sourceVersion),
      column(rows, (r) => r.hsCode),
      column(rows, (r) => r.originCountry),
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
      order by 1, 2, 3
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

/** Customers by their id; an older version than the stored one changes nothing. */
export async function saveCustomers(db: Executor, rows: readonly CustomerRow[]): Promise<void> {
  if (rows.length === 0) return;
  const latest = [
    ...new Map(rows.toSorted((a, b) => (a.sourceVersion < b.sourceVersion ? -1 : 1)).map((r) => [r.id, r])).values(),
  ];
  await db.query({
    name: 'save-customers',
    text: `
      insert into customer (id, name, email, phone, address, source_version)
      select id, name, email, phone, address::jsonb, source_version
      from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], string_to_array($5, chr(30)), $6::timestamptz[])
        as row (id, name, email, phone, address, source_version)
      on conflict (id) do update
      set name = excluded.name, email = excluded.email, phone = excluded.phone, address = excluded.address,
          source_version = excluded.source_version, updated_at = clock_timestamp()
      where customer.source_version < excluded.source_version`,
    values: [
      column(latest, (r) => r.id),
      column(latest, (r) => r.name),
      column(latest, (r) => r.email),
      column(latest, (r) => r.phone),
      jsonColumn(latest, (r) => r.address),
      column(latest, (r) => r.sourceVersion),
    ],
  });
}
