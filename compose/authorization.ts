import type { AnyConnector } from '../connectors/kit/connector.ts';
import { declaredAuth } from '../connectors/kit/http.ts';
import { type AuthorizationCode, codeGrant, consentUrl, newAttempt } from '../connectors/kit/oauth.ts';
import { type Fault, permanent } from '../core/shared/fault.ts';
import type { ConnectionId } from '../core/shared/ids.ts';
import { err, ok, type Result } from '../core/shared/result.ts';
import type { LiveConnection } from '../pipelines/connections.ts';
import type { Parts } from './parts.ts';

/** The path at the hub to which a user's browser comes back. */
export const CALLBACK_PATH = '/oauth/callback';
const WAIT_MS = 30_000;

/** How users agree to a connection in their browser, and how their answer becomes its grant. */
export type Authorization = {
  /** The page where a user agrees; the answer comes to `publicUrl`. A fault when the connection needs no agreement. */
  begin(connection: LiveConnection, publicUrl: string): Promise<Result<string, Fault>>;
  /** Takes what a browser brought back. Answers the connection's name. */
  finish(brought: Brought, actor: string): Promise<Result<string, Fault>>;
};

export type Brought = {
  readonly state?: string | undefined;
  readonly code?: string | undefined;
  readonly error?: string | undefined;
};

export function authorization({ store, connections, ioFor, now }: Parts): Authorization {
  return {
    async begin(connection, publicUrl) {
      const auth = codeAuth(connection.connector, connection.settings);
      if (!auth) return err(permanent('no-authorization', `${connection.name} is not authorized in a browser`));
      const attempt = newAttempt();
      const redirectUri = `${publicUrl}${CALLBACK_PATH}`;
      await store.grants.begin({ connection: connection.id, redirectUri, ...attempt });
      return ok(consentUrl(auth, attempt, redirectUri));
    },
    async finish({ state = '', code, error }, actor) {
      const attempt = await store.grants.take(state);
      if (!attempt) return err(UNKNOWN_STATE);
      await connections.reload();
      const connection = connections.byId(attempt.connection);
      const auth = connection && codeAuth(connection.connector, connection.settings);
      if (!connection || !auth) return err(UNKNOWN_STATE);
      if (code === undefined)
        return err(permanent('not-agreed', `the user did not agree: ${error?.slice(0, 100) ?? 'no code'}`));
      const asked = { http: ioFor(connection).http, now, signal: AbortSignal.timeout(WAIT_MS) };
      const grant = await codeGrant(auth, { code, ...attempt }, asked);
      if (!grant.ok) return grant;
      await store.grants.save(connection.id, grant.value, actor);
      await connections.reload();
      return ok(connection.name);
    },
  };
}

const UNKNOWN_STATE = permanent(
  'unknown-state',
  'this answer belongs to no attempt of the last ten minutes; begin again with crossdock connection authorize',
);

/** How a connection is authorized in a browser; undefined when it is not. */
export function codeAuth(connector: AnyConnector, settings: unknown): AuthorizationCode | undefined {
  const auth = declaredAuth(connector, settings);
  return auth.kind === 'authorization-code' ? auth : undefined;
}

/** The state in which a new connection waits for its user. */
export async function awaitAgreement({ store, connections }: Parts, id: ConnectionId, actor: string): Promise<void> {
  const connection = connections.byId(id);
  if (!connection || !codeAuth(connection.connector, connection.settings)) return;
  await store.connections.setState(id, 'needs-auth', NEW, actor);
  await connections.reload();
}

const NEW: Fault = { kind: 'auth', code: 'not-authorized', message: 'waits for a user to agree', remedy: 'reconnect' };
