import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEFECTS } from './conformance/defects.ts';

type Claim = { readonly fullName: string; readonly status: string };
const root = fileURLToPath(new URL('../..', import.meta.url));
let folder = '';
let failed: readonly string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crossdock-broken-'));
  const out = join(folder, 'report.json');
  const config = join(folder, 'vitest.config.mjs');
  const include = ['test/contract/conformance/brokenCopies.ts'];
  await writeFile(config, `export default ${JSON.stringify({ root, test: { include, testTimeout: 60_000 } })};`);
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--config', config, '--reporter=json', `--outputFile=${out}`];
  // The exit code says that tests failed, which they must.
  await new Promise<void>((resolve) => execFile(process.execPath, args, { cwd: root }, () => resolve()));
  const report = JSON.parse(await readFile(out, 'utf8')) as { testResults: { assertionResults: readonly Claim[] }[] };
  const claims = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  expect(claims.length).toBeGreaterThan(DEFECTS.length * 10);
  failed = claims.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName);
}, 240_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

test.each(DEFECTS)('a connector with the defect $name fails the claim "$claim"', ({ name, claim }) => {
  const own = failed.filter((fullName) => fullName.startsWith(`${name} `));
  expect(
    own.filter((fullName) => fullName.includes(claim)),
    own.join('\n'),
  ).not.toEqual([]);
});
