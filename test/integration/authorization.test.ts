import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ShopifySimulator, startShopifySimulator } from '../../connectors/shopify/simulator.ts';
import type { GrantStore } from '../../core/ports/index.ts';
import type { ConnectionId } from '../../core/shared/ids.ts';
import { instantOf } from '../../core/shared/instant.ts';
import { ok } from '../../core/shared/result.ts';
import { openDatabase } from '../../store/database.ts';
import { grantStore } from '../../store/grants.ts';
import { secretBox } from '../../store/secrets.ts';
import { ownDatabase, ownRedis } from '../support/database.ts';
import { openHub, type TestHub } from '../support/hub.ts';
import { type HubProcess, startHubProcess } from '../support/processes.ts';
import { until } from '../support/world.ts';

const database = ownDatabase();
const KEY = new Uint8Array(32).fill(7);
const dataDir = mkdtempSync(join(tmpdir(), 'crossdock-authorization-'));
let shop: ShopifySimulator;
let hub: TestHub;
let connectionId: string;
const processes: HubProcess[] = [];

const control = async (body: object): Promise<void> => {
  await fetch(`${shop.url}/sim/oauth`, { method: 'POST', body: JSON.stringify(body) });
};
const refreshes = async (): Promise<number> =>
  ((await (await fetch(`${shop.url}/_sim/state`)).json()) as { oauth: { refreshes: number } }).oauth.refreshes;
const stateOf = async (): Promise<unknown> => (await hub.get(`/api/v1/connections/${connectionId}`)).body;
const settings = () => {
  const { accessToken: _, ...rest } = shop.settings as { accessToken: string };
  return { ...rest, clientId: 'simulated-client' };
};

/** The user's browser: opens the page, agrees, and is sent back to the hub. */
async function agree(): Promise<Response> {
  const asked = await hub.post(`/api/v1/connections/${connectionId}/authorize`, {});
  expect(asked.status).toBe(200);
  const sent = await fetch((asked.body as { url: string }).url, { redirect: 'manual' });
  const back = new URL(sent.headers.get('location') ?? '');
  expect(back.origin).toBe('http://hub.test');
  return hub.request(`${back.pathname}${back.search}`, { headers: { authorization: '' } });
}

