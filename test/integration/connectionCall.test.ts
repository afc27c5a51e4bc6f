import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHub } from '../../boot/openHub.ts';
import { COMMANDS } from '../../cli/commands/index.ts';
import type { Simulator } from '../../connectors/kit/simulator.ts';
import { startUpsSimulator } from '../../connectors/ups/simulator.ts';
import { openDatabase } from '../../store/database.ts';
import { captured } from '../support/captured.ts';
import { ownDatabase, ownRedis } from '../support/database.ts';
import { openHub as openTestHub } from '../support/hub.ts';

/** That of the hub in this process. */
const KEY = '07'.repeat(32);
const database = ownDatabase();
const dataDir = mkdtempSync(join(tmpdir(), 'crossdock-call-'));
let carrier: Simulator;
let pool: ReturnType<typeof openDatabase>;

const address = { name: 'Jane Roe', line1: 'Street 1', city: 'Hamburg', postalCode: '20095', country: 'DE' };
const QUERY = {
  from: address,
  to: { ...address, city: 'Berlin', postalCode: '10115' },
  parcels: [{ weightGrams: 1250 }],
};

const crossdock = async (line: string) => {
  const redisUrl = ownRedis();
  const environment = {
    DATABASE_URL: database.url(),
    CROSSDOCK_SECRET_KEY: KEY,
    ...(redisUrl && { REDIS_URL: redisUrl }),
  };
  return captured([...line.split(' '), '--data', dataDir, '--json'], COMMANDS, { environment, openHub });
};
const input = (value: unknown): string => {
  const file = join(dataDir, 'input.json');
  writeFileSync(file, JSON.stringify(value));
  return file;
};
const shipments = async (): Promise<readonly unknown[]> =>
  ((await (await fetch(`${carrier.url}/_sim/state`)).json()) as { shipments: unknown[] }).shipments;
const audited = async () => {
  const { rows } = await pool.query(`select detail from audit_entry where action = 'connection.call' order by id`);
  return rows.map(({ detail }) => detail);
};

beforeAll(async () => {
  carrier = await startUpsSimulator();
  pool = openDatabase({ url: database.url(), max: 1, onError: () => undefined });
  const hub = await openTestHub({
    databaseUrl: database.url(),
    redisUrl: ownRedis(),
    withWorker: false,
  });
  await hub.close();
  const added = await crossdock(`connection add carrier --connector ups --settings ${input(carrier.settings)}`);
  expect(added).toMatchObject({ code: 0, stderr: '' });
});
afterAll(async () => {
  await pool.end();
  await carrier.close();
  rmSync(dataDir, { recursive: true });
});

test('a question is asked of the live system, and noted in the audit log', async () => {
  const { code, stdout } = await crossdock(`connection call carrier quoteRates --input ${input(QUERY)}`);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    kind: 'answered',
    answer: [{ service: '11', chargeMinor: 756, currency: 'EUR' }, {}, {}],
  });
  expect(await audited()).toEqual([{ capability: 'quoteRates' }]);
});

test('a write without --yes shows what would be sent, and sends nothing', async () => {
  const label = input({ ...QUERY, reference: 'support-1' });
  const { code, stdout } = await crossdock(`connection call carrier buyLabel --input ${label}`);
  expect({ code, kind: JSON.parse(stdout).kind }).toEqual({ code: 4, kind: 'not-sent' });
  expect(await shipments()).toEqual([]);
});

test('a write with --yes is sent once under its reference, which the audit log knows', async () => {
  const label = input({ ...QUERY, reference: 'support-1' });
  const { code, stdout } = await crossdock(
    `connection call carrier buyLabel --input ${label} --yes --reference support-1`,
  );
  expect({ code, said: JSON.parse(stdout) }).toMatchObject({ code: 0, said: { kind: 'sent', reference: 'support-1' } });
  expect(await shipments()).toMatchObject([{ reference: 'support-1' }]);
  expect((await audited()).at(-1)).toEqual({ capability: 'buyLabel', reference: 'support-1' });
});

test.each([
  ['carrier pullOrders', 1, 'cannot pullOrders'],
  ['carrier toString', 1, 'cannot toString'],
  ['nobody quoteRates', 3, 'no connection nobody'],
  ['carrier quoteRates', 1, '/from'],
])('connection call %s is refused', async (line, code, message) => {
  const answer = await crossdock(`connection call ${line}`);
  expect(answer).toMatchObject({ code, stdout: '' });
  expect(answer.stderr).toContain(message);
});
