/** What stands in the log instead of a secret. */
export const REDACTED = '[redacted]';

const SECRET_NAME =
  /authorization|cookie|passw(or)?d|passphrase|secret|token|api[-_]?key|access[-_]?key|private[-_]?key|credential|signature|hmac|^(pass|pwd|auth|sealed)$/i;
/** Names that look secret and are not: flags, counts, limits and ids that an operator needs. */
const HARMLESS_NAME =
  /^(is|has)[A-Z]|[a-z](Count|Type|Id|ExpiresAt|ExpiresIn|Version|Url|Name)$|[_-](count|type|id|expires_at|expires_in|version|url|name)$/;

const IN_TEXT: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/(\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@]*):[^\s/@]+@/gi, `$1:${REDACTED}@`],
  [/\b(Bearer|Basic|Digest|Token)\s+[A-Za-z0-9+/_=.~-]{8,}/g, `$1 ${REDACTED}`],
  [
    /\b((?:[\w-]*(?:password|passwd|secret|token|api[-_]?key|signature|hmac))["']?\s*[=:]\s*["']?)([^\s"'&,;)}]+)/gi,
    `$1${REDACTED}`,
  ],
];

const MAX_DEPTH = 8;

/** Takes credentials out of a text: user info of an address, authorization values, `token=…`. */
export function redactText(text: string): string {
  return IN_TEXT.reduce((done, [pattern, replacement]) => done.replace(pattern, replacement), text);
}

/**
 * A copy of a value that is safe to log: what stands under a secret name is replaced whatever its depth, credentials
 * inside texts too. An error keeps its type, message, stack, code and cause, and nothing a library hung on it.
 */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value !== 'object' || value === null) return typeof value === 'bigint' ? String(value) : value;
  if (depth >= MAX_DEPTH) return '[deep]';
  if (value instanceof Error) return errorFields(value, depth);
  if (value instanceof Date) return value;
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1));
  if (value instanceof Map) return redact(Object.fromEntries(value), depth);
  if (value instanceof Set) return redact([...value], depth);
  return redactFields(value, depth);
}

function redactFields(value: object, depth: number): object {
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [name, isSecret(name, field) ? REDACTED : redact(field, depth + 1)]),
  );
}

function errorFields(error: Error & { code?: unknown }, depth: number): object {
  return {
    type: error.name,
    message: redactText(error.message),
    ...(error.stack && { stack: redactText(error.stack) }),
    ...(error.code !== undefined && { code: error.code }),
    ...(error.cause !== undefined && { cause: redact(error.cause, depth + 1) }),
  };
}

function isSecret(name: string, field: unknown): boolean {
  if (field === undefined || field === null || typeof field === 'boolean') return false;
  // The tokens of a rate budget are a count.
  if (typeof field === 'number' && /tokens$/i.test(name)) return false;
  return SECRET_NAME.test(name) && !HARMLESS_NAME.test(name);
}

/** An address as it may be shown to its operator: without password and parameters. */
export function withoutPassword(address: string): string {
  const bare = address.replace(/\/\/([^/]*)@/, (_all, info: string) => {
    const [user = ''] = info.split(':');
    return user === '' ? '//' : `//${user}@`;
  });
  return bare.replace(/\?.*$/, '');
}
