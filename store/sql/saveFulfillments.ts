import type { AfterSale, FulfillmentChange, KnownShipment, PackageRow, ShipmentRow } from '../../core/ports/index.ts';
import type { OrderId } from '../../core/shared/ids.ts';
import { column, type Executor, jsonColumn } from '../database.ts';

/** Fulfillment orders as they are now, and what happened to them. */
export async function saveFulfillments(db: Executor, changes: readonly FulfillmentChange[]): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ row }) => row);
  await db.query({
    name: 'save-fulfillments',
    text: `
      insert into fulfillment_order (id, number, order_id, location_id, method, state, version, lines, scans)
      select id, number, order_id, location_id, method, state, version, lines::jsonb,
             array(select json_array_elements_text(scans::json))
      from unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::integer[],
                  string_to_array($8, chr(30)), string_to_array($9, chr(30)))
        as row (id, number, order_id, location_id, method, state, version, lines, scans)
      on conflict (id) do update
      set state = excluded.state, lines = excluded.lines, scans = excluded.scans, version = excluded.version,
          updated_at = clock_timestamp()`,
    values: [
      column(rows, (r) => r.id),
      column(rows, (r) => r.number),
      column(rows, (r) => r.order),
      column(rows, (r) => r.location),
      column(rows, (r) => r.method),
      column(rows, (r) => r.state),
      column(rows, (r) => r.version),
      jsonColumn(rows, (r) => r.lines),
      jsonColumn(rows, (r) => r.scans),
    ],
  });
  await insertFulfillmentEvents(db, changes);
}

async function insertFulfillmentEvents(db: Executor, changes: readonly FulfillmentChange[]): Promise<void> {
  const rows = changes.flatMap(({ row, events, cause }) =>
    events.map((event, i) => ({ id: row.id, version: row.version - events.length + 1 + i, event, cause })),
  );
  if (rows.length === 0) return;
  await db.query({
    name: 'insert-fulfillment-events',
    text: `
      insert into fulfillment_event (fulfillment_order_id, version, type, actor, inbox_id, body)
      select id, version, type, actor, inbox_id, body::json
      from unnest($1::uuid[], $2::integer[], $3::text[], $4::text[], $5::bigint[], string_to_array($6, chr(30)))
        as row (id, version, type, actor, inbox_id, body)`,
    values: [
      column(rows, (r) => r.id),
      column(rows, (r) => r.version),
      column(rows, (r) => r.event.type),
      column(rows, (r) => r.event.actor),
      column(rows, (r) => r.cause),
      jsonColumn(rows, (r) => r.event),
    ],
  });
}

/** Shipments with their packages and labels. */
export async function saveShipments(db: Executor, rows: readonly ShipmentRow[]): Promise<void> {
  if (rows.length === 0) return;
  await db.query({
    name: 'insert-shipments',
    text: `
      insert into shipment (id, reference, order_id, fulfillment_order_id, location_id, carrier_connection_id, carrier,
                            service, carrier_reference, lines, origin, track_after, status, delivered_at)
      select id, reference, order_id, fulfillment_order_id, location_id, carrier_connection_id, carrier, service,
             carrier_reference, lines::jsonb, origin, case when carrier_connection_id is not null then clock_timestamp() end,
             case when is_delivered then 'delivered' else 'labelled' end,
             case when is_delivered then clock_timestamp() end
      from unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::text[],
                  $9::text[], string_to_array($10, chr(30)), $11::text[], $12::boolean[])
        as row (id, reference, order_id, fulfillment_order_id, location_id, carrier_connection_id, carrier, service,
                carrier_reference, lines, origin, is_delivered)`,
    values: [
      column(rows, (r) => r.id),
      column(rows, (r) => r.reference),
      column(rows, (r) => r.order),
      column(rows, (r) => r.fulfillmentOrder),
      column(rows, (r) => r.location),
      column(rows, (r) => r.carrierConnection),
      column(rows, (r) => r.carrier),
      column(rows, (r) => r.service),
      column(rows, (r) => r.carrierReference),
      jsonColumn(rows, (r) => r.lines),
      column(rows, (r) => r.origin),
      column(rows, (r) => r.isDelivered),
    ],
  });
  await savePackages(db, rows);
}

