import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Arrival, PARTITIONS } from '../../core/ports/index.ts';
import type { ConnectionId } from '../../core/shared/ids.ts';
import { partitionOf } from '../../core/shared/partition.ts';
import { applyPartition } from '../../pipelines/inbox/applyInbox.ts';
import { uuidSource } from '../../store/ids.ts';
import { ownDatabase } from '../support/database.ts';
import { product } from '../support/documents.ts';
import { openHub, type TestHub } from '../support/hub.ts';

const database = ownDatabase();
let hub: TestHub;
beforeAll(async () => {
  hub = await openHub({ databaseUrl: database.url(), withWorker: false });
});
afterAll(() => hub.close());

/** Stores a connection and a message of it as another process would: this one is not told. */
async function arriveElsewhere(name: string, isStored: boolean): Promise<Arrival> {
  const { store } = hub.parts;
  const connection = uuidSource.next() as ConnectionId;
  const row = { id: connection, name, connector: 'hub', settings: {}, secrets: {} };
  if (isStored) await store.connections.add(row, 'test');
  const subject = `product/${name}`;
  const body = new TextEncoder().encode(JSON.stringify(product(name)));
  const partition = partitionOf(connection, subject, PARTITIONS);
  const about = { connection, messageId: name, topic: 'product', subject, partition, body };
  const arrival: Arrival = { ...about, origin: 'api', lane: 'live' };
  await store.receiver.receive(arrival);
  return arrival;
}

async function applied({ partition }: Arrival): Promise<void> {
  const { store, connections, now } = hub.parts;
  const onError = (error: unknown): never => {
    throw error;
  };
  const context = { unitOfWork: store.unitOfWork, ids: uuidSource, clock: { now }, random: Math.random };
  await applyPartition(partition, { ...context, connections, onError });
}

const stateOf = async ({ messageId }: Arrival): Promise<unknown> => {
  const { items } = await hub.list('inbox');
  return items.find((item) => item['messageId'] === messageId)?.['state'];
};

test('a message of a connection that another process has just added is applied, not given up', async () => {
  const arrival = await arriveElsewhere('fresh', true);
  await applied(arrival);
  expect(await stateOf(arrival)).toBe('applied');
});

test('a message of a connection that is nowhere is parked for a person', async () => {
  const arrival = await arriveElsewhere('nowhere', false);
  await applied(arrival);
  expect(await stateOf(arrival)).toBe('parked');
});
