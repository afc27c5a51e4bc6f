import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openHub } from '../../boot/openHub.ts';
import { COMMANDS } from '../../cli/commands/index.ts';
import { captured } from '../support/captured.ts';
import { ownDatabase, ownRedis } from '../support/database.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const PREFIX = 'npm run -s crossdock -- ';
const database = ownDatabase();
const dataDir = mkdtempSync(join(tmpdir(), 'crossdock-readme-'));
afterAll(() => rmSync(dataDir, { recursive: true }));

/** The command lines of the README's blocks, in their order. */
const lines = [...readFileSync(join(ROOT, 'README.md'), 'utf8').matchAll(/^```\n(.*?)^```$/gms)]
  .flatMap(([, block = '']) => block.split('\n'))
  .filter((line) => line.startsWith(PREFIX))
  .map((line) => line.slice(PREFIX.length));

/** The words of a line as a shell splits it, for what the README uses: double quotes and one substitution. */
function wordsOf(line: string): readonly string[] {
  const plain = line.replace('$(openssl rand -base64 24)', Buffer.alloc(24, 9).toString('base64'));
  return [...plain.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? '');
}

test('the README has its commands', () => expect(lines.length).toBeGreaterThan(30));

/**
 * On one database that was empty at the beginning. 4 is "done, but somebody must look"; 3 is a refusal by the domain of a
 * command that is right in itself, such as one that names a connection of the reader's own. None fails or is misspelt.
 */
test.each(lines)('as the README writes it: %s', { timeout: 60_000 }, async (line) => {
  const environment = {
    DATABASE_URL: database.url(),
    ...(ownRedis() && { REDIS_URL: ownRedis() ?? '' }),
  };
  const words = wordsOf(line.replaceAll(' .crossdock/', ` ${dataDir}/`)).map((word) =>
    word.startsWith('examples/') ? join(ROOT, word) : word,
  );
  const ran = await captured([...words, '--data', dataDir], COMMANDS, { environment, openHub });
  expect([0, 3, 4], ran.stdout + ran.stderr).toContain(ran.code);
  expect(ran.stdout + ran.stderr).not.toBe('');
});
