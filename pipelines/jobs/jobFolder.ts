import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const OURS = /^crossdock-job-(\d+)-/;

/** A new folder for the files of one job, named for this process. Who makes it removes it. */
export function makeJobFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), `crossdock-job-${process.pid}-`));
}

/** Removes the folders that killed processes left behind. */
export async function removeOrphanFolders(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = OURS.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) await rm(join(tmpdir(), name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
