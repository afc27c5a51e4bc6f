import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { crossdock, type RunningCrossdock, runCrossdock } from '../support/crossdock.ts';
import { ownDatabase } from '../support/database.ts';

type Report = {
  readonly url: string;
  readonly pid: number;
  readonly firstKey: string | null;
  readonly migrated: readonly string[];
};

const database = ownDatabase();
const empty = ownDatabase();
const running = new Set<RunningCrossdock>();
let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'crossdock-start-'));
});
afterEach(async () => {
  for (const hub of running) hub.process.kill('SIGTERM');
  await Promise.all([...running].map(({ ended }) => ended));
  running.clear();
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

function starting(args: readonly string[], environment: Readonly<Record<string, string>> = {}): RunningCrossdock {
  const hub = runCrossdock(['start', '--json', '--port', '0', '--data', dataDir, ...args], { environment });
  running.add(hub);
  void hub.ended.then(() => running.delete(hub));
  return hub;
}

const started = async (hub: RunningCrossdock): Promise<Report> => JSON.parse(await hub.firstLine);
const statusOf = async (url: string): Promise<number> => (await fetch(url)).status;

/** Processes of PostgreSQL whose command line names a directory. */
function serversOf(directory: string): readonly string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => commandLineOf(pid).includes(directory) && commandLineOf(pid).includes('postgres'));
}

function commandLineOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

describe('on its own PostgreSQL', () => {
  let key: string;

  test('a first start makes the database, the key and its administrator; a stop leaves no process', async () => {
    const hub = starting([]);
    const report = await started(hub);
    key = report.firstKey ?? '';
    expect(report.migrated).toContain('0001_hub');
    expect(key).toMatch(/^cdk_/);
    expect([await statusOf(`${report.url}/healthz`), await statusOf(`${report.url}/readyz`)]).toEqual([200, 200]);
    hub.process.kill('SIGINT');
    expect(await hub.ended).toMatchObject({ code: 0, stderr: '' });
    if (process.platform === 'linux') expect(serversOf(dataDir)).toEqual([]);
    await expect(fetch(report.url)).rejects.toThrow();
  });

  test('a second start finds the data and the key still there', async () => {
    const report = await started(starting([]));
    expect(report).toMatchObject({ migrated: [], firstKey: null });
    const answer = await fetch(`${report.url}/api/v1/orders`, { headers: { authorization: `Bearer ${key}` } });
    expect(answer.status).toBe(200);
  });

  test('beside a running hub: another is refused in one line, a worker and commands share its database', async () => {
    const hub = starting([]);
    await started(hub);
    const second = await crossdock(['start', '--data', dataDir, '--port', '0']);
    expect(second).toMatchObject({ code: 1, stdout: '' });
    expect(second.stderr).toMatch(/^crossdock: Another hub .*\n {2}\S.*\n$/);
    const worker = starting(['--role', 'worker']);
    expect(await started(worker)).toMatchObject({ migrated: [], url: null });
    const doctor = await crossdock(['doctor', '--json', '--data', dataDir]);
    const { findings } = JSON.parse(doctor.stdout) as { findings: readonly { name: string; state: string }[] };
    expect(findings.filter(({ state }) => state === 'fail')).toEqual([]);
    expect(findings.map(({ name }) => name)).toEqual(expect.arrayContaining(['database', 'schema', 'secret key']));
    hub.process.kill('SIGTERM');
    expect((await hub.ended).code).toBe(0);
    const after = await crossdock(['migrate', '--plan', '--json', '--data', dataDir]);
    expect(after).toMatchObject({ code: 0, stdout: '{"pending":[]}\n' });
  });

  test('a command starts the database for its own duration only', async () => {
    expect(await crossdock(['migrate', '--json', '--data', dataDir])).toMatchObject({
      code: 0,
      stdout: '{"applied":[]}\n',
    });
    if (process.platform === 'linux') expect(serversOf(dataDir)).toEqual([]);
  });
});

test('processes that start at once on an empty database make one administrator, and the workers none', async () => {
  const environment = { DATABASE_URL: empty.url() };
  const roles = ['worker', 'api', 'all', 'api', 'worker'];
  const hubs = roles.map((role) => starting(['--role', role], environment));
  const keys = await Promise.all(hubs.map(async (hub) => (await started(hub)).firstKey));
  expect(keys.filter((key) => key !== null)).toHaveLength(1);
  expect([keys[0], keys[4]]).toEqual([null, null]);
});

