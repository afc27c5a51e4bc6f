import type pg from 'pg';
import type { ManifestedPart, NewCarrierRequest } from '../../core/ports/index.ts';
import { isUuid } from '../../core/shared/ids.ts';
import type { Executor } from '../database.ts';
import { insertDeliveries } from './deliveries.ts';

/** What of a manifest left by which connected carrier. */
export async function manifested(db: Executor, manifest: string): Promise<readonly ManifestedPart[]> {
  if (!isUuid(manifest)) return [];
  const { rows } = await db.query<ManifestedPart>({ name: 'manifested', text: MANIFESTED, values: [manifest] });
  return rows;
}

/** A second wish for the same thing is the first one: its id is answered, and nothing is stored. */
export async function requestCarrier(
  client: pg.PoolClient,
  { id, reference, connection, operation, document }: NewCarrierRequest,
  actor: string,
): Promise<string> {
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
}

const MANIFESTED = `
  select s.carrier_connection_id as connection, m.number, jsonb_build_object('name', l.name) || l.address as from,
         array_agg(distinct s.carrier_reference) as shipments,
         array_agg(p.tracking_number order by p.tracking_number) as "trackingNumbers"
  from manifest m join location l on l.id = m.location_id join shipment s on s.manifest_id = m.id
  join package p on p.shipment_id = s.id and p.tracking_number is not null
  where m.id = $1 and s.carrier_connection_id is not null and s.carrier_reference is not null
  group by s.carrier_connection_id, m.number, l.id`;
