import type pg from 'pg';
import type { FulfillmentSetup, StoredDocument } from '../core/ports/index.ts';
import { isUuid } from '../core/shared/ids.ts';
import { type Audited, isId } from './audited.ts';

/** The set-up of locations, boxes and sizes on PostgreSQL. */
export function fulfillmentSetup(pool: pg.Pool, audited: Audited, newId: () => string): FulfillmentSetup {
  return {
    saveBox: ({ code, lengthMm, widthMm, heightMm, maxGrams, tareGrams, costMinor, isActive }, version, actor) =>
      audited(
        SAVE_BOX,
        [newId(), code, lengthMm, widthMm, heightMm, maxGrams, tareGrams, costMinor, isActive, version ?? null],
        actor,
        'box.save',
        `box/${code}`,
      ),
    sizeProduct: (sku, { lengthMm, widthMm, heightMm, turning }, actor) =>
      audited(SIZE, [sku, lengthMm, widthMm, heightMm, turning], actor, 'product.size', `product/${sku}`),
    setLocation: (code, { carrier, customs, ...setup }, actor) =>
      audited(
        SET_LOCATION,
        [
          ...[code, setup.kind, setup.isShipping, setup.isPacking, setup.supplierConnection, setup.collectDays],
          ...[carrier, customs === null ? null : JSON.stringify(customs)],
        ],
        actor,
        'location.fulfillment',
        `location/${code}`,
      ),
    async addDocument(packageId, { kind, format, base64 }, actor) {
      const id = newId();
      const subject = `package/${packageId}`;
      const values = [id, packageId, kind, format, base64, actor];
      return isUuid(packageId) && (await audited(ADD_DOCUMENT, values, actor, 'package.document', subject)) ? id : null;
    },
    async document(id) {
      if (!isUuid(id)) return null;
      const text = 'select format, bytes from package_document where id = $1';
      return (await pool.query<StoredDocument>({ name: 'package-document', text, values: [id] })).rows[0] ?? null;
    },
    settleNotice: async (id, actor) =>
      isId(id) && audited(SETTLE_NOTICE, [id, actor], actor, 'notice.settle', `notice/${id}`),
  };
}

const SAVE_BOX = `
  insert into box as b (id, code, length_mm, width_mm, height_mm, max_grams, tare_grams, cost_minor, is_active)
  select $1::uuid, $2::text, $3::integer, $4::integer, $5::integer, $6::integer, $7::integer, $8::integer, $9::boolean
  where $10::integer is null or exists (select from box where code = $2 and version = $10)
  on conflict (code) do update
  set length_mm = excluded.length_mm, width_mm = excluded.width_mm, height_mm = excluded.height_mm,
      max_grams = excluded.max_grams, tare_grams = excluded.tare_grams, cost_minor = excluded.cost_minor,
      is_active = excluded.is_active, version = b.version + 1, updated_at = clock_timestamp()
  where $10::integer is null or b.version = $10`;

const SIZE = `
  insert into product_size (product_id, length_mm, width_mm, height_mm, turning)
  select id, $2::integer, $3::integer, $4::integer, $5::text from product where sku = $1
  on conflict (product_id) do update
  set length_mm = excluded.length_mm, width_mm = excluded.width_mm, height_mm = excluded.height_mm,
      turning = excluded.turning, updated_at = clock_timestamp()`;

const SET_LOCATION = `
  insert into location_fulfillment (location_id, kind, is_shipping, is_packing, supplier_connection_id, collect_days,
                                    carrier, carrier_connection_id, customs)
  select l.id, $2::text, $3::boolean, $4::boolean, c.id, $6::integer,
         case when $7 in ('first', 'best') then $7 else 'fixed' end, k.id, $8::jsonb
  from location l left join connection c on c.name = $5 and c.state <> 'removed'
  left join connection k on k.name = $7 and $7 not in ('first', 'best') and k.state <> 'removed'
  where l.code = $1 and ($5::text is null or c.id is not null) and ($7 in ('first', 'best') or k.id is not null)
  on conflict (location_id) do update
  set kind = excluded.kind, is_shipping = excluded.is_shipping, is_packing = excluded.is_packing,
      supplier_connection_id = excluded.supplier_connection_id, collect_days = excluded.collect_days,
      carrier = excluded.carrier, carrier_connection_id = excluded.carrier_connection_id, customs = excluded.customs,
      updated_at = clock_timestamp()`;

const ADD_DOCUMENT = `
  insert into package_document (id, package_id, kind, format, bytes, created_by)
  select $1::uuid, p.id, $3::text, $4::text, decode($5, 'base64'), $6::text from package p where p.id = $2::uuid`;

const SETTLE_NOTICE = `
  update notice set settled_at = clock_timestamp(), settled_by = $2 where id = $1 and settled_at is null`;
