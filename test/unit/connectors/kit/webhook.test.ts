import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { signStandard, verifyHmac, verifyStandard, verifyToken } from '../../../../connectors/kit/webhook.ts';
import { instantOf } from '../../../../core/shared/instant.ts';

const SECRET = `whsec_${Buffer.from('0123456789abcdef0123456789abcdef').toString('base64')}`;
const SECONDS = 1_767_225_600;
const body = new TextEncoder().encode('{"type":"order.created","data":{"n":"ü"}}');

function request(headers: Record<string, string>, more: { body?: Uint8Array; lateMs?: number } = {}) {
  return {
    headers: new Map(Object.entries(headers)),
    body: more.body ?? body,
    receivedAt: instantOf(SECONDS * 1000 + (more.lateMs ?? 0)),
  };
}

const signed = (signature: string) => ({
  'webhook-id': 'msg_1',
  'webhook-timestamp': String(SECONDS),
  'webhook-signature': signature,
});

test('signs as the reference library of Standard Webhooks does', () => {
  const theirs = new Webhook(SECRET).sign('msg_1', new Date(SECONDS * 1000), new TextDecoder().decode(body));
  expect(signStandard(SECRET, 'msg_1', SECONDS, body)).toBe(theirs);
  expect(verifyStandard(request(signed(theirs)), SECRET).ok).toBe(true);
});

test('one of several signatures is enough while a secret is rotated', () => {
  const good = signStandard(SECRET, 'msg_1', SECONDS, body);
  expect(verifyStandard(request(signed(`v1,AAAA v1a,zzz ${good}`)), SECRET).ok).toBe(true);
});

test('a timestamp five minutes away is let in, and refused a second later', () => {
  const headers = signed(signStandard(SECRET, 'msg_1', SECONDS, body));
  expect(verifyStandard(request(headers, { lateMs: 300_000 }), SECRET).ok).toBe(true);
  expect(verifyStandard(request(headers, { lateMs: 301_000 }), SECRET)).toMatchObject({
    error: { kind: 'auth', code: 'signature-stale' },
  });
  expect(verifyStandard(request(headers, { lateMs: -301_000 }), SECRET).ok).toBe(false);
});

test('a plain HMAC is checked in base64 and in hex', () => {
  const hex = createHmac('sha256', 'shared-secret').update(body).digest('hex');
  const base64 = Buffer.from(hex, 'hex').toString('base64');
  expect(verifyHmac(request({ 'x-sig': base64 }), 'x-sig', 'shared-secret').ok).toBe(true);
  expect(verifyHmac(request({ 'x-sig': hex }), 'x-sig', 'shared-secret', 'hex').ok).toBe(true);
  expect(verifyHmac(request({ 'x-sig': hex.slice(2) }), 'x-sig', 'shared-secret', 'hex').ok).toBe(false);
  expect(verifyHmac(request({}), 'x-sig', 'shared-secret')).toMatchObject({ error: { code: 'signature-missing' } });
});

test('a token is known by itself alone, whatever the body is', () => {
  expect(verifyToken(request({ 'x-token': 'agreed-token' }), 'x-token', 'agreed-token').ok).toBe(true);
  expect(verifyToken(request({ 'x-token': 'agreed-toke' }), 'x-token', 'agreed-token')).toMatchObject({
    error: { kind: 'auth', code: 'signature-wrong' },
  });
  expect(verifyToken(request({}), 'x-token', 'agreed-token')).toMatchObject({ error: { code: 'signature-missing' } });
});
