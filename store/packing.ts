import type pg from 'pg';
import type { BoxType, Size, Turning } from '../core/fulfillment/index.ts';
import type { ClosedManifest, LineSize, NewPackage, PackingTransaction, WaitingPackage } from '../core/ports/index.ts';
import type { OrderLineId } from '../core/shared/ids.ts';
import { column, jsonColumn } from './database.ts';
import { manifested, requestCarrier } from './sql/requestCarrier.ts';

/** Packages, boxes and manifests, on the client of a transaction. */
export function packingTransaction(client: pg.PoolClient): PackingTransaction {
  const rows = async <Row extends object>(name: string, text: string, values: unknown[]): Promise<Row[]> =>
    (await client.query<Row>({ name, text, values })).rows;
  return {
    boxes: () => rows<BoxType>('boxes', BOXES, []),
    sizesOf: async (lines) => (await rows<SizeRow>('sizes-of', SIZES, [lines])).map(lineSize),
    insertPackages: (packages) => insertPackages(client, packages),
    waitingPackages: (work) => rows<WaitingPackage>('waiting-packages', WAITING, [work]),
    async removePackage(id) {
      await client.query({ name: 'remove-package', text: REMOVE, values: [id] });
    },
    isLabelUnderWay: async (work) => (await rows('label-under-way', UNDER_WAY, [work])).length > 0,
    async labelPackage(id, trackingNumber, label) {
      await client.query({
        name: 'label-package',
        text: LABEL,
        values: [id, trackingNumber, label?.format ?? null, label?.base64 ?? null],
      });
    },
    shipmentsOf: async (work) => (await rows<{ n: number }>('shipments-of', SHIPMENTS, [work]))[0]?.n ?? 0,
    async closeManifest({ id, location, carrier, createdBy }) {
      const [closed] = await rows<Omit<ClosedManifest, 'weightGrams'> & { weightGrams: string }>(
        'close-manifest',
        CLOSE,
        [id, location, carrier, createdBy],
      );
      return closed ? { ...closed, weightGrams: Number(closed.weightGrams) } : null;
    },
    manifested: (manifest) => manifested(client, manifest),
    requestCarrier: (request, actor) => requestCarrier(client, request, actor),
  };
}

const BOXES = `
  select code, length_mm as "lengthMm", width_mm as "widthMm", height_mm as "heightMm", max_grams as "maxGrams",
         tare_grams as "tareGrams", cost_minor as "costMinor"
  from box where is_active order by cost_minor, code`;

type SizeRow = {
  readonly line: OrderLineId;
  readonly sku: string;
  readonly grams: number | null;
  readonly length: number | null;
  readonly width: number;
  readonly height: number;
  readonly turning: Turning;
};

const SIZES = `
  select l.id as line, l.sku, p.weight_grams as grams, z.length_mm as length, z.width_mm as width,
         z.height_mm as height, z.turning
  from order_line l left join product p on p.id = l.product_id left join product_size z on z.product_id = l.product_id
  where l.id = any($1::uuid[]) order by l.position`;

function lineSize({ line, sku, grams, length, width, height, turning }: SizeRow): LineSize {
  const measured = length === null ? null : ({ lengthMm: length, widthMm: width, heightMm: height } satisfies Size);
  return { line, sku, grams, size: measured && { ...measured, turning } };
}

const WAITING = `
  select id, tracking_number as "trackingNumber", coalesce(lines, '[]') as lines
  from package where fulfillment_order_id = $1 and shipment_id is null order by position`;

const REMOVE = `
  with documents as (delete from package_document where package_id = $1)
  delete from package where id = $1 and shipment_id is null`;

const UNDER_WAY = `
  select from delivery where subject = $1 and operation = 'buyLabel'
  and state in ('prepared', 'sent', 'in-doubt', 'needs-operator')`;

const LABEL = `
  update package set tracking_number = $2, label_format = $3, label = decode($4, 'base64') where id = $1`;

const SHIPMENTS = 'select count(*)::integer as n from shipment where fulfillment_order_id = $1';

const CLOSE = `
  with leaving as (
    select id from shipment
    where location_id = $2 and carrier = $3 and manifest_id is null and origin = 'hub' order by id for update
  ), sums as (
    select (select count(*) from leaving)::integer as shipments, count(*)::integer as packages,
           coalesce(sum(weight_grams), 0)::bigint as grams
    from package where shipment_id in (select id from leaving)
  ), made as (
    insert into manifest (id, location_id, carrier, shipments, packages, weight_grams, created_by)
    select $1, $2, $3, shipments, packages, grams, $4 from sums where shipments > 0
    returning id, number, shipments, packages, weight_grams
  ), marked as (
    update shipment set manifest_id = $1 where id in (select id from leaving)
  )
  select id, number, shipments, packages, weight_grams as "weightGrams" from made`;

async function insertPackages(client: pg.PoolClient, packages: readonly NewPackage[]): Promise<void> {
  await client.query({
    name: 'insert-waiting-packages',
    text: `
      insert into package (id, fulfillment_order_id, position, box_code, weight_grams, length_mm, width_mm, height_mm, lines)
      select id, work, (select count(*) from package k where k.fulfillment_order_id = work)::integer + n - 1,
             box, grams, length, width, height, lines::jsonb
      from unnest($1::uuid[], $2::uuid[], $3::text[], $4::integer[], $5::integer[], $6::integer[], $7::integer[],
                  string_to_array($8, chr(30))) with ordinality
        as row (id, work, box, grams, length, width, height, lines, n)`,
    values: [
      column(packages, (p) => p.id),
      column(packages, (p) => p.fulfillmentOrder),
      column(packages, (p) => p.box),
      column(packages, (p) => p.weightGrams),
      column(packages, (p) => p.lengthMm ?? null),
      column(packages, (p) => p.widthMm ?? null),
      column(packages, (p) => p.heightMm ?? null),
      jsonColumn(packages, (p) => p.lines),
    ],
  });
}
