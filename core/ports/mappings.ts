import type { ConnectionId } from '../shared/ids.ts';

/** A published mapping of a connection. */
export type PublishedMapping = {
  readonly version: number;
  readonly body: unknown;
  readonly publishedAt: string;
  readonly publishedBy: string;
};

/** A message as it came, to try a mapping on. */
export type MessageSample = { readonly id: string; readonly topic: string; readonly body: Uint8Array };

export type MappingStore = {
  /** Puts a mapping in force, under the next version; every process follows within seconds. Answers the version. */
  publish(connection: ConnectionId, body: unknown, actor: string): Promise<number>;
  /** Newest first. */
  list(connection: ConnectionId): Promise<readonly PublishedMapping[]>;
  /** The newest messages of a connection. */
  samples(connection: ConnectionId, limit: number): Promise<readonly MessageSample[]>;
};
