import type {
  DayClose,
  EventDocument,
  LabelReceipt,
  LabelRequest,
  OrderDocument,
  PickupReceipt,
  PickupRequest,
  ShipmentDocument,
  StockDocument,
} from '../documents/index.ts';
import type { Fault } from '../shared/fault.ts';
import type { ConnectionId, Instant } from '../shared/ids.ts';
import type { Result } from '../shared/result.ts';
import type { OutboxFact } from './changes.ts';

/** The writes that the hub makes by itself, each for one kind of subject. */
export type Operation = OrderOperation | 'pushEvent' | 'pushShipment' | 'pushStock' | 'buyLabel' | CarrierOperation;
/** What people ask of a carrier beside labels. */
export const CARRIER_OPERATIONS = ['voidLabel', 'schedulePickup', 'cancelPickup', 'closeDay'] as const;
export type CarrierOperation = (typeof CARRIER_OPERATIONS)[number];
export type OrderOperation = 'pushOrder' | 'cancelOrder' | 'acknowledgeOrder';

/**
 * The intent to write one thing to one connection. `reference` is stable: the same intent is never stored twice.
 * Deliveries of one `entity` to one connection go one after another.
 */
export type NewDelivery = {
  readonly connection: ConnectionId;
  readonly operation: Operation;
  readonly reference: string;
  readonly entity: string;
  /** The order, fulfillment order, shipment or product that the document is made of when it is sent. */
  readonly subject: string;
};

/** A delivery taken for one attempt. `was` tells what is known: `prepared` was not under way, the others may have landed. */
export type DeliveryTask = NewDelivery & {
  readonly id: string;
  readonly was: 'prepared' | 'sent' | 'in-doubt';
  readonly attempts: number;
  /** How often in a row it could not be looked up whether it arrived. */
  readonly lookUps: number;
  /** What a person found at the other system, where the look-up had to be given up. */
  readonly operatorReceipt: unknown;
  /** Raised by every new wish for the same write; a write that lands under an older wish is sent again. */
  readonly wanted: number;
  readonly firstSentAt: Instant | null;
};

/** How an attempt ended. `delayMs` is the time until the next one; `counts` is what of the delivery's patience it took. */
export type DeliveryOutcome =
  | { readonly state: 'landed'; readonly receipt: unknown }
  | { readonly state: 'refused' | 'needs-operator'; readonly fault: Fault }
  | ({ readonly state: 'superseded' } & NothingToSend)
  | {
      readonly state: 'prepared' | 'in-doubt';
      readonly fault: Fault;
      readonly delayMs: number;
      readonly counts: 'attempt' | 'look-up' | 'nothing';
    };

/** Why a write is not needed any more, by its name. */
export type NothingToSend = { readonly code: string; readonly message: string };

export type DeliveryDocument =
  | { readonly operation: OrderOperation; readonly document: OrderDocument }
  | { readonly operation: 'pushShipment'; readonly document: ShipmentDocument }
  | { readonly operation: 'pushStock'; readonly document: StockDocument }
  | { readonly operation: 'pushEvent'; readonly document: EventDocument }
  | { readonly operation: 'buyLabel'; readonly document: LabelRequest }
  | { readonly operation: CarrierOperation; readonly document: CarrierDocument };

export type CarrierDocument = LabelReceipt | PickupRequest | PickupReceipt | DayClose;

/** The journal of outgoing writes, beside the transactions of the domain. */
export type Deliveries = {
  /** Takes due deliveries of a connection for `leaseMs`, the first of each entity, and marks them as sent. */
  claim(connection: ConnectionId, limit: number, leaseMs: number): Promise<readonly DeliveryTask[]>;
  /** Keeps deliveries under way for this process a while longer; without it they are taken for orphans. */
  renew(ids: readonly string[], leaseMs: number): Promise<void>;
  /** The document to send as things stand now, or why there is nothing left to say. */
  documentFor(task: DeliveryTask): Promise<Result<DeliveryDocument, NothingToSend>>;
  settle(task: DeliveryTask, outcome: DeliveryOutcome): Promise<void>;
  /** Connections with something due now. */
  due(): Promise<readonly ConnectionId[]>;
};

/** `bundles`: the products that contain the one whose stock changed. */
export type OutboxRow = OutboxFact & { readonly id: string; readonly bundles?: readonly string[] | null };

/** One budget of calls per connection, shared by all processes. */
export type RateBudget = {
  /** Takes `cost` tokens, or says after how many milliseconds there will be enough. */
  take(connection: ConnectionId, cost: number, perSecond: number, burst: number): Promise<{ readonly waitMs: number }>;
  /** The other side asked for quiet: nobody takes a token until then. */
  block(connection: ConnectionId, forMs: number): Promise<void>;
};
