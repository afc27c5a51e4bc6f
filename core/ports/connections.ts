import type { Fault } from '../shared/fault.ts';
import type { ConnectionId } from '../shared/ids.ts';

export type ConnectionState = 'active' | 'paused' | 'needs-auth' | 'removed';

/** A connection as stored: what a user entered, split into what may be shown and what may not. */
export type ConnectionRecord = {
  readonly id: ConnectionId;
  readonly name: string;
  readonly connector: string;
  readonly state: ConnectionState;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, unknown>>;
  /** Why the secrets could not be opened, in a sentence; null when they were. */
  readonly unreadable: string | null;
  /** The rules of its mapping in force; absent for none. */
  readonly mapping?: unknown;
  readonly fault: unknown;
  readonly version: number;
};

export type ConnectionStore = {
  /** All that were not removed, oldest first. */
  list(): Promise<readonly ConnectionRecord[]>;
  add(
    connection: Pick<ConnectionRecord, 'id' | 'name' | 'connector' | 'settings' | 'secrets'>,
    actor: string,
  ): Promise<void>;
  /** Replaces the settings and secrets of a connection; its state stays. */
  update(id: ConnectionId, change: Pick<ConnectionRecord, 'settings' | 'secrets'>, actor: string): Promise<void>;
  setState(id: ConnectionId, state: ConnectionState, fault: Fault | null, actor: string): Promise<void>;
};
