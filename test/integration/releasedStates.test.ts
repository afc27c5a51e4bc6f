import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { migrateQueues } from '../../pipelines/queue/backend.ts';
import { openDatabase } from '../../store/database.ts';
import { migrate, pendingMigrations } from '../../store/migrate.ts';
import { order } from '../support/documents.ts';
import { openHub, type TestHub } from '../support/hub.ts';
import { type ReleasedState, restoreState, schemaOf } from '../support/releasedState.ts';
import { databaseOf } from '../support/servers.ts';

const FOLDER = join(import.meta.dirname, '..', 'fixtures', 'released');
const released = readdirSync(FOLDER).sort();
/** The orders of each release's fixture with the status that they must still have; later fixtures have all earlier ones. */
const ORDERS = {
  '0001_hub': { open: 'released', back: 'backordered', parked: 'parked', held: 'on-hold', gone: 'cancelled' },
  '0011_jobs': {
    listed: 'picking',
    picking: 'picking',
    packed: 'packed',
    left: 'shipped',
    set: 'released',
    waits: 'on-hold',
  },
};

function ordersOf({ migrations }: ReleasedState): Readonly<Record<string, string>> {
  const names = migrations.map(({ name }) => name);
  return Object.assign(
    {},
    ...Object.entries(ORDERS).flatMap(([name, orders]) => (names.includes(name) ? [orders] : [])),
  );
}

const open = (url: string) => openDatabase({ url, max: 2, onError: () => undefined });

describe.each(released)('a database as release %s left it', (file) => {
  const state = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as ReleasedState;
  const name = `released_${randomBytes(6).toString('hex')}`;
  const url = databaseOf(inject('databaseUrl'), name);
  const admin = open(inject('databaseUrl'));
  let hub: TestHub;
  beforeAll(async () => {
    await admin.query(`create database ${name}`);
    const db = open(url);
    await restoreState(db, state);
    await db.end();
  });
  afterAll(async () => {
    await hub?.close();
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
  });

  async function migratedQueues(): Promise<void> {
    const db = open(url);
    const client = await db.connect();
    await migrateQueues(client);
    client.release();
    await db.end();
  }

  test('is brought to the schema that an empty database gets', async () => {
    expect(await migrate(url)).not.toHaveLength(0);
    await migratedQueues();
    expect(await pendingMigrations(url)).toEqual([]);
    const [migrated, fresh] = [open(url), open(databaseOf(inject('databaseUrl'), inject('template')))];
    const [ours, theirs] = [await schemaOf(migrated), await schemaOf(fresh)];
    expect(ours.filter((line) => !theirs.includes(line))).toEqual([]);
    expect(theirs.filter((line) => !ours.includes(line))).toEqual([]);
    await Promise.all([migrated.end(), fresh.end()]);
  });

  test('has its data served, and its orders, messages and connections go on', async () => {
    hub = await openHub({ databaseUrl: url });
    // The key of that time is still good; its secret is not in the fixture, so the test has one of its own.
    const secret = await hub.parts.store.keys.createKey(
      { id: crypto.randomUUID(), name: 'test', scopes: ['read', 'write', 'admin'], expiresAt: null },
      'test',
    );
    const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' };
    const get = async (path: string) =>
      (await (await hub.request(path, { headers })).json()) as { items: Readonly<Record<string, unknown>>[] };
    await hub.settled();
    const { items } = await get('/api/v1/orders?limit=50');
    expect(Object.fromEntries(items.map((row) => [row['externalId'], row['status']]))).toEqual(ordersOf(state));
    for (const { id } of items) {
      expect((await get(`/api/v1/orders/${id}`)) as unknown).toMatchObject({ id, lines: expect.any(Array) });
    }
    for (const noun of Object.keys({ stock: 0, products: 0, customers: 0, locations: 0, connections: 0, inbox: 0 })) {
      const list = await get(`/api/v1/${noun}?limit=50`);
      expect(list.items.length, noun).toBeGreaterThan(0);
    }
    expect(hub.parts.connections.byName('market')?.settings).toMatchObject({
      secret: expect.stringMatching(/^whsec_/),
    });
    expect(await hub.foldedDifferences()).toEqual([]);
    expect(await hub.ledgerDifferences()).toEqual([]);
    const body = JSON.stringify(order('new', [{ sku: 'A', quantity: 1 }]));
    expect((await hub.request('/api/v1/orders', { method: 'POST', headers, body })).status).toBe(202);
    await hub.settled();
    expect((await get('/api/v1/orders?externalId=new')).items).toMatchObject([{ status: 'released' }]);
  });
});
