import { createHash } from 'node:crypto';

/** The most characters of an id of OFBiz (field type id). */
export const ID_LENGTH = 20;

/** Our reference as an id of OFBiz: itself, or a name that is made of it where it is longer. */
export function externalIdOf(reference: string): string {
  if (reference.length <= ID_LENGTH) return reference;
  return `x${createHash('sha256')
    .update(reference)
    .digest('hex')
    .slice(0, ID_LENGTH - 1)}`;
}
