import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHub as openForCommand } from '../../boot/openHub.ts';
import { instantOf } from '../../core/shared/instant.ts';
import { planWindow } from '../../core/usecases/planWindow.ts';
import { uuidSource } from '../../store/ids.ts';
import { captured } from '../support/captured.ts';
import { ownDatabase, ownRedis } from '../support/database.ts';
import { order, product } from '../support/documents.ts';
import { openHub, type TestHub } from '../support/hub.ts';

const database = ownDatabase();
const errors: unknown[] = [];
const folder = mkdtempSync(join(tmpdir(), 'crossdock-sourcing-'));
let hub: TestHub;
let isClosed = false;

const PLACES = { berlin: [52.52, 13.4], munich: [48.14, 11.58], paris: [48.86, 2.35] } as const;

const RULES = {
  name: 'near',
  method: 'exact',
  locations: Object.fromEntries(
    Object.entries(PLACES).map(([code, [latitude, longitude]]) => [
      code,
      {
        zone: code === 'paris' ? 'Europe/Paris' : 'Europe/Berlin',
        at: { latitude, longitude },
        ...(code === 'munich' && { ordersPerDay: 3 }),
      },
    ]),
  ),
  places: [
    { country: 'DE', postalPrefix: '8', latitude: 48.2, longitude: 11.6 },
    { country: 'DE', latitude: 52.5, longitude: 13.4 },
  ],
  rates: [{ baseMinor: 400, perKmMinor: 1 }],
  filters: { capacity: true, hazardous: true, distanceKm: 700 },
  fallback: [{ without: ['distance'] }],
};

type Decision = {
  readonly rules: string;
  readonly reason: string;
  readonly stage: number;
  readonly costMinor: number | null;
  readonly locations: readonly { readonly location: string; readonly reason: string; readonly figure: number }[];
};

/** Places an order and answers why its units come from where they do. */
async function decisionsOf(id: string, lines: Parameters<typeof order>[1], postalCode = '80331'): Promise<Decision[]> {
  const shippingAddress = { name: 'Jane Roe', line1: 'Street 1', city: 'City', postalCode, country: 'DE' };
  await hub.post('/api/v1/orders', order(id, lines, { shippingAddress }));
  await hub.settled();
  const { id: key } = await hub.show('orders', { externalId: id });
  const { body, status } = await hub.get(`/api/v1/orders/${key}/sourcing`);
  expect(status).toBe(200);
  return (body as { decisions: Decision[] }).decisions;
}

const adjust = (sku: string, location: string, difference: number) =>
  hub.post('/api/v1/stock/adjustments', { sku, location, difference, reason: 'start' });

beforeAll(async () => {
  hub = await openHub({ databaseUrl: database.url(), redisUrl: ownRedis(), errors });
  for (const [priority, code] of Object.keys(PLACES).entries()) {
    await hub.post('/api/v1/locations', { code, name: code, priority });
  }
  for (const sku of ['LAMP', 'PAINT', 'RARE']) await hub.post('/api/v1/products', product(sku));
  await hub.settled();
  for (const code of ['berlin', 'munich']) for (const sku of ['LAMP', 'PAINT']) await adjust(sku, code, 100);
  await adjust('LAMP', 'paris', 100);
  await adjust('RARE', 'paris', 5);
});
afterAll(async () => {
  if (!isClosed) await hub.close();
  rmSync(folder, { recursive: true });
});

test('without rules the first policy decides, and says why each location won or lost', async () => {
  const [decision] = await decisionsOf('plain', [
    { sku: 'LAMP', quantity: 1 },
    { sku: 'PAINT', quantity: 2 },
  ]);
  expect(decision).toMatchObject({ rules: 'default', reason: 'one-location', stage: 0, costMinor: null });
  expect(decision?.locations).toMatchObject([
    { location: 'berlin', outcome: 'won', figure: 3 },
    { location: 'munich', outcome: 'lost', reason: 'lower-priority', figure: 1 },
    { location: 'paris', outcome: 'lost', reason: 'covers-part', figure: 1 },
  ]);
});

