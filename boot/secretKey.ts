import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, readFile, stat, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Result } from '../core/shared/result.ts';
import type { Problem } from './problem.ts';

/** Keys of 32 bytes by version. New values are sealed with the highest version. */
export type SecretKeys = ReadonlyMap<number, Uint8Array>;

export type SecretKeySource = {
  readonly keys: SecretKeys;
  readonly origin: 'environment' | 'file' | 'created';
  /** Where the key lies; undefined when it came from the environment. */
  readonly path: string | undefined;
  /** Others on this machine may read the file. */
  readonly isExposed: boolean;
};

const FILE = 'secret.key';

/**
 * Reads `KEY`, or `VERSION:KEY` for each of several, separated by commas or lines; a key is 32 bytes in hex or base64.
 * A key without version is version 1. Undefined when anything is wrong.
 */
export function parseSecretKeys(text: string): SecretKeys | undefined {
  const keys = new Map<number, Uint8Array>();
  for (const part of text.split(/[,\s]+/).filter(Boolean)) {
    const [, version = '1', key = ''] = /^(?:(\d{1,4}):)?(.+)$/.exec(part) ?? [];
    const bytes = bytesOf(key);
    if (!bytes || keys.has(Number(version))) return undefined;
    keys.set(Number(version), bytes);
  }
  return keys.size > 0 ? keys : undefined;
}

function bytesOf(key: string): Uint8Array | undefined {
  if (/^[0-9a-f]{64}$/i.test(key)) return Buffer.from(key, 'hex');
  return /^[A-Za-z0-9+/_-]{43}=?$/.test(key) ? Buffer.from(key, 'base64') : undefined;
}

/**
 * The keys that seal secrets at rest: the configured ones, else those in the data directory, else one made now, readable
 * by its owner only. Two processes that start at once end with the same key.
 */
export async function openSecretKeys(
  dataDir: string,
  configured: SecretKeys | undefined,
): Promise<Result<SecretKeySource, Problem>> {
  const existing = await findSecretKeys(dataDir, configured);
  if (existing) return existing;
  const path = join(dataDir, FILE);
  try {
    const isMine = await createKeyFile(path);
    const written = await readKeyFile(path);
    if (!written) return err(unreadable(path, 'it vanished while it was read'));
    return written.ok && isMine ? ok({ ...written.value, origin: 'created' }) : written;
  } catch (error) {
    return err(unreadable(path, (error as Error).message));
  }
}

/** The keys as they are now, without making any; undefined when there are none. */
export async function findSecretKeys(
  dataDir: string,
  configured: SecretKeys | undefined,
): Promise<Result<SecretKeySource, Problem> | undefined> {
  if (configured) return ok({ keys: configured, origin: 'environment', path: undefined, isExposed: false });
  const path = join(dataDir, FILE);
  try {
    return await readKeyFile(path);
  } catch (error) {
    return err(unreadable(path, (error as Error).message));
  }
}

async function readKeyFile(path: string): Promise<Result<SecretKeySource, Problem> | undefined> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const keys = parseSecretKeys(text);
  if (!keys) return err(unreadable(path, 'it holds no key'));
  const { mode } = await stat(path);
  const isExposed = process.platform !== 'win32' && (mode & 0o077) !== 0;
  return ok({ keys, origin: 'file', path, isExposed });
}

/** A hard link appears whole or not at all, and only for the first of several processes. Answers whether it was this one. */
async function createKeyFile(path: string): Promise<boolean> {
  await mkdir(join(path, '..'), { recursive: true });
  const own = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  await writeFile(own, `1:${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    await chmod(own, 0o600);
    await link(own, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await unlink(own);
  }
}

const unreadable = (path: string, cause: string): Problem => ({
  code: 'secret-key',
  message: `The secret key ${path} cannot be used: ${cause}.`,
  next: 'Restore the file from a backup, or set CROSSDOCK_SECRET_KEY to the key that sealed the stored credentials.',
});
