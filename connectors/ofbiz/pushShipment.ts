import type { ShipmentDocument } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import type { Instant } from '../../core/shared/ids.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { RemoteRef, Write } from '../kit/connector.ts';
import type { OfbizClient } from './client.ts';
import { SHIPMENT_STATES } from './codes.ts';
import { type EntityRecord, find } from './find.ts';
import { DecimalParam, TimeParam } from './params.ts';
import { ownIdOf } from './reference.ts';
import { writeServerTime } from './serverTime.ts';
import { planIssues } from './shipmentPlan.ts';
import { productsOf } from './skus.ts';

/** How long OFBiz may still commit what it was sent: a transaction ends after 60 s by default. */
const SETTLE_MS = 60_000;
const SEGMENT = '00001';

/**
 * Ships goods of an order: a shipment under an id made of our reference, inventory issued to it from the order's
 * reservations, its tracking number, and then the status. Each step looks at what is there, so one that was broken off is
 * taken up where it stopped; the shipment has landed when it is shipped.
 */
export const pushShipment: Write<OfbizClient, ShipmentDocument, RemoteRef> = {
  encode: (document) => ok(document),
  send: (client, raw, { reference }, signal) => ship(client, raw as ShipmentDocument, ownIdOf(reference), signal),
  duplicates: {
    mode: 'lookupByRef',
    settleMs: SETTLE_MS,
    async landed(client, _raw, { reference }, signal) {
      const shipmentId = ownIdOf(reference);
      const found = await shipmentById(client, shipmentId, signal);
      if (!found.ok) return found;
      return ok(stateOf(found.value) === 'shipped' ? { externalId: shipmentId, number: shipmentId } : null);
    },
  },
};

async function ship(
  client: OfbizClient,
  document: ShipmentDocument,
  shipmentId: string,
  signal: AbortSignal,
): Promise<Result<RemoteRef, Fault>> {
  const found = await shipmentById(client, shipmentId, signal);
  if (!found.ok) return found;
  const state = found.value === undefined ? 'missing' : stateOf(found.value);
  if (state === 'cancelled' || state === undefined) {
    const message = `shipment ${shipmentId} is in status ${found.value?.['statusId']} in OFBiz`;
    return err(permanent('shipment-not-open', message));
  }
  for (const step of STEPS[state]) {
    const done = await step(client, document, shipmentId, signal);
    if (!done.ok) return done;
  }
  return ok({ externalId: shipmentId, number: shipmentId });
}

type Step = (
  client: OfbizClient,
  document: ShipmentDocument,
  shipmentId: string,
  signal: AbortSignal,
) => Promise<Result<unknown, Fault>>;

const begin: Step = (client, { orderExternalId, location }, shipmentId, signal) =>
  client.call(
    'createShipment',
    {
      ...{ shipmentId, shipmentTypeId: 'SALES_SHIPMENT', statusId: 'SHIPMENT_INPUT' },
      ...{ primaryOrderId: orderExternalId, primaryShipGroupSeqId: '00001', originFacilityId: location },
    },
    signal,
  );

const issue: Step = async (client, { orderExternalId: orderId, lines }, shipmentId, signal) => {
  const products = await productsOf(client, [...new Set(lines.map(({ sku }) => sku))], signal);
  if (!products.ok) return products;
  const read = (entity: 'OrderItem' | 'OrderItemShipGrpInvRes') => find(client, { entity, where: { orderId } }, signal);
  const items = await read('OrderItem');
  if (!items.ok) return items;
  const reservations = await read('OrderItemShipGrpInvRes');
  if (!reservations.ok) return reservations;
  const issued = await find(client, { entity: 'ItemIssuance', where: { shipmentId } }, signal);
  if (!issued.ok) return issued;
  const plan = planIssues(lines, {
    ...{ items: items.value, reservations: reservations.value, issued: issued.value, products: products.value },
  });
  if (!plan.ok) return plan;
  for (const { quantity, ...ids } of plan.value) {
    const params = { shipmentId, orderId, ...ids, quantity: new DecimalParam(String(quantity)) };
    const done = await client.call('issueOrderItemShipGrpInvResToShipment', params, signal);
    if (!done.ok) return done;
  }
  return ok(undefined);
};

const track: Step = async (client, { carrier, trackingNumber, shippedAt }, shipmentId, signal) => {
  const { carriers, timeZone } = client.settings;
  const where = { shipmentId, shipmentRouteSegmentId: SEGMENT };
  const found = await find(client, { entity: 'ShipmentRouteSegment', where, limit: 1 }, signal);
  if (!found.ok) return found;
  const service = found.value.length > 0 ? 'updateShipmentRouteSegment' : 'createShipmentRouteSegment';
  const carrierPartyId = carrier === undefined || !Object.hasOwn(carriers, carrier) ? undefined : carriers[carrier];
  const started = shippedAt === undefined ? undefined : new TimeParam(writeServerTime(shippedAt as Instant, timeZone));
  return client.call(
    service,
    { ...where, carrierPartyId, trackingIdNumber: trackingNumber?.slice(0, 60), actualStartDate: started },
    signal,
  );
};

const pass =
  (statusId: string): Step =>
  (client, _document, shipmentId, signal) =>
    client.call('updateShipment', { shipmentId, statusId }, signal);

/** What is left to be done by the state that a shipment is in. */
const STEPS: Readonly<Record<'missing' | 'open' | 'packed' | 'shipped', readonly Step[]>> = {
  missing: [begin, issue, track, pass('SHIPMENT_PACKED'), pass('SHIPMENT_SHIPPED')],
  open: [issue, track, pass('SHIPMENT_PACKED'), pass('SHIPMENT_SHIPPED')],
  packed: [pass('SHIPMENT_SHIPPED')],
  shipped: [],
};

async function shipmentById(
  client: OfbizClient,
  shipmentId: string,
  signal: AbortSignal,
): Promise<Result<EntityRecord | undefined, Fault>> {
  const found = await find(client, { entity: 'Shipment', where: { shipmentId }, limit: 1 }, signal);
  return found.ok ? ok(found.value[0]) : found;
}

const stateOf = (shipment: EntityRecord | undefined) => SHIPMENT_STATES.get(shipment?.['statusId'] ?? '');
