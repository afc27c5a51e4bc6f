import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHub } from '../../boot/openHub.ts';
import { COMMANDS } from '../../cli/commands/index.ts';
import { openDatabase } from '../../store/database.ts';
import { type Captured, captured } from '../support/captured.ts';
import { type RunningCrossdock, runCrossdock } from '../support/crossdock.ts';
import { ownDatabase, ownRedis } from '../support/database.ts';
import { order, product } from '../support/documents.ts';

const SECRET = `whsec_${Buffer.alloc(24, 9).toString('base64')}`;

const database = ownDatabase();
const dataDir = mkdtempSync(join(tmpdir(), 'crossdock-commands-'));
let hub: RunningCrossdock;
let url: string;
let key: string;
let pool: ReturnType<typeof openDatabase>;
let deadId: string;

function environment(): Readonly<Record<string, string>> {
  const redisUrl = ownRedis();
  return { DATABASE_URL: database.url(), ...(redisUrl && { REDIS_URL: redisUrl }) };
}

/** Runs one command line on the database of the hub, which runs beside it in a process of its own. */
const crossdock = (line: string): Promise<Captured> =>
  captured([...line.split(' '), '--data', dataDir], COMMANDS, { environment: environment(), openHub });

async function post(path: string, body: unknown): Promise<void> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const response = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  expect([path, response.ok]).toEqual([path, true]);
}

async function settled(): Promise<void> {
  for (let quiet = 0; quiet < 3; ) {
    const { rows } = await pool.query<{ isBusy: boolean }>(
      `select exists (select from inbox_work where state = 'received') or exists (select from outbox_message) as "isBusy"`,
    );
    quiet = rows[0]?.isBusy ? 0 : quiet + 1;
    await sleep(50);
  }
}

/** A sender signs its message well, and what it says is no order. */
async function sendNonsense(): Promise<void> {
  const body = JSON.stringify({ type: 'order.created', data: { externalId: 'bad-1', lines: 'none' } });
  const at = new Date();
  const headers = {
    'webhook-id': 'bad-1',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(SECRET).sign('bad-1', at, body),
  };
  for (let status = 0; status !== 202; await sleep(200)) {
    ({ status } = await fetch(`${url}/hooks/sender`, { method: 'POST', headers, body }));
  }
}

async function json<T = Readonly<Record<string, unknown>>>(line: string): Promise<T> {
  const { code, stdout, stderr } = await crossdock(`${line} --json`);
  expect({ line, code, stderr }).toEqual({ line, code: 0, stderr: '' });
  return JSON.parse(stdout) as T;
}
type Listed = { readonly items: readonly Readonly<Record<string, unknown>>[]; readonly cursor: string | null };

beforeAll(async () => {
  pool = openDatabase({ url: database.url(), max: 1, onError: () => undefined });
  const args = ['start', '--json', '--port', '0', '--data', dataDir];
  hub = runCrossdock(args, { environment: environment() });
  ({ url, firstKey: key } = JSON.parse(await hub.firstLine));
  await post('/api/v1/locations', { code: 'main', name: 'Main' });
  await post('/api/v1/products', product('A'));
  await settled();
  await post('/api/v1/orders', order('c-1', [{ sku: 'A', quantity: 2 }]));
  await json(`connection add sender --connector marketplace --set secret=${SECRET}`);
  await sendNonsense();
  await settled();
  deadId = String((await json<Listed>('inbox list --state dead')).items[0]?.['id']);
});
afterAll(async () => {
  hub.process.kill('SIGTERM');
  await hub.ended;
  await pool.end();
  rmSync(dataDir, { recursive: true });
});

test('stock is adjusted with a reason, listed, and equals its ledger', async () => {
  expect(await json('stock adjust A main --by 10 --reason count')).toMatchObject({ sku: 'A', onHand: 10 });
  await settled();
  const { items } = await json<Listed>('stock list --sku A');
  expect(items).toMatchObject([{ location: 'main', onHand: 10, allocated: 2, available: 8 }]);
  expect(await json('stock audit')).toEqual({ balances: 1, overPromised: 0, differences: 0 });
});

test('an adjustment of a product or at a location that is not there is refused and changes nothing', async () => {
  for (const line of ['stock adjust A nowhere --by 1 --reason found', 'stock adjust NONE main --by 1 --reason found']) {
    const { code, stdout, stderr } = await crossdock(line);
    expect({ line, code, stdout }).toEqual({ line, code: 3, stdout: '' });
    expect(stderr).toMatch(/^crossdock: The stock of .* was not changed: [a-z-]+ \(/);
  }
  expect((await json<Listed>('stock list --sku A')).items).toMatchObject([{ onHand: 10 }]);
});

test('a balance that left its ledger is found by the audit, which asks for attention', async () => {
  await pool.query('update stock_balance set on_hand = on_hand + 1');
  const { code, stdout } = await crossdock('stock audit --json');
  await pool.query('update stock_balance set on_hand = on_hand - 1');
  expect(code).toBe(4);
  expect(
    stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown),
  ).toEqual([
    { sku: 'A', location: 'main', measure: 'onHand', against: 'ledger', balance: 11, other: 10 },
    { balances: 1, overPromised: 0, differences: 1 },
  ]);
});

