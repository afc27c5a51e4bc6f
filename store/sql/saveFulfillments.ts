import type { AfterSale, FulfillmentRow, ShipmentRow } from '../../core/ports/index.ts';
import { column, type Executor, jsonColumn } from '../database.ts';

/** Fulfillment orders as they are now. */
export async function saveFulfillments(db: Executor, rows: readonly FulfillmentRow[]): Promise<void> {
  if (rows.length === 0) return;
  await db.query({
    name: 'save-fulfillments',
    text: `
      insert into fulfillment_order (id, number, order_id, location_id, state, lines)
      select id, number, order_id, location_id, state, lines::jsonb
      from unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::text[], string_to_array($6, chr(30)))
        as row (id, number, order_id, location_id, state, lines)
      on conflict (id) do update
      set state = excluded.state, lines = excluded.lines, version = fulfillment_order.version + 1,
          updated_at = clock_timestamp()`,
    values: [
      column(rows, (r) => r.id),
      column(rows, (r) => r.number),
      column(rows, (r) => r.order),
      column(rows, (r) => r.location),
      column(rows, (r) => r.state),
      jsonColumn(rows, (r) => r.lines),
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
                            service, carrier_reference, lines, track_after)
      select id, reference, order_id, fulfillment_order_id, location_id, carrier_connection_id, carrier, service,
             carrier_reference, lines::jsonb, case when carrier_connection_id is not null then clock_timestamp() end
      from unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::text[],
                  $9::text[], string_to_array($10, chr(30)))
        as row (id, reference, order_id, fulfillment_order_id, location_id, carrier_connection_id, carrier, service,
                carrier_reference, lines)`,
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
        as row (id, shipment_id, position, tracking_number, label_format, label)`,
    values: [
      column(rows, (r) => r.parcel.id),
      column(rows, (r) => r.shipment),
      column(rows, (r) => r.position),
      column(rows, (r) => r.parcel.trackingNumber),
      column(rows, (r) => r.parcel.label?.format ?? null),
      column(rows, (r) => r.parcel.label?.base64 ?? null),
    ],
  });
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
