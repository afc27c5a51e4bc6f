import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * A place in the folder of vendors' descriptions and samples that may lie beside the checkout; null when it is not
 * there, and the tests that need it are skipped saying so.
 */
export function sharedPath(...parts: string[]): string | null {
  const path = resolve(import.meta.dirname, '../../../shared', ...parts);
  return existsSync(path) ? path : null;
}
