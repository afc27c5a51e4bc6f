import type pg from 'pg';
import type { TrackingStatus } from '../core/documents/index.ts';
import type { TrackedParcel, Tracking } from '../core/ports/index.ts';
import { column } from './database.ts';
import { withClient } from './unitOfWork.ts';

/** Of scans at the same instant the one that is farthest on its way counts: carriers round to minutes. */
const PROGRESS: readonly TrackingStatus[] = [
  'created',
  'picked-up',
  'in-transit',
  'exception',
  'out-for-delivery',
  'delivered',
  'returned',
  'cancelled',
];

export type TrackingOptions = { readonly everyMs: number };

/** What carriers say about shipments on their way. */
export function tracking(pool: pg.Pool, { everyMs }: TrackingOptions): Tracking {
  return {
    async due(limit, leaseMs) {
      const { rows } = await pool.query<TrackedParcel>({
        name: 'due-tracking',
        text: `
          with due as (
            update shipment set track_after = clock_timestamp() + $2 * interval '1 ms'
            where id in (
              select s.id from shipment s join connection c on c.id = s.carrier_connection_id and c.state = 'active'
              where s.track_after <= clock_timestamp() order by s.track_after limit $1 for update of s skip locked)
            returning id, carrier_connection_id
          )
          select due.id as shipment, due.carrier_connection_id as carrier,
                 jsonb_agg(jsonb_build_object('id', p.id, 'trackingNumber', p.tracking_number)) as packages
          from due join package p on p.shipment_id = due.id and p.tracking_number is not null
          group by due.id, due.carrier_connection_id`,
        values: [limit, leaseMs],
      });
      return rows;
    },
    save: (shipment, packageId, { events }) =>
      withClient(pool, async (client) => {
        await client.query({
          name: 'insert-tracking-events',
          text: `
            insert into tracking_event (package_id, at, code, status, description, place)
            select $1, at, code, status, description, place
            from unnest($2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::text[])
              as row (at, code, status, description, place)
            on conflict do nothing`,
          values: [
            packageId,
            column(events, (e) => e.at),
            column(events, (e) => e.code),
            column(events, (e) => e.status),
            column(events, (e) => e.description ?? null),
            column(events, (e) => e.place ?? null),
          ],
        });
        await client.query({
          name: 'update-shipment-status',
          text: `
            update shipment s
            set status = latest.status, updated_at = clock_timestamp(),
                delivered_at = case when latest.status = 'delivered' then latest.at else s.delivered_at end,
                track_after = case when latest.status in ('delivered', 'returned', 'cancelled') then null
                                   else clock_timestamp() + $2 * interval '1 ms' end
            from (
              select e.status, e.at from tracking_event e join package p on p.id = e.package_id
              where p.shipment_id = $1 and e.status <> 'unrecognised'
              order by e.at desc, array_position($3::text[], e.status) desc, e.code desc limit 1
            ) latest
            where s.id = $1`,
          values: [shipment, everyMs, PROGRESS],
        });
      }),
  };
}