test('rules that are wrong are refused with every finding, and wrong zones by name', async () => {
  const wrong = { ...RULES, filters: { groups: ['none'] }, fallback: [{}] };
  const { body } = await hub.post('/api/v1/sourcing/rules/check', wrong);
  expect(body).toEqual({
    findings: [
      { at: 'filters.groups', message: 'no location is in the group none' },
      { at: 'fallback.0', message: 'this step changes nothing' },
    ],
  });
  const zone = { ...RULES, locations: { berlin: { zone: 'Europe/Berlinn' } } };
  const refused = await hub.post('/api/v1/sourcing/rules', zone);
  expect(refused.status).toBe(400);
  expect(JSON.stringify(refused.body)).toContain('there is no time zone');
});

test('rules are kept in versions, and decide once they are active', async () => {
  const add = async (rules: object) => (await hub.post('/api/v1/sourcing/rules', rules)).body;
  expect(await add(RULES)).toEqual({ name: 'near', version: 1 });
  expect(await add(RULES)).toEqual({ name: 'near', version: 1 });
  expect(await add({ ...RULES, maxLocations: 2 })).toEqual({ name: 'near', version: 2 });
  const activate = (body: object) => hub.post('/api/v1/sourcing/activation', body);
  expect((await activate({ name: 'near', version: 9 })).status).toBe(404);
  expect((await activate({ name: 'near' })).body).toMatchObject({ version: 2, activeFor: ['*'] });
  const { body } = await hub.get('/api/v1/sourcing/rules');
  expect(body).toMatchObject({
    items: [
      { version: 2, activeFor: ['*'] },
      { version: 1, activeFor: [] },
    ],
  });
  expect((await hub.get('/api/v1/sourcing/rules/near?version=1')).body).toMatchObject({ document: RULES });
  expect((await hub.get('/api/v1/sourcing/rules/far')).status).toBe(404);

  const [decision] = await decisionsOf('near-1', [{ sku: 'LAMP', quantity: 1 }]);
  expect(decision).toMatchObject({ rules: 'near@2', reason: 'one-location', costMinor: 407 });
  expect(decision?.locations).toMatchObject([
    { location: 'munich', outcome: 'won' },
    { location: 'berlin', reason: 'not-cheaper', figure: 897 },
    { location: 'paris', reason: 'not-cheaper', figure: 1085 },
  ]);
});

test('a location takes no more orders than its day allows, however many come at once', async () => {
  await Promise.all(
    Array.from({ length: 6 }, (_, i) =>
      hub.post(
        '/api/v1/orders',
        order(`busy-${i}`, [{ sku: 'LAMP', quantity: 1 }], { shippingAddress: { country: 'DE', postalCode: '80331' } }),
      ),
    ),
  );
  await hub.settled();
  const { rows } = await hub.parts.store.pool.query(
    `select l.code, count(*)::integer as orders, max(s.orders) as load from fulfillment_order f
     join location l on l.id = f.location_id join sourcing_load s on s.location_id = l.id
     join orders o on o.id = f.order_id where o.external_id like 'busy-%' or o.external_id = 'near-1' group by 1 order by 1`,
  );
  expect(rows).toEqual([
    { code: 'berlin', orders: 4, load: 4 },
    { code: 'munich', orders: 3, load: 3 },
  ]);
  const [decision] = await decisionsOf('busy-7', [{ sku: 'LAMP', quantity: 1 }]);
  expect(decision?.locations).toContainEqual(
    expect.objectContaining({ location: 'munich', reason: 'capacity-full', figure: 3 }),
  );
});

test('hazardous goods wait where no location may handle them, and a fallback reaches farther', async () => {
  const describe = (sku: string) => hub.post('/api/v1/sourcing/goods', { sku, isHazardous: true });
  expect((await describe('PAINT')).status).toBe(200);
  expect((await describe('NONE')).status).toBe(404);
  const [paint] = await decisionsOf('paint', [{ sku: 'PAINT', quantity: 1 }]);
  expect(paint).toMatchObject({ reason: 'nothing-available' });
  expect(paint?.locations.map(({ reason }) => reason)).toEqual(['hazardous', 'hazardous', 'no-stock']);

  const [rare] = await decisionsOf('rare', [{ sku: 'RARE', quantity: 1 }], '10115');
  expect(rare).toMatchObject({ reason: 'one-location', stage: 1 });
  expect((await hub.get('/api/v1/orders/none/sourcing')).status).toBe(404);
});

