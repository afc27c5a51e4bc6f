import type { Fault } from '../shared/fault.ts';
import type { Grant } from '../shared/grant.ts';
import type { ConnectionId } from '../shared/ids.ts';
import type { Result } from '../shared/result.ts';

/** One attempt of a user to agree: recognised by its `state`, finished with its PKCE `verifier`. */
export type GrantAttempt = {
  readonly connection: ConnectionId;
  readonly state: string;
  readonly verifier: string;
  readonly redirectUri: string;
};

export type GrantStore = {
  /**
   * The grant of a connection, its access token good for a while. One that ends, or is `refused`, is refreshed by at most
   * one caller in all processes; the others wait for it and get the same. Null where nobody has agreed yet.
   */
  access(
    connection: ConnectionId,
    refused: string | undefined,
    refresh: (refreshToken: string) => Promise<Result<Grant, Fault>>,
  ): Promise<Result<Grant, Fault> | null>;
  /** Keeps an attempt for ten minutes. */
  begin(attempt: GrantAttempt): Promise<void>;
  /** Takes the attempt of a state, once; null for one that is unknown, taken, or too old. */
  take(state: string): Promise<GrantAttempt | null>;
  /** Keeps what a user agreed to. A connection that needed it goes on, its waiting work with it. */
  save(connection: ConnectionId, grant: Grant, actor: string): Promise<void>;
  forget(connection: ConnectionId): Promise<void>;
};
