import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { removeOrphanFolders } from '../../pipelines/jobs/jobFolder.ts';
import { planAbc } from '../../pipelines/planning/planAbc.ts';
import { uuidSource } from '../../store/ids.ts';
import { crossdock, runCrossdock } from '../support/crossdock.ts';
import { ownDatabase, ownRedis } from '../support/database.ts';
import { openHub, type TestHub } from '../support/hub.ts';
import { demandCsv, ringVrp } from '../support/jobInputs.ts';
import { until } from '../support/world.ts';

const database = ownDatabase();
const folder = mkdtempSync(join(tmpdir(), 'crossdock-jobs-'));
const [sales, ring] = [join(folder, 'sales.csv'), join(folder, 'ring.vrp')];
const mapping = { mapping: 'demand' };
let hub: TestHub;
beforeAll(async () => {
  writeFileSync(sales, demandCsv());
  writeFileSync(ring, ringVrp(60));
  hub = await openHub({ databaseUrl: database.url(), redisUrl: ownRedis() });
});
afterAll(async () => {
  await hub.close();
  rmSync(folder, { recursive: true });
});

type Job = Readonly<Record<string, unknown>>;
const job = async (id: string): Promise<Job> => (await hub.get(`/api/v1/jobs/${id}`)).body as Job;

async function submitted(kind: string, body: object): Promise<string> {
  const answer = await hub.post('/api/v1/jobs', { kind, ...body });
  expect(answer).toMatchObject({ status: 201 });
  return (answer.body as { id: string }).id;
}

async function ended(id: string): Promise<Job> {
  await until(`job ${id}`, async () => !['queued', 'running'].includes(String((await job(id))['state'])));
  return job(id);
}

const text = demandCsv();
const base64 = gzipSync(text).toString('base64');
const stock = { text: 'sku,on_hand,supplier,pack\nFAST,5,Mill,24\n' };
const KINDS: [string, object, string][] = [
  ['plan-abc', { options: mapping, input: { text } }, 'items'],
  ['plan-eoq', { options: { ...mapping, pack: 6 }, input: { base64 } }, 'items'],
  ['plan-safety-stock', { options: { ...mapping, service: 'cycle', fillRate: 0.9 }, input: { text } }, 'items'],
  ['plan-forecast', { options: { ...mapping, horizon: 3, threads: 1 }, input: { text } }, 'items'],
  ['plan-replenish', { options: mapping, input: { text }, stock }, 'orders'],
  ['route-solve', { options: { steps: 200, threads: 1 }, input: { text: ringVrp(20) } }, 'routes'],
];

