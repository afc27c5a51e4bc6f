import { expect, test } from 'vitest';
import type { PullName } from '../../../../connectors/kit/connector.ts';
import { connectorById } from '../../../../connectors/registry.ts';
import type { ConnectionId } from '../../../../core/shared/ids.ts';
import type { Connections, LiveConnection } from '../../../../pipelines/connections.ts';
import { startSweep } from '../../../../pipelines/queue/sweep.ts';
import type { Wakes } from '../../../../pipelines/queue/wakes.ts';

/** One connection of each of these connectors. */
function connected(...ids: readonly string[]): Connections {
  const all = ids.map((id) => ({ id: id as ConnectionId, state: 'active', connector: connectorById(id) }));
  return {
    all: () => all as unknown as readonly LiveConnection[],
    byId: () => undefined,
    byName: () => undefined,
    reload: async () => undefined,
    needsAuth: async () => undefined,
  };
}

/** The pace of each pull, as the first round of the sweep sets it. */
async function paces(pullEveryMs: number | undefined): Promise<Readonly<Record<string, number>>> {
  const set: Record<string, number> = {};
  const last = Promise.withResolvers<void>();
  const wakes: Wakes = {
    wake: () => undefined,
    async every(name, data, everyMs) {
      if (name !== 'pull.run.v1') return;
      const { connection, capability } = data as { connection: string; capability: PullName };
      set[`${connection} ${capability}`] = everyMs;
      if (Object.keys(set).length === 5) last.resolve();
    },
  };
  const stop = startSweep({
    backlog: async () => ({
      partitions: [],
      hasOutbox: false,
      hasJobs: false,
      hasChoices: false,
      hasWindows: false,
      connections: [],
    }),
    connections: connected('shopify', 'odoo', 'ups'),
    wakes,
    jobs: { wake: () => undefined },
    onError: last.reject,
    everyMs: 1,
    pullEveryMs,
    trackEveryMs: 1000,
  });
  await last.promise;
  await stop();
  return set;
}

test('each pull has the pace that its connector declares: what reads everything runs seldom', async () => {
  expect(await paces(undefined)).toEqual({
    'shopify pullOrders': 60_000,
    'shopify pullStock': 1_800_000,
    'shopify pullProducts': 300_000,
    'odoo pullStock': 60_000,
    'odoo pullPickings': 60_000,
  });
});

test('one pace for all is what an operator may set instead', async () => {
  expect(new Set(Object.values(await paces(2000)))).toEqual(new Set([2000]));
});
