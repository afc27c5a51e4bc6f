import { z } from 'zod';
import { compileMapping, mergedMapping } from '../connectors/kit/mapping/mapping.ts';
import { connectorById } from '../connectors/registry.ts';
import { EventPattern } from '../core/documents/index.ts';
import type { ConnectionRecord, ConnectionStore } from '../core/ports/index.ts';
import type { ConnectionId } from '../core/shared/ids.ts';
import type { Connections, LiveConnection } from './connections.ts';

/** Systems whose stock levels are the truth unless a connection says otherwise. */
const STOCK_SOURCES: ReadonlySet<string> = new Set(['erp', 'wms', 'file', 'marketplace']);

/** What the hub itself reads of a connection's settings, whatever its connector. */
const HubSettings = z.object({ stockSource: z.boolean().optional(), events: z.array(EventPattern).default(['*']) });

/** The connections of the database in memory. One whose connector or settings are not valid is reported and left out. */
export function connectionRegistry(
  store: ConnectionStore,
  onInvalid: (name: string, why: string) => void,
): Connections {
  let byId = new Map<ConnectionId, LiveConnection>();
  let byName = new Map<string, LiveConnection>();
  // Said once for each version of a connection, and not at every look.
  const reported = new Map<ConnectionId, number>();
  const report = (record: ConnectionRecord, why: string): void => {
    if (reported.get(record.id) === record.version) return;
    reported.set(record.id, record.version);
    onInvalid(record.name, why);
  };
  const reload = async (): Promise<void> => {
    const next = new Map<ConnectionId, LiveConnection>();
    for (const record of await store.list()) {
      const known = byId.get(record.id);
      const live = known?.version === record.version ? known : liveOf(record, (why) => report(record, why));
      if (live) next.set(record.id, live);
    }
    byId = next;
    byName = new Map([...next.values()].map((connection) => [connection.name, connection]));
  };
  return {
    byId: (id) => byId.get(id),
    byName: (name) => byName.get(name),
    all: () => [...byId.values()],
    reload,
    async needsAuth(id, fault) {
      await store.setState(id, 'needs-auth', fault, 'hub');
      await reload();
    },
  };
}

function liveOf(record: ConnectionRecord, onInvalid: (why: string) => void): LiveConnection | undefined {
  const connector = connectorById(record.connector);
  if (!connector || record.state === 'removed') {
    if (!connector) onInvalid(`there is no connector ${record.connector}`);
    return undefined;
  }
  if (record.unreadable !== null) {
    onInvalid(record.unreadable);
    return undefined;
  }
  const own = HubSettings.safeParse(record.settings);
  const settings = connector.settings.safeParse({ ...record.settings, ...record.secrets });
  if (!settings.success || !own.success) {
    const issues = [...(settings.error?.issues ?? []), ...(own.error?.issues ?? [])];
    onInvalid(issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
    return undefined;
  }
  const mapping = compileMapping(mergedMapping(connector.mapping, record.mapping));
  if (!mapping.ok) {
    onInvalid(`its mapping: ${mapping.error.message}`);
    return undefined;
  }
  const { id, name, state, version } = record;
  const isStockSource = own.data.stockSource ?? STOCK_SOURCES.has(connector.manifest.kind);
  const { events } = own.data;
  return {
    id,
    name,
    state,
    version,
    connector,
    settings: settings.data,
    mapping: mapping.value,
    isStockSource,
    events,
  };
}
