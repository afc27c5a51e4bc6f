import type { Instant } from '../shared/ids.ts';
import type { EntryKind, EntryStatus, PaymentEntry, Refund } from './entry.ts';

type At<Type extends string, Rest = unknown> = { readonly type: Type; readonly at: Instant } & Rest;

/** What a provider states about a movement. It is a fact, and is never refused. */
export type PaymentNotice = {
  readonly provider: string;
  /** The provider's key of the payment that it belongs to: of its authorization or intent; null when it names none. */
  readonly payment: string | null;
  readonly externalId: string;
  /** The id of the hub's own entry, where the provider gives it back. */
  readonly reference: string | null;
  readonly method: string;
  readonly kind: EntryKind;
  readonly status: EntryStatus;
  readonly amountMinor: number;
  readonly at: Instant;
  readonly expiresAt: Instant | null;
  readonly reason: string | null;
};

/** `ids` are for the entries that may come of it: one for each payment of the order, and two more. */
type Asking = { readonly ids: readonly string[]; readonly payment: string | null };

export type Through = {
  readonly provider: string;
  readonly method: string;
  readonly reference: string;
  readonly amountMinor: number;
};

export type PaymentCommand =
  /** `into` is the payment that it belongs to, where the caller knows better than the provider's key tells. */
  | At<'NoticePayment', { readonly id: string; readonly notice: PaymentNotice; readonly into?: string }>
  | At<
      'RequestAuthorization',
      {
        readonly id: string;
        readonly provider: string;
        readonly method: string;
        readonly amountMinor: number;
        /** The payment whose authorization it takes the place of. */
        readonly payment: string | null;
        readonly expiresAt: Instant | null;
        readonly reason: string | null;
      }
    >
  /** `amountMinor` null captures or gives free all that is open. */
  | At<'CapturePayments', Asking & { readonly amountMinor: number | null; readonly cause: string | null }>
  | At<'VoidPayments', Asking & { readonly amountMinor: number | null; readonly reason: string | null }>
  | At<
      'RefundPayments',
      Asking & {
        readonly refund: Refund;
        /** How much of it is not paid out: it pays another order, or becomes a credit. It has happened at once. */
        readonly through: Through | null;
        /** Movements that only the order's document states: money that its source holds. */
        readonly stated: readonly PaymentEntry[];
        /** What of each line can be paid back at most, over all refunds. */
        readonly limits: ReadonlyMap<string, { readonly quantity: number; readonly amountMinor: number }>;
      }
    >
  /** What became of an entry that was asked for, by the word of whoever carried it out. */
  | At<
      'SettleEntry',
      {
        readonly entry: string;
        readonly status: Exclude<EntryStatus, 'pending'>;
        readonly externalId: string | null;
        readonly expiresAt: Instant | null;
        readonly reason: string | null;
        /** For a second movement, when the entry was settled by another one meanwhile. */
        readonly id: string;
      }
    >
  | At<'ExpireAuthorizations', { readonly ids: readonly string[] }>;

export type PaymentEvent =
  | At<'EntryAdded', { readonly entry: PaymentEntry }>
  | At<'EntryChanged', { readonly entry: PaymentEntry }>
  | At<'RefundOpened', { readonly refund: Refund }>;

export type PaymentRejection =
  | { readonly code: 'invalid-amount'; readonly amountMinor: number }
  | { readonly code: 'unknown-payment'; readonly payment: string }
  | { readonly code: 'unknown-entry'; readonly entry: string }
  | { readonly code: 'nothing-authorized' }
  | { readonly code: 'above-authorized'; readonly haveMinor: number; readonly wantMinor: number }
  | { readonly code: 'nothing-captured' }
  | { readonly code: 'above-captured'; readonly haveMinor: number; readonly wantMinor: number }
  | { readonly code: 'amounts-differ'; readonly amountMinor: number; readonly partsMinor: number }
  | { readonly code: 'unknown-line'; readonly line: string }
  | {
      readonly code: 'above-line';
      readonly line: string;
      readonly quantity: number;
      readonly amountMinor: number;
    };
