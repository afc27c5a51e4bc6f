import { createIo } from '../connectors/kit/http.ts';
import type { ConnectionId, Instant } from '../core/shared/ids.ts';
import { instantOf } from '../core/shared/instant.ts';
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
  readonly now: () => Instant;
  close(): Promise<void>;
};

/** Opens the parts. The schema must be up to date. */
export async function openParts(options: PartsOptions): Promise<Parts> {
  const { databaseUrl, redisUrl, secretKeys, trackEveryMs, onError } = options;
  const store = openStore({ url: databaseUrl, box: secretBox(secretKeys), trackEveryMs, onError });
  const backend = await openBackend({ databaseUrl, redisUrl, onError });
  const now = (): Instant => instantOf(Date.now());
  const connections = connectionRegistry(store.connections, (name, why) =>
    onError(new Error(`connection ${name} cannot be used: ${why}`)),
  );
  await connections.reload();
  return {
    store,
    backend,
    wakes: openWakes(backend, onError),
    connections,
    clientFor: clients(store, now),
    now,
    async close() {
      await backend.close();
      await store.close();
    },
  };
}

function clients(store: Store, now: () => Instant): Parts['clientFor'] {
  const made = new Map<ConnectionId, { readonly version: number; readonly client: unknown }>();
  return (connection) => {
    const known = made.get(connection.id);
    if (known?.version === connection.version) return known.client;
    const { connector, settings } = connection;
    const io = createIo({ connector, settings, acquire: paceBy(store.budget, connection), now });
    const client = connector.client(settings, io);
    made.set(connection.id, { version: connection.version, client });
    return client;
  };
}
