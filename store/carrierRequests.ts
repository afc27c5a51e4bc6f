import type pg from 'pg';
import type { LabelReceipt } from '../core/documents/index.ts';
import type { CarrierRequests, ShownCarrierRequest } from '../core/ports/index.ts';
import { type ConnectionId, isUuid } from '../core/shared/ids.ts';
import { manifested, requestCarrier } from './sql/requestCarrier.ts';
import { withClient } from './unitOfWork.ts';

/** Wishes to carriers on PostgreSQL: the wish, its intent in the journal and the audit are one transaction. */
export function carrierRequests(pool: pg.Pool): CarrierRequests {
  return {
    add: (request, actor) => withClient(pool, (client) => requestCarrier(client, request, actor)),
    async show(id) {
      if (!isUuid(id)) return null;
      const { rows } = await pool.query<ShownCarrierRequest>({
        name: 'show-carrier-request',
        text: SHOW,
        values: [id],
      });
      return rows[0] ?? null;
    },
    manifested: (manifest) => manifested(pool, manifest),
    async labelOf(shipment) {
      if (!isUuid(shipment)) return null;
      type Row = { connection: ConnectionId; document: LabelReceipt };
      const { rows } = await pool.query<Row>({ name: 'label-of-shipment', text: LABEL, values: [shipment] });
      return rows[0] ?? null;
    },
  };
}

const SHOW = `
  select r.id, c.name as connection, r.operation, r.document, d.id::text as delivery, d.state, d.fault, d.receipt,
         r.created_by as "createdBy"
  from carrier_request r join connection c on c.id = r.connection_id
  join delivery d on d.subject = r.id and d.operation = r.operation
  where r.id = $1`;

const LABEL = `
  select s.carrier_connection_id as connection,
         jsonb_build_object('externalId', s.carrier_reference, 'parcels',
           (select jsonb_agg(jsonb_build_object('trackingNumber', p.tracking_number) order by p.position)
            from package p where p.shipment_id = s.id and p.tracking_number is not null)) as document
  from shipment s
  where s.id = $1 and s.carrier_connection_id is not null and s.carrier_reference is not null
    and exists (select from package p where p.shipment_id = s.id and p.tracking_number is not null)`;
