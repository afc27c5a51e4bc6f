import { chmodSync, chownSync, mkdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import {
  ask,
  clusterOf,
  copyFolder,
  end,
  endAll,
  HOLDER_SCRIPT,
  isRoot,
  NOBODY,
  newFolder,
  open,
  postmasterOf,
} from '../support/privateHolders.ts';

afterEach(endAll);

describe('a folder that holds no sound database', () => {
  const damages: readonly (readonly [string, string, RegExp, (cluster: string) => void])[] = [
    ['without PG_VERSION', 'damaged-data', /PG_VERSION is missing/, (at) => rmSync(join(at, 'PG_VERSION'))],
    [
      'with garbage for a version',
      'damaged-data',
      /holds no version/,
      (at) => writeFileSync(join(at, 'PG_VERSION'), '\0\0'),
    ],
    [
      'of PostgreSQL 16',
      'other-version',
      /belongs to PostgreSQL 16/,
      (at) => writeFileSync(join(at, 'PG_VERSION'), '16\n'),
    ],
    ['without pg_control', 'damaged-data', /pg_control is missing/, (at) => rmSync(join(at, 'global/pg_control'))],
    ['with an empty pg_control', 'cannot-start', /pg_control/, (at) => truncateSync(join(at, 'global/pg_control'))],
    ['without its password', 'damaged-data', /crossdock.json is missing/, (at) => rmSync(join(at, 'crossdock.json'))],
    [
      'without its log of changes',
      'cannot-start',
      /checkpoint|pg_wal/,
      (at) => rmSync(join(at, 'pg_wal'), { recursive: true }),
    ],
  ];

  test('is told in one line with the next step, is left as it is, and no process stays', async () => {
    const dataDir = newFolder();
    await end(await open(dataDir, 'hub'));
    for (const [what, code, message, damage] of damages) {
      const damaged = newFolder();
      copyFolder(dataDir, damaged);
      damage(clusterOf(damaged));
      const { told } = await open(damaged, 'hub');
      expect(told.error, what).toMatchObject({ code, message: expect.stringMatching(message) });
      expect(`${told.error?.message} ${told.error?.next}`, what).not.toContain('\n');
      expect(told.error?.next, what).toMatch(/backup|dump/);
      expect(postmasterOf(damaged), what).toBeUndefined();
    }
  });

  test('is made when it is only an empty folder, as a mounted volume is', async () => {
    const dataDir = newFolder();
    mkdirSync(clusterOf(dataDir), { recursive: true });
    expect((await open(dataDir, 'hub')).told.ok).toBe(true);
  });

  test('is told when the data directory is a file', async () => {
    const dataDir = newFolder();
    writeFileSync(dataDir, 'not a folder');
    const { told } = await open(dataDir, 'hub');
    expect(told.error?.code).toBe('data-not-writable');
    expect(told.error?.message).toContain(dataDir);
  });
});

describe('accounts', () => {
  const notRoot = isRoot ? '' : 'these tests are not run by root';
  const notNobody = notRoot || (reaches(HOLDER_SCRIPT) ? '' : 'nobody but root can read this folder');

  test('root below a folder that only root may enter: the data stays there, owned by another', async ({ skip }) => {
    skip(notRoot !== '', notRoot);
    const dataDir = newFolder();
    chmodSync(join(dataDir, '..'), 0o700);
    const root = await open(dataDir, 'hub');
    expect(root.told).toMatchObject({ ok: true, startedByUs: true });
    await ask(root.told.url, 'create table kept as select 7 as n');
    expect(statSync(join(clusterOf(dataDir), 'base')).uid).not.toBe(0);
    expect(statSync(`/proc/${postmasterOf(dataDir)?.pid}`).uid).toBe(statSync(clusterOf(dataDir)).uid);
    expect(await end(root)).toBe(0);
    expect(postmasterOf(dataDir)).toBeUndefined();
    const again = await open(dataDir, 'hub');
    expect(await ask(again.told.url, 'select n from kept')).toEqual([{ n: 7 }]);
    const killed = again.process;
    killed.kill('SIGKILL');
    expect((await open(dataDir, 'hub')).told).toMatchObject({ ok: true, startedByUs: false });
  });

  test('a user’s database serves root too, as that user, and the user again after root', async ({ skip }) => {
    skip(notNobody !== '', notNobody);
    const dataDir = newFolder();
    chownSync(join(dataDir, '..'), NOBODY.uid, NOBODY.gid);
    const user = await open(dataDir, 'hub', NOBODY);
    expect(user.told).toMatchObject({ ok: true, startedByUs: true });
    const guest = await open(dataDir, 'guest');
    expect(guest.told).toMatchObject({ ok: true, startedByUs: false });
    await end(user);
    const root = await open(dataDir, 'hub');
    expect(root.told.ok).toBe(true);
    await end(guest);
    await end(root);
    expect(postmasterOf(dataDir)).toBeUndefined();
    expect((await open(dataDir, 'hub', NOBODY)).told).toMatchObject({ ok: true, url: user.told.url });
  });

  test('a user is told whose database it is, and that a directory cannot be written', async ({ skip }) => {
    skip(notNobody !== '', notNobody);
    const dataDir = newFolder();
    chmodSync(join(dataDir, '..'), 0o755);
    mkdirSync(dataDir);
    expect((await open(dataDir, 'hub', NOBODY)).told.error).toMatchObject({
      code: 'data-not-writable',
      message: expect.stringContaining('EACCES'),
    });
    chmodSync(dataDir, 0o777);
    mkdirSync(clusterOf(dataDir));
    expect((await open(dataDir, 'hub', NOBODY)).told.error?.code).toBe('other-owner');
  });
});

/** Whether everybody may read a file and walk down to it. */
function reaches(path: string): boolean {
  const parts = path.split('/');
  return parts.every((_, i) => {
    const mode = statSync(parts.slice(0, i + 1).join('/') || '/').mode;
    return (mode & (i === parts.length - 1 ? 0o004 : 0o001)) !== 0;
  });
}
