import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { CONFIG_NAMES, type Environment, readConfig } from '../../../boot/config.ts';

const KEY = 'ab'.repeat(32);

function problemsOf(environment: Environment): readonly string[] {
  const config = readConfig(environment);
  return config.ok ? [] : config.error.map(({ message, next }) => `${message} ${next}`);
}

test('nothing set gives a hub of its own on this machine', () => {
  expect(readConfig({})).toEqual({
    ok: true,
    value: {
      databaseUrl: undefined,
      redisUrl: undefined,
      host: '127.0.0.1',
      port: undefined,
      dataDir: resolve('.crossdock'),
      secretKeys: undefined,
      publicUrl: undefined,
      pullEveryMs: undefined,
      trackEveryMs: undefined,
      admitSeconds: undefined,
      connectors: [],
      logLevel: undefined,
    },
  });
});

test('an empty variable counts as absent', () => {
  expect(readConfig(Object.fromEntries(CONFIG_NAMES.map((name) => [name, ' '])))).toEqual(readConfig({}));
});

test('every variable is read, and the command line wins', () => {
  const config = readConfig(
    {
      DATABASE_URL: 'postgres://hub:pw@db.example:5433/hub?sslmode=require',
      REDIS_URL: 'redis+sentinel://a:26379,b/hub',
      HOST: '0.0.0.0',
      PORT: '9000',
      CROSSDOCK_DATA: '/var/lib/crossdock',
      CROSSDOCK_SECRET_KEY: KEY,
      CROSSDOCK_PUBLIC_URL: 'https://hub.example.com/base/',
      CROSSDOCK_PULL_SECONDS: '60',
      CROSSDOCK_TRACK_SECONDS: '0.5',
      CROSSDOCK_ADMIT_SECONDS: '120',
      CROSSDOCK_CONNECTORS: 'crossdock-acme, ./acme,',
      LOG_LEVEL: 'debug',
    },
    { dataDir: 'elsewhere', port: 0 },
  );
  expect(config).toEqual({
    ok: true,
    value: {
      databaseUrl: 'postgres://hub:pw@db.example:5433/hub?sslmode=require',
      redisUrl: 'redis+sentinel://a:26379,b/hub',
      host: '0.0.0.0',
      port: 0,
      dataDir: join(process.cwd(), 'elsewhere'),
      secretKeys: new Map([[1, Buffer.from(KEY, 'hex')]]),
      publicUrl: 'https://hub.example.com/base',
      pullEveryMs: 60_000,
      trackEveryMs: 500,
      admitSeconds: 120,
      connectors: ['crossdock-acme', './acme'],
      logLevel: 'debug',
    },
  });
});

test.each(['redis://h', 'rediss://u:p@h:6380/2', 'redis+sentinel://a,b/name', 'redis+cluster://a:6379,b:6379'])(
  'REDIS_URL takes %s',
  (url) => expect(problemsOf({ REDIS_URL: url })).toEqual([]),
);

test.each<[string, string]>([
  ['PORT', '80800'],
  ['PORT', '-1'],
  ['PORT', '80a'],
  ['PORT', '8080.5'],
  ['HOST', 'local host'],
  ['LOG_LEVEL', 'loud'],
  ['DATABASE_URL', 'mysql://h/db'],
  ['DATABASE_URL', 'postgres://host'],
  ['DATABASE_URL', 'db'],
  ['REDIS_URL', 'http://h'],
  ['REDIS_URL', 'redis+sentinel://a,b'],
  ['REDIS_URL', 'redis+cluster://a:x'],
  ['CROSSDOCK_SECRET_KEY', 'short'],
  ['CROSSDOCK_SECRET_KEY', `1:${KEY},1:${KEY}`],
  ['CROSSDOCK_PUBLIC_URL', 'ftp://x'],
  ['CROSSDOCK_PUBLIC_URL', 'hub'],
])('%s=%s is one problem of one line that names the variable and the next step', (name, value) => {
  const config = readConfig({ [name]: value });
  expect(config.ok ? [] : config.error).toEqual([
    { code: 'configuration', message: expect.stringMatching(new RegExp(`^${name}.*\\.$`)), next: expect.any(String) },
  ]);
  for (const line of problemsOf({ [name]: value })) expect(line).not.toMatch(/\n/);
});

test('all problems are told at once', () => {
  expect(problemsOf({ PORT: 'x', LOG_LEVEL: 'y', HOST: ' a b ' })).toHaveLength(3);
});

test('a wrong value that may hold a secret is not repeated', () => {
  const said = problemsOf({
    DATABASE_URL: 'pg://u:hunter2@h/d',
    REDIS_URL: 'red://:hunter2@h',
    CROSSDOCK_SECRET_KEY: 'hunter2',
  });
  expect(said).toHaveLength(3);
  expect(said.join('\n')).not.toContain('hunter2');
});
