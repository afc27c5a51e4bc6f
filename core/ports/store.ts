import type { Component, StockBalance, StockKey } from '../inventory/index.ts';
import type { Attachment } from '../order/index.ts';
import type { ConnectionId, FulfillmentOrderId, Instant, OrderId, ProductId } from '../shared/ids.ts';
import type { SourcingLocation } from '../sourcing/index.ts';
import type { CaseTransaction } from './cases.ts';
import type {
  AfterSale,
  Changes,
  FulfillmentRow,
  MessageId,
  Reference,
  ReservationRow,
  Settlement,
  StoredOrder,
} from './changes.ts';
import type { DeliveryOutcome, DeliveryTask } from './delivery.ts';
import type { DestinationTotalTransaction } from './destinationTotals.ts';
import type { InventoryTransaction } from './inventory.ts';
import type { ArrivalPolicies, OrderFactsQuery, StoredOrderFacts } from './orderFacts.ts';
import type { PackingTransaction } from './packing.ts';
import type { KnownParcel, ParcelKey } from './parcels.ts';
import type { PaymentTransaction, PayoutTransaction } from './payments.ts';
import type { PickingTransaction } from './picking.ts';
import type { ReturnLabelTransaction, ReturnTransaction } from './returns.ts';
import type { SourcingTransaction } from './sourcing.ts';

/** A message as it arrived. */
export type InboxItem = {
  readonly id: MessageId;
  readonly connection: ConnectionId;
  readonly topic: string;
  readonly subject: string;
  readonly body: Uint8Array;
  readonly receivedAt: Instant;
  readonly attempts: number;
};

export type LocationKind = 'warehouse' | 'store' | 'supplier';
/** A place that goods are sent from. */
export type HubLocation = SourcingLocation & {
  readonly code: string;
  readonly kind: LocationKind;
  /** false for a store that only hands out at its counter. */
  readonly isShipping: boolean;
};

/** `sourceVersion` is null for a product that was only claimed: its document is about to be applied. */
export type KnownProduct = {
  readonly id: ProductId;
  readonly sourceVersion: Instant | null;
  /** Of a bundle: what one is made of. */
  readonly components?: readonly Component[];
};

export type StoredBalance = StockKey &
  StockBalance & {
    readonly sourceVersion: Instant | null;
    /** true when bins or lots are kept for it: its places are to be loaded before units leave. */
    readonly isPlaced: boolean;
  };

type PartsOfTransaction = PickingTransaction &
  PackingTransaction &
  SourcingTransaction &
  PaymentTransaction &
  PayoutTransaction &
  ReturnTransaction &
  ReturnLabelTransaction &
  CaseTransaction &
  DestinationTotalTransaction;

/**
 * One transaction. What it loads for change it also locks: orders by their row, balances in (product, location) order,
 * so that two batches never wait for each other in a circle. A deadlock or a serialization failure is retried by the
 * store with the whole function, so the function must not have effects of its own.
 */
export type Transaction = PartsOfTransaction & {
  /** Takes a partition of the inbox for this transaction; false when another drain holds it. */
  lockPartition(partition: number): Promise<boolean>;
  /** Waiting messages of a partition, live before backfill, then in the order they came. */
  waiting(partition: number, limit: number): Promise<readonly InboxItem[]>;
  message(id: MessageId): Promise<InboxItem | null>;
  isWaiting(id: MessageId): Promise<boolean>;
  settle(rows: readonly Settlement[]): Promise<void>;
  ordersByReference(references: readonly string[]): Promise<readonly StoredOrder[]>;
  ordersById(ids: readonly OrderId[]): Promise<readonly StoredOrder[]>;
  balances(products: readonly ProductId[]): Promise<readonly StoredBalance[]>;
  /** Makes sure that each product has a balance row at every location, before `balances` locks them. */
  ensureBalances(products: readonly ProductId[]): Promise<void>;
  /** Takes SKUs for new products, in their order, so that two batches that bring the same one agree on its id. */
  claimSkus(claims: readonly { readonly sku: string; readonly id: ProductId }[]): Promise<void>;
  productsBySku(skus: readonly string[]): Promise<ReadonlyMap<string, KnownProduct>>;
  references(
    entity: Reference['entity'],
    keys: readonly { connection: ConnectionId; externalId: string }[],
  ): Promise<readonly Reference[]>;
  /** Which of these refunds and returns are recorded already. */
  afterSales(keys: readonly AfterSaleKey[]): Promise<readonly AfterSaleKey[]>;
  /** What is known about an order that is to be checked. */
  orderFacts(id: OrderId, query: OrderFactsQuery): Promise<StoredOrderFacts>;
  /** How orders are checked when they arrive. */
  arrivalPolicies(): Promise<ArrivalPolicies>;
  /** Stores the content of a file beside an order; the event says that it is there. */
  addAttachment(order: OrderId, attachment: Attachment, content: Uint8Array): Promise<void>;
  /** Answers the name of what was taken off; null when there was none. */
  removeAttachment(order: OrderId, id: string): Promise<string | null>;
  locations(): Promise<readonly HubLocation[]>;
  fulfillments(query: FulfillmentQuery): Promise<readonly FulfillmentRow[]>;
  /** What has left of these orders, to tell an echo of it from news. */
  shipmentsOfOrders(orders: readonly OrderId[]): Promise<readonly KnownShipment[]>;
  /** The parcels that carriers have these numbers for. */
  parcels(keys: readonly ParcelKey[]): Promise<readonly KnownParcel[]>;
  /** Reservations of these holders that are still held; locked. */
  reservationsOf(holders: readonly string[]): Promise<readonly ReservationRow[]>;
  /** Ends reservations that are still held, and answers them. */
  endReservations(ids: readonly string[]): Promise<readonly ReservationRow[]>;
  save(changes: Changes): Promise<void>;
  readonly inventory: InventoryTransaction;
  /** Locks a delivery that is being attempted; false when somebody else has ended it meanwhile. */
  isUnderWay(delivery: string): Promise<boolean>;
  settleDelivery(task: DeliveryTask, outcome: DeliveryOutcome): Promise<void>;
};

export type KnownShipment = {
  readonly id: string;
  readonly order: OrderId;
  readonly reference: string;
  readonly trackingNumbers: readonly string[];
};

export type AfterSaleKey = Pick<AfterSale, 'kind' | 'connection' | 'externalId'>;

export type FulfillmentQuery =
  | { readonly orders: readonly OrderId[] }
  | { readonly ids: readonly FulfillmentOrderId[] };

export type UnitOfWork = {
  transaction<T>(run: (tx: Transaction) => Promise<T>): Promise<T>;
};

export type Clock = { now(): Instant };
/** New identifiers, ascending with time (UUID version 7), so that indexes stay compact. */
export type IdSource = { next(): string };

/** A message on its way into the inbox. */
export type Arrival = {
  readonly connection: ConnectionId;
  readonly messageId: string;
  readonly topic: string;
  readonly subject: string;
  readonly correlation?: string | undefined;
  readonly origin: 'webhook' | 'pull' | 'api' | 'file';
  readonly body: Uint8Array;
  readonly partition: number;
  /** Live work goes before backfill. */
  readonly lane: 'live' | 'backfill';
};

/** The inbox's answer, given after the commit. */
export type Received = { readonly id: MessageId; readonly duplicate: boolean };

/** The inbox is split so that messages of one subject are applied one after another, and those of others beside them. */
export const PARTITIONS = 8;
