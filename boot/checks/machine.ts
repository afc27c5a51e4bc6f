import { access, constants, stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Config } from '../config.ts';
import { findSecretKeys } from '../secretKey.ts';
import { type Check, type Finding, failure, fine, warning } from './check.ts';

const OLDEST_NODE = 24;
const GB = 1e9;
const SCARCE_BYTES = 2 * GB;
const SPENT_BYTES = 0.2 * GB;

/** Node, the data directory, the secret key in it, and the room on its disk. */
export function machineChecks(config: Config): readonly Check[] {
  return [
    { name: 'node', run: async () => [nodeFinding(process.versions.node)] },
    { name: 'data directory', run: async () => [await directoryFinding(config.dataDir)] },
    { name: 'secret key', run: async () => [await keyFinding(config)] },
    { name: 'disk', run: async () => [diskFinding(await freeBytes(config.dataDir), config.dataDir)] },
  ];
}

export function nodeFinding(version: string): Finding {
  return Number.parseInt(version, 10) >= OLDEST_NODE
    ? fine('node', version)
    : failure(
        'node',
        `${version} is older than ${OLDEST_NODE}`,
        'Run the hub by npm start, which brings its own Node.',
      );
}

async function directoryFinding(path: string): Promise<Finding> {
  const name = 'data directory';
  if (!(await exists(path))) return warning(name, `${path} does not exist yet`, 'Run crossdock start, which makes it.');
  try {
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK);
    return fine(name, path);
  } catch {
    return failure(name, `${path} is not writable`, 'Make it writable for this user, or name another one with --data.');
  }
}

async function keyFinding({ dataDir, secretKeys }: Config): Promise<Finding> {
  const name = 'secret key';
  const found = await findSecretKeys(dataDir, secretKeys);
  if (!found) return warning(name, 'there is none yet', 'Run crossdock start, which makes one in the data directory.');
  if (!found.ok) return failure(name, found.error.message, found.error.next);
  const { path, isExposed, keys } = found.value;
  if (isExposed) return warning(name, `others on this machine may read ${path}`, `Run: chmod 600 ${path}`);
  const newest = `version ${Math.max(...keys.keys())}`;
  return fine(name, path ? `${newest} in ${path}; a backup without it is useless` : `${newest} from the environment`);
}

/** Free bytes for an unprivileged user on the disk of a path, or of the nearest directory above that exists. */
async function freeBytes(path: string): Promise<number> {
  let at = path;
  while (!(await exists(at)) && dirname(at) !== at) at = dirname(at);
  const { bavail, bsize } = await statfs(at);
  return bavail * bsize;
}

export function diskFinding(bytes: number, path: string): Finding {
  const detail = `${(bytes / GB).toFixed(1)} GB free under ${path}`;
  if (bytes < SPENT_BYTES) return failure('disk', detail, 'Make room before the database stops.');
  return bytes < SCARCE_BYTES
    ? warning('disk', detail, 'Make room, or move the data directory.')
    : fine('disk', detail);
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