beforeAll(async () => {
  shop = await startShopifySimulator();
  hub = await openHub({ databaseUrl: database.url(), redisUrl: ownRedis(), withWorker: false });
});
afterAll(async () => {
  for (const process of processes) await process.stop();
  await hub.close();
  await shop.close();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('a connection that a user authorizes in a browser', () => {
  test('waits for the user, and works when the browser has come back', async () => {
    const added = await hub.post('/api/v1/connections', {
      name: 'shop',
      connector: 'shopify',
      oauth: true,
      settings: settings(),
    });
    connectionId = (added.body as { id: string }).id;
    expect(await stateOf()).toMatchObject({ state: 'needs-auth', fault: { code: 'not-authorized' } });
    const page = await agree();
    expect([page.status, await page.text()]).toEqual([200, 'shop is connected. This page can be closed.\n']);
    expect(await stateOf()).toMatchObject({ state: 'active', fault: null });
    const tested = await hub.post(`/api/v1/connections/${connectionId}/test`, {});
    expect(tested.body).toMatchObject({ about: expect.stringContaining('sim') });
  });

  test('is refused for a connector or settings that authorize in another way, and nothing is kept', async () => {
    const body = { name: 'other', connector: 'shopify', oauth: true, settings: shop.settings };
    expect(await hub.post('/api/v1/connections', body)).toMatchObject({
      status: 409,
      body: { code: 'no-authorization' },
    });
    expect((await hub.list('connections')).items.map(({ name }) => name)).not.toContain('other');
  });

  test('takes an answer once, and none that it has not asked for', async () => {
    const asked = await hub.post(`/api/v1/connections/${connectionId}/authorize`, {});
    const state = new URL((asked.body as { url: string }).url).searchParams.get('state') ?? '';
    const answers: unknown[] = [];
    for (const query of [
      `state=${state}&error=access_denied`,
      `state=${state}&code=x`,
      'state=forged&code=x',
      'code=x',
      '',
    ]) {
      const response = await hub.request(`/oauth/callback?${query}`);
      answers.push([response.status, ((await response.json()) as { code: string }).code]);
    }
    expect(answers).toEqual([
      [400, 'not-agreed'],
      [400, 'unknown-state'],
      [400, 'unknown-state'],
      [400, 'unknown-state'],
      [400, 'unknown-state'],
    ]);
  });

  test('keeps its tokens sealed: they are in no column that can be read, no answer and no audit entry', async () => {
    const { rows } = await hub.parts.store.pool.query(
      `select (select json_agg(g) from oauth_grant g)::text || (select json_agg(c) from connection c)::text
         || (select json_agg(a) from audit_entry a)::text || (select coalesce(json_agg(o)::text, '') from oauth_attempt o) as kept`,
    );
    const text = `${rows[0].kept}${JSON.stringify(await stateOf())}`;
    expect(text).toContain('connection.authorize');
    expect(text).not.toMatch(/shp(at|rt)_/);
  });
});

describe('a refresh', () => {
  // Pools apart, as processes have them.
  const pools: ReturnType<typeof openDatabase>[] = [];
  const stores: GrantStore[] = [];
  beforeAll(() => {
    for (let i = 0; i < 3; i++) {
      const pool = openDatabase({ url: database.url(), max: 4, onError: () => undefined });
      pools.push(pool);
      stores.push(grantStore(pool, secretBox(new Map([[1, KEY]]))));
    }
  });
  afterAll(async () => {
    for (const pool of pools) await pool.end();
  });

  test('happens once for all callers of all processes, and all get the new token', async () => {
    const id = connectionId as ConnectionId;
    const before = await stores[0]?.access(id, undefined, async () => ok(fresh(0)));
    if (!before?.ok) throw new Error('no grant');
    let calls = 0;
    const refresh = async () => {
      const call = ++calls;
      await new Promise((resolve) => setTimeout(resolve, 50));
      return ok(fresh(call));
    };
    const callers = stores.flatMap((store) =>
      Array.from({ length: 20 }, () => store.access(id, before.value.accessToken, refresh)),
    );
    const answers = await Promise.all(callers);
    expect(calls).toBe(1);
    expect(new Set(answers.map((answer) => answer?.ok && answer.value.accessToken))).toEqual(new Set(['token-1']));
    await stores[0]?.save(id, before.value, 'test');
  });

  const fresh = (n: number) => ({
    accessToken: `token-${n}`,
    refreshToken: `refresh-${n}`,
    expiresAt: instantOf(Date.now() + 3_600_000),
    scope: null,
  });
});

describe('two workers on one grant', () => {
  const place = async (count: number): Promise<void> => {
    await fetch(`${shop.url}/sim/orders`, { method: 'POST', body: JSON.stringify({ count }) });
  };
  const received = async (): Promise<number> => {
    const { rows } = await hub.parts.store.pool.query(
      `select count(*)::integer as n from inbox_message where topic = 'order'`,
    );
    return rows[0].n;
  };

  test('refresh it once each time its token is refused before its time, and lose nothing', async () => {
    const redisUrl = ownRedis();
    const environment = { CROSSDOCK_SECRET_KEY: '07'.repeat(32), CROSSDOCK_PULL_SECONDS: '0.2' };
    const shared = { role: 'worker' as const, dataDir, databaseUrl: database.url(), redisUrl, environment };
    processes.push(await startHubProcess(shared));
    processes.push(await startHubProcess(shared));
    await place(2);
    await until('the first orders', async () => (await received()) === 2, 40_000);
    const start = await refreshes();
    for (const round of [1, 2, 3]) {
      await control({ expire: true });
      await place(2);
      await until('the next orders', async () => (await received()) === 2 + 2 * round, 40_000);
      expect(await refreshes()).toBe(start + round);
    }
    expect(await stateOf()).toMatchObject({ state: 'active' });
  });

  test('turn to needs-auth when the grant is revoked; the work waits, and goes on when the user agrees again', async () => {
    await control({ revoke: true });
    await place(7);
    await until('needs-auth', async () => ((await stateOf()) as { state: string }).state === 'needs-auth', 40_000);
    expect(await stateOf()).toMatchObject({ fault: { kind: 'auth', code: 'grant-revoked' } });
    expect(await received()).toBe(8);
    expect((await agree()).status).toBe(200);
    await until('all orders', async () => (await received()) === 15, 40_000);
    expect(await stateOf()).toMatchObject({ state: 'active', fault: null });
  });
});
