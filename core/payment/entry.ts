import type { Instant } from '../shared/ids.ts';

/** What a movement of money does. A sale is an authorization and its capture in one. */
export const ENTRY_KINDS = [
  'authorization',
  'capture',
  'sale',
  'void',
  'expiry',
  'refund',
  'chargeback',
  'chargeback-reversal',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export const ENTRY_STATUSES = ['pending', 'succeeded', 'failed'] as const;
export type EntryStatus = (typeof ENTRY_STATUSES)[number];

/**
 * One movement of an order's money at one provider. Entries of one `payment` belong together: an authorization with what
 * was captured, given free and paid back of it. `pending` is what was asked of the provider and is not known to have
 * happened. Amounts are in minor units of the order's currency.
 */
export type PaymentEntry = {
  readonly id: string;
  readonly payment: string;
  /** Who holds the money: the name of a connection, or any other name that people know it by. */
  readonly provider: string;
  readonly method: string;
  readonly kind: EntryKind;
  readonly status: EntryStatus;
  /** A void of 0 gives free whatever is open. */
  readonly amountMinor: number;
  /** The provider's own key of the movement, once it is known. */
  readonly externalId: string | null;
  readonly at: Instant;
  /** When the provider stated it like this; null while only the hub has spoken of it. */
  readonly statedAt: Instant | null;
  /** Of an authorization. */
  readonly expiresAt: Instant | null;
  /** The refund that it is a part of, or the shipment that it was captured for. */
  readonly cause: string | null;
  readonly reason: string | null;
};

/** Money of a line that goes back, and for how many units; `line` is the line's key in the order's document. */
export type RefundedLine = { readonly line: string; readonly quantity: number; readonly amountMinor: number };

/** A refund as it was decided: amountMinor = lines + shipping + adjustment. Its entries say what became of it. */
export type Refund = {
  readonly id: string;
  readonly amountMinor: number;
  readonly lines: readonly RefundedLine[];
  readonly shippingMinor: number;
  readonly adjustmentMinor: number;
  /** The return that it was given for. */
  readonly returnId: string | null;
  readonly reason: string;
};

/** All that is known of an order's money. */
export type PaymentLedger = {
  readonly entries: ReadonlyMap<string, PaymentEntry>;
  readonly refunds: ReadonlyMap<string, Refund>;
};
export const EMPTY_PAYMENTS: PaymentLedger = { entries: new Map(), refunds: new Map() };