test('an order is found by its number, its reference and its id, with its lines and events', async () => {
  const { items } = await json<Listed>('order list');
  const [listed] = items;
  for (const name of [listed?.['id'], listed?.['reference'], listed?.['number']]) {
    const shown = await json(`order show ${name}`);
    expect(shown).toMatchObject({ id: listed?.['id'], lines: [{ sku: 'A', released: 2 }] });
    expect(shown['events']).toEqual(expect.arrayContaining([expect.objectContaining({ type: 'OrderPlaced' })]));
  }
  const text = await crossdock(`order show ${listed?.['number']}`);
  expect(text.stdout).toMatch(/^lines:\n {2}- /m);
});

test('an order is held, marked, noted, split, cancelled in part and shown with who did it', async () => {
  await post('/api/v1/orders', order('c-2', [{ sku: 'A', quantity: 3 }], { paymentState: 'pending' }));
  await settled();
  expect(await json('order hold hub-c-2 --reason custom --name credit')).toMatchObject({ events: ['OrderHeld'] });
  expect(await json('order mark hub-c-2 --priority 5 --tag gift --promise 2026-12-01T12:00:00Z')).toMatchObject({
    events: ['PrioritySet', 'DatePromised', 'OrderTagged'],
  });
  expect(await json('order edit hub-c-2 --line c-2-1=4 --address city=Bonn')).toMatchObject({
    events: ['LinesAdded', 'OrderEdited', 'LinesAllocated'],
  });
  expect(await json('order split hub-c-2 --line c-2-1=1')).toMatchObject({ number: '#c-2-S1' });
  const { version } = await json<{ version: number }>('order cancel hub-c-2 --reason less --line c-2-1=1');
  const stale = await crossdock(`order note hub-c-2 late --version ${version}`);
  expect(stale.code).toBe(2);
  const refused = await crossdock(`order release hub-c-2 --reason payment --version ${version - 1}`);
  expect({ code: refused.code, stderr: refused.stderr }).toMatchObject({
    code: 3,
    stderr: expect.stringContaining('was not changed: it is at version'),
  });
  const shown = await json('order show hub-c-2');
  expect(shown).toMatchObject({ status: 'on-hold', tags: ['gift'], grandMinor: 2000 });
  expect((shown['events'] as { by: string }[]).at(-1)?.by).toMatch(/^cli\//);
});

test('a list is cut into pages by --limit, and --cursor goes on where it ended', async () => {
  const all = await json<Listed>('inbox list');
  const first = await json<Listed>('inbox list --limit 1');
  const rest = await json<Listed>(`inbox list --cursor ${first.cursor}`);
  expect(all.items.length).toBeGreaterThan(2);
  expect([...first.items, ...rest.items]).toEqual(all.items);
});

test('a dead message shows its fault and its body, and waits again after a retry', async () => {
  expect(await json(`inbox show ${deadId}`)).toMatchObject({ state: 'dead', fault: { kind: 'permanent' } });
  const status = await crossdock('sync status --json');
  expect(status.code).toBe(4);
  expect(JSON.parse(status.stdout)).toMatchObject({ overview: { inboxParked: 1 } });
  expect(await json(`inbox retry ${deadId}`)).toEqual([{ id: deadId, changed: true }]);
  await settled();
  expect(await json(`inbox show ${deadId}`)).toMatchObject({ state: 'dead' });
});

test('a retry of what is not there is refused, and the others are still retried', async () => {
  const { code, stdout } = await crossdock(`inbox retry 999999 ${deadId} --json`);
  expect(code).toBe(3);
  expect(JSON.parse(stdout)).toEqual([
    { id: '999999', changed: false },
    { id: deadId, changed: true },
  ]);
  await settled();
});

test('a key is shown once, works with its scope, and is refused after it was revoked', async () => {
  const made = await json('key create reader --scope read --days 1');
  expect(made).toMatchObject({ scopes: ['read'], key: expect.stringMatching(/^cdk_/) });
  const use = (method: string) =>
    fetch(`${url}/api/v1/locations`, {
      method,
      headers: { authorization: `Bearer ${made['key']}`, 'content-type': 'application/json' },
      ...(method === 'POST' && { body: '{"code":"x","name":"X"}' }),
    });
  expect([(await use('GET')).status, (await use('POST')).status]).toEqual([200, 403]);
  expect((await crossdock('key list')).stdout).not.toContain(String(made['key']));
  await json('key revoke reader');
  const { code, stderr } = await crossdock('key revoke reader');
  expect({ code, stderr: stderr.split('\n')[0] }).toEqual({
    code: 3,
    stderr: 'crossdock: There is no valid key reader.',
  });
});

test('connectors are shown with their certification, by the API and by the commands', async () => {
  const ask = async (path: string) =>
    (await fetch(`${url}/api/v1/${path}`, { headers: { authorization: `Bearer ${key}` } })).json();
  const listed = (await ask('connectors')) as { items: { id: string; certification: { failed: number } | null }[] };
  const failed = Object.fromEntries(listed.items.map(({ id, certification }) => [id, certification?.failed]));
  expect(failed).toMatchObject({ shopify: 0, odoo: 0, ups: 0, file: 0, marketplace: 0, hub: 0 });
  expect(await json('connector show ups')).toEqual(await ask('connectors/ups'));
  expect(await ask('connectors/nobody')).toMatchObject({ status: 404, code: 'not-found' });
});

test('a connection is added from a file, never shows its secret, is tested, paused, resumed and removed', async () => {
  const file = join(dataDir, 'market.json');
  writeFileSync(file, JSON.stringify({ secret: SECRET }));
  await json(`connection add market --connector marketplace --settings ${file}`);
  expect(await json('connection test market')).toMatchObject({ name: 'market' });
  expect(await json('connection pause market')).toEqual({ name: 'market', state: 'paused' });
  expect(await json('connection show market')).toMatchObject({ state: 'paused', connector: 'marketplace' });
  for (const line of ['connection show market --json', 'connection list --json', 'connection show market']) {
    expect((await crossdock(line)).stdout).not.toContain(SECRET);
  }
  expect(await json('connection resume market')).toEqual({ name: 'market', state: 'active' });
  expect((await json<Listed>('inbox list --connection market')).items).toEqual([]);
  await json('connection remove market');
  expect((await crossdock('connection show market')).code).toBe(3);
});

test('boxes, sizes, the work of a location, prices and the check of what arrives are set up from the shell', async () => {
  await json('product add CLI-1');
  await json('location add cli-store');
  await json('box set S --length 200 --width 150 --height 100 --max-grams 5000');
  expect((await json<Listed>('box list')).items).toMatchObject([{ code: 'S', maxGrams: 5000, isActive: true }]);
  expect(await json('product size CLI-1 --length 90 --width 80 --height 70 --turning upright')).toMatchObject({
    lengthMm: 90,
    turning: 'upright',
  });
  expect(await json('location work cli-store --kind store --no-shipping')).toMatchObject({ isShipping: false });
  await json('price set CLI-1 19.990 --currency EUR');
  expect(await json('price list --sku CLI-1')).toMatchObject({ items: [{ sku: 'CLI-1', unitPrice: '19.99' }] });
  expect(await json('order check phone warn')).toMatchObject({ policies: [{ channel: 'phone', mode: 'warn' }] });
  expect(await json('order check phone off')).toEqual({ policies: [] });
  expect((await json<Listed>('notice list')).items).toEqual([]);
  for (const line of [
    'product size NOTHING --length 1 --width 1 --height 1',
    'notice settle 1',
    'shipment link nothing',
  ])
    expect([line, (await crossdock(line)).code]).toEqual([line, 3]);
});

test.each([
  ['connection add Bad_Name --connector marketplace', 3, 'A name has small letters'],
  ['connection add other --connector nothing', 3, 'there is no connector nothing'],
  ['connection add parcels --connector dhl', 3, 'no connector dhl, but dhl-express (DHL Express) and dhl-parcel-de'],
  ['connection add other --connector marketplace --set nonsense', 1, '"nonsense" is not name=value'],
  ['connection add other --connector marketplace --set a:=[1', 1, 'The value of a is not JSON'],
  ['connection add other --connector marketplace --settings /nowhere.json', 1, '/nowhere.json cannot be read'],
  ['connection test nobody', 3, 'There is no connection nobody'],
  ['order show nothing', 3, 'There is no order nothing'],
  ['order list --connection nobody', 3, 'There is no connection nobody'],
  ['delivery resolve landed 999999', 3, 'Not every delivery could be changed'],
])('"%s" is refused: exit %i, %s', async (line, code, message) => {
  const refused = await crossdock(line);
  expect(refused.code).toBe(code);
  expect(refused.stderr).toContain(message);
});

test('what commands change is in the audit log under the user who ran them', async () => {
  const { rows } = await pool.query<{ action: string }>(
    "select distinct action from audit_entry where actor like 'cli/%'",
  );
  expect(rows.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['key.create', 'key.revoke', 'connection.add', 'inbox.retry']),
  );
});
