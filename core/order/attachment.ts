import { err, ok, type Result } from '../shared/result.ts';

/** The most that one attachment may hold, in bytes. */
export const MOST_ATTACHMENT_BYTES = 5 * 1024 * 1024;

/** Content types that may be attached, with how their content begins; text has no beginning of its own. */
const TYPES: ReadonlyMap<string, readonly (readonly number[])[]> = new Map([
  ['application/pdf', [[0x25, 0x50, 0x44, 0x46, 0x2d]]],
  ['image/png', [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]]],
  ['image/jpeg', [[0xff, 0xd8, 0xff]]],
  ['image/gif', [[0x47, 0x49, 0x46, 0x38]]],
  ['text/plain', []],
  ['text/csv', []],
  ['application/json', []],
  ['application/xml', []],
]);
export const ATTACHMENT_TYPES: readonly string[] = [...TYPES.keys()];

export type AttachmentRefusal = { readonly code: 'attachment-refused'; readonly message: string };

/** Whether content may be attached as what it says that it is: its size, its type, and that the two agree. */
export function checkAttachment(contentType: string, content: Uint8Array): Result<void, AttachmentRefusal> {
  const refused = (message: string) => err({ code: 'attachment-refused', message } as const);
  if (content.length === 0) return refused('it is empty');
  if (content.length > MOST_ATTACHMENT_BYTES) {
    return refused(`it has ${content.length} bytes; the most is ${MOST_ATTACHMENT_BYTES}`);
  }
  const beginnings = TYPES.get(contentType);
  if (!beginnings) return refused(`${contentType} is not one of ${ATTACHMENT_TYPES.join(', ')}`);
  const isAsSaid =
    beginnings.length > 0
      ? beginnings.some((bytes) => bytes.every((byte, i) => content[i] === byte))
      : !content.includes(0) && isUtf8(content);
  return isAsSaid ? ok(undefined) : refused(`its content is not ${contentType}`);
}

function isUtf8(content: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(content);
    return true;
  } catch {
    return false;
  }
}
