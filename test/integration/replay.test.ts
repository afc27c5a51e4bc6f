import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHub as openForCommand } from '../../boot/openHub.ts';
import { COMMANDS } from '../../cli/commands/index.ts';
import { startShopifySimulator } from '../../connectors/shopify/simulator.ts';
import { OrderDocument } from '../../core/documents/index.ts';
import { type Captured, captured } from '../support/captured.ts';
import { ownDatabase } from '../support/database.ts';
import { order, product } from '../support/documents.ts';
import { openHub, type TestHub } from '../support/hub.ts';
import { drained } from '../support/pipelines.ts';

const database = ownDatabase();
const folder = mkdtempSync(join(tmpdir(), 'crossdock-replay-'));
let hub: TestHub;
beforeAll(async () => {
  hub = await openHub({ databaseUrl: database.url(), withWorker: false });
  await hub.post('/api/v1/locations', { code: 'main', name: 'Main' });
  await hub.post('/api/v1/products', product('A'));
  for (const id of ['r1', 'r2', 'r3']) await hub.post('/api/v1/orders', order(id, [{ sku: 'A', quantity: 1 }]));
  await hub.arrive('order', 'order/bad', 'bad', { externalId: 'bad' });
  await drained(hub.parts);
});
afterAll(async () => {
  await hub.close();
  rmSync(folder, { recursive: true });
});

const environment = () => ({ DATABASE_URL: database.url(), CROSSDOCK_SECRET_KEY: '07'.repeat(32) });
const crossdock = (line: string): Promise<Captured> =>
  captured([...line.split(' '), '--data', folder, '--json'], COMMANDS, {
    environment: environment(),
    openHub: openForCommand,
  });
const figures = async (): Promise<unknown> => {
  const { rows } = await hub.parts.store.pool.query(
    `select (select count(*)::integer from orders) as orders, (select count(*)::integer from order_event) as events,
            (select sum(backordered)::integer from order_line) as backordered`,
  );
  return rows[0];
};

test('going through applied messages again changes nothing', async () => {
  const before = await figures();
  expect(await hub.post('/api/v1/inbox/replay', { topic: 'order', state: 'applied' })).toMatchObject({
    status: 200,
    body: { messages: 3 },
  });
  await drained(hub.parts);
  expect(await figures()).toEqual(before);
  expect((await hub.list('inbox', { state: 'ignored' })).items).toHaveLength(3);
  expect((await hub.post('/api/v1/inbox/replay', {})).status).toBe(400);
});

test('dead messages are counted first, and then go through again', async () => {
  expect(JSON.parse((await crossdock('inbox replay --state dead --dry-run')).stdout)).toMatchObject({ messages: 1 });
  const [dead] = (await hub.list('inbox', { state: 'dead' })).items;
  expect(JSON.parse((await crossdock(`inbox replay ${dead?.['id']}`)).stdout)).toMatchObject({ messages: 1 });
  expect((await hub.get(`/api/v1/inbox/${dead?.['id']}`)).body).toMatchObject({ state: 'received', attempts: 0 });
  await drained(hub.parts);
  expect((await hub.get(`/api/v1/inbox/${dead?.['id']}`)).body).toMatchObject({ state: 'dead' });
  expect((await crossdock('inbox replay')).code).toBe(2);
});

test('orders are written out as documents and as lines, and the lines are taken in again', async () => {
  const [json, csv] = [join(folder, 'orders.jsonl'), join(folder, 'orders.csv')];
  expect(JSON.parse((await crossdock(`order export ${json}`)).stdout)).toMatchObject({ orders: 3 });
  const documents = readFileSync(json, 'utf8')
    .trim()
    .split('\n')
    .map((line) => OrderDocument.parse(JSON.parse(line)));
  expect(documents.map(({ externalId }) => externalId).sort()).toEqual(['r1', 'r2', 'r3']);
  await crossdock(`order export ${csv} --format csv --connection hub`);
  const read = await crossdock(`order import ${csv} --mapping order-lines-csv`);
  expect(JSON.parse(read.stdout)).toMatchObject({ read: 3, applied: 3, orders: 3 });
  const none = await crossdock(`order export ${csv} --until 2020-01-01T00:00:00Z`);
  expect(JSON.parse(none.stdout)).toMatchObject({ orders: 0 });
});

test('sync run reads a connection now and applies what is new, and again finds nothing new', async () => {
  const shop = await startShopifySimulator();
  shop.shop.place();
  await hub.post('/api/v1/connections', { name: 'shop', connector: 'shopify', settings: shop.settings });
  const first = JSON.parse((await crossdock('sync run shop')).stdout) as { capability: string; fresh: number }[];
  expect(first.map(({ capability }) => capability)).toEqual(['pullProducts', 'pullStock', 'pullOrders']);
  expect(first.at(-1)).toMatchObject({ fresh: 1, fault: null });
  expect(
    (await hub.list('orders', { connectionId: String((await hub.show('connections', { name: 'shop' }))['id']) })).items,
  ).toHaveLength(1);
  const again = JSON.parse((await crossdock('sync run shop pullOrders --from-start')).stdout) as unknown[];
  expect(again).toMatchObject([{ capability: 'pullOrders', items: 1, fresh: 0 }]);
  expect((await crossdock('sync run shop pullPickings')).code).toBe(3);
  await shop.close();
});