test('a channel goes back to the default when its rules are taken away', async () => {
  const deactivate = (channel: string) => hub.post('/api/v1/sourcing/deactivation', { channel });
  expect((await deactivate('phone')).status).toBe(409);
  expect((await deactivate('*')).status).toBe(200);
  const [decision] = await decisionsOf('after', [{ sku: 'LAMP', quantity: 1 }]);
  expect(decision).toMatchObject({ rules: 'default' });
  const { rows } = await hub.parts.store.pool.query<{ action: string }>(
    `select distinct action from audit_entry where action like 'sourcing.%' order by 1`,
  );
  expect(rows.map(({ action }) => action)).toEqual([
    'sourcing.activate-rules',
    'sourcing.add-rules',
    'sourcing.deactivate-rules',
  ]);
  expect(await hub.foldedDifferences()).toEqual([]);
  expect(await hub.ledgerDifferences()).toEqual([]);
  expect(errors).toEqual([]);
});

test('new orders wait for their window and are planned together; a plan that dies loses none of them', async () => {
  await hub.post('/api/v1/products', product('DUO'));
  await hub.settled();
  for (const code of ['berlin', 'munich']) await adjust('DUO', code, 1);
  const between = { country: 'DE', postalPrefix: '9', latitude: 50.5, longitude: 12.5 };
  const rules = {
    ...RULES,
    ...{ name: 'together', filters: {}, fallback: [], rates: [{ perKmMinor: 1 }] },
    ...{ places: [...RULES.places, between], window: { seconds: 3600 } },
  };
  await hub.post('/api/v1/sourcing/rules', rules);
  await hub.post('/api/v1/sourcing/activation', { name: 'together', channel: 'phone' });
  const asked = { channel: 'phone', placedAt: '2026-03-01T00:00:00Z' };
  const place = async (id: string, postalCode: string): Promise<unknown> => {
    const to = { ...asked, shippingAddress: { country: 'DE', postalCode } };
    await hub.post('/api/v1/orders', order(id, [{ sku: 'DUO', quantity: 1 }], to));
    await hub.settled();
    return hub.show('orders', { externalId: id });
  };
  const isWaiting = { status: 'authorized', sourceBy: expect.stringMatching(/Z$/), fulfillmentOrders: null };
  expect(await place('between', '90402')).toMatchObject(isWaiting);
  expect(await place('near-berlin', '10115')).toMatchObject(isWaiting);

  const { pool, unitOfWork } = hub.parts.store;
  const anHourLater = instantOf(Date.now() + 3_600_000);
  const dies = async (): Promise<void> =>
    unitOfWork.transaction(async (tx) => {
      expect(await planWindow(tx, uuidSource, anHourLater, { rounds: 5, shakes: 5, random: Math.random })).toBe(2);
      throw new Error('killed');
    });
  await expect(dies()).rejects.toThrow('killed');
  await pool.query('update orders set source_by = now() where source_by is not null');
  await hub.settled();
  const why = async (id: string): Promise<unknown> => {
    const { id: key } = await hub.show('orders', { externalId: id });
    return (await hub.get(`/api/v1/orders/${key}/sourcing`)).body;
  };
  const planned = { rules: 'together@1', reason: 'one-location', together: 2 };
  const locations = [{ location: 'munich', reason: 'won' }, { location: 'berlin', reason: 'serves-others' }, {}];
  expect(await why('between')).toMatchObject({ decisions: [{ ...planned, locations }] });
  expect(await why('near-berlin')).toMatchObject({
    decisions: [{ ...planned, locations: [{ location: 'berlin' }, {}, {}] }],
  });
  expect(await place('without', '10115')).toMatchObject(isWaiting);
  await hub.post(`/api/v1/orders/${(await hub.show('orders', { externalId: 'without' }))['id']}/cancel`, {
    reason: 'late',
  });
  expect(await hub.show('orders', { externalId: 'without' })).toMatchObject({ status: 'cancelled', sourceBy: null });
  await hub.post('/api/v1/sourcing/deactivation', { channel: 'phone' });
  expect(await hub.foldedDifferences()).toEqual([]);
  expect(await hub.ledgerDifferences()).toEqual([]);
  expect(errors).toEqual([]);
});

