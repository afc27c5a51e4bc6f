import type { Component } from '../inventory/index.ts';
import type { Instant, LocationId, OrderId, OrderLineId, ProductId } from '../shared/ids.ts';

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
  /** Units of a purchase or production order that came in. */
  readonly received: number;
};

export const BUCKETS = ['open', 'backordered', 'allocated', 'released', 'shipped', 'cancelled', 'received'] as const;
export type Bucket = (typeof BUCKETS)[number];

/**
 * Units of a line that one location is to send: committed there and not in its work yet, and those in its work. `since` is
 * when the first of them were committed.
 */
export type Committed = { readonly allocated: number; readonly released: number; readonly since: Instant };

/** `product` is null while the SKU is unknown: the line is parked, the order goes on. */
export type OrderLine = {
  readonly id: OrderLineId;
  readonly externalId: string;
  readonly sku: string;
  readonly product: ProductId | null;
  readonly requiresShipping: boolean;
  /** What one unit of a bundle is made of, as it was when the line was placed; absent for any other product. */
  readonly components?: readonly Component[];
  readonly ledger: LineLedger;
  /** Where the allocated and released units of the ledger are to come from. */
  readonly at: ReadonlyMap<LocationId, Committed>;
};

/** Why an order may not be released; a custom reason has a name of its own: `custom:credit-limit`. */
export type HoldReason = 'payment' | 'fraud' | 'address' | 'manual' | `custom:${string}`;

/** A sales order sends goods out; a purchase or a production order is a supply that comes in. */
export type OrderKind = 'sales' | 'purchase' | 'production';

/** What people put on an order beside what was ordered. A higher priority is served first. */
export type Marks = {
  readonly priority: number;
  readonly promisedAt: Instant | null;
  readonly tags: ReadonlySet<string>;
  /** The latest time at which its locations are chosen, while it waits to be planned with other orders. */
  readonly sourceBy: Instant | null;
};

type Placed = {
  readonly id: OrderId;
  readonly kind: OrderKind;
  readonly placedAt: Instant;
  readonly lines: ReadonlyMap<OrderLineId, OrderLine>;
  readonly marks: Marks;
  /** When the order was last checked, if ever. */
  readonly validatedAt: Instant | null;
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
  readonly components?: readonly Component[];
  readonly quantity: number;
};

/** What of a line goes along when its units become another line. */
export const goodsOf = ({
  sku,
  product,
  requiresShipping,
  components,
}: Pick<NewLine, 'sku' | 'product' | 'requiresShipping'> & {
  readonly components?: readonly Component[] | undefined;
}): Omit<NewLine, 'id' | 'externalId' | 'quantity'> => ({
  sku,
  product,
  requiresShipping,
  ...(components ? { components } : {}),
});

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
  /** Orders that it was planned together with, itself included. */
  readonly together?: number;
  readonly why: readonly (readonly [code: string, reason: string, figure: number])[];
};

/** Units that left a bucket; `location` when they were committed there, so that its stock is given back. */
export type Taken = { readonly from: Bucket; readonly quantity: number; readonly location?: LocationId };
export type TakenUnits = { readonly line: OrderLineId; readonly taken: readonly Taken[] };
