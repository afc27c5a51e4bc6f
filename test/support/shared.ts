import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The path of a file in the bench and vendor data beside the checkout, `undefined` where that is not there. */
export function sharedFile(path: string): string | undefined {
  const file = fileURLToPath(new URL(`../../../shared/${path}`, import.meta.url));
  return existsSync(file) ? file : undefined;
}
