import { createHash, createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';
import type { Fault } from '../../core/shared/fault.ts';
import { epochMs } from '../../core/shared/instant.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { RawRequest } from './connector.ts';

const refuse = (code: string, message: string): Result<never, Fault> =>
  err({ kind: 'auth', code, message, remedy: 'reconnect' });

/** Whether a header carries the HMAC-SHA256 of the raw body under a secret; compared in constant time. */
export function verifyHmac(
  request: RawRequest,
  header: string,
  secret: string,
  encoding: 'base64' | 'hex' = 'base64',
): Result<void, Fault> {
  const given = request.headers.get(header);
  if (!given) return refuse('signature-missing', `the header ${header} is missing`);
  // Compared as text: decoding would pass over what stands behind the padding.
  const expected = createHmac('sha256', keyOf(secret, 'utf8')).update(request.body).digest(encoding);
  return equals(Buffer.from(encoding === 'hex' ? given.toLowerCase() : given), Buffer.from(expected))
    ? ok(undefined)
    : refuse('signature-wrong', `${header} does not match the body`);
}

/**
 * Whether a header carries a token that was agreed with the sender; compared in constant time. For senders that sign nothing:
 * a token shows who it is, and the body is as good as the line that it came by.
 */
export function verifyToken(request: RawRequest, header: string, token: string): Result<void, Fault> {
  const given = request.headers.get(header);
  if (!given) return refuse('signature-missing', `the header ${header} is missing`);
  const digest = (text: string): Uint8Array => createHash('sha256').update(text).digest();
  return equals(digest(given), digest(token)) ? ok(undefined) : refuse('signature-wrong', `${header} is not the token`);
}

function equals(given: Uint8Array, expected: Uint8Array): boolean {
  return given.length === expected.length && timingSafeEqual(given, expected);
}

const TOLERANCE_MS = 5 * 60_000;

const keys = new Map<string, KeyObject>();
const MAX_KEYS = 1000;

/** The key of a secret, made once: Node makes one from bytes in four times the time that the signature then takes. */
function keyOf(secret: string, encoding: 'utf8' | 'base64'): KeyObject {
  const name = `${encoding} ${secret}`;
  const known = keys.get(name);
  if (known) return known;
  if (keys.size >= MAX_KEYS) keys.clear();
  const key = createSecretKey(Buffer.from(secret, encoding));
  keys.set(name, key);
  return key;
}

/** Signs a message by Standard Webhooks: "v1," and the base64 HMAC-SHA256 of "id.timestamp.body". */
export function signStandard(secret: string, id: string, timestampSeconds: number, body: Uint8Array): string {
  const key = keyOf(secret.replace(/^whsec_/, ''), 'base64');
  const hmac = createHmac('sha256', key).update(`${id}.${timestampSeconds}.`).update(body);
  return `v1,${hmac.digest('base64')}`;
}

/**
 * Checks a Standard Webhooks signature (headers webhook-id, webhook-timestamp, webhook-signature; several signatures may
 * stand side by side while a secret is rotated). A timestamp more than five minutes away is refused.
 */
export function verifyStandard(request: RawRequest, secret: string): Result<void, Fault> {
  const id = request.headers.get('webhook-id');
  const timestamp = Number(request.headers.get('webhook-timestamp'));
  const signatures = request.headers.get('webhook-signature');
  if (!id || !signatures || !Number.isSafeInteger(timestamp) || timestamp <= 0) {
    return refuse('signature-missing', 'webhook-id, webhook-timestamp and webhook-signature are needed');
  }
  if (Math.abs(epochMs(request.receivedAt) - timestamp * 1000) > TOLERANCE_MS) {
    return refuse('signature-stale', 'webhook-timestamp is more than five minutes away');
  }
  const expected = Buffer.from(signStandard(secret, id, timestamp, request.body));
  const isSigned = signatures.split(' ').some((signature) => equals(Buffer.from(signature), expected));
  return isSigned ? ok(undefined) : refuse('signature-wrong', 'webhook-signature does not match the body');
}
