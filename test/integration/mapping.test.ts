import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHub } from '../../boot/openHub.ts';
import { COMMANDS } from '../../cli/commands/index.ts';
import { signedWebhook } from '../../connectors/marketplace/sender.ts';
import { instantOf } from '../../core/shared/instant.ts';
import { captured } from '../support/captured.ts';
import { ownDatabase, ownRedis } from '../support/database.ts';
import { order, product } from '../support/documents.ts';
import { openHub as openTestHub, type TestHub } from '../support/hub.ts';

const SECRET = `whsec_${Buffer.alloc(24, 9).toString('base64')}`;
const database = ownDatabase();
const dataDir = mkdtempSync(join(tmpdir(), 'crossdock-mapping-'));
let hub: TestHub;

const crossdock = async (line: string) => {
  const redisUrl = ownRedis();
  const environment = {
    DATABASE_URL: database.url(),
    CROSSDOCK_SECRET_KEY: '07'.repeat(32),
    ...(redisUrl && { REDIS_URL: redisUrl }),
  };
  return captured([...line.split(' '), '--data', dataDir, '--json'], COMMANDS, { environment, openHub });
};
const rules = (...given: readonly object[]): string => {
  const file = join(dataDir, 'rules.json');
  writeFileSync(file, JSON.stringify({ rules: given.map((rule) => ({ document: 'order', ...rule })) }));
  return file;
};

/** An order by the marketplace's webhook. */
async function send(id: string, sku: string): Promise<void> {
  const data = order(id, [{ sku, quantity: 1 }]);
  const { headers, body } = signedWebhook(SECRET, `m-${id}`, instantOf(Date.now()), { type: 'order.created', data });
  const response = await hub.request('/hooks/market', {
    method: 'POST',
    headers: headers as Record<string, string>,
    body,
  });
  expect(response.status).toBe(202);
  await hub.settled();
}
const numbers = async (): Promise<unknown[]> => (await hub.list('orders')).items.map(({ number }) => number).toSorted();

beforeAll(async () => {
  hub = await openTestHub({ databaseUrl: database.url(), redisUrl: ownRedis() });
  await hub.post('/api/v1/products', product('A'));
  await hub.post('/api/v1/connections', { name: 'market', connector: 'marketplace', settings: { secret: SECRET } });
  await send('one', 'A');
});
afterAll(async () => {
  await hub.close();
  rmSync(dataDir, { recursive: true });
});

test('check shows the orders that a mapping would touch, place by place, and changes nothing', async () => {
  const [before] = await numbers();
  const { code, stdout } = await crossdock(
    `mapping check market --input ${rules({ at: '/number', to: "'M-' + value" })}`,
  );
  expect({ code, trial: JSON.parse(stdout) }).toEqual({
    code: 0,
    trial: {
      samples: 1,
      touched: [
        {
          message: expect.any(String),
          document: 'order',
          key: before,
          changes: [{ at: '/number', from: before, to: `M-${before}` }],
        },
      ],
      refused: [],
    },
  });
  expect(await numbers()).toEqual([before]);
});

test.each([
  ['a mapping with a mistake', { at: '/number', to: 'doc.' }, '/rules/0/to'],
  [
    'one that refuses an order of the samples',
    { at: '/lines/*/sku', codes: { B: 'A' }, unlisted: 'refuse' },
    'is not in the table',
  ],
])('%s is not published', async (_, rule, message) => {
  const answer = await crossdock(`mapping publish market --input ${rules(rule)}`);
  expect(answer).toMatchObject({ code: 3, stdout: '' });
  expect(answer.stderr).toContain(message);
  expect(JSON.parse((await crossdock('mapping list market')).stdout)).toEqual([]);
});

test('a published mapping applies to what comes after it, and to what is tried again', async () => {
  await send('two', 'UNKNOWN-CODE');
  const published = await crossdock(
    `mapping publish market --input ${rules({ at: '/lines/*/sku', codes: { 'UNKNOWN-CODE': 'A' } }, { at: '/note', to: "'by mapping'" })}`,
  );
  expect({ code: published.code, version: JSON.parse(published.stdout).version }).toEqual({ code: 0, version: 1 });
  await hub.parts.connections.reload();
  await send('three', 'UNKNOWN-CODE');
  const shown = await hub.show('orders', { number: '#three' });
  expect(JSON.stringify(shown)).toContain('"sku":"A"');
});

test('a code that the table must have parks its message, which goes on under a mapping that has it', async () => {
  const strict = (codes: object) =>
    rules({ at: '/lines/*/sku', codes: { 'UNKNOWN-CODE': 'A', A: 'A', ...codes }, unlisted: 'refuse' });
  expect((await crossdock(`mapping publish market --input ${strict({})}`)).code).toBe(0);
  await hub.parts.connections.reload();
  await send('four', 'NEW-CODE');
  const [parked] = (await hub.list('inbox', { state: 'parked' })).items.filter(
    ({ messageId }) => messageId === 'm-four',
  );
  expect(parked).toMatchObject({ fault: { code: 'mapping-failed', at: '/lines/0/sku' } });
  expect((await crossdock(`mapping publish market --input ${strict({ 'NEW-CODE': 'A' })}`)).code).toBe(0);
  await hub.parts.connections.reload();
  await hub.post(`/api/v1/inbox/${parked?.['id']}/retry`, {});
  await hub.settled();
  expect(
    await hub.show('inbox', { topic: 'order.created', state: 'applied' }).catch((error: Error) => error.message),
  ).toContain('inbox for');
  expect(
    (await hub.list('inbox', { state: 'parked' })).items.filter(({ messageId }) => messageId === 'm-four'),
  ).toEqual([]);
});

test('every version is kept, with who published it', async () => {
  const versions = JSON.parse((await crossdock('mapping list market')).stdout) as {
    version: number;
    publishedBy: string;
  }[];
  expect(versions.map(({ version }) => version)).toEqual([3, 2, 1]);
  expect(versions[0]?.publishedBy).toMatch(/^cli\//);
  expect(JSON.parse((await crossdock('mapping show market --version 1')).stdout)).toMatchObject({
    version: 1,
    body: { rules: [{}, { at: '/note' }] },
  });
});
