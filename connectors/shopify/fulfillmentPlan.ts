import { z } from 'zod';
import type { ShipmentDocument } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { RemoteRef } from '../kit/connector.ts';
import { CAN_SHIP } from './codes.ts';
import { tailOf } from './wire.ts';

/** What `send` needs of a shipment, before it is known which fulfillment orders its units belong to. */
export type ShipmentWrite = {
  readonly order: string;
  readonly location: string | undefined;
  readonly lines: ShipmentDocument['lines'];
  readonly company: string | undefined;
  readonly number: string | undefined;
  readonly url: string | undefined;
};

const Keyed = z.object({ id: z.string() });

const State = z.object({
  fulfillments: z.array(
    z.object({
      id: z.string(),
      status: z.string(),
      trackingInfo: z.array(z.object({ number: z.string().nullish() })),
      fulfillmentLineItems: z.object({
        nodes: z.array(z.object({ quantity: z.int().nullish(), lineItem: Keyed })),
      }),
    }),
  ),
  fulfillmentOrders: z.object({
    nodes: z.array(
      z.object({
        id: z.string(),
        status: z.string(),
        assignedLocation: z.object({ location: Keyed.nullish() }),
        lineItems: z.object({
          nodes: z.array(
            z.object({ id: z.string(), remainingQuantity: z.int(), sku: z.string().nullish(), lineItem: Keyed }),
          ),
        }),
      }),
    ),
  }),
});
export const StateReply = z.object({ order: State.nullable() });
/** What has been fulfilled of an order and what is still to be, as Shopify says. */
export type FulfillmentState = z.infer<typeof State>;
type FulfillmentOrder = FulfillmentState['fulfillmentOrders']['nodes'][number];

/** One fulfillment to create: units of fulfillment orders that are at one location, as Shopify demands. */
export type FulfillmentGroup = {
  readonly fulfillmentOrderId: string;
  readonly fulfillmentOrderLineItems: { readonly id: string; readonly quantity: number }[];
}[];

/** The receipt of a shipment whose units are all in fulfillments with its number; null when some are not. */
export function landedOf(state: FulfillmentState, shipment: ShipmentWrite, number: string): RemoteRef | null {
  const ours = withNumber(state, number);
  const [first] = ours;
  if (!first) return null;
  return [...missing(state, shipment, number).values()].every((units) => units <= 0)
    ? { externalId: tailOf(first.id) }
    : null;
}

function withNumber(state: FulfillmentState, number: string): FulfillmentState['fulfillments'] {
  return state.fulfillments.filter(
    ({ status, trackingInfo }) => status !== 'CANCELLED' && trackingInfo.some((tracking) => tracking.number === number),
  );
}

const keyOf = ({ lineExternalId, sku }: ShipmentWrite['lines'][number]): string => lineExternalId ?? `sku ${sku}`;

/** Units of the shipment, by line, that are in no fulfillment with its number yet. */
function missing(state: FulfillmentState, shipment: ShipmentWrite, number: string): Map<string, number> {
  const skus = skusOf(state);
  const units = new Map<string, number>();
  for (const line of shipment.lines) units.set(keyOf(line), (units.get(keyOf(line)) ?? 0) + line.quantity);
  const parts = withNumber(state, number).flatMap(({ fulfillmentLineItems }) => fulfillmentLineItems.nodes);
  for (const { lineItem, quantity } of parts) {
    const id = tailOf(lineItem.id);
    const key = units.has(id) ? id : (skus.get(id) ?? id);
    units.set(key, (units.get(key) ?? 0) - (quantity ?? 0));
  }
  return units;
}

/** The key that a line has in a shipment which names it by its SKU alone, by line id. */
function skusOf(state: FulfillmentState): ReadonlyMap<string, string> {
  const lines = state.fulfillmentOrders.nodes.flatMap(({ lineItems }) => lineItems.nodes);
  return new Map(lines.map(({ lineItem, sku }) => [tailOf(lineItem.id), `sku ${sku ?? ''}`]));
}

/**
 * Which units of which fulfillment orders a shipment fulfills: those assigned to its location first, then others. One
 * group per location. A fault when the shop has fewer units left to fulfill than left the house.
 */
export function planFulfillment(
  state: FulfillmentState,
  shipment: ShipmentWrite,
  number: string,
): Result<readonly FulfillmentGroup[], Fault> {
  const left = missing(state, shipment, number);
  const groups = new Map<string, FulfillmentGroup>();
  for (const order of byLocation(state.fulfillmentOrders.nodes, shipment.location)) {
    const taken = takeUnits(order, left);
    if (taken.length === 0) continue;
    const location = order.assignedLocation.location?.id ?? '';
    const group = groups.get(location) ?? [];
    group.push({ fulfillmentOrderId: order.id, fulfillmentOrderLineItems: taken });
    groups.set(location, group);
  }
  const short = [...left].find(([, units]) => units > 0);
  if (short) {
    const states = state.fulfillmentOrders.nodes.map(({ status }) => status.toLowerCase()).join(', ') || 'none';
    const message = `${short[1]} units of line ${short[0]} cannot be fulfilled in the shop (fulfillment orders: ${states})`;
    return err(permanent('nothing-left-to-fulfill', message, '/lines'));
  }
  return ok([...groups.values()]);
}

function byLocation(orders: readonly FulfillmentOrder[], location: string | undefined): FulfillmentOrder[] {
  const usable = orders.filter(({ status }) => CAN_SHIP.has(status));
  const isHere = (order: FulfillmentOrder): boolean => order.assignedLocation.location?.id === location;
  return [...usable.filter(isHere), ...usable.filter((order) => !isHere(order))];
}

/** Takes what it can from one fulfillment order, and counts it down in `left`. */
function takeUnits(order: FulfillmentOrder, left: Map<string, number>): { id: string; quantity: number }[] {
  const taken: { id: string; quantity: number }[] = [];
  for (const { id, remainingQuantity, sku, lineItem } of order.lineItems.nodes) {
    const line = tailOf(lineItem.id);
    const key = left.has(line) ? line : `sku ${sku ?? ''}`;
    const quantity = Math.min(left.get(key) ?? 0, remainingQuantity);
    if (quantity <= 0) continue;
    taken.push({ id, quantity });
    left.set(key, (left.get(key) ?? 0) - quantity);
  }
  return taken;
}
