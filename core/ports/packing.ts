import type { BoxType, PlacedItem, Size, Turning } from '../fulfillment/index.ts';
import type { Portion } from '../order/index.ts';
import type { FulfillmentOrderId, LocationId, OrderLineId } from '../shared/ids.ts';
import type { ManifestedPart, NewCarrierRequest } from './shipping.ts';

/** What is needed to pack a line's units; null where nobody has measured or weighed them. */
export type LineSize = {
  readonly line: OrderLineId;
  readonly sku: string;
  readonly grams: number | null;
  readonly size: (Size & { readonly turning: Turning }) | null;
};

/** A package at the packing table. Weight is gross, in grams. */
export type NewPackage = Partial<Size> & {
  readonly id: string;
  readonly fulfillmentOrder: FulfillmentOrderId;
  readonly box: string | null;
  readonly weightGrams: number;
  readonly lines: readonly Portion[];
};
export type WaitingPackage = {
  readonly id: string;
  readonly trackingNumber: string | null;
  readonly lines: readonly Portion[];
};

/** A box as it is proposed, with where each unit lies. */
export type ProposedPackage = {
  readonly box: BoxType;
  readonly weightGrams: number;
  readonly lines: readonly (Portion & { readonly sku: string })[];
  readonly placements: readonly (Omit<PlacedItem, 'key'> & { readonly sku: string })[];
};

export type NewManifest = {
  readonly id: string;
  readonly location: LocationId;
  readonly carrier: string;
  readonly createdBy: string;
};
export type ClosedManifest = {
  readonly id: string;
  readonly number: string;
  readonly shipments: number;
  readonly packages: number;
  readonly weightGrams: number;
};

/** What packing and handing over read and write in a transaction. */
export type PackingTransaction = {
  /** The boxes in use, the cheapest first. */
  boxes(): Promise<readonly BoxType[]>;
  sizesOf(lines: readonly OrderLineId[]): Promise<readonly LineSize[]>;
  insertPackages(packages: readonly NewPackage[]): Promise<void>;
  /** Packages of a fulfillment order that have not left, in the order they were packed. Its row must be locked. */
  waitingPackages(work: FulfillmentOrderId): Promise<readonly WaitingPackage[]>;
  removePackage(id: string): Promise<void>;
  /** true while a carrier is asked for a label of this fulfillment order. */
  isLabelUnderWay(work: FulfillmentOrderId): Promise<boolean>;
  labelPackage(
    id: string,
    trackingNumber: string,
    label: { readonly format: string; readonly base64: string } | null,
  ): Promise<void>;
  /** How many shipments a fulfillment order has had. */
  shipmentsOf(work: FulfillmentOrderId): Promise<number>;
  /** Puts what has left a location with a carrier, and is on no manifest, on a new one; null when there is nothing. */
  closeManifest(manifest: NewManifest): Promise<ClosedManifest | null>;
  /** What of a manifest left by which connected carrier. */
  manifested(manifest: string): Promise<readonly ManifestedPart[]>;
  /** Writes a wish to a carrier down; a second one for the same thing is the first one, whose id is answered. */
  requestCarrier(request: NewCarrierRequest, actor: string): Promise<string>;
};
