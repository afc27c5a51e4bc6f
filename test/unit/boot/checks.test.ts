import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type Check, type Finding, fine, runChecks } from '../../../boot/checks/check.ts';
import { checkConfiguration } from '../../../boot/checks/configuration.ts';
import { diskFinding, machineChecks, nodeFinding } from '../../../boot/checks/machine.ts';
import { clockFinding, databaseFinding, redisCheck } from '../../../boot/checks/servers.ts';
import { readConfig } from '../../../boot/config.ts';
import { openSecretKeys } from '../../../boot/secretKey.ts';
import type { DatabaseProbe } from '../../../store/probeDatabase.ts';

const folder = mkdtempSync(join(tmpdir(), 'crossdock-checks-'));
afterAll(() => rmSync(folder, { recursive: true }));

const PROBE: DatabaseProbe = {
  version: '18.4',
  major: 18,
  isEncrypted: false,
  isUtf8: true,
  isWritable: true,
  mayCreate: true,
  sizeBytes: 9_000_000,
  maxConnections: 100,
  clockAheadMs: 3,
  roundTripMs: 2,
};

test.each<[string, Partial<DatabaseProbe>, Finding['state'], RegExp]>([
  ['fits', {}, 'ok', /^PostgreSQL 18\.4, here, 9 MB$/],
  ['is too old', { version: '14.9', major: 14 }, 'fail', /14\.9, older than 15/],
  ['is not UTF8', { isUtf8: false }, 'fail', /UTF8/],
  ['is a standby', { isWritable: false }, 'fail', /standby/],
  ['lets nobody create tables', { mayCreate: false }, 'warn', /may not create/],
  ['has too few connections', { maxConnections: 20 }, 'warn', /20 connections/],
])('a database that %s', (_name, more, state, detail) => {
  expect(databaseFinding({ ...PROBE, ...more }, 'here')).toMatchObject({
    state,
    detail: expect.stringMatching(detail),
  });
});

test.each<[number, number, Finding['state']]>([
  [0, 1, 'ok'],
  [1_900, 0, 'ok'],
  [-2_500, 0, 'warn'],
  [2_500, 0, 'warn'],
  [2_500, 800, 'ok'],
])('a clock %i ms ahead, known to within %i ms, is %s', (clockAheadMs, roundTripMs, state) => {
  expect(clockFinding({ ...PROBE, clockAheadMs, roundTripMs }).state).toBe(state);
});

test.each<[number, Finding['state']]>([
  [50e9, 'ok'],
  [1e9, 'warn'],
  [1e8, 'fail'],
])('a disk with %d bytes free is %s', (bytes, state) => {
  expect(diskFinding(bytes, '/data').state).toBe(state);
});

test('Node 24 and later run the hub, earlier ones do not', () => {
  expect(['24.0.0', '26.1.0', '22.20.0', '20.20.2'].map((version) => nodeFinding(version).state)).toEqual([
    'ok',
    'ok',
    'fail',
    'fail',
  ]);
});

test('a configuration names every wrong value, and variables that look like the hub’s and are not', async () => {
  const findings = (environment: Readonly<Record<string, string>>) => runChecks([checkConfiguration(environment)]);
  expect(await findings({})).toEqual([fine('configuration', 'all defaults')]);
  expect(await findings({ PORT: 'x', LOG_LEVEL: 'y' })).toMatchObject([{ state: 'fail' }, { state: 'fail' }]);
  expect(await findings({ CROSSDOCK_SECRET: 'x' })).toMatchObject([
    { state: 'warn', detail: expect.stringContaining('CROSSDOCK_SECRET ') },
  ]);
});

test('a machine where no hub was started is told how to make one, and nothing is made', async () => {
  const config = readConfig({}, { dataDir: join(folder, 'none', 'yet') });
  if (!config.ok) throw new Error('unreachable');
  const states = async () => (await runChecks(machineChecks(config.value))).map(({ name, state }) => [name, state]);
  const before = await states();
  expect(before).toEqual([
    ['node', 'ok'],
    ['data directory', 'warn'],
    ['secret key', 'warn'],
    ['disk', expect.any(String)],
  ]);
  expect(await states()).toEqual(before);
  await openSecretKeys(config.value.dataDir, undefined);
  expect((await states()).slice(1, 3)).toEqual([
    ['data directory', 'ok'],
    ['secret key', 'ok'],
  ]);
});

test('a Redis that does not answer is a failure without its password', async () => {
  const [finding] = await runChecks([redisCheck('redis://:hunter2@127.0.0.1:1')]);
  expect(finding).toMatchObject({ name: 'redis', state: 'fail', detail: expect.stringContaining('nothing listens') });
  expect(JSON.stringify(finding)).not.toContain('hunter2');
});

test('a check that throws is a failed finding, and the others still run', async () => {
  const broken: Check = { name: 'broken', run: () => Promise.reject(new Error('a bug')) };
  const good: Check = { name: 'good', run: async () => [fine('good', 'well')] };
  expect(await runChecks([broken, good])).toMatchObject([{ name: 'broken', state: 'fail' }, { state: 'ok' }]);
});
