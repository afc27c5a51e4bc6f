import type pg from 'pg';
import type { TrackingDocument } from '../../core/documents/index.ts';
import { FINAL_STATUSES, LEAST_ADVANCED, PROGRESS } from '../../core/fulfillment/index.ts';
import type { NumberedParcel, TrackingReport } from '../../core/ports/index.ts';
import { column } from '../database.ts';

/** Parcels by their numbers, of the carriers that they were given to. */
export async function parcelsNumbered(
  client: pg.PoolClient,
  keys: readonly Pick<NumberedParcel, 'carrier' | 'trackingNumber'>[],
): Promise<readonly NumberedParcel[]> {
  const { rows } = await client.query<NumberedParcel>({
    name: 'parcels-numbered',
    text: `
      select distinct s.carrier_connection_id as carrier, p.tracking_number as "trackingNumber", s.id as shipment,
             p.id as package
      from unnest($1::uuid[], $2::text[]) as key (carrier, number)
      join package p on p.tracking_number = key.number
      join shipment s on s.id = p.shipment_id and s.carrier_connection_id = key.carrier`,
    values: [column(keys, (k) => k.carrier), column(keys, (k) => k.trackingNumber)],
  });
  return rows;
}

/** What carriers told by themselves. The hub goes on asking at its own pace, until a parcel has arrived. */
export async function saveTrackings(client: pg.PoolClient, reports: readonly TrackingReport[]): Promise<void> {
  // In the order of the shipments, so that two transactions never wait for each other.
  const sorted = reports.toSorted((a, b) => (a.parcel.shipment < b.parcel.shipment ? -1 : 1));
  for (const { parcel, document } of sorted) await saveEvents(client, parcel, document, null);
}

/** Adds what is new of a parcel's events and sets its shipment's status by the latest of all; `everyMs` until it is asked again. */
export async function saveEvents(
  client: pg.PoolClient,
  parcel: Pick<NumberedParcel, 'shipment' | 'package'>,
  document: TrackingDocument,
  everyMs: number | null,
): Promise<void> {
  await insertEvents(client, parcel.shipment, parcel.package, document);
  await client.query({
    name: 'update-shipment-status',
    text: STATUS,
    values: [parcel.shipment, everyMs, PROGRESS, LEAST_ADVANCED, FINAL_STATUSES, document.expectedAt ?? null],
  });
}

/** What is new of a parcel's events. A code that no table knows is a notice for somebody, and no status. */
async function insertEvents(
  client: pg.PoolClient,
  shipment: string,
  packageId: string,
  { trackingNumber, events }: TrackingDocument,
): Promise<void> {
  await client.query({
    name: 'insert-tracking-events',
    text: `
      with added as (
        insert into tracking_event (package_id, at, code, status, description, place)
        select $1, at, code, status, description, place
        from unnest($2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::text[])
          as row (at, code, status, description, place)
        on conflict do nothing
        returning code, status, description
      )
      insert into notice (kind, subject, detail)
      select distinct on (code) 'unrecognised-tracking', 'shipment/' || s.reference || '/' || code,
             jsonb_build_object('trackingNumber', $7::text, 'code', code, 'description', description, 'carrier', s.carrier)
      from added, shipment s where added.status = 'unrecognised' and s.id = $8
      on conflict (kind, subject) where settled_at is null do nothing`,
    values: [
      packageId,
      column(events, (e) => e.at),
      column(events, (e) => e.code),
      column(events, (e) => e.status),
      column(events, (e) => e.description ?? null),
      column(events, (e) => e.place ?? null),
      trackingNumber,
      shipment,
    ],
  });
}

// A parcel of which nothing is known yet is as far as its label.
const STATUS = `
  update shipment s
  set status = now.status, updated_at = clock_timestamp(), predicted_at = coalesce($6::timestamptz, s.predicted_at),
      delivered_at = case when now.status = 'delivered' then now.at end,
      track_after = case when now.is_final then null when $2::bigint is null then s.track_after
                         else clock_timestamp() + $2::bigint * interval '1 ms' end
  from (
    select (array_agg(status order by array_position($4::text[], status)))[1] as status, max(at) as at,
           bool_and(status = any($5::text[])) as is_final, bool_or(at is not null) as is_known
    from (
      select distinct on (p.id) coalesce(e.status, 'labelled') as status, e.at
      from package p left join tracking_event e on e.package_id = p.id and e.status <> 'unrecognised'
      where p.shipment_id = $1 and (p.tracking_number is not null or e.at is not null)
      order by p.id, e.at desc nulls last, array_position($3::text[], e.status) desc, e.code desc
    ) parcel
  ) now
  where s.id = $1 and now.is_known`;
