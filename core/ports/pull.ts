import type { TrackingDocument } from '../documents/index.ts';
import type { Fault } from '../shared/fault.ts';
import type { ConnectionId, Instant } from '../shared/ids.ts';
import type { Arrival } from './store.ts';

/** Where a pull stands. `since` moves when a run ends, `cursor` is the place inside a run. */
export type PullCheckpoint = { readonly since: Instant | null; readonly cursor: string | null };

export type Checkpoints = {
  load(connection: ConnectionId, capability: string): Promise<PullCheckpoint>;
  /** A page's items into the inbox and the checkpoint behind it, in one transaction. Answers how many items were new. */
  savePage(
    connection: ConnectionId,
    capability: string,
    items: readonly Arrival[],
    checkpoint: PullCheckpoint,
    isLast: boolean,
  ): Promise<number>;
  /** Forgets where a pull stands: the next run reads from the beginning. */
  forget(connection: ConnectionId, capability: string): Promise<void>;
  saveFault(connection: ConnectionId, capability: string, fault: Fault): Promise<void>;
};

export type TrackedParcel = {
  readonly shipment: string;
  readonly carrier: ConnectionId;
  readonly packages: readonly { readonly id: string; readonly trackingNumber: string }[];
};

export type Tracking = {
  /** Shipments on their way whose turn has come; they are taken for `leaseMs`. */
  due(limit: number, leaseMs: number): Promise<readonly TrackedParcel[]>;
  /** Adds what is new of a package's events and sets the shipment's status by the latest of all. */
  save(shipment: string, packageId: string, document: TrackingDocument): Promise<void>;
};
