import type pg from 'pg';
import { latenessOf } from '../core/fulfillment/index.ts';
import type { Notice } from '../core/ports/index.ts';
import type { Instant } from '../core/shared/ids.ts';
import { column } from './database.ts';
import { instantFrom } from './instant.ts';
import { insertNotices } from './sql/notices.ts';
import { withClient } from './unitOfWork.ts';

type Row = {
  readonly id: string;
  readonly reference: string;
  readonly number: string;
  readonly carrier: string | null;
  readonly promised_at: string;
  readonly shipped_at: string;
  readonly predicted_at: string | null;
  readonly usual_ms: number | null;
};

/**
 * Raises a notice for each delivery that is late or will be, once, for orders that should have left, and for goods that
 * nobody collected in time. Answers how many.
 */
export async function watchDeliveries(pool: pg.Pool, now: Instant): Promise<number> {
  return withClient(pool, async (client) => {
    const { rows } = await client.query<Row>({ name: 'awaited-shipments', text: AWAITED, values: [now] });
    const late = rows.flatMap((row) => noticeOf(row, now) ?? []);
    await client.query({
      name: 'mark-late',
      text: 'update shipment set late_since = clock_timestamp() where id = any($1::uuid[])',
      values: [column(late, ({ id }) => id)],
    });
    await insertNotices(
      client,
      late.map(({ notice }) => notice),
    );
    const uncollected = await client.query({ name: 'uncollected', text: UNCOLLECTED, values: [now] });
    const overdue = await client.query({ name: 'overdue-orders', text: OVERDUE, values: [now] });
    return late.length + (uncollected.rowCount ?? 0) + (overdue.rowCount ?? 0);
  });
}

function noticeOf(row: Row, now: Instant): { readonly id: string; readonly notice: Notice } | null {
  const lateness = latenessOf(
    {
      promisedAt: instantFrom(row.promised_at),
      shippedAt: instantFrom(row.shipped_at),
      expectedAt: row.predicted_at === null ? null : instantFrom(row.predicted_at),
      usualTransitMs: row.usual_ms,
    },
    now,
  );
  if (!lateness) return null;
  const detail = { order: row.number, carrier: row.carrier, promisedAt: instantFrom(row.promised_at), ...lateness };
  return { id: row.id, notice: { kind: 'late-delivery', subject: `shipment/${row.reference}`, detail } };
}

/** Fewer past deliveries than this say nothing about what is usual. */
const SAMPLE = 20;

const AWAITED = `
  select s.id, s.reference, o.number, s.carrier, o.promised_at, s.shipped_at, s.predicted_at, u.usual_ms
  from shipment s join orders o on o.id = s.order_id and o.promised_at is not null
  left join lateral (
    select percentile_cont(0.9) within group (order by extract(epoch from d.delivered_at - d.shipped_at) * 1000)::float8
             as usual_ms
    from shipment d
    where d.carrier = s.carrier and d.service is not distinct from s.service and d.location_id = s.location_id
      and d.delivered_at > $1::timestamptz - interval '90 days'
    having count(*) >= ${SAMPLE}
  ) u on o.promised_at >= $1::timestamptz
  where s.delivered_at is null and s.late_since is null and s.status not in ('returned-to-sender', 'cancelled')
  order by s.id for update of s skip locked limit 1000`;

const OVERDUE = `
  insert into notice (kind, subject, detail)
  select 'late-delivery', 'order/' || o.reference, 
    jsonb_build_object('order', o.number, 'why', 'not-shipped', 'shipBy', o.ship_by, 'units', left_over.units)
  from orders o
  cross join lateral (select sum(l.open + l.backordered + l.allocated + l.released) as units
                      from order_line l where l.order_id = o.id and l.requires_shipping) left_over
  where o.state = 'open' and o.ship_by < $1::timestamptz and left_over.units > 0
    and not exists (select from notice n where n.kind = 'late-delivery' and n.subject = 'order/' || o.reference)
  limit 1000
  on conflict (kind, subject) where settled_at is null do nothing`;

const UNCOLLECTED = `
  insert into notice (kind, subject, detail)
  select 'not-collected', 'fulfillment/' || f.number, jsonb_build_object('readyAt', e.at, 'days', coalesce(s.collect_days, 7))
  from fulfillment_order f
  join lateral (select max(e.at) as at from fulfillment_event e
                where e.fulfillment_order_id = f.id and e.type = 'ReadyForCollection') e on true
  left join location_fulfillment s on s.location_id = f.location_id
  where f.state = 'ready' and e.at < $1::timestamptz - coalesce(s.collect_days, 7) * interval '1 day'
    and not exists (select from notice n where n.kind = 'not-collected' and n.subject = 'fulfillment/' || f.number)
  on conflict (kind, subject) where settled_at is null do nothing`;
