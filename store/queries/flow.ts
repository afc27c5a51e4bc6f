import type pg from 'pg';
import { type CurrencyCode, formatMinor } from '../../core/shared/money.ts';

type Row = { readonly row: object; readonly grand_minor: string; readonly currency: CurrencyCode };

/** How far each of the newest orders is, for the first page: one statement for all of them. */
export async function flow(pool: pg.Pool, limit: number): Promise<readonly unknown[]> {
  const { rows } = await pool.query<Row>({
    name: 'flow',
    text: `
      select jsonb_build_object(
        'number', o.number, 'connection', c.name, 'receivedAt', to_char(o.created_at, 'HH24:MI:SS'),
        'reserved', case when l.committed > 0 then jsonb_build_object('text', l.committed || ' units')
                         when l.backordered > 0 then jsonb_build_object('text', 'backordered', 'mood', 'doubt') end,
        'erp', (select jsonb_build_object('text', case d.state when 'landed' then coalesce(d.receipt ->> 'number', d.receipt ->> 'externalId') else d.state end,
                  'mood', case d.state when 'landed' then 'yes' when 'refused' then 'bad' else 'doubt' end,
                  'title', d.fault ->> 'message')
                from delivery d where d.subject = o.id and d.operation = 'pushOrder' order by d.id limit 1),
        'picked', (select case when bool_and(f.state not in ('released', 'picking')) then jsonb_build_object('text', 'picked') end
                   from fulfillment_order f where f.order_id = o.id and f.state <> 'cancelled'),
        'label', (select jsonb_build_object('text', coalesce(s.carrier, '') || ' ' || coalesce(p.tracking_number, ''))
                  from shipment s left join package p on p.shipment_id = s.id where s.order_id = o.id order by p.position limit 1),
        'told', (select jsonb_build_object('text', d.state, 'mood', case d.state when 'landed' then 'yes' when 'refused' then 'bad' else 'doubt' end,
                   'title', d.fault ->> 'message')
                 from shipment s join delivery d on d.subject = s.id and d.operation = 'pushShipment'
                 where s.order_id = o.id order by d.id limit 1),
        'tracking', (select jsonb_build_object('text', s.status, 'mood', case s.status when 'delivered' then 'yes' else 'doubt' end)
                     from shipment s where s.order_id = o.id order by s.id limit 1)) as row,
        o.grand_minor, o.currency
      from (select * from orders order by id desc limit $1) o
      join connection c on c.id = o.connection_id
      cross join lateral (
        select sum(allocated + released + shipped) as committed, sum(backordered) as backordered
        from order_line l where l.order_id = o.id) l
      order by o.id desc`,
    values: [limit],
  });
  return rows.map(({ row, grand_minor, currency }) => ({
    ...row,
    total: `${formatMinor(Number(grand_minor), currency)} ${currency}`,
  }));
}
