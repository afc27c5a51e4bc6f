import type { TrackingDocument } from '../../core/documents/index.ts';
import { FINAL_STATUSES, LEAST_ADVANCED, PROGRESS } from '../../core/fulfillment/index.ts';
import type { KnownParcel, ParcelKey, TrackedNews } from '../../core/ports/index.ts';
import { column, type Executor } from '../database.ts';

/** The parcels that carriers have these numbers for. */
export async function parcels(db: Executor, keys: readonly ParcelKey[]): Promise<readonly KnownParcel[]> {
  const { rows } = await db.query<KnownParcel>({
    name: 'parcels-by-number',
    text: `
      select s.carrier_connection_id as carrier, p.tracking_number as "trackingNumber", s.id as shipment, p.id as parcel
      from unnest($1::uuid[], $2::text[]) as asked (carrier, number)
      join package p on p.tracking_number = asked.number
      join shipment s on s.id = p.shipment_id and s.carrier_connection_id = asked.carrier
      order by s.id, p.id`,
    values: [column(keys, ({ carrier }) => carrier), column(keys, ({ trackingNumber }) => trackingNumber)],
  });
  return rows;
}

/** What carriers have told by themselves; when they are asked next does not change, unless it is all over. */
export async function saveTracked(db: Executor, news: readonly TrackedNews[]): Promise<void> {
  for (const each of news) await saveTracking(db, each, null);
}

/** What is new of a parcel, and what follows for its shipment; `everyMs`: when it is asked about again. */
export async function saveTracking(
  db: Executor,
  { shipment, parcel, document }: TrackedNews,
  everyMs: number | null,
): Promise<void> {
  await insertEvents(db, shipment, parcel, document);
  await db.query({
    name: 'update-shipment-status',
    text: STATUS,
    values: [shipment, everyMs, PROGRESS, LEAST_ADVANCED, FINAL_STATUSES, document.expectedAt ?? null],
  });
}

/** What is new of a parcel's events. A code that no table knows is a notice for somebody, and no status. */
async function insertEvents(
  client: Executor,
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
      track_after = case when now.is_final then null else coalesce(clock_timestamp() + $2::integer * interval '1 ms', s.track_after) end
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
