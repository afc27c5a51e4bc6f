import type { AnyConnector } from '../connectors/kit/connector.ts';
import type { Mapping } from '../connectors/kit/mapping/mapping.ts';
import type { Fault } from '../core/shared/fault.ts';
import type { ConnectionId } from '../core/shared/ids.ts';

/** One account on one system, with its connector and its settings in the clear. */
export type LiveConnection = {
  readonly id: ConnectionId;
  readonly name: string;
  readonly state: 'active' | 'paused' | 'needs-auth';
  readonly connector: AnyConnector;
  /** As the connector's schema completed them; secrets included. Never logged. */
  readonly settings: unknown;
  /** What its documents become on their way in and out; absent: what they are. */
  readonly mapping?: Mapping;
  readonly isStockSource: boolean;
  /** Of which types it is told events, where it takes any. */
  readonly events: readonly string[];
  readonly version: number;
};

/** The connections of this hub. Reads come from memory and follow changes within seconds; `reload` makes it at once. */
export type Connections = {
  byId(id: ConnectionId): LiveConnection | undefined;
  byName(name: string): LiveConnection | undefined;
  all(): readonly LiveConnection[];
  reload(): Promise<void>;
  /** Marks a connection whose credentials were refused; its work waits until it is reconnected. */
  needsAuth(id: ConnectionId, fault: Fault): Promise<void>;
};
