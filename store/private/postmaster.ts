import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** PostgreSQL's first process, as the file postmaster.pid in the data directory tells of it. */
export type Postmaster = { readonly pid: number; readonly port: number };

/** The server that runs on a folder. Its file alone proves nothing: after a crash the id may be another process's. */
export function runningPostmaster(folder: string): Postmaster | undefined {
  const told = readPidFile(folder);
  return told && isAlive(told.pid) && runsOn(told.pid, folder) ? told : undefined;
}

/**
 * Removes a postmaster.pid whose process id has become somebody else's, which PostgreSQL takes for a running server.
 * One whose process is gone is left to PostgreSQL, which also looks for processes that the server has left behind.
 */
export function removeForeignPidFile(folder: string): void {
  const told = readPidFile(folder);
  if (told && isAlive(told.pid) && !runsOn(told.pid, folder)) rmSync(join(folder, 'postmaster.pid'), { force: true });
}

function readPidFile(folder: string): Postmaster | undefined {
  try {
    const [pid, , , port] = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n').map(Number);
    return pid && pid > 0 && port && port > 0 ? { pid, port } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a process is a server on a folder: it works in it (Linux) or was started with its name. */
function runsOn(pid: number, folder: string): boolean {
  if (process.platform === 'win32') return true;
  if (process.platform !== 'linux') {
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes(folder);
  }
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder);
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
