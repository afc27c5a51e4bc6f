import type { Grants } from '../connectors/kit/auth.ts';
import { createIo } from '../connectors/kit/http.ts';
import type { ConnectorIo } from '../connectors/kit/io.ts';
import { startOutside } from '../connectors/registry.ts';
import { retryable } from '../core/shared/fault.ts';
import type { ConnectionId, Instant } from '../core/shared/ids.ts';
import { instantOf } from '../core/shared/instant.ts';
import { err } from '../core/shared/result.ts';
import { connectionRegistry } from '../pipelines/connectionRegistry.ts';
import type { Connections, LiveConnection } from '../pipelines/connections.ts';
import { paceBy } from '../pipelines/pace.ts';
import { openBackend, type QueueBackend } from '../pipelines/queue/backend.ts';
import { openWakes, type Wakes } from '../pipelines/queue/wakes.ts';
import { openStore, type Store } from '../store/open.ts';
import { secretBox } from '../store/secrets.ts';

/** What a process needs to be told to take part in a hub. */
export type PartsOptions = {
  readonly databaseUrl: string;
  readonly redisUrl: string | undefined;
  readonly secretKeys: ReadonlyMap<number, Uint8Array>;
  readonly trackEveryMs: number;
  /** Connectors from outside this repository, by their packages or paths. */
  readonly connectors?: readonly string[];
  readonly onError: (error: unknown, about?: Readonly<Record<string, unknown>>) => void;
};

/** The parts that an API and a worker share: the store, the queues, the connections and their clients. */
export type Parts = {
  readonly store: Store;
  readonly backend: QueueBackend;
  readonly wakes: Wakes;
  readonly connections: Connections;
  /** The client of a connection; made once for each version of its settings. */
  readonly clientFor: (connection: LiveConnection) => unknown;
  /** What a client of a connection touches the world with. */
  readonly ioFor: (connection: LiveConnection) => ConnectorIo;
  readonly now: () => Instant;
  close(): Promise<void>;
};

/** Opens the parts. The schema must be up to date. */
export async function openParts(options: PartsOptions): Promise<Parts> {
  const { databaseUrl, redisUrl, secretKeys, trackEveryMs, connectors: outside = [], onError } = options;
  for (const problem of startOutside(outside, process.cwd())) onError(new Error(problem));
  const store = openStore({ url: databaseUrl, box: secretBox(secretKeys), trackEveryMs, onError });
  const backend = await openBackend({ databaseUrl, redisUrl, onError });
  const now = (): Instant => instantOf(Date.now());
  const connections = connectionRegistry(store.connections, (name, why) =>
    onError(new Error(`connection ${name} cannot be used: ${why}`)),
  );
  await connections.reload();
  const ioFor = ioOf(store, now);
  return {
    store,
    backend,
    wakes: openWakes(backend, onError),
    connections,
    clientFor: clients(ioFor),
    ioFor,
    now,
    async close() {
      await backend.close();
      await store.close();
    },
  };
}

function ioOf(store: Store, now: () => Instant): Parts['ioFor'] {
  return (connection) => {
    const { connector, settings, id } = connection;
    const grants: Grants = { access: (refused, refresh) => grantOf(() => store.grants.access(id, refused, refresh)) };
    return createIo({ connector, settings, acquire: paceBy(store.budget, connection), now, grants });
  };
}

/** A grant that cannot be read (the database is just restarting) is a fault that passes: nothing has been sent yet. */
async function grantOf(access: () => ReturnType<Grants['access']>): ReturnType<Grants['access']> {
  try {
    return await access();
  } catch (error) {
    return err(retryable('grant-unreachable', `the authorization cannot be read: ${(error as Error).message}`));
  }
}

function clients(ioFor: Parts['ioFor']): Parts['clientFor'] {
  const made = new Map<ConnectionId, { readonly version: number; readonly client: unknown }>();
  return (connection) => {
    const known = made.get(connection.id);
    if (known?.version === connection.version) return known.client;
    const client = connection.connector.client(connection.settings, ioFor(connection));
    made.set(connection.id, { version: connection.version, client });
    return client;
  };
}
