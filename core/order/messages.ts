import type {
  FulfillmentOrderId,
  Instant,
  LocationId,
  OrderId,
  OrderLineId,
  ProductId,
  ShipmentId,
} from '../shared/ids.ts';
import type {
  Bucket,
  HoldReason,
  NewLine,
  Order,
  OrderKind,
  Placement,
  Portion,
  SourcingNote,
  Taken,
  TakenUnits,
} from './order.ts';

/** `by` is who did it, as the store keeps it: `connection/shop`, a key's name, `cli/anna`, or `hub` for the hub itself. */
type At<Type extends string, Rest = unknown> = {
  readonly type: Type;
  readonly at: Instant;
  readonly by?: string;
} & Rest;

type Placing = {
  readonly id: OrderId;
  readonly lines: readonly NewLine[];
  readonly isHistory: boolean;
  /** Absent for a sales order. */
  readonly kind?: Exclude<OrderKind, 'sales'>;
};
type Holding = { readonly reason: HoldReason; readonly note?: string };
type Releasing = {
  readonly fulfillmentOrder: FulfillmentOrderId;
  readonly location: LocationId;
  readonly lines: readonly Portion[];
};
type Shipping = { readonly shipment: ShipmentId; readonly location: LocationId; readonly lines: readonly Portion[] };
type Recording = {
  readonly shipment: ShipmentId;
  readonly location: LocationId;
  readonly lines: readonly TakenUnits[];
};
/** `receipt` is the paper that came with the goods. */
type Receiving = { readonly receipt: string; readonly location: LocationId; readonly lines: readonly Portion[] };
/** Units that their location cannot send after all. */
type Recalling = Releasing & { readonly reason: string };
export type Attachment = {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: number;
};

/** The parts of an order that an edit may change beside its lines. */
export const EDITED_PARTS = ['lines', 'shipping-address', 'billing-address', 'shipping-method'] as const;
export type EditedPart = (typeof EDITED_PARTS)[number];

/** `grandMinor` is the total before and after, in minor units of the order's currency. */
type Editing = {
  readonly parts: readonly EditedPart[];
  readonly grandMinor: readonly [before: number, after: number];
  readonly note?: string;
};

/** Money of the buyer, in minor units: to pay back, to give free of an authorization, still to collect. */
type MoneyDue = { readonly refundMinor: number; readonly voidMinor: number; readonly collectMinor: number };

/** What was found wrong with an order: `at` is a JSON pointer into its document. */
export type FindingFact = { readonly code: string; readonly at: string; readonly message: string };

export type OrderCommand =
  | At<'PlaceOrder', Placing>
  | At<'ReviseLines', { readonly added: readonly NewLine[]; readonly quantities: readonly Portion[] }>
  | At<'EditOrder', Editing & { readonly added: readonly NewLine[]; readonly quantities: readonly Portion[] }>
  | At<'ResolveLine', { readonly line: OrderLineId; readonly product: ProductId }>
  | At<'HoldOrder', Holding>
  | At<'ReleaseHold', Holding>
  | At<
      'AllocateLines',
      {
        readonly placements: readonly Placement[];
        readonly backordered: readonly Portion[];
        readonly sourcing?: SourcingNote;
      }
    >
  | At<'ReleaseToFulfillment', Releasing>
  | At<'ConfirmShipment', Shipping>
  /** Released units that their location cannot send: they are open again, to be sourced anew. */
  | At<'RecallUnits', Recalling>
  /** Takes back what is promised to an order that nobody pays: it is open, and others can have it. Work goes on. */
  | At<'FreeUnits', { readonly reason: string }>
  /** Units that left without the hub: they may come out of any bucket, whatever holds the order. */
  | At<'RecordShipment', Recording>
  | At<'ReceiveUnits', Receiving>
  | At<'CancelOrder', { readonly reason: string }>
  | At<'CancelUnits', { readonly lines: readonly Portion[]; readonly reason: string }>
  | At<'MoveUnits', { readonly lines: readonly Portion[]; readonly to: OrderId; readonly isMerge: boolean }>
  | At<'SetPriority', { readonly priority: number }>
  | At<'PromiseDate', { readonly promisedAt: Instant | null }>
  /** The order waits to be sourced together with others, until then at the latest; null ends the wait. */
  | At<'AwaitSourcing', { readonly sourceBy: Instant | null }>
  | At<'TagOrder', { readonly add: readonly string[]; readonly remove: readonly string[] }>
  | At<'AddNote', { readonly text: string }>
  | At<'Attach', { readonly attachment: Attachment }>
  | At<'Detach', { readonly attachment: Pick<Attachment, 'id' | 'name'> }>
  | At<'StateMoney', MoneyDue>
  | At<'RecordFindings', { readonly findings: readonly FindingFact[] }>;

export type OrderEvent =
  | At<'OrderPlaced', Placing>
  | At<'LinesAdded', { readonly lines: readonly NewLine[] }>
  | At<'UnitsCancelled', { readonly line: OrderLineId; readonly taken: readonly Taken[]; readonly reason?: string }>
  | At<'UnitsMoved', { readonly line: OrderLineId; readonly taken: readonly Taken[]; readonly to: OrderId }>
  | At<'OrderEdited', Editing>
  | At<'LineResolved', { readonly line: OrderLineId; readonly product: ProductId }>
  | At<'OrderHeld', Holding>
  | At<'HoldReleased', Holding>
  | At<'LinesAllocated', { readonly placements: readonly Placement[]; readonly sourcing?: SourcingNote }>
  | At<'LinesBackordered', { readonly lines: readonly Portion[]; readonly sourcing?: SourcingNote }>
  | At<'LinesReleased', Releasing>
  | At<'LinesShipped', Shipping>
  | At<'UnitsRecalled', Recalling>
  | At<'UnitsFreed', { readonly lines: readonly TakenUnits[]; readonly reason: string }>
  | At<'ShipmentRecorded', Recording>
  | At<'UnitsReceived', Receiving>
  | At<'OrderCancelled', { readonly reason: string }>
  | At<'OrderClosed'>
  | At<'PrioritySet', { readonly priority: number }>
  | At<'DatePromised', { readonly promisedAt: Instant | null }>
  | At<'SourcingAwaited', { readonly sourceBy: Instant | null }>
  | At<'OrderTagged', { readonly added: readonly string[]; readonly removed: readonly string[] }>
  | At<'NoteAdded', { readonly text: string }>
  | At<'AttachmentAdded', { readonly attachment: Attachment }>
  | At<'AttachmentRemoved', { readonly attachment: Pick<Attachment, 'id' | 'name'> }>
  | At<'MoneyDue', MoneyDue>
  | At<'OrderValidated', { readonly findings: readonly FindingFact[] }>;

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
  | { readonly code: 'below-shipped'; readonly line: OrderLineId; readonly shipped: number }
  | { readonly code: 'already-released'; readonly line: OrderLineId; readonly released: number }
  | { readonly code: 'nothing-left' }
  | { readonly code: 'wrong-kind'; readonly kind: OrderKind };
