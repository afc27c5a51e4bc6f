import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The account that PostgreSQL runs under: our own, or another one where we are root, which PostgreSQL refuses. */
export type Account = { readonly uid: number; readonly gid: number } | null;

/** Where root's data goes when the account cannot reach the data directory. */
const REACHABLE_ROOT = '/var/lib/crossdock';
const NOBODY = { uid: 65534, gid: 65534 };

/** As root: the account `postgres` where there is one, else `nobody`. Otherwise null, our own. */
export function serverAccount(): Account {
  if (process.getuid?.() !== 0) return null;
  try {
    const line = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((entry) => entry.startsWith('postgres:'));
    const [, , uid, gid] = line?.split(':') ?? [];
    return uid && gid ? { uid: Number(uid), gid: Number(gid) } : NOBODY;
  } catch {
    return NOBODY;
  }
}

/** The folder for the database: below the data directory where the account can reach that, else below /var/lib. */
export function clusterFolder(dataDir: string, account: Account): string {
  if (account === null || isReachable(dataDir)) return join(dataDir, 'postgres');
  const name = createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 16);
  return join(REACHABLE_ROOT, name, 'postgres');
}

/** The binaries where the account can reach them: in place, or as a copy that only root can change. */
export function reachableBinaries(native: string, account: Account): string {
  if (account === null || isReachable(native)) return native;
  const version = createHash('sha256')
    .update(readFileSync(join(native, 'bin', 'postgres')))
    .digest('hex')
    .slice(0, 16);
  const target = join(REACHABLE_ROOT, `bin-${version}`);
  if (existsSync(target) && statSync(target).uid === 0) return target;
  const partial = `${target}.${process.pid}`;
  mkdirSync(REACHABLE_ROOT, { recursive: true, mode: 0o755 });
  cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
  chmodSync(partial, 0o755);
  try {
    renameSync(partial, target);
  } catch {
    rmSync(partial, { recursive: true, force: true });
  }
  return target;
}

/** Whether everybody may pass through all folders above a path. */
function isReachable(path: string): boolean {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}
