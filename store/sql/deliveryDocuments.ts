import type { OrderDocument, ShipmentDocument, StockDocument } from '../../core/documents/index.ts';
import type { DeliveryDocument, DeliveryTask, NothingToSend } from '../../core/ports/index.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Executor } from '../database.ts';
import { eventById } from '../eventLog.ts';
import { instantFrom } from '../instant.ts';
import { beginPublication, locationOf, publicationFor } from '../inventory/publications.ts';
import { carrierRequest } from './carrierRequests.ts';
import { labelRequest } from './labelRequest.ts';
import { returnLabelRequest } from './returnLabels.ts';
import { supplierOrder } from './supplierOrder.ts';

type Said = Result<DeliveryDocument, NothingToSend>;
const nothing = (code: string, message: string): Said => err({ code, message });
const gone = (what: string): Said => nothing('gone', `the ${what} is not there any more`);

/** The document of a delivery as things stand now, or why there is nothing left to say. */
export async function documentFor(db: Executor, task: DeliveryTask): Promise<Said> {
  switch (task.operation) {
    case 'pushOrder':
    case 'cancelOrder':
    case 'acknowledgeOrder':
      return isOfWork(task) ? supplierOrder(db, task) : orderDocument(db, task);
    case 'pushShipment':
      return shipmentDocument(db, task);
    case 'pushStock':
      return stockDocument(db, task);
    case 'buyLabel':
      return task.entity.startsWith('return/') ? returnLabelRequest(db, task) : labelRequest(db, task);
    case 'pushEvent':
      return eventDocument(db, task);
    case 'voidLabel':
    case 'schedulePickup':
    case 'cancelPickup':
    case 'closeDay':
      return carrierRequest(db, task.operation, task.subject);
  }
}

async function eventDocument(db: Executor, { reference }: DeliveryTask): Promise<Said> {
  const document = await eventById(db, reference.slice('event/'.length));
  return document ? ok({ operation: 'pushEvent', document }) : gone('event');
}

/** A supplier is sent one fulfillment order; all others are told the whole order. */
const isOfWork = ({ entity }: DeliveryTask): boolean => entity.startsWith('work/');

async function orderDocument(db: Executor, { operation, subject, connection }: DeliveryTask): Promise<Said> {
  type Row = { document: OrderDocument; state: string; updated_at: string; is_told: boolean };
  const { rows } = await db.query<Row>({
    name: 'order-document',
    text: `
      select document, state, updated_at,
             exists (select from delivery d
                     where d.connection_id = $2 and d.operation = 'pushOrder' and d.subject = o.id
                       and d.state not in ('refused', 'superseded')) or o.connection_id = $2 as is_told
      from orders o where id = $1`,
    values: [subject, connection],
  });
  const row = rows[0];
  if (!row) return gone('order');
  if (operation !== 'cancelOrder') {
    if (row.state === 'cancelled') return nothing('cancelled', 'the order was cancelled before it was told');
    return ok({ operation: operation === 'pushOrder' ? operation : 'acknowledgeOrder', document: row.document });
  }
  if (!row.is_told) return nothing('nothing-to-cancel', 'that system never got the order, so it has nothing to cancel');
  const cancelledAt = row.document.cancelledAt ?? instantFrom(row.updated_at);
  return ok({ operation: 'cancelOrder', document: { ...row.document, cancelledAt } });
}

async function shipmentDocument(db: Executor, { subject, connection }: DeliveryTask): Promise<Said> {
  type Row = Pick<ShipmentDocument, 'reference' | 'orderExternalId' | 'orderNumber'> & {
    location: string | null;
    carrier: string | null;
    service: string | null;
    shipped_at: string;
    tracking_number: string | null;
    lines: ShipmentDocument['lines'];
  };
  const { rows } = await db.query<Row>({
    name: 'shipment-document',
    text: `
      select s.reference, o.external_id as "orderExternalId", o.number as "orderNumber", s.carrier, s.service,
             s.shipped_at,
             (select r.external_id from external_reference r
              where r.connection_id = $2 and r.entity = 'location' and r.internal_id = s.location_id limit 1) as location,
             (select p.tracking_number from package p where p.shipment_id = s.id order by p.position limit 1)
               as tracking_number,
             (select jsonb_agg(jsonb_build_object('lineExternalId', l.external_id, 'sku', l.sku,
                                                  'quantity', (part ->> 'quantity')::integer))
              from jsonb_array_elements(s.lines) part join order_line l on l.id = (part ->> 'line')::uuid) as lines
      from shipment s join orders o on o.id = s.order_id where s.id = $1`,
    values: [subject, connection],
  });
  const row = rows[0];
  if (!row) return gone('shipment');
  const document: ShipmentDocument = {
    reference: row.reference,
    orderExternalId: row.orderExternalId,
    ...(row.orderNumber ? { orderNumber: row.orderNumber } : {}),
    ...(row.location ? { location: row.location } : {}),
    lines: row.lines,
    ...(row.carrier ? { carrier: row.carrier } : {}),
    ...(row.service ? { service: row.service } : {}),
    ...(row.tracking_number ? { trackingNumber: row.tracking_number } : {}),
    shippedAt: instantFrom(row.shipped_at),
  };
  return ok({ operation: 'pushShipment', document });
}

/**
 * The level as it is to be shown now, when it is another than landed there last. The item is named where just one is known;
 * with several the connector looks it up by the SKU, and says so when that is not clear either.
 */
async function stockDocument(db: Executor, task: DeliveryTask): Promise<Said> {
  const publication = await publicationFor(db, task);
  if (!publication) return gone('product');
  const { sku, quantity, now, item, isPublished } = publication;
  // A level that may be on its way already is sent again, whatever it was: only landed levels are known.
  if (isPublished && task.was === 'prepared') return err(UNCHANGED);
  await beginPublication(db, task, publication);
  const document: StockDocument = {
    sku,
    location: locationOf(task),
    quantity,
    measure: 'available',
    asOf: instantFrom(now),
    ...(item ? { item } : {}),
  };
  return ok({ operation: 'pushStock', document });
}

const UNCHANGED: NothingToSend = { code: 'unchanged', message: 'the level there is this one already' };
