import type { Instant, LocationId, OrderId, OrderLineId } from '../shared/ids.ts';
import type { Condition, Disposition, Resolution, ReturnReason } from './rma.ts';

type At<Type extends string, Rest = unknown> = { readonly type: Type; readonly at: Instant } & Rest;
export type Units = { readonly line: OrderLineId; readonly quantity: number };

type Opening = {
  readonly order: OrderId;
  readonly resolution: Resolution;
  readonly lines: readonly (Units & {
    readonly sku: string;
    readonly reason: ReturnReason;
    readonly condition: Condition;
  })[];
  /** What of the policy was passed over, and by whose word; null when the return is within it. */
  readonly exception: string | null;
};

export type RmaCommand =
  | At<
      'OpenReturn',
      Opening & {
        /** Units of each line that left and are neither back nor claimed by another return. */
        readonly claimable: ReadonlyMap<OrderLineId, number>;
      }
    >
  | At<'ReceiveReturn', { readonly location: LocationId | null; readonly lines: readonly Units[] }>
  | At<
      'InspectReturn',
      { readonly lines: readonly (Units & { readonly condition: Condition; readonly disposition: Disposition })[] }
    >
  /** The buyer keeps what was to come. */
  | At<'KeepGoods', { readonly lines: readonly Units[] }>
  /** What has not come is not expected any more. */
  | At<'CancelReturn'>
  | At<
      'ResolveReturn',
      {
        readonly lines: readonly Units[];
        readonly resolution: Resolution;
        /** The refund, the order that is sent instead, or the credit. */
        readonly reference: string;
        readonly amountMinor: number;
      }
    >;

type Command<Type extends RmaCommand['type']> = Extract<RmaCommand, { type: Type }>;
type Renamed<From extends RmaCommand['type'], To extends string> = Omit<Command<From>, 'type'> & { readonly type: To };

export type RmaEvent =
  | At<'ReturnOpened', Opening>
  | Renamed<'ReceiveReturn', 'ReturnReceived'>
  | Renamed<'InspectReturn', 'ReturnInspected'>
  | Renamed<'KeepGoods', 'GoodsKept'>
  | At<'ReturnCancelled', { readonly lines: readonly Units[] }>
  | Renamed<'ResolveReturn', 'ReturnResolved'>;

export type RmaRejection =
  | { readonly code: 'already-opened' }
  | { readonly code: 'unknown-return' }
  | { readonly code: 'no-lines' }
  | { readonly code: 'line-twice'; readonly line: OrderLineId }
  | { readonly code: 'unknown-line'; readonly line: OrderLineId }
  | { readonly code: 'invalid-quantity'; readonly quantity: number }
  | { readonly code: 'above-shipped'; readonly line: OrderLineId; readonly have: number; readonly want: number }
  | { readonly code: 'above-expected'; readonly line: OrderLineId; readonly have: number; readonly want: number }
  | { readonly code: 'above-received'; readonly line: OrderLineId; readonly have: number; readonly want: number }
  | { readonly code: 'above-inspected'; readonly line: OrderLineId; readonly have: number; readonly want: number }
  | { readonly code: 'nothing-to-cancel' };
