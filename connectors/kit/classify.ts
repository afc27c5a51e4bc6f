import { type Fault, permanent, retryable } from '../../core/shared/fault.ts';
import type { HttpFailure } from './connector.ts';
import { PRIVATE_ADDRESS } from './egress.ts';

const DEFAULT_RETRY_MS = 2000;
const MAX_RETRY_MS = 3_600_000;

/** What a status that is not 2xx means, where the connector does not know better. `effect` is that of the request. */
export function classifyHttp({ status, headers, body }: HttpFailure, effect: 'read' | 'write', nowMs: number): Fault {
  const code = `http-${status}`;
  const message = `HTTP ${status}: ${describe(body)}`;
  const after = retryAfterMs(headers.get('retry-after'), nowMs);
  if (status === 429) return { kind: 'rate-limited', code, message, retryAfterMs: after ?? DEFAULT_RETRY_MS };
  if (status === 401 || status === 403) {
    return { kind: 'auth', code, message, remedy: status === 401 ? 'reconnect' : 'grant-scope' };
  }
  if (CONFLICTS.has(status)) return { kind: 'conflict', code, message };
  if (PASSING.has(status)) return retryable(code, message, after);
  if (status >= 500) return effect === 'write' ? { kind: 'in-doubt', code, message } : retryable(code, message, after);
  if (status < 400)
    return permanent('redirected', `HTTP ${status}: redirects are not followed; enter the final address`);
  return permanent(code, message);
}

const CONFLICTS = new Set([409, 412]);
/** The request was not carried out, and may be made again. */
const PASSING = new Set([408, 425, 503]);

/** Retry-After as seconds or as an HTTP date (RFC 9110, section 10.2.3), in milliseconds from now. */
export function retryAfterMs(header: string | undefined, nowMs: number): number | undefined {
  if (header === undefined) return undefined;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - nowMs;
  return Number.isNaN(ms) ? undefined : Math.min(MAX_RETRY_MS, Math.max(0, Math.ceil(ms)));
}

/** The first words of an answer, for people; an HTML page is named as one. */
function describe(body: unknown): string {
  const text =
    typeof body === 'string'
      ? body
      : body instanceof Uint8Array
        ? new TextDecoder().decode(body)
        : JSON.stringify(body);
  if (text === undefined || text === '') return 'no body';
  if (/^\s*<(!doctype|html)/i.test(text))
    return `an HTML page${/<title>([^<]*)/i.exec(text)?.[1]?.replace(/^/, ' titled ') ?? ''}`;
  return text.slice(0, 300);
}

/** Never left this machine, or was refused before it could be read. */
const NOT_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** What a broken call means: one that never left is tried again, a write that may have arrived is in doubt. */
export function classifyNetwork(code: string | undefined, message: string, effect: 'read' | 'write'): Fault {
  const name = `network-${(code ?? 'failed').toLowerCase()}`;
  if (code === PRIVATE_ADDRESS) return permanent('private-address', message);
  if (effect === 'write' && !(code !== undefined && NOT_SENT.has(code)))
    return { kind: 'in-doubt', code: name, message };
  return retryable(name, message);
}

/** An answer longer than the hub takes; its reading was broken off. A write that was answered so has arrived, most likely. */
export function answerTooLarge(most: number, effect: 'read' | 'write'): Fault {
  const message = `the answer is longer than ${most} bytes, and was not read`;
  return effect === 'write'
    ? { kind: 'in-doubt', code: 'answer-too-large', message }
    : permanent('answer-too-large', message);
}
