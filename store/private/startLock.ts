import { chownSync, existsSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 25;
const SQLITE_BUSY = 5;

/**
 * Runs a function while no other process makes, starts or stops the same server; waits its turn as long as it takes.
 * The lock is the kernel's, taken through SQLite because Node has no call of its own for one: it is gone with its
 * process however that ends, so there is neither a stale lock nor a process id that somebody else has got since.
 */
export async function withStartLock<T>(path: string, run: () => Promise<T>): Promise<T> {
  makeLockFile(path);
  const file = new DatabaseSync(path, { timeout: 0 });
  try {
    while (!take(file)) await sleep(POLL_MS);
    return await run();
  } finally {
    file.close();
  }
}

function take(file: DatabaseSync): boolean {
  try {
    file.exec('begin exclusive');
    return true;
  } catch (error) {
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return false;
    throw error;
  }
}

/** A command run once by root must not leave a lock behind that the owner of the data directory cannot open. */
function makeLockFile(path: string): void {
  if (existsSync(path)) return;
  writeFileSync(path, '', { flag: 'a', mode: 0o600 });
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(dirname(path));
  chownSync(path, uid, gid);
}
