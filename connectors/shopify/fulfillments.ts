import { z } from 'zod';
import type { ShipmentDocument } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Decoded, RemoteRef, Write, WriteKey } from '../kit/connector.ts';
import { parseDocument, parseWire } from '../kit/parse.ts';
import { type ShopifyClient, userErrorFault } from './client.ts';
import { TRACKING_COMPANY } from './codes.ts';
import {
  type FulfillmentGroup,
  type FulfillmentState,
  landedOf,
  planFulfillment,
  type ShipmentWrite,
  StateReply,
} from './fulfillmentPlan.ts';
import { CREATE_FULFILLMENT, FULFILLMENT_STATE } from './queries.ts';
import { globalId, idOf, linkOf, said, skuOf, tailOf, WireFulfillment } from './wire.ts';

/** A fulfillment made in the shop, by whomever, as a canonical shipment. Only one that succeeded has left. */
export function decodeFulfillment(raw: unknown): Result<Decoded, Fault> {
  const wire = parseWire(WireFulfillment, raw, 'Shopify fulfillment');
  if (!wire.ok) return wire;
  const { order_id, status, location_id, line_items, created_at } = wire.value;
  if (status !== 'success') return ok({ kind: 'ignored', reason: `fulfillment-${status ?? 'without-status'}` });
  const carrier = said(wire.value.tracking_company, 100);
  const trackingNumber = said(wire.value.tracking_number, 100);
  const trackingUrl = linkOf(wire.value.tracking_url);
  const document = parseDocument('shipment', {
    reference: idOf(wire.value),
    orderExternalId: String(order_id),
    ...(location_id ? { location: String(location_id) } : {}),
    lines: line_items
      .filter(({ quantity }) => quantity > 0)
      .map((line) => ({ lineExternalId: idOf(line), sku: skuOf(line), quantity: line.quantity })),
    ...(carrier ? { carrier } : {}),
    ...(trackingNumber ? { trackingNumber } : {}),
    ...(trackingUrl ? { trackingUrl } : {}),
    shippedAt: created_at,
  });
  if (!document.ok) return document;
  return ok({ kind: 'documents', documents: [{ name: 'shipment', document: document.value }] });
}

/**
 * Tells the shop that goods left, with their tracking. Shopify takes no key of ours on a fulfillment, but keeps the
 * tracking number; a shipment without one carries our reference in its place. By it a fulfillment is found again, and a
 * repeated send creates only what is still missing.
 */
export const pushShipment: Write<ShopifyClient, ShipmentDocument, RemoteRef> = {
  encode(document) {
    const carrier = document.carrier;
    return ok({
      order: globalId('Order', document.orderExternalId),
      location: document.location === undefined ? undefined : globalId('Location', document.location),
      lines: document.lines,
      company: carrier === undefined ? undefined : (TRACKING_COMPANY.get(carrier.toLowerCase()) ?? carrier),
      number: document.trackingNumber,
      url: document.trackingUrl,
    } satisfies ShipmentWrite);
  },
  send: (client, raw, key, signal) => sendShipment(client, raw as ShipmentWrite, key, signal),
  duplicates: {
    mode: 'lookupByRef',
    settleMs: 15_000,
    async landed(client, raw, key, signal) {
      const shipment = raw as ShipmentWrite;
      const state = await stateOf(client, shipment, signal);
      return state.ok ? ok(landedOf(state.value, shipment, numberOf(shipment, key))) : state;
    },
  },
};

const numberOf = ({ number }: ShipmentWrite, { reference }: WriteKey): string => number ?? reference;

async function stateOf(
  client: ShopifyClient,
  { order }: ShipmentWrite,
  signal: AbortSignal,
): Promise<Result<FulfillmentState, Fault>> {
  const query = { query: FULFILLMENT_STATE, variables: { id: order }, effect: 'read', cost: 40 } as const;
  const state = await client.ask(query, StateReply, signal);
  if (!state.ok) return state;
  if (!state.value.order)
    return err(permanent('order-gone', `the shop has no order ${tailOf(order)}`, '/orderExternalId'));
  return ok(state.value.order);
}

async function sendShipment(
  client: ShopifyClient,
  shipment: ShipmentWrite,
  key: WriteKey,
  signal: AbortSignal,
): Promise<Result<RemoteRef, Fault>> {
  const state = await stateOf(client, shipment, signal);
  if (!state.ok) return state;
  const number = numberOf(shipment, key);
  const landed = landedOf(state.value, shipment, number);
  if (landed) return ok(landed);
  const plan = planFulfillment(state.value, shipment, number);
  if (!plan.ok) return plan;
  let receipt: RemoteRef | undefined;
  for (const group of plan.value) {
    const created = await createFulfillment(client, shipment, group, number, signal);
    if (!created.ok) return created;
    receipt ??= created.value;
  }
  return receipt ? ok(receipt) : err(permanent('nothing-to-fulfill', 'the shipment has no lines', '/lines'));
}

const Created = z.object({
  fulfillmentCreate: z.object({
    fulfillment: z.object({ id: z.string(), name: z.string().nullish() }).nullable(),
    userErrors: z.array(z.object({ field: z.array(z.string()).nullish(), message: z.string() })),
  }),
});

async function createFulfillment(
  client: ShopifyClient,
  { company, url }: ShipmentWrite,
  group: FulfillmentGroup,
  number: string,
  signal: AbortSignal,
): Promise<Result<RemoteRef, Fault>> {
  const trackingInfo = { number, ...(company ? { company } : {}), ...(url ? { url } : {}) };
  const fulfillment = { lineItemsByFulfillmentOrder: group, trackingInfo, notifyCustomer: true };
  const query = { query: CREATE_FULFILLMENT, variables: { fulfillment }, effect: 'write', cost: 10 } as const;
  const created = await client.ask(query, Created, signal);
  if (!created.ok) return created;
  const { fulfillment: made, userErrors } = created.value.fulfillmentCreate;
  const fault = userErrorFault(userErrors);
  if (fault) return err(fault);
  if (!made) return err(permanent('not-fulfilled', 'Shopify made no fulfillment and named no error'));
  return ok({ externalId: tailOf(made.id), ...(made.name ? { number: made.name } : {}) });
}
