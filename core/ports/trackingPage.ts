import type { TrackingStatus } from '../documents/index.ts';
import type { Instant } from '../shared/ids.ts';

/** What a buyer may see of a shipment: where it is, and nothing of who gets what. */
export type TrackingView = {
  readonly status: TrackingStatus;
  readonly carrier: string | null;
  readonly expectedAt: Instant | null;
  readonly deliveredAt: Instant | null;
  readonly parcels: readonly {
    readonly trackingNumber: string | null;
    readonly events: readonly {
      readonly at: Instant;
      readonly status: TrackingStatus;
      readonly place: string | null;
    }[];
  }[];
};

/** Links to the page of a shipment. Only the hash of a link's secret is kept, and looked up. */
export type TrackingLinks = {
  /** When the link ends; null when there is no such shipment. */
  add(shipment: string, hash: Uint8Array, days: number, actor: string): Promise<Instant | null>;
  view(hash: Uint8Array): Promise<TrackingView | null>;
};
