import type {
  PaymentEntry,
  PaymentEvent,
  PaymentLedger,
  PayoutEntry,
  ReconciledLine,
  Refund,
} from '../payment/index.ts';
import type { Instant, OrderId } from '../shared/ids.ts';

/** The money of an order as it is stored. `version` counts its events; 0 for an order that has none. */
export type StoredPayments = { readonly order: OrderId; readonly version: number; readonly ledger: PaymentLedger };

/** What is written of an order's money: entries as they are after the events, and refunds that were opened. */
export type PaymentChange = {
  readonly order: OrderId;
  readonly currency: string;
  /** The version after the events. */
  readonly version: number;
  readonly events: readonly PaymentEvent[];
  readonly entries: readonly PaymentEntry[];
  readonly refunds: readonly Refund[];
  readonly actor: string;
  /** The inbox message that led to it. */
  readonly cause: string | null;
};

/** When the hub captures at a provider by itself, and whether it asks for a new authorization where one ran out. */
export type PaymentPolicy = {
  readonly provider: string;
  readonly capture: 'manual' | 'shipment';
  readonly isReauthorizing: boolean;
};

/** What a transaction reads and writes of money. Orders are locked by their own rows. */
export type PaymentTransaction = {
  /** The money of each of these orders, whether there is any or not. */
  payments(orders: readonly OrderId[]): Promise<readonly StoredPayments[]>;
  /** Which of these orders have a ledger. */
  withPayments(orders: readonly OrderId[]): Promise<readonly OrderId[]>;
  orderOfEntry(entry: string): Promise<OrderId | null>;
  paymentPolicies(): Promise<readonly PaymentPolicy[]>;
  /** Orders with authorizations that have run out and were not looked at. */
  lapsing(now: Instant, limit: number): Promise<readonly OrderId[]>;
  /** Marks those of locked orders as looked at. */
  markLapsed(orders: readonly OrderId[], now: Instant): Promise<void>;
};

/** A payout as it is kept, with what the ledger has of its lines. */
export type StoredPayout = {
  readonly id: string;
  readonly provider: string;
  readonly reference: string;
  readonly currency: string;
  readonly statedMinor: number;
  readonly paidAt: Instant;
  readonly by: string;
  readonly lines: readonly ReconciledLine[];
};

export type PayoutTransaction = {
  /** Locks the entries that a provider knows by these keys. */
  payoutEntries(provider: string, keys: readonly string[]): Promise<readonly PayoutEntry[]>;
  /** false when this payout is kept already. */
  savePayout(payout: StoredPayout): Promise<boolean>;
};
