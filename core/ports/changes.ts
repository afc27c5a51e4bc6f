import type { OrderDocument, PaymentState, RefundDocument, ReturnDocument } from '../documents/index.ts';
import type { FulfillmentEvent, FulfillmentWork } from '../fulfillment/index.ts';
import type { StockEntry, StockKey } from '../inventory/index.ts';
import type { Order, OrderEvent, Portion } from '../order/index.ts';
import type { Fault } from '../shared/fault.ts';
import type {
  ConnectionId,
  CustomerId,
  FulfillmentOrderId,
  Instant,
  LocationId,
  OrderId,
  ProductId,
  ShipmentId,
} from '../shared/ids.ts';
import type { TrackedNews } from './parcels.ts';
import type { PaymentChange } from './payments.ts';
import type { ReturnChanges } from './returns.ts';
import type { SourcingLoad } from './sourcing.ts';

/** What an order row holds beside the state that its events fold to. */
export type OrderHeader = {
  readonly connection: ConnectionId;
  readonly externalId: string;
  /** `referenceOf(connection name, externalId)`: unique, and what other systems carry. */
  readonly reference: string;
  readonly number: string;
  readonly paymentState: PaymentState;
  /** The source's version: an older document never overwrites a newer one. */
  readonly sourceVersion: Instant;
  /** The order as it is here, edits included. */
  readonly document: OrderDocument;
  /** What the source stated last, once `document` differs from it; null while they are the same. */
  readonly sourceDocument: OrderDocument | null;
  readonly links: OrderLinks;
};

/** Other orders that this one came from or went into. */
export type OrderLinks = {
  readonly splitFrom?: OrderId;
  readonly splitInto?: readonly OrderId[];
  readonly mergedInto?: OrderId;
  readonly mergedFrom?: readonly OrderId[];
  /** Goods sent instead of those that came back, and for which order. */
  readonly exchangedInto?: readonly OrderId[];
  readonly exchangeFor?: OrderId;
};
export const NO_LINKS: OrderLinks = {};

/** An order as it is stored. `version` counts its events. */
export type StoredOrder = { readonly header: OrderHeader; readonly order: Order; readonly version: number };

/** An order before and after a decision, with the events between. `before` is null for a new order. */
export type OrderChange = {
  readonly id: OrderId;
  readonly before: StoredOrder | null;
  readonly after: StoredOrder;
  readonly events: readonly OrderEvent[];
  readonly cause: MessageId | null;
};

/** The key of an inbox message; a bigint, so it stays text in JavaScript. */
export type MessageId = string;

export type OutboxTopic =
  | 'order.allocated'
  | 'order.cancelled'
  | 'fulfillment.picked'
  | 'fulfillment.packed'
  | 'label.wanted'
  | 'fulfillment.released'
  | 'fulfillment.cancelled'
  | 'shipment.shipped'
  | 'stock.changed'
  | 'product.added'
  | 'backorders.left'
  | 'payment.due'
  | 'return.label-wanted';

/** A fact that somebody may have to be told. `origin` is the connection that already knows, because it said so. */
export type OutboxFact = {
  readonly topic: OutboxTopic;
  readonly entity: string;
  readonly origin: ConnectionId | null;
  readonly body?: Readonly<Record<string, unknown>>;
};

/** A fulfillment order as it is stored. `version` counts its events, its release included. */
export type FulfillmentRow = FulfillmentWork & { readonly version: number };

/** A fulfillment order after a decision. The release is not among the events: the order's LinesReleased is that fact. */
export type FulfillmentChange = {
  readonly row: FulfillmentRow;
  readonly events: readonly FulfillmentEvent[];
  readonly cause: MessageId | null;
};

