import type pg from 'pg';
import type { TrackedParcel, Tracking } from '../core/ports/index.ts';
import { saveTracking } from './sql/saveTracking.ts';
import { withClient } from './unitOfWork.ts';

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
    save: (shipment, packageId, document) =>
      withClient(pool, (client) => saveTracking(client, { shipment, parcel: packageId, document }, everyMs)),
  };
}
