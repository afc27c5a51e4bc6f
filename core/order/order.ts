import type {
  FulfillmentOrderId,
  Instant,
  LocationId,
  OrderId,
  OrderLineId,
  ProductId,
  ShipmentId,
} from '../shared/ids.ts';

/**
 * Where each ordered unit is now. The buckets always sum to the ordered quantity, so "partially shipped" is computed
 * from them and never stored.
 */
export type LineLedger = {
  readonly open: number;
  readonly backordered: number;
  readonly allocated: number;
  readonly released: number;
  readonly shipped: number;
  readonly cancelled: number;
};

export const BUCKETS = ['open', 'backordered', 'allocated', 'released', 'shipped', 'cancelled'] as const;
export type Bucket = (typeof BUCKETS)[number];

/** `product` is null while the SKU is unknown: the line is parked, the order goes on. */
export type OrderLine = {
  readonly id: OrderLineId;
  readonly externalId: string;
  readonly sku: string;
  readonly product: ProductId | null;
  readonly requiresShipping: boolean;
  readonly ledger: LineLedger;
  /** Units allocated and not yet shipped, by location. */
  readonly at: ReadonlyMap<LocationId, number>;
};

export type HoldReason = 'payment' | 'fraud' | 'address' | 'manual';

type Placed = {
  readonly id: OrderId;
  readonly placedAt: Instant;
  readonly lines: ReadonlyMap<OrderLineId, OrderLine>;
};

/** Only an open order can carry holds; only a cancelled one has a reason. */
export type Order =
  | { readonly status: 'unplaced' }
  | (Placed & { readonly status: 'open'; readonly holds: ReadonlySet<HoldReason> })
  | (Placed & { readonly status: 'cancelled'; readonly reason: string; readonly cancelledAt: Instant })
  | (Placed & { readonly status: 'closed'; readonly closedAt: Instant });

export type OpenOrder = Extract<Order, { status: 'open' }>;

export type NewLine = {
  readonly id: OrderLineId;
  readonly externalId: string;
  readonly sku: string;
  readonly product: ProductId | null;
  readonly requiresShipping: boolean;
  readonly quantity: number;
};

export type Portion = { readonly line: OrderLineId; readonly quantity: number };
export type Placement = Portion & { readonly location: LocationId };

/**
 * Why units were placed where they are, as it is kept with the event: the rules by `name@version`, and of each location
 * that had any of the goods its code, a reason and the reason's figure. `stage` is the fallback that decided.
 */
export type SourcingNote = {
  readonly rules: string;
  readonly reason: string;
  readonly stage?: number;
  readonly costMinor?: number;
  readonly why: readonly (readonly [code: string, reason: string, figure: number])[];
};

type At<Type extends string, Rest = unknown> = { readonly type: Type; readonly at: Instant } & Rest;

export type OrderCommand =
  | At<'PlaceOrder', { readonly id: OrderId; readonly lines: readonly NewLine[]; readonly isHistory: boolean }>
  | At<'ReviseLines', { readonly added: readonly NewLine[]; readonly quantities: readonly Portion[] }>
  | At<'ResolveLine', { readonly line: OrderLineId; readonly product: ProductId }>
  | At<'HoldOrder', { readonly reason: HoldReason }>
  | At<'ReleaseHold', { readonly reason: HoldReason }>
  | At<
      'AllocateLines',
      {
        readonly placements: readonly Placement[];
        readonly backordered: readonly Portion[];
        readonly sourcing?: SourcingNote;
      }
    >
  | At<
      'ReleaseToFulfillment',
      {
        readonly fulfillmentOrder: FulfillmentOrderId;
        readonly location: LocationId;
        readonly lines: readonly Portion[];
      }
    >
  | At<
      'ConfirmShipment',
      { readonly shipment: ShipmentId; readonly location: LocationId; readonly lines: readonly Portion[] }
    >
  /** Released units that their location cannot send: they are open again, to be sourced anew. */
  | At<
      'RecallUnits',
      {
        readonly fulfillmentOrder: FulfillmentOrderId;
        readonly location: LocationId;
        readonly lines: readonly Portion[];
        readonly reason: string;
      }
    >
  | At<'CancelOrder', { readonly reason: string }>;

export type OrderEvent =
  | At<'OrderPlaced', { readonly id: OrderId; readonly lines: readonly NewLine[]; readonly isHistory: boolean }>
  | At<'LinesAdded', { readonly lines: readonly NewLine[] }>
  | At<'UnitsCancelled', { readonly line: OrderLineId; readonly taken: readonly Taken[] }>
  | At<'LineResolved', { readonly line: OrderLineId; readonly product: ProductId }>
  | At<'OrderHeld', { readonly reason: HoldReason }>
  | At<'HoldReleased', { readonly reason: HoldReason }>
  | At<'LinesAllocated', { readonly placements: readonly Placement[]; readonly sourcing?: SourcingNote }>
  | At<'LinesBackordered', { readonly lines: readonly Portion[]; readonly sourcing?: SourcingNote }>
  | At<
      'LinesReleased',
      {
        readonly fulfillmentOrder: FulfillmentOrderId;
        readonly location: LocationId;
        readonly lines: readonly Portion[];
      }
    >
  | At<
      'LinesShipped',
      { readonly shipment: ShipmentId; readonly location: LocationId; readonly lines: readonly Portion[] }
    >
  | At<
      'UnitsRecalled',
      {
        readonly fulfillmentOrder: FulfillmentOrderId;
        readonly location: LocationId;
        readonly lines: readonly Portion[];
        readonly reason: string;
      }
    >
  | At<'OrderCancelled', { readonly reason: string }>
  | At<'OrderClosed'>;

/** Units that left a bucket; `location` when they were committed there, so that its stock is given back. */
export type Taken = { readonly from: Bucket; readonly quantity: number; readonly location?: LocationId };

/** Why a command was refused: an answer for the caller, not a fault. */
export type OrderRejection =
  | { readonly code: 'already-placed' }
  | { readonly code: 'not-open'; readonly status: Order['status'] }
  | { readonly code: 'no-lines' }
  | { readonly code: 'invalid-quantity'; readonly quantity: number }
  | { readonly code: 'unknown-line'; readonly line: OrderLineId }
  | { readonly code: 'line-parked'; readonly line: OrderLineId }
  | { readonly code: 'on-hold'; readonly reasons: readonly HoldReason[] }
  | { readonly code: 'insufficient'; readonly bucket: Bucket; readonly have: number; readonly want: number }
  | { readonly code: 'below-shipped'; readonly line: OrderLineId; readonly shipped: number };
