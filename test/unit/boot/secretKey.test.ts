import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSecretKeys, parseSecretKeys } from '../../../boot/secretKey.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'crossdock-key-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

test('the first start makes a key of 32 bytes that only its owner may read, the second finds it', async () => {
  const first = await openSecretKeys(join(dir, 'data'), undefined);
  const second = await openSecretKeys(join(dir, 'data'), undefined);
  const path = join(dir, 'data', 'secret.key');
  expect(first).toMatchObject({ ok: true, value: { origin: 'created', path, isExposed: false } });
  expect(second).toMatchObject({ ok: true, value: { origin: 'file', path, isExposed: false } });
  expect(
    first.ok && second.ok && Buffer.compare(first.value.keys.get(1) ?? dead, second.value.keys.get(1) ?? dead),
  ).toBe(0);
  expect(first.ok && first.value.keys.get(1)?.length).toBe(32);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(dir, 'data'))).toEqual(['secret.key']);
});
const dead = Buffer.alloc(0);

test('twenty starts at once end with one key, made by one of them', async () => {
  const all = await Promise.all(Array.from({ length: 20 }, () => openSecretKeys(dir, undefined)));
  const keys = new Set(all.map((one) => one.ok && Buffer.from(one.value.keys.get(1) ?? dead).toString('hex')));
  expect(keys.size).toBe(1);
  expect(all.filter((one) => one.ok && one.value.origin === 'created')).toHaveLength(1);
  expect(readdirSync(dir)).toEqual(['secret.key']);
});

test('a configured key is used and no file is made', async () => {
  const keys = new Map([[3, new Uint8Array(32)]]);
  expect(await openSecretKeys(dir, keys)).toMatchObject({ ok: true, value: { keys, origin: 'environment' } });
  expect(readdirSync(dir)).toEqual([]);
});

test('a file without a key is a problem that names it, and it is not replaced', async () => {
  const path = join(dir, 'secret.key');
  writeFileSync(path, 'garbage\n');
  const opened = await openSecretKeys(dir, undefined);
  expect(opened).toMatchObject({ ok: false, error: { code: 'secret-key', message: expect.stringContaining(path) } });
  expect(readFileSync(path, 'utf8')).toBe('garbage\n');
});

test.runIf(process.platform !== 'win32')('a key that others may read is told', async () => {
  await openSecretKeys(dir, undefined);
  chmodSync(join(dir, 'secret.key'), 0o644);
  expect(await openSecretKeys(dir, undefined)).toMatchObject({ ok: true, value: { isExposed: true } });
});

test('keys are read in hex and base64, with and without version, several at once', () => {
  const bytes = Buffer.alloc(32, 7);
  const [hex, base64] = [bytes.toString('hex'), bytes.toString('base64')];
  expect(parseSecretKeys(hex)).toEqual(new Map([[1, bytes]]));
  expect(parseSecretKeys(base64)).toEqual(new Map([[1, bytes]]));
  expect(parseSecretKeys(bytes.toString('base64url'))).toEqual(new Map([[1, bytes]]));
  expect(parseSecretKeys(`2:${hex},1:${base64}\n`)).toEqual(
    new Map([
      [2, bytes],
      [1, bytes],
    ]),
  );
  for (const wrong of ['', hex.slice(2), `${hex}00`, `2:${hex} ${hex} 1:${hex}`, `x:${hex}`, `${hex},zz`]) {
    expect([wrong, parseSecretKeys(wrong)]).toEqual([wrong, undefined]);
  }
});
