import { expect, test } from 'vitest';
import { classifyHttp, classifyNetwork, retryAfterMs } from '../../../../connectors/kit/classify.ts';
import { isPrivateAddress } from '../../../../connectors/kit/egress.ts';

const NOW = Date.UTC(2026, 0, 1);
const answer = (status: number, body: unknown = '', headers: Record<string, string> = {}) => ({
  status,
  headers: new Map(Object.entries(headers)),
  body,
});

test.each([
  { status: 400, read: 'permanent', write: 'permanent' },
  { status: 401, read: 'auth', write: 'auth' },
  { status: 403, read: 'auth', write: 'auth' },
  { status: 404, read: 'permanent', write: 'permanent' },
  { status: 408, read: 'retryable', write: 'retryable' },
  { status: 409, read: 'conflict', write: 'conflict' },
  { status: 412, read: 'conflict', write: 'conflict' },
  { status: 422, read: 'permanent', write: 'permanent' },
  { status: 425, read: 'retryable', write: 'retryable' },
  { status: 429, read: 'rate-limited', write: 'rate-limited' },
  { status: 500, read: 'retryable', write: 'in-doubt' },
  { status: 502, read: 'retryable', write: 'in-doubt' },
  { status: 503, read: 'retryable', write: 'retryable' },
  { status: 504, read: 'retryable', write: 'in-doubt' },
  { status: 301, read: 'permanent', write: 'permanent' },
])('HTTP $status is $read for a read and $write for a write', ({ status, read, write }) => {
  expect(classifyHttp(answer(status), 'read', NOW).kind).toBe(read);
  expect(classifyHttp(answer(status), 'write', NOW).kind).toBe(write);
});

test('Retry-After is read as seconds and as a date, and bounded to an hour', () => {
  expect(retryAfterMs('2.5', NOW)).toBe(2500);
  expect(retryAfterMs('Thu, 01 Jan 2026 00:00:30 GMT', NOW)).toBe(30_000);
  expect(retryAfterMs('Wed, 31 Dec 2025 00:00:00 GMT', NOW)).toBe(0);
  expect(retryAfterMs('999999', NOW)).toBe(3_600_000);
  expect(retryAfterMs('soon', NOW)).toBeUndefined();
  expect(retryAfterMs(undefined, NOW)).toBeUndefined();
});

test('an HTML page is named by its title, not printed', () => {
  const page = '<!doctype html><html><head><title>502 Bad Gateway</title></head></html>';
  expect(classifyHttp(answer(502, page), 'read', NOW).message).toBe('HTTP 502: an HTML page titled 502 Bad Gateway');
});

test.each(['ECONNREFUSED', 'ENOTFOUND', 'CERT_HAS_EXPIRED'])('%s: a write never left, so it is tried again', (code) => {
  expect(classifyNetwork(code, 'no', 'write').kind).toBe('retryable');
});

test.each(['ECONNRESET', 'ETIMEDOUT', 'EPIPE', undefined])('%s: a write may have arrived', (code) => {
  expect(classifyNetwork(code, 'no', 'write').kind).toBe('in-doubt');
  expect(classifyNetwork(code, 'no', 'read').kind).toBe('retryable');
});

test.each([
  ['127.0.0.1', true],
  ['10.1.2.3', true],
  ['172.31.0.1', true],
  ['172.32.0.1', false],
  ['192.168.1.1', true],
  ['169.254.169.254', true],
  ['100.64.0.1', true],
  ['8.8.8.8', false],
  ['::1', true],
  ['fd00::1', true],
  ['fe80::1', true],
  ['::ffff:10.0.0.1', true],
  ['2a00:1450:4001::1', false],
  ['example.com', false],
])('%s is private: %s', (address, isPrivate) => {
  expect(isPrivateAddress(address)).toBe(isPrivate);
});
