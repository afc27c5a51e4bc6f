import type { FulfillmentMethod } from '../fulfillment/index.ts';
import type { ConnectionId, OrderId, ProductId } from '../shared/ids.ts';
import type { OutboxFact } from './changes.ts';
import type { NewDelivery, OutboxRow } from './delivery.ts';
import type { CarrierChoice } from './shipping.ts';

/** Connections that take part in a kind of write, by capability. */
export type Destinations = {
  readonly pushOrder: readonly ConnectionId[];
  readonly cancelOrder: readonly ConnectionId[];
  /** Those of them that take no orders: they are told when one of their own is cancelled. */
  readonly cancelSource: readonly ConnectionId[];
  readonly acknowledgeOrder: readonly ConnectionId[];
  readonly pushShipment: readonly ConnectionId[];
  readonly pushStock: readonly ConnectionId[];
  /** The carriers, the preferred one first. */
  readonly buyLabel: readonly ConnectionId[];
};

export type OrderKey = { readonly id: OrderId; readonly reference: string; readonly connection: ConnectionId };
export type ShipmentKey = { readonly id: string; readonly reference: string; readonly order: OrderKey };
export type FulfillmentKey = {
  readonly id: string;
  readonly number: string;
  readonly order: OrderId;
  readonly method: FulfillmentMethod;
  /** true when its location packs before it asks for a label. */
  readonly isPacking: boolean;
  /** Parts of it that have left. */
  readonly shipments: number;
  /** Who carries what leaves its location: the first carrier there is, the best offer, or this connection. */
  readonly carrier: 'first' | 'best' | ConnectionId;
  /** The carrier that is being asked for a label of it: no other is, meanwhile. */
  readonly labelWith: ConnectionId | null;
  /** Who sends it, where its location is a supplier's. */
  readonly supplier: ConnectionId | null;
};
export type MappedLocation = { readonly connection: ConnectionId; readonly externalId: string };

/** An order that waits for units of a product, by what decides whose turn it is. */
export type Backorder = {
  readonly product: ProductId;
  readonly priority: number;
  readonly placedAt: string;
  readonly order: OrderId;
};
/** How far the backorders of a product were gone through; `after` is null at their beginning. */
export type BackorderPlace = { readonly product: ProductId; readonly after: Omit<Backorder, 'product'> | null };

/** What the relay reads and writes in its transaction. */
export type RelayTransaction = {
  /** Takes facts off the outbox, oldest first; they are gone when the transaction commits. */
  take(limit: number): Promise<readonly OutboxRow[]>;
  orderKeys(ids: readonly string[]): Promise<readonly OrderKey[]>;
  shipmentKeys(ids: readonly string[]): Promise<readonly ShipmentKey[]>;
  fulfillmentKeys(ids: readonly string[]): Promise<readonly FulfillmentKey[]>;
  /** Connections of suppliers: they are sent their own work, and no other order. */
  suppliers(): Promise<readonly ConnectionId[]>;
  /** Which of these orders were given to which connection with pushOrder. */
  pushedOrders(
    ids: readonly string[],
  ): Promise<readonly { readonly order: string; readonly connection: ConnectionId }[]>;
  /** Places of the shops whose stock the hub tells. */
  mappedLocations(connections: readonly ConnectionId[]): Promise<readonly MappedLocation[]>;
  prepare(deliveries: readonly NewDelivery[]): Promise<void>;
  /** Labels whose carrier is to be chosen by offers. A choice that was made stands, unless its purchase was refused. */
  wantCarriers(choices: readonly Omit<CarrierChoice, 'rounds'>[]): Promise<void>;
  /** Open orders with backordered units of each product from behind a place on, by priority, then the oldest first; `limit` of each. */
  backordersOf(from: readonly BackorderPlace[], limit: number): Promise<readonly Backorder[]>;
  /** Stores facts, to be taken with the next batch. */
  tell(facts: readonly OutboxFact[]): Promise<void>;
  /** Open orders with lines parked for want of these products. */
  parkedFor(products: readonly ProductId[]): Promise<readonly OrderId[]>;
  skusOf(products: readonly ProductId[]): Promise<ReadonlyMap<string, ProductId>>;
  /** Messages parked with one of these fault codes wait again. */
  unpark(codes: readonly string[]): Promise<void>;
};