export type ShipmentRow = {
  readonly id: ShipmentId;
  readonly reference: string;
  readonly order: OrderId;
  /** null for what left without work that the hub had released. */
  readonly fulfillmentOrder: FulfillmentOrderId | null;
  readonly location: LocationId;
  /** `report` when another system sent it and said so. */
  readonly origin: 'hub' | 'report';
  /** true for goods that the buyer took over the counter. */
  readonly isDelivered: boolean;
  readonly carrierConnection: ConnectionId | null;
  readonly carrier: string | null;
  readonly service: string | null;
  readonly carrierReference: string | null;
  readonly lines: readonly Portion[];
  readonly packages: readonly PackageRow[];
};
export type PackageRow = {
  /** That of a package at the packing table, or a new one. */
  readonly id: string;
  readonly trackingNumber: string | null;
  /** A label that came now; one that the package has stays when this is null. */
  readonly label: { readonly format: string; readonly base64: string } | null;
  /** Papers that the carrier made for the shipment; they go with its first package. */
  readonly papers?: readonly { readonly kind: 'customs' | 'other'; readonly format: string; readonly base64: string }[];
};

export type Reference = {
  readonly connection: ConnectionId;
  readonly entity: 'order' | 'product' | 'customer' | 'location' | 'stock-item' | 'refund' | 'return' | 'shipment';
  readonly externalId: string;
  readonly internalId: string;
};

export type ProductRow = {
  readonly id: ProductId;
  readonly sku: string;
  readonly gtin: string | null;
  readonly title: string;
  readonly weightGrams: number | null;
  readonly hsCode: string | null;
  readonly originCountry: string | null;
  readonly isActive: boolean;
  readonly sourceVersion: Instant;
};

export type CustomerRow = {
  readonly id: CustomerId;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly address: Readonly<Record<string, unknown>>;
  readonly sourceVersion: Instant;
};

/** How a message ended, when it was not simply applied. */
export type Settlement =
  | { readonly id: MessageId; readonly state: 'ignored'; readonly reason: string }
  | { readonly id: MessageId; readonly state: 'parked' | 'dead'; readonly fault: Fault }
  | { readonly id: MessageId; readonly state: 'received'; readonly fault: Fault; readonly delayMs: number };

/** A stock level as a source reported it, kept so that an older report is recognised. */
export type StockVersion = StockKey & { readonly sourceVersion: Instant };

/** A refund or a return as its source stated it; a second one with the same key is the same one. */
export type AfterSale = {
  readonly id: string;
  readonly kind: 'refund' | 'return';
  readonly connection: ConnectionId;
  readonly externalId: string;
  readonly order: OrderId | null;
  readonly document: RefundDocument | ReturnDocument;
};

export const NOTICE_KINDS = [
  'late-delivery',
  'unrecognised-tracking',
  'not-collected',
  'shipment-mismatch',
  'authorization-expired',
  'chargeback',
  'payment-short',
  'payment-mismatch',
  'payout-difference',
  'case-overdue',
  'total-differs',
] as const;

/** Something that somebody should look at. One of a kind is open for each subject. */
export type Notice = {
  readonly kind: (typeof NOTICE_KINDS)[number];
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
};

/** Units held for somebody until a time. */
export type ReservationRow = StockKey & {
  readonly id: string;
  readonly quantity: number;
  readonly holder: string;
  readonly expiresAt: Instant;
};

/** Everything that one transaction writes. Sets may be empty; the store writes them set by set. */
export type Changes = {
  readonly orders: readonly OrderChange[];
  readonly products: readonly ProductRow[];
  readonly customers: readonly CustomerRow[];
  readonly stock: readonly StockEntry[];
  readonly stockVersions: readonly StockVersion[];
  readonly references: readonly Reference[];
  readonly fulfillments: readonly FulfillmentChange[];
  readonly shipments: readonly ShipmentRow[];
  readonly tracked: readonly TrackedNews[];
  readonly afterSales: readonly AfterSale[];
  readonly reservations: readonly ReservationRow[];
  /** Reservations that became units of an order. */
  readonly usedReservations: readonly string[];
  readonly notices: readonly Notice[];
  readonly payments: readonly PaymentChange[];
  readonly returns: ReturnChanges;
  readonly sourcingLoads: readonly SourcingLoad[];
  readonly outbox: readonly OutboxFact[];
  /** Messages whose effects are in this very transaction. */
  readonly applied: readonly MessageId[];
  readonly settled: readonly Settlement[];
};
