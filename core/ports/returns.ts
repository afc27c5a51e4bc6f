import type { OpenedRma, ReturnPolicy, RmaEvent, UnitsBack } from '../returns/index.ts';
import type { ConnectionId, Instant, LocationId, OrderId, OrderLineId } from '../shared/ids.ts';

/** A return as it is stored. `version` counts its events. */
export type StoredRma = {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly location: LocationId;
  readonly exception: string | null;
  readonly note: string | null;
  readonly rma: OpenedRma;
};

export type RmaChange = StoredRma & { readonly events: readonly RmaEvent[]; readonly actor: string };

export type LineBack = { readonly line: OrderLineId; readonly back: UnitsBack };

/** The returns of an order, and which units of it are back. */
export type StoredReturns = {
  readonly order: OrderId;
  readonly rmas: readonly StoredRma[];
  readonly backs: readonly LineBack[];
};

/** Money that a buyer gets to pay other orders with, in minor units. */
export type NewCredit = {
  readonly id: string;
  readonly order: OrderId;
  readonly rma: string;
  readonly currency: string;
  readonly amountMinor: number;
};

/** What is written of returns. */
export type ReturnChanges = {
  readonly rmas: readonly RmaChange[];
  readonly backs: readonly (LineBack & { readonly order: OrderId })[];
  readonly credits: readonly NewCredit[];
};

/** What a transaction reads of returns. Orders are locked by their own rows. */
export type ReturnTransaction = {
  returns(orders: readonly OrderId[]): Promise<readonly StoredReturns[]>;
  orderOfReturn(id: string): Promise<OrderId | null>;
  nextRmaNumber(): Promise<string>;
  returnPolicies(): Promise<readonly ReturnPolicy[]>;
  /** When the last goods of an order were delivered, or left while no delivery is known; null when nothing left. */
  deliveredAt(order: OrderId): Promise<Instant | null>;
  /** The connection that stands for the hub itself. */
  ownConnection(): Promise<ConnectionId>;
  /** Takes money off a credit; null when it has not so much left, with what it has. */
  useCredit(code: string, amountMinor: number, currency: string): Promise<CreditUse>;
};

export type CreditUse =
  | { readonly outcome: 'used'; readonly id: string; readonly leftMinor: number }
  | { readonly outcome: 'unknown' }
  | { readonly outcome: 'other-currency'; readonly currency: string }
  | { readonly outcome: 'too-little'; readonly leftMinor: number };

/** A label as its carrier gave it. */
export type ReturnLabel = {
  readonly carrier: ConnectionId;
  readonly carrierReference: string;
  readonly trackingNumber: string | null;
  readonly format: string | null;
  readonly base64: string | null;
};

export type ReturnLabelTransaction = {
  /** false when a label was asked for already. */
  wantReturnLabel(id: string): Promise<boolean>;
  keepReturnLabel(id: string, label: ReturnLabel): Promise<void>;
};
