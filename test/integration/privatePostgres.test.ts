import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import {
  ask,
  clusterOf,
  copyFolder,
  end,
  endAll,
  eventually,
  HOLDER_SCRIPT,
  isRoot,
  newFolder,
  open,
  postmasterOf,
} from '../support/privateHolders.ts';

afterEach(endAll);

describe('one holder', () => {
  test('makes a database on the first start, finds it again on the second, and leaves no process behind', async () => {
    const dataDir = newFolder();
    const first = await open(dataDir, 'hub');
    expect(first.told).toMatchObject({ ok: true, startedByUs: true });
    await ask(first.told.url, 'create table kept as select 7 as n');
    expect(await end(first)).toBe(0);
    expect(postmasterOf(dataDir)).toBeUndefined();
    expect(existsSync(join(clusterOf(dataDir), 'postmaster.pid'))).toBe(false);

    const second = await open(dataDir, 'hub');
    expect(second.told).toMatchObject({ ok: true, startedByUs: true, url: first.told.url });
    expect(second.told.ms).toBeLessThan(5000);
    expect(await ask(second.told.url, 'select n from kept')).toEqual([{ n: 7 }]);
    expect(await end(second)).toBe(0);
    expect(readdirSync(dataDir).sort()).toEqual(['postgres', 'postgres.lock']);
  });

  test('has what was committed on disk, text that sorts alike everywhere, and a door with a password on 127.0.0.1', async () => {
    const dataDir = newFolder();
    const { told } = await open(dataDir, 'hub');
    const settings = await ask<{ name: string; setting: string }>(
      told.url,
      `select name, setting from pg_settings where name in
       ('fsync', 'synchronous_commit', 'full_page_writes', 'server_encoding', 'listen_addresses') order by name`,
    );
    expect(settings.map(({ name, setting }) => `${name} ${setting}`)).toEqual([
      'fsync on',
      'full_page_writes on',
      'listen_addresses 127.0.0.1',
      'server_encoding UTF8',
      'synchronous_commit on',
    ]);
    expect(await ask(told.url, 'select datlocprovider as p, datlocale as l from pg_database limit 1')).toEqual([
      { p: 'b', l: 'C.UTF-8' },
    ]);
    expect(statSync(join(clusterOf(dataDir), 'crossdock.json')).mode & 0o777).toBe(0o600);
    expect(statSync(clusterOf(dataDir)).mode & 0o777).toBe(0o700);
    const guess = new URL(told.url);
    guess.password = 'guess';
    await expect(ask(guess.toString(), 'select 1')).rejects.toThrow('password authentication failed');
  });

  test('writes no statement of a failing query to the log: it can show what people ordered', async () => {
    const dataDir = newFolder();
    const { told } = await open(dataDir, 'hub');
    await ask(
      told.url,
      "create table people as select 'ada@example.org' as email; create unique index on people (email)",
    );
    await expect(ask(told.url, "insert into people values ('ada@example.org')")).rejects.toThrow('duplicate key');
    const log = readFileSync(join(clusterOf(dataDir), 'crossdock-postgres.log'), 'utf8');
    expect(log).toContain('duplicate key');
    expect(log).not.toContain('ada@example.org');
  });

  test('runs the database in a session of its own, which Ctrl-C in the terminal does not reach', async () => {
    const dataDir = newFolder();
    const holder = await open(dataDir, 'hub');
    const pid = postmasterOf(dataDir)?.pid;
    if (process.platform !== 'linux') return;
    const [, , group, session] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    expect([group, session]).toEqual([String(pid), String(pid)]);
    expect(holder.process.pid).not.toBe(pid);
  });
});