async function savePackages(db: Executor, shipments: readonly ShipmentRow[]): Promise<void> {
  const rows = shipments.flatMap(({ id, packages }) =>
    packages.map((parcel, i) => ({ shipment: id, position: i, parcel })),
  );
  if (rows.length === 0) return;
  await db.query({
    name: 'insert-packages',
    text: `
      insert into package (id, shipment_id, position, tracking_number, label_format, label)
      select id, shipment_id, position, tracking_number, label_format, decode(label, 'base64')
      from unnest($1::uuid[], $2::uuid[], $3::integer[], $4::text[], $5::text[], $6::text[])
        as row (id, shipment_id, position, tracking_number, label_format, label)
      on conflict (id) do update
      set shipment_id = excluded.shipment_id, position = excluded.position,
          tracking_number = coalesce(excluded.tracking_number, package.tracking_number),
          label_format = coalesce(excluded.label_format, package.label_format),
          label = coalesce(excluded.label, package.label)`,
    values: [
      column(rows, (r) => r.parcel.id),
      column(rows, (r) => r.shipment),
      column(rows, (r) => r.position),
      column(rows, (r) => r.parcel.trackingNumber),
      column(rows, (r) => r.parcel.label?.format ?? null),
      column(rows, (r) => r.parcel.label?.base64 ?? null),
    ],
  });
  await savePapers(db, rows);
}

async function savePapers(db: Executor, rows: readonly { readonly parcel: PackageRow }[]): Promise<void> {
  const papers = rows.flatMap(({ parcel }) => (parcel.papers ?? []).map((paper) => ({ ...paper, package: parcel.id })));
  if (papers.length === 0) return;
  await db.query({
    name: 'insert-papers',
    text: `
      insert into package_document (id, package_id, kind, format, bytes, created_by)
      select gen_random_uuid(), package_id, kind, format, decode(bytes, 'base64'), 'carrier'
      from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as row (package_id, kind, format, bytes)`,
    values: [
      column(papers, (p) => p.package),
      column(papers, (p) => p.kind),
      column(papers, (p) => p.format),
      column(papers, (p) => p.base64),
    ],
  });
}

/** What has left of these orders, by which it is known again. */
export async function shipmentsOfOrders(db: Executor, orders: readonly OrderId[]): Promise<readonly KnownShipment[]> {
  const { rows } = await db.query<KnownShipment>({
    name: 'shipments-of-orders',
    text: `
      select s.id, s.order_id as order, s.reference,
             array(select p.tracking_number from package p
                   where p.shipment_id = s.id and p.tracking_number is not null) as "trackingNumbers"
      from shipment s where s.order_id = any($1::uuid[])`,
    values: [orders],
  });
  return rows;
}

/** Refunds and returns; the unique key keeps a repeated one out. */
export async function saveAfterSales(db: Executor, rows: readonly AfterSale[]): Promise<void> {
  if (rows.length === 0) return;
  await db.query({
    name: 'insert-after-sales',
    text: `
      insert into after_sale (id, kind, connection_id, external_id, order_id, document)
      select id, kind, connection_id, external_id, order_id, document::jsonb
      from unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::uuid[], string_to_array($6, chr(30)))
        as row (id, kind, connection_id, external_id, order_id, document)
      on conflict (connection_id, kind, external_id) do nothing`,
    values: [
      column(rows, (r) => r.id),
      column(rows, (r) => r.kind),
      column(rows, (r) => r.connection),
      column(rows, (r) => r.externalId),
      column(rows, (r) => r.order),
      jsonColumn(rows, (r) => r.document),
    ],
  });
}
