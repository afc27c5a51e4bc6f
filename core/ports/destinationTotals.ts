import type { Closing, ThereDifference, TotalsThere } from '../order/index.ts';
import type { ConnectionId, Instant, OrderId } from '../shared/ids.ts';

/** What an order comes to at a destination, with each difference by its cause and how it was closed. */
export type DestinationTotal = TotalsThere & {
  readonly order: OrderId;
  readonly connection: ConnectionId;
  /** A rounding line that stands there so that the totals are equal. */
  readonly levelledMinor: number;
  readonly oursMinor: number;
  readonly currency: string;
  readonly causes: readonly ThereDifference[];
  readonly closing: Closing;
  readonly statedAt: Instant;
};

export type DestinationTotalTransaction = {
  /** The tolerance of a destination, in minor units; 0 without a policy. */
  toleranceOf(connection: ConnectionId): Promise<number>;
  connectionNamed(name: string): Promise<ConnectionId | null>;
  /** A total that a person closed stays closed while it says the same. */
  saveDestinationTotal(total: DestinationTotal): Promise<void>;
  /** false when there is no open difference of the order there. */
  closeDifference(order: OrderId, connection: ConnectionId, by: string, note: string): Promise<boolean>;
};

/** How differences of one destination were closed on a day. Sums in minor units. */
export type ClosedDifferences = {
  readonly connection: string;
  readonly currency: string;
  readonly closing: Closing | 'operator';
  readonly cause: string | null;
  readonly orders: number;
  readonly sumMinor: number;
  readonly absoluteMinor: number;
};
