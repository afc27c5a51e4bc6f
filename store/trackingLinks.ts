import type pg from 'pg';
import type { TrackingLinks, TrackingView } from '../core/ports/index.ts';
import { isUuid } from '../core/shared/ids.ts';
import { instantFrom } from './instant.ts';

/** Tracking links on PostgreSQL. */
export function trackingLinks(pool: pg.Pool): TrackingLinks {
  return {
    async add(shipment, hash, days, actor) {
      if (!isUuid(shipment)) return null;
      const { rows } = await pool.query<{ expires_at: string }>({
        name: 'add-tracking-link',
        text: `
          with added as (
            insert into tracking_link (hash, shipment_id, expires_at, created_by)
            select $1, s.id, clock_timestamp() + $3 * interval '1 day', $4 from shipment s where s.id = $2
            returning expires_at
          ), audited as (
            insert into audit_entry (actor, action, subject)
            select $4, 'shipment.tracking-link', 'shipment/' || $2::text from added
          )
          select expires_at from added`,
        values: [hash, shipment, days, actor],
      });
      return rows[0] ? instantFrom(rows[0].expires_at) : null;
    },
    async view(hash) {
      const { rows } = await pool.query<{ view: TrackingView }>({ name: 'tracking-view', text: VIEW, values: [hash] });
      return rows[0]?.view ?? null;
    },
  };
}

// A scan that no table knows is shown to nobody: it would say nothing.
const VIEW = `
  select jsonb_build_object('status', s.status, 'carrier', s.carrier,
    'expectedAt', to_char(s.predicted_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    'deliveredAt', to_char(s.delivered_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    'parcels', (select coalesce(jsonb_agg(jsonb_build_object('trackingNumber', p.tracking_number,
      'events', (select coalesce(jsonb_agg(jsonb_build_object('at', to_char(e.at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                   'status', e.status, 'place', e.place) order by e.at desc, e.code), '[]')
                 from tracking_event e where e.package_id = p.id and e.status <> 'unrecognised'))
      order by p.position), '[]') from package p where p.shipment_id = s.id)) as view
  from tracking_link l join shipment s on s.id = l.shipment_id
  where l.hash = $1 and l.expires_at > clock_timestamp()`;
