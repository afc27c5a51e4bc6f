import type { EventDocument } from '../documents/index.ts';
import type { ConnectionId, Instant } from '../shared/ids.ts';
import type { NewDelivery } from './delivery.ts';

/** An event as it was just numbered. */
export type NumberedEvent = {
  readonly id: string;
  readonly type: string;
  readonly entity: string;
  readonly subject: string;
};

export type EventFilter = {
  /** Events behind this number; from the beginning of what is kept without it. */
  readonly after?: string | undefined;
  readonly since?: Instant | undefined;
  readonly types?: readonly string[] | undefined;
  /** `order/{id}`. */
  readonly subject?: string | undefined;
  readonly limit: number;
};

/** What happened in the hub, numbered, for those outside. */
export type EventLog = {
  /**
   * Numbers a batch of what happened and stores the deliveries that `plan` makes of it, in one transaction; one process at a
   * time. Answers how many there were.
   */
  follow(plan: (events: readonly NumberedEvent[]) => readonly NewDelivery[]): Promise<number>;
  /** In the order of their numbers. */
  list(filter: EventFilter): Promise<readonly EventDocument[]>;
  /** The number of the newest event, "0" when there is none. */
  newest(): Promise<string>;
  /** Has a connection told again what happened since then. Answers how many events, or null when there is no such connection. */
  replay(connection: ConnectionId, since: Instant, types: readonly string[], actor: string): Promise<number | null>;
  /** Forgets events that were kept long enough. Answers how many. */
  forget(): Promise<number>;
};
