import type { Portion } from '../order/index.ts';
import type { FulfillmentOrderId, Instant, LocationId, OrderId, OrderLineId, ShipmentId } from '../shared/ids.ts';

/**
 * Units of one order line in the work of one location. The counters only grow, and each is at most the one before it:
 * shipped ≤ packed ≤ picked ≤ quantity. `quantity + short + withdrawn` is what was released.
 */
export type WorkLine = Portion & {
  readonly picked: number;
  readonly packed: number;
  readonly shipped: number;
  /** Units that were not found and went back to sourcing. */
  readonly short: number;
  /** Units that the order took back. */
  readonly withdrawn: number;
};

/** How goods reach the buyer: by a carrier, over the counter of a store, or from a supplier's own house. */
export const METHODS = ['ship', 'collect', 'drop-ship'] as const;
export type FulfillmentMethod = (typeof METHODS)[number];

export const FULFILLMENT_STATES = [
  'released',
  'picking',
  'picked',
  'packed',
  'labelled',
  'ready',
  'shipped',
  'cancelled',
] as const;
/** `ready` waits at the counter to be collected; `shipped` has left the house, by whatever way. */
export type FulfillmentState = (typeof FULFILLMENT_STATES)[number];

/** A location's work on one order. Its state follows from its counters and from what was marked on it. */
export type FulfillmentWork = {
  readonly id: FulfillmentOrderId;
  readonly number: string;
  readonly order: OrderId;
  readonly location: LocationId;
  readonly method: FulfillmentMethod;
  readonly state: FulfillmentState;
  readonly lines: readonly WorkLine[];
  /** Names of scans that were booked, so that a scan that is sent again counts once. */
  readonly scans: readonly string[];
};

export type FulfillmentOrder = { readonly state: 'none' } | FulfillmentWork;

/** Units of some lines, in one package. */
export type PackedUnits = { readonly id: string; readonly lines: readonly Portion[] };

type By<Type extends string, Rest = unknown> = {
  readonly type: Type;
  readonly at: Instant;
  /** Who did it: a person's key, a connection, or the hub itself. */
  readonly actor: string;
} & Rest;
type Released = Pick<FulfillmentWork, 'id' | 'number' | 'order' | 'location' | 'method'> & {
  readonly lines: readonly Portion[];
};
type Lines = { readonly lines: readonly Portion[] };

export type FulfillmentCommand =
  | By<'Release', Released>
  | By<'StartPicking'>
  | By<'ConfirmPick', Lines & { readonly scan?: string }>
  | By<'PickShort', Lines & { readonly reason: string }>
  | By<'Pack', { readonly packages: readonly PackedUnits[] }>
  /** A package is opened again; of its units, those that the order took back meanwhile are gone. */
  | By<'Unpack', Lines & { readonly package: string }>
  | By<'AttachLabels'>
  | By<'MakeReady'>
  /** `isReport` when somebody else says that the goods have left: a fact, whatever was scanned here. */
  | By<'Ship', Lines & { readonly shipment: ShipmentId; readonly isReport: boolean }>
  | By<'Withdraw', Lines & { readonly reason: string }>
  | By<'Cancel', { readonly reason: string }>;

export type FulfillmentEvent =
  | By<'FulfillmentReleased', Released>
  | By<'PickingStarted'>
  | By<'UnitsPicked', Lines & { readonly scan?: string }>
  | By<'UnitsShort', Lines & { readonly reason: string }>
  | By<'UnitsPacked', { readonly packages: readonly PackedUnits[] }>
  | By<'UnitsUnpacked', Lines & { readonly package: string }>
  | By<'LabelsAttached'>
  | By<'ReadyForCollection'>
  | By<'UnitsShipped', Lines & { readonly shipment: ShipmentId }>
  | By<'UnitsWithdrawn', Lines & { readonly reason: string }>;

/** Why work on a fulfillment order was refused: an answer for the caller, not a fault. */
export type FulfillmentRejection =
  | { readonly code: 'already-released' }
  | { readonly code: 'not-workable'; readonly state: FulfillmentOrder['state'] }
  | { readonly code: 'no-lines' }
  | { readonly code: 'unknown-line'; readonly line: OrderLineId }
  | { readonly code: 'invalid-quantity'; readonly quantity: number }
  | {
      readonly code: 'insufficient';
      readonly line: OrderLineId;
      readonly of: 'to-pick' | 'to-pack' | 'to-ship' | 'in-work';
      readonly have: number;
      readonly want: number;
    }
  | { readonly code: 'wrong-method'; readonly method: FulfillmentMethod }
  | { readonly code: 'not-complete'; readonly state: FulfillmentState };

/** Units of a line that have not left yet. */
export const outstanding = (line: WorkLine): number => line.quantity - line.shipped;
export const toPick = (line: WorkLine): number => line.quantity - line.picked;
export const toPack = (line: WorkLine): number => line.picked - line.packed;

/** Work on which nothing more can happen. */
export const isEnded = ({ state }: Pick<FulfillmentWork, 'state'>): boolean =>
  state === 'shipped' || state === 'cancelled';
