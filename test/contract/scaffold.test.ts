import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { COMMANDS } from '../../cli/commands/index.ts';
import { PULL_NAMES } from '../../connectors/kit/connector.ts';
import { type ConformanceSubject, certifySubject } from '../../connectors/kit/testing.ts';
import { captured } from '../support/captured.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'crossdock-new-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes a connector by the command, and answers its folder. */
async function write(id: string, ...more: readonly string[]): Promise<string> {
  const out = join(folder, id);
  const { code, stderr } = await captured(['connector', 'new', id, '--out', out, ...more], COMMANDS);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return out;
}

async function failures(out: string): Promise<{ readonly passed: number; readonly failed: readonly string[] }> {
  const { subjects } = (await import(pathToFileURL(join(out, 'conformance.ts')).href)) as {
    subjects: readonly ConformanceSubject[];
  };
  const results = (await Promise.all(subjects.map((subject) => certifySubject(subject)))).flat();
  const failed = results.flatMap(({ check, outcome }) =>
    outcome.kind === 'fail' ? [`${check.id}: ${outcome.reason}`] : [],
  );
  return { passed: results.filter(({ outcome }) => outcome.kind === 'pass').length, failed };
}

/** Lines of code as the project formats them. */
function linesIn(out: string): number {
  return readdirSync(out)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => {
      const input = readFileSync(join(out, name));
      const biome = join(ROOT, 'node_modules', '.bin', 'biome');
      const path = join('connectors', 'acme', name);
      return execFileSync(biome, ['format', `--stdin-file-path=${path}`], { cwd: ROOT, input, encoding: 'utf8' });
    })
    .reduce((sum, text) => sum + text.trimEnd().split('\n').length, 0);
}

describe('a new connector passes every check as it is written:', { timeout: 120_000 }, () => {
  test.each(['storefront', 'marketplace', 'erp', 'crm', 'wms', 'carrier', 'payment', 'edi', 'file'])(
    'a %s',
    async (kind) => {
      const { passed, failed } = await failures(await write(`new-${kind}`, '--kind', kind));
      expect(failed).toEqual([]);
      expect(passed).toBeGreaterThan(30);
    },
  );
});

test('one that reads everything passes every check as it is written', { timeout: 120_000 }, async () => {
  const pulls = PULL_NAMES.join(',');
  const { passed, failed } = await failures(await write('reader', '--kind', 'erp', '--capabilities', pulls));
  expect(failed).toEqual([]);
  expect(passed).toBeGreaterThan(30);
});

test('one that only pulls is two files of at most 60 lines together', async () => {
  const out = await write('small', '--kind', 'wms', '--capabilities', 'pullStock');
  expect(readdirSync(out).toSorted()).toEqual(['conformance.ts', 'index.ts']);
  expect(linesIn(out)).toBeLessThanOrEqual(60);
  expect((await failures(out)).failed).toEqual([]);
});

test('orders, stock and fulfillment together are at most 400 lines', { timeout: 120_000 }, async () => {
  const out = await write('three', '--kind', 'storefront', '--capabilities', 'pullOrders,pullStock,pushShipment');
  expect(linesIn(out)).toBeLessThanOrEqual(400);
  expect((await failures(out)).failed).toEqual([]);
});

const description = (scheme: object) => ({
  openapi: '3.1.0',
  info: { title: "Acme's API", version: '2026-01' },
  servers: [{ url: '{region}.acme.example' }, { url: 'https://api.acme.example/v2/' }],
  paths: { '/stock': { get: { responses: { 200: { description: 'levels' } } } } },
  components: {
    securitySchemes: { main: scheme },
    schemas: { Level: { type: 'object', properties: { sku: { type: 'string' } } } },
  },
});

describe("from a vendor's OpenAPI description", { timeout: 120_000 }, () => {
  test.each([
    ['an API key in a parameter', { type: 'apiKey', in: 'query', name: 'key' }, "in: 'query', name: 'key'"],
    ['basic', { type: 'http', scheme: 'basic' }, "kind: 'basic'"],
    ['a bearer', { type: 'http', scheme: 'bearer' }, 'value: `Bearer '],
    [
      'client credentials',
      { type: 'oauth2', flows: { clientCredentials: { tokenUrl: 'https://login.acme.example/token' } } },
      "kind: 'client-credentials'",
    ],
    [
      'an authorization by a user',
      { type: 'oauth2', flows: { authorizationCode: { tokenUrl: '/token', authorizationUrl: '/authorize' } } },
      "kind: 'authorization-code'",
    ],
  ])('it authorizes by %s', async (name, scheme, text) => {
    const file = join(folder, 'vendor.json');
    writeFileSync(file, JSON.stringify(description(scheme)));
    const out = await write(`api-${name.split(' ').at(-1)?.toLowerCase()}`, '--kind', 'wms', '--openapi', file);
    const index = readFileSync(join(out, 'index.ts'), 'utf8');
    expect(index).toContain(text);
    expect(index).toContain("production: 'https://api.acme.example/v2'");
    expect(readFileSync(join(out, 'vendor.d.ts'), 'utf8')).toContain('Level: {');
    expect(readFileSync(join(out, 'README.md'), 'utf8')).toContain('`GET /stock`');
    expect((await failures(out)).failed).toEqual([]);
  });
});

test('what is written has the types of the kit', { timeout: 120_000 }, () => {
  const config = {
    extends: join(ROOT, 'tsconfig.json'),
    compilerOptions: { typeRoots: [join(ROOT, 'node_modules', '@types')] },
    include: ['*/*.ts'],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  const tsc = join(ROOT, 'node_modules', '.bin', 'tsc');
  expect(spawnSync(tsc, ['-p', folder], { encoding: 'utf8' }).stdout).toBe('');
});

test.each([
  [['acme-', '--kind', 'erp'], 3, 'An id has lower case letters'],
  [['acme', '--kind', 'erp', '--capabilities', 'pullMoney'], 2, 'There is no capability pullMoney'],
  [['acme', '--kind', 'erp', '--openapi', 'nowhere.yaml'], 2, 'nowhere.yaml'],
  [['acme', '--kind', 'erp', '--out', '/'], 3, 'is there already'],
])('%j is refused, and nothing is written', async (args, code, message) => {
  const answer = await captured(['connector', 'new', ...args], COMMANDS);
  expect(answer).toMatchObject({ code, stdout: '' });
  expect(answer.stderr).toContain(message);
});
