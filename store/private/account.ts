import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';

/** The account that PostgreSQL runs under: null for our own, or another one where we are root, which it refuses. */
export type Account = { readonly uid: number; readonly gid: number } | null;

/** Where the binaries are copied to when they lie in a place of root's that the account cannot reach. */
const COPIES = '/var/lib/crossdock';
const NOBODY = { uid: 65534, gid: 65534 };

/** As root: the owner of the database folder, else the account `postgres`, else `nobody`. Otherwise null, our own. */
export function serverAccount(folder: string): Account {
  if (process.getuid?.() !== 0) return null;
  const owner = statSync(folder, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const accounts = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8') : '';
  const [, uid, gid] = /^postgres:[^:]*:(\d+):(\d+):/m.exec(accounts) ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : NOBODY;
}

/**
 * What `-D` says. The account may be unable to walk down to the folder, which can lie below /root (mode 0700); but it
 * is started in the folder, and Linux resolves /proc/self/cwd without asking for the way there. PostgreSQL stays in
 * its data directory, so the name holds for all its processes.
 */
export const dataArgument = (folder: string, account: Account): string =>
  account && process.platform === 'linux' ? '/proc/self/cwd' : folder;

/** The binaries where the account can run them: in place, or as a copy that only root can change. */
export function reachableBinaries(native: string, account: Account): string {
  const binary = join(native, 'bin', 'postgres');
  if (account === null || spawnSync(binary, ['--version'], { cwd: '/', ...account }).status === 0) return native;
  const digest = createHash('sha256').update(readFileSync(binary)).digest('hex').slice(0, 16);
  const target = join(COPIES, `postgres-${digest}`);
  if (statSync(target, { throwIfNoEntry: false })?.uid === 0) return target;
  mkdirSync(COPIES, { recursive: true, mode: 0o755 });
  const partial = `${target}.${process.pid}`;
  try {
    cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
    openToAll(partial);
    // Another process may have been first; its copy is as good.
    if (!existsSync(target)) renameSync(partial, target);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
  return target;
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isSymbolicLink()) continue;
    const path = join(entry.parentPath, entry.name);
    chmodSync(path, entry.isDirectory() || statSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
}
