import type { FileMapping } from '../connectors/file/index.ts';
import type { ConnectionId } from '../core/shared/ids.ts';
import { type ImportReport, importOrders } from '../pipelines/import/importOrders.ts';
import { uuidSource } from '../store/ids.ts';
import { receive } from '../store/sql/receiveInbox.ts';
import type { Parts } from './parts.ts';

export type OrderImport = {
  readonly path: string;
  readonly mapping: FileMapping;
  readonly signal: AbortSignal;
  readonly onProgress: (lines: number) => void;
  readonly onError: (error: unknown, about?: Readonly<Record<string, unknown>>) => void;
};

/** The connection that files come from. */
const FILES = 'files';

/** Imports a file on the parts of a hub, whether the hub runs beside it or not. */
export async function runOrderImport(parts: Parts, { path, mapping, ...options }: OrderImport): Promise<ImportReport> {
  const connection = await filesConnection(parts);
  const { store, connections } = parts;
  return importOrders(path, mapping, connection, {
    ...options,
    receive: (arrivals) => receive(store.pool, arrivals),
    inbox: {
      unitOfWork: store.unitOfWork,
      connections,
      ids: uuidSource,
      clock: { now: parts.now },
      random: Math.random,
      onError: options.onError,
    },
  });
}

async function filesConnection({ store, connections }: Parts): Promise<ConnectionId> {
  const known = connections.byName(FILES);
  if (known) return known.id;
  const id = uuidSource.next() as ConnectionId;
  await store.connections.add({ id, name: FILES, connector: 'file', settings: {}, secrets: {} }, 'import');
  await connections.reload();
  return id;
}