describe('on a given PostgreSQL', () => {
  let key: string;
  const given = (): Readonly<Record<string, string>> => ({ DATABASE_URL: database.url() });

  test('a hub starts, answers and stops on SIGTERM with open connections', async () => {
    const hub = starting([], given());
    const { url, firstKey } = await started(hub);
    key = firstKey ?? '';
    const { port } = new URL(url);
    const idle = connect(Number(port), '127.0.0.1');
    idle.on('error', () => undefined);
    expect(await statusOf(`${url}/healthz`)).toBe(200);
    const asked = performance.now();
    hub.process.kill('SIGTERM');
    expect(await hub.ended).toMatchObject({ code: 0, stderr: '' });
    expect(performance.now() - asked).toBeLessThan(10_000);
    idle.destroy();
  });

  test('a signal that comes twice at once, as npm hands it on, still stops in order', async () => {
    const hub = starting([], given());
    await started(hub);
    hub.process.kill('SIGINT');
    hub.process.kill('SIGINT');
    expect(await hub.ended).toMatchObject({ code: 0, stderr: '' });
  });

  test('a second signal later ends the process at once, with a request still under way', async () => {
    const hub = starting([], given());
    const { url } = await started(hub);
    const { hostname, port } = new URL(url);
    const slow = connect(Number(port), hostname);
    slow.on('error', () => undefined);
    slow.write(`POST /api/v1/orders HTTP/1.1\r\nhost: hub\r\nauthorization: Bearer ${key}\r\n`);
    slow.write('content-type: application/json\r\ncontent-length: 100\r\n\r\n{');
    await sleep(300);
    hub.process.kill('SIGINT');
    await sleep(1_500);
    expect(hub.process.exitCode).toBe(null);
    hub.process.kill('SIGINT');
    expect((await hub.ended).code).toBe(130);
    slow.destroy();
  });

  test('a worker with a port answers for its health alone', async () => {
    const { url: api } = await started(starting(['--role', 'api'], given()));
    expect(await statusOf(`${api}/healthz`)).toBe(200);
    const port = await freePort();
    const worker = runCrossdock(['start', '--json', '--role', 'worker', '--port', String(port), '--data', dataDir], {
      environment: given(),
    });
    running.add(worker);
    await worker.firstLine;
    expect(await statusOf(`http://127.0.0.1:${port}/readyz`)).toBe(200);
    expect(await statusOf(`http://127.0.0.1:${port}/api/v1/orders`)).toBe(404);
  });
});

describe('what keeps a hub from starting is one line with the next step, and exit 1', () => {
  test.each<[string, readonly string[], Readonly<Record<string, string>>, RegExp]>([
    ['a wrong configuration', [], { PORT: 'x' }, /^crossdock: PORT="x" is not a port number\.\n {2}Set it .*\n$/],
    [
      'a database that does not answer',
      [],
      { DATABASE_URL: 'postgres://hub:hunter2@127.0.0.1:1/hub' },
      /^crossdock: The database postgres:\/\/hub@127\.0\.0\.1:1\/hub cannot be used: nothing listens there\.\n {2}Check .*\n$/,
    ],
    [
      'a data directory that is a file',
      ['--data', '/etc/hostname'],
      {},
      /^crossdock: The data directory .*\n {2}.*\n$/,
    ],
  ])('%s', async (_name, args, environment, said) => {
    const { code, stdout, stderr } = await crossdock(['start', ...args], { environment, cwd: dataDir });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(said);
    expect(stderr).not.toContain('hunter2');
  });

  test('a Redis that does not answer', async () => {
    const environment = { DATABASE_URL: database.url(), REDIS_URL: 'redis://:hunter2@127.0.0.1:1' };
    const { code, stderr } = await crossdock(['start', '--data', dataDir], { environment });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^crossdock: The Redis redis:\/\/127\.0\.0\.1:1 cannot be used: nothing listens there\.\n/);
  });

  test('a port in use', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    const port = await portOf(taken);
    const environment = { DATABASE_URL: database.url() };
    const { code, stderr } = await crossdock(['start', '--data', dataDir, '--port', String(port)], { environment });
    taken.close();
    expect(code).toBe(1);
    expect(stderr).toMatch(
      new RegExp(`^crossdock: Port ${port} on 127\\.0\\.0\\.1 is in use\\.\\n {2}Stop what uses it.*\\n$`),
    );
  });
});

function portOf(server: ReturnType<typeof createServer>): Promise<number> {
  return new Promise((resolve) => {
    server.once('listening', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  const port = await portOf(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}
