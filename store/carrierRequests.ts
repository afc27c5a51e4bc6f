import type pg from 'pg';
import type { LabelReceipt } from '../core/documents/index.ts';
import type { CarrierRequests, ManifestedPart, NewCarrierRequest, ShownCarrierRequest } from '../core/ports/index.ts';
import { type ConnectionId, isUuid } from '../core/shared/ids.ts';
import { insertDeliveries } from './sql/deliveries.ts';
import { withClient } from './unitOfWork.ts';

/** Wishes to carriers on PostgreSQL: the wish, its intent in the journal and the audit are one transaction. */
export function carrierRequests(pool: pg.Pool): CarrierRequests {
  return {
    add: (request, actor) => add(pool, request, actor),
    async show(id) {
      if (!isUuid(id)) return null;
      const { rows } = await pool.query<ShownCarrierRequest>({
        name: 'show-carrier-request',
        text: SHOW,
        values: [id],
      });
      return rows[0] ?? null;
    },
    async manifested(manifest) {
      if (!isUuid(manifest)) return [];
      const { rows } = await pool.query<ManifestedPart>({ name: 'manifested', text: MANIFESTED, values: [manifest] });
      return rows;
    },
    async labelOf(shipment) {
      if (!isUuid(shipment)) return null;
      type Row = { connection: ConnectionId; document: LabelReceipt };
      const { rows } = await pool.query<Row>({ name: 'label-of-shipment', text: LABEL, values: [shipment] });
      return rows[0] ?? null;
    },
  };
}

/** A second wish for the same thing is the first one: its id is answered, and nothing is stored. */
function add(pool: pg.Pool, request: NewCarrierRequest, actor: string): Promise<string> {
  return withClient(pool, async (client) => {
    const { id, reference, connection, operation, document } = request;
    await insertDeliveries(client, [{ connection, operation, reference, entity: `request/${id}`, subject: id }]);
    const { rows } = await client.query<{ subject: string }>(
      'select subject from delivery where connection_id = $1 and operation = $2 and reference = $3',
      [connection, operation, reference],
    );
    const subject = rows[0]?.subject ?? id;
    if (subject !== id) return subject;
    await client.query(
      'insert into carrier_request (id, connection_id, operation, document, created_by) values ($1, $2, $3, $4, $5)',
      [id, connection, operation, JSON.stringify(document), actor],
    );
    await client.query('insert into audit_entry (actor, action, subject, detail) values ($1, $2, $3, $4)', [
      actor,
      'carrier.request',
      `carrier-request/${id}`,
      JSON.stringify({ operation, connection, reference }),
    ]);
    return id;
  });
}

const SHOW = `
  select r.id, c.name as connection, r.operation, r.document, d.id::text as delivery, d.state, d.fault, d.receipt,
         r.created_by as "createdBy"
  from carrier_request r join connection c on c.id = r.connection_id
  join delivery d on d.subject = r.id and d.operation = r.operation
  where r.id = $1`;

const MANIFESTED = `
  select s.carrier_connection_id as connection, m.number, jsonb_build_object('name', l.name) || l.address as from,
         array_agg(distinct s.carrier_reference) as shipments,
         array_agg(p.tracking_number order by p.tracking_number) as "trackingNumbers"
  from manifest m join location l on l.id = m.location_id join shipment s on s.manifest_id = m.id
  join package p on p.shipment_id = s.id and p.tracking_number is not null
  where m.id = $1 and s.carrier_connection_id is not null and s.carrier_reference is not null
  group by s.carrier_connection_id, m.number, l.id`;

const LABEL = `
  select s.carrier_connection_id as connection,
         jsonb_build_object('externalId', s.carrier_reference, 'parcels',
           (select jsonb_agg(jsonb_build_object('trackingNumber', p.tracking_number) order by p.position)
            from package p where p.shipment_id = s.id and p.tracking_number is not null)) as document
  from shipment s
  where s.id = $1 and s.carrier_connection_id is not null and s.carrier_reference is not null
    and exists (select from package p where p.shipment_id = s.id and p.tracking_number is not null)`;