describe('after kill -9', () => {
  test('the server that a killed hub left is adopted by the next one, and stopped by it', async () => {
    const dataDir = newFolder();
    const killed = await open(dataDir, 'hub');
    const before = postmasterOf(dataDir);
    await end(killed, 'SIGKILL');
    expect(postmasterOf(dataDir)).toEqual(before);

    const next = await open(dataDir, 'hub');
    expect(next.told).toMatchObject({ ok: true, startedByUs: false, url: killed.told.url });
    expect(next.told.ms).toBeLessThan(5000);
    expect(postmasterOf(dataDir)).toEqual(before);
    expect(await end(next)).toBe(0);
    expect(postmasterOf(dataDir)).toBeUndefined();
  });

  test('a server killed under its hub is brought back on the same url, and the hub is still the only one', async () => {
    const dataDir = newFolder();
    const hub = await open(dataDir, 'hub');
    await ask(hub.told.url, 'create table kept as select 7 as n');
    const before = postmasterOf(dataDir);
    process.kill(before?.pid ?? 0, 'SIGKILL');
    const after = await eventually(() => {
      const running = postmasterOf(dataDir);
      return running && running.pid !== before?.pid ? running : undefined;
    });
    expect(after.port).toBe(before?.port);
    const rows = await eventually(() => ask(hub.told.url, 'select n from kept'));
    expect(rows).toEqual([{ n: 7 }]);
    await eventually(async () => {
      const [locks] = await ask<{ n: string }>(
        hub.told.url,
        "select count(*) as n from pg_locks where locktype = 'advisory'",
      );
      return locks?.n === '1' ? true : undefined;
    });
    expect((await open(dataDir, 'hub')).told.error?.code).toBe('second-hub');
    expect(await end(hub)).toBe(0);
    expect(postmasterOf(dataDir)).toBeUndefined();
  });

  test('a postmaster.pid whose process id belongs to another program by now neither stops the start nor that program', async () => {
    const dataDir = newFolder();
    await end(await open(dataDir, 'hub'));
    const bystander = spawn('sleep', ['600'], { ...(isRoot ? { uid: statSync(clusterOf(dataDir)).uid } : {}) });
    onTestFinished(() => void bystander.kill());
    const { port } = JSON.parse(readFileSync(join(clusterOf(dataDir), 'crossdock.json'), 'utf8')) as { port: number };
    const told = [bystander.pid, clusterOf(dataDir), 1_700_000_000, port, '', '127.0.0.1', '', 'ready'];
    writeFileSync(join(clusterOf(dataDir), 'postmaster.pid'), `${told.join('\n')}\n`);
    const hub = await open(dataDir, 'hub');
    expect(hub.told).toMatchObject({ ok: true, startedByUs: true });
    expect(hub.told.ms).toBeLessThan(5000);
    await end(hub);
    expect(bystander.exitCode ?? bystander.signalCode).toBeNull();
  });

  test('what a process killed while making a database has left is swept up', async () => {
    const dataDir = newFolder();
    const making = spawn(process.execPath, [HOLDER_SCRIPT, dataDir, 'hub'], { stdio: 'ignore' });
    await eventually(() =>
      existsSync(dataDir) && readdirSync(dataDir).some((n) => n.includes('.new-')) ? true : undefined,
    );
    making.kill('SIGKILL');
    await eventually(async () => {
      const guest = await open(dataDir, 'guest');
      expect(guest.told.ok).toBe(true);
      await end(guest);
      return readdirSync(dataDir).join() === 'postgres,postgres.lock' ? true : undefined;
    });
  });
});

describe('several holders', () => {
  test('there is one hub on a data directory; the second is told so in a line', async () => {
    const dataDir = newFolder();
    const hub = await open(dataDir, 'hub');
    const second = await open(dataDir, 'hub');
    expect(second.told.error).toEqual({
      code: 'second-hub',
      message: `another hub is running on the data directory ${dataDir}`,
      next: 'stop it first, or give this one a place of its own with --data DIR',
    });
    expect(await ask(hub.told.url, 'select 1 as n')).toEqual([{ n: 1 }]);
  });

  test.each([
    ['guest', 'hub'],
    ['hub', 'guest'],
    ['guest', 'guest'],
  ] as const)('a %s that leaves does not take the server from a %s; the last stops it', async (one, other) => {
    const dataDir = newFolder();
    const first = await open(dataDir, one);
    const second = await open(dataDir, other);
    expect(second.told).toMatchObject({ ok: true, startedByUs: false, url: first.told.url });
    expect(await end(first)).toBe(0);
    expect(await ask(second.told.url, 'select 1 as n')).toEqual([{ n: 1 }]);
    expect(await end(second)).toBe(0);
    expect(postmasterOf(dataDir)).toBeUndefined();
  });

  test('of six that start in the same instant one makes and starts the database; when all leave at once it stops', async () => {
    const dataDir = newFolder();
    const roles = ['hub', 'guest', 'guest', 'guest', 'guest', 'guest'] as const;
    const all = await Promise.all(roles.map((role) => open(dataDir, role)));
    expect(all.map(({ told }) => told.ok)).toEqual(roles.map(() => true));
    expect(all.filter(({ told }) => told.startedByUs)).toHaveLength(1);
    expect(new Set(all.map(({ told }) => told.url)).size).toBe(1);
    expect(await Promise.all(all.map((holder) => end(holder)))).toEqual(roles.map(() => 0));
    expect(postmasterOf(dataDir)).toBeUndefined();
  });
});

describe('a port that somebody else has taken', () => {
  test('is given up for another, which is kept', async () => {
    const dataDir = newFolder();
    const first = await open(dataDir, 'hub');
    await end(first);
    const taken = await listenOn(Number(new URL(first.told.url).port));
    const second = await open(dataDir, 'hub');
    taken.close();
    expect(second.told).toMatchObject({ ok: true, startedByUs: true });
    expect(second.told.url).not.toBe(first.told.url);
    await end(second);
    expect((await open(dataDir, 'guest')).told.url).toBe(second.told.url);
  });
});

describe('a copy of a data directory', () => {
  test('does not take the server of its running original for its own', async () => {
    const dataDir = newFolder();
    await end(await open(dataDir, 'hub'));
    const copy = newFolder();
    copyFolder(dataDir, copy);
    const original = await open(dataDir, 'hub');
    await ask(original.told.url, 'create table only_here ()');
    const other = await open(copy, 'hub');
    expect(other.told).toMatchObject({ ok: true, startedByUs: true });
    expect(other.told.url).not.toBe(original.told.url);
    await expect(ask(other.told.url, 'select from only_here')).rejects.toThrow('does not exist');
  });
});

function listenOn(port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy()).once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
