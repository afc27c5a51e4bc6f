import { createHash } from 'node:crypto';

/** A short name for a record's content: equal content, equal name. */
export function contentHash(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
}
