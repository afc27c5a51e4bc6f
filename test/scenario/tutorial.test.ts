import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ownDatabase } from '../support/database.ts';
import { freePort } from '../support/servers.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const database = ownDatabase();
const folder = mkdtempSync(join(tmpdir(), 'crossdock-tutorial-'));
const running: number[] = [];
afterAll(() => {
  for (const pid of running) process.kill(-pid, 'SIGKILL');
  rmSync(folder, { recursive: true });
});

/** A checkout as git has it, with the packages of this one. */
function checkOut(): void {
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' });
  for (const name of files
    .trim()
    .split('\n')
    .filter((file) => !file.startsWith('test/'))) {
    mkdirSync(dirname(join(folder, 'crossdock', name)), { recursive: true });
    cpSync(join(ROOT, name), join(folder, 'crossdock', name));
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'crossdock', 'node_modules'));
}

/** What an installation does, from the packed kit and the packages of this checkout, so that no registry is needed. */
const INSTALL = `
mkdir -p node_modules/@crossdock/kit node_modules/.bin
tar xzf ../crossdock-kit-0.1.0.tgz -C node_modules/@crossdock/kit --strip-components 1
for package in zod axios xml2js hono @hono @types; do ln -s "$PACKAGES/$package" node_modules/$package; done
ln -s "$PACKAGES/.bin/tsc" node_modules/.bin/tsc
ln -s ../@crossdock/kit/connectors/kit/package/command.js node_modules/.bin/crossdock-kit
`;

/** The tutorial's blocks as one shell script, each file of it written where the reader is by then. */
function script(port: number): string {
  const text = readFileSync(join(ROOT, 'connectors', 'kit', 'TUTORIAL.md'), 'utf8');
  const blocks = [...text.matchAll(/^```(sh|ts) ?(?:file=(\S+))?\n(.*?)^```$/gms)];
  expect(blocks.length).toBeGreaterThan(6);
  const steps = blocks.map(([, language, file, body = '']) =>
    language === 'sh'
      ? body.replace(/^npm install .*$/m, INSTALL)
      : `cat > ${file} <<'END_OF_FILE'\n${body}END_OF_FILE\n`,
  );
  const waiting = `until node -e "fetch('http://127.0.0.1:${port}').catch(() => process.exit(1))"; do :; done\n`;
  return `set -eu\n${steps.join('').replaceAll('9099', String(port)).replace(/ &$/m, ` > ../simulator.log 2>&1 &\n${waiting}`)}`;
}

test('a newcomer who follows the tutorial word for word has a connector that a hub uses', {
  timeout: 240_000,
}, async () => {
  checkOut();
  const child = spawn('sh', ['-c', script(await freePort())], {
    cwd: join(folder, 'crossdock'),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      DATABASE_URL: database.url(),
      CROSSDOCK_DATA: join(folder, 'data'),
      PACKAGES: join(ROOT, 'node_modules'),
    },
  });
  if (child.pid) running.push(child.pid);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part: Buffer) => {
      said += part.toString();
    });
  }
  const code = await new Promise((resolve) => child.once('exit', resolve));
  expect(code, said).toBe(0);
  expect(said.match(/acme: \d+\/\d+ checks passed/g)).toHaveLength(2);
  expect(said).toContain('acme: Simulated account');
  expect(said).toMatch(/SKU-1\s+main\s+12\s/);
  const { connector, failed } = JSON.parse(readFileSync(join(folder, 'acme', 'certification.json'), 'utf8')) as {
    readonly connector: string;
    readonly failed: number;
  };
  expect([connector, failed]).toEqual(['acme', 0]);
});