test('the command line keeps, activates and explains the same rules', async () => {
  await hub.close();
  isClosed = true;
  const { COMMANDS } = await import('../../cli/commands/index.ts');
  const command = (line: string) =>
    captured(line.split(' '), COMMANDS, {
      environment: {
        DATABASE_URL: database.url(),
        CROSSDOCK_DATA: folder,
        CROSSDOCK_SECRET_KEY: '07'.repeat(32),
        ...(ownRedis() && { REDIS_URL: ownRedis() ?? '' }),
      },
      openHub: openForCommand,
    });
  const json = async (line: string) => JSON.parse((await command(`${line} --json`)).stdout);
  const file = join(folder, 'near.yaml');
  writeFileSync(file, 'name: near\nmethod: greedy\nlocations:\n  berlin: { zone: Europe/Berlin, cutOff: "16:00" }\n');
  expect(await json(`sourcing rules check ${file}`)).toMatchObject({ name: 'near', method: 'greedy' });
  expect(await json(`sourcing rules add ${file}`)).toEqual({ name: 'near', version: 3 });
  expect((await command('sourcing rules activate near --version 9')).code).toBe(3);
  expect(await json('sourcing rules activate near --channel online')).toMatchObject({ version: 3, channel: 'online' });
  expect(await json('sourcing rules list')).toMatchObject({
    items: [{ version: 3, activeFor: ['online'] }, {}, {}, {}],
  });
  expect(await json('sourcing rules show near')).toMatchObject({ document: { method: 'greedy' } });
  expect((await command('sourcing rules deactivate --channel phone')).code).toBe(3);
  expect((await command('sourcing rules deactivate --channel online')).code).toBe(0);
  expect((await command('sourcing goods NONE')).code).toBe(3);
  expect(await json('sourcing goods PAINT --temperature chilled')).toMatchObject({ isHazardous: false });
  const { stdout } = await command('sourcing explain rare');
  expect(stdout).toMatch(/one-location by near@2, fallback 1, cost 1276 minor\n/);
  expect(stdout).toMatch(/paris +won +gives units: 1/);
  expect((await command('sourcing explain nothing')).code).toBe(3);

  const period = '--from 2025-12-31 --to 2026-01-02';
  const { figures, exact } = await json(`sourcing backtest --rules ${file} ${period}`);
  // Its orders are placed long before there was any stock: all of it is short.
  expect(figures).toMatchObject({ orders: 12, units: 14, shortUnits: 14, parcels: 0, costMinor: 0 });
  expect(exact).toMatchObject({ windows: 1, equal: 1 });
  const past = join(folder, 'orders.jsonl');
  const later = (id: string, hour: string) =>
    JSON.stringify(order(id, [{ sku: 'LAMP', quantity: 1 }], { placedAt: `2099-06-01T${hour}:00:00Z` }));
  writeFileSync(past, ['08', '09', '11'].map((hour) => later(hour, hour)).join('\n'));
  expect(await json(`sourcing backtest --rules ${file} --orders ${past}`)).toMatchObject({
    rules: 'near',
    figures: { orders: 3, units: 3, shortUnits: 0, parcels: 3, splitOrders: 0 },
    gap: { windows: 3, greedy: { shortUnits: 0 } },
  });
  expect((await command(`sourcing backtest --rules ${file} --orders ${folder}/none`)).code).toBe(3);
  expect((await command(`sourcing backtest --rules ${file} --from 2026-02-01 --to 2026-01-01`)).code).toBe(2);
  expect((await command('sourcing backtest --from 2026-01-01 --to 2026-01-02')).code).toBe(2);
});