// Threads start here; a busy machine takes seconds for that alone.
describe('jobs', { timeout: 60_000 }, () => {
  test.each(KINDS)('%s runs in the background, and its result is kept and downloaded', async (kind, body, list) => {
    const id = await submitted(kind, body);
    const done = await ended(id);
    expect(done).toMatchObject({ kind, state: 'done', progress: 1, attempts: 1, fault: null });
    expect(done['summary']).not.toHaveProperty(list);
    const response = await hub.request(`/api/v1/jobs/${id}/result`);
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="job-${id}.json"`);
    const result = (await response.json()) as Record<string, unknown[]>;
    expect(result[list]?.length).toBeGreaterThan(0);
  });

  test('the result is what the same plan gives on the same file', async () => {
    const { items } = await planAbc({ input: sales, mapping: 'demand', criterion: 'quantity' });
    const id = await submitted('plan-abc', { options: { ...mapping, criterion: 'quantity' }, input: { text } });
    await ended(id);
    expect((await hub.get(`/api/v1/jobs/${id}/result`)).body).toMatchObject({ items, criterion: 'quantity' });
  });

  test('a file that cannot be used fails its job with what is wrong, and options that are not valid are refused', async () => {
    const id = await submitted('plan-abc', { options: mapping, input: { text: 'a,b\n1,2\n' } });
    expect(await ended(id)).toMatchObject({ state: 'failed', fault: { code: 'unreadable-input', at: '/input' } });
    expect((await hub.get(`/api/v1/jobs/${id}/result`)).status).toBe(404);
    for (const body of [{ options: { periodDays: 0 } }, { options: { peroid: 7 } }, { input: { text, base64 } }]) {
      expect((await hub.post('/api/v1/jobs', { kind: 'plan-abc', input: { text }, ...body })).status).toBe(400);
    }
  });

  test('a job under way ends within a second of being cancelled', async () => {
    const id = await submitted('route-solve', { options: { seconds: 600 }, input: { text: ringVrp(200) } });
    await until('progress', async () => Number((await job(id))['progress']) > 0);
    const begun = performance.now();
    expect((await hub.post(`/api/v1/jobs/${id}/cancel`, {})).status).toBe(200);
    expect(await ended(id)).toMatchObject({ state: 'cancelled' });
    expect(performance.now() - begun).toBeLessThan(1000);
    expect((await hub.post(`/api/v1/jobs/${id}/cancel`, {})).status).toBe(404);
  });

  test('job run works on it in its own process, list and result find it', async () => {
    const options = { environment: { DATABASE_URL: database.url(), CROSSDOCK_SECRET_KEY: '07'.repeat(32) } };
    const at = ['--data', folder, '--json'];
    const set = ['--set', 'mapping=demand', '--set', 'periodDays:=14'];
    const ran = await crossdock(['job', 'run', 'plan-eoq', '--input', sales, ...set, ...at], options);
    expect([ran.code, ran.stderr]).toEqual([0, '']);
    const row = JSON.parse(ran.stdout) as Job;
    expect(row).toMatchObject({ state: 'done', options: { mapping: 'demand', periodDays: 14 } });
    const shown = await crossdock(['job', 'result', String(row['id']), ...at], options);
    expect((JSON.parse(shown.stdout) as { items: unknown[] }).items).toHaveLength(3);
    const listed = await crossdock(['job', 'list', '--kind', 'plan-eoq', '--limit', '1', ...at], options);
    expect(JSON.parse(listed.stdout)).toMatchObject({ items: [{ id: row['id'] }] });
    const bad = await crossdock(['job', 'run', 'plan-eoq', '--input', ring, ...at], options);
    expect([bad.code, bad.stderr]).toEqual([1, expect.stringContaining('needs a column')]);
  });

  test('a job whose process was killed is taken up by another from its beginning', async () => {
    const options = { environment: { DATABASE_URL: database.url(), CROSSDOCK_SECRET_KEY: '07'.repeat(32) } };
    const command = ['job', 'run', 'route-solve', '--input', ring, '--set', 'seconds:=2', '--data', folder];
    const { process: child, ended: gone } = runCrossdock(command, options);
    gone.catch(() => undefined);
    const running = async (): Promise<Job | undefined> => (await hub.list('jobs', { state: 'running' })).items[0];
    await until('the job to run', async () => Number((await running())?.['progress']) > 0);
    const id = String((await running())?.['id']);
    child.kill('SIGKILL');
    await gone;
    expect(await job(id)).toMatchObject({ state: 'running', attempts: 1 });
    const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith(`crossdock-job-${child.pid}-`));
    expect(left()).toHaveLength(1);
    await removeOrphanFolders();
    expect(left()).toEqual([]);
    await until('the job to end', async () => (await job(id))['state'] === 'done', 40_000);
    expect(await job(id)).toMatchObject({ attempts: 2, summary: { feasible: true } });
  });
});

describe('a job as a row', () => {
  const kind = 'plan-abc';
  const submit = async (): Promise<string> => {
    const id = uuidSource.next();
    await hub.parts.store.jobs.submit({ id, kind: 'nothing', options: {}, files: [] }, 'test');
    return id;
  };
  const expire = (id: string): Promise<unknown> =>
    hub.parts.store.pool.query(`update job_run set leased_until = '-infinity' where id = $1`, [id]);

  test('belongs to the runner that holds it: one that lost it cannot end it', async () => {
    const { jobs } = hub.parts.store;
    const [first, second] = [uuidSource.next(), uuidSource.next()];
    const id = uuidSource.next();
    // Claimed in the same moment, before the runner of this hub sees it.
    await hub.parts.store.pool.query(
      `insert into job_run (id, kind, state, created_by, runner, leased_until, attempts)
       values ($1, $2, 'running', 'test', $3, clock_timestamp() + interval '1 hour', 1)`,
      [id, kind, first],
    );
    expect(await jobs.claim(second, 60_000)).toBeNull();
    expect(await jobs.beat(id, first, 3_600_000, 0.5)).toBe('running');
    expect(await jobs.beat(id, second, 3_600_000, 0.9)).toBe('lost');
    expect(await jobs.finish(id, second, { state: 'cancelled' })).toBe(false);
    expect(await jobs.cancel(id, 'test')).toBe(true);
    expect(await jobs.beat(id, first, 3_600_000, 0.6)).toBe('cancel');
    expect(await job(id)).toMatchObject({ state: 'running', progress: 0.6, cancelRequested: true });
    await expire(id);
    expect(await ended(id)).toMatchObject({ state: 'cancelled' });
    expect(await jobs.finish(id, first, { state: 'done', summary: {}, result: '{}' })).toBe(false);
  });

  test('is not begun again when it took its process with it three times', async () => {
    const id = uuidSource.next();
    await hub.parts.store.pool.query(
      `insert into job_run (id, kind, state, created_by, runner, leased_until, attempts)
       values ($1, $2, 'running', 'test', $1, '-infinity', 3)`,
      [id, kind],
    );
    expect(await ended(id)).toMatchObject({ state: 'failed', fault: { code: 'runner-lost' } });
  });

  test('of a kind that this version does not know fails by name', async () => {
    expect(await ended(await submit())).toMatchObject({ state: 'failed', fault: { code: 'unknown-kind' } });
  });
});
