import { createHmac, createPublicKey, createVerify, generateKeyPairSync, verify } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import type { Auth } from '../../../../connectors/kit/auth.ts';
import { listen, probeIo, type Told } from '../../../support/probe.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function server(answer: Parameters<typeof listen>[0]) {
  const served = await listen(answer);
  closing.push(served.close);
  return served;
}
const signal = (): AbortSignal => new AbortController().signal;
const isToken = ({ path }: Told): boolean => path === '/token';

test('a JWT is signed by the private key and exchanged for a token', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { url, told } = await server((one) => (isToken(one) ? { body: { access_token: 'jwt-token' } } : {}));
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const auth: Auth = {
    kind: 'jwt-bearer',
    tokenUrl: '/token',
    issuer: 'me',
    audience: 'https://a',
    key,
    algorithm: 'ES256',
  };
  const { io, traces } = probeIo(url, auth);
  await io.http.request({ method: 'GET', url: '/x' }, signal());
  const assertion = new URLSearchParams(told[0]?.body).get('assertion') ?? '';
  const [head = '', claims = '', signature = ''] = assertion.split('.');
  const bytes = Buffer.from(signature, 'base64url');
  expect(verify('sha256', Buffer.from(`${head}.${claims}`), { key: publicKey, dsaEncoding: 'ieee-p1363' }, bytes)).toBe(
    true,
  );
  expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({ iss: 'me', aud: 'https://a' });
  expect(told[1]?.headers.authorization).toBe('Bearer jwt-token');
  expect(JSON.stringify(traces)).not.toContain(signature);
});

describe('signed requests', () => {
  test('HMAC is made over the very body that is sent, with its time', async () => {
    const { url, told } = await server(() => ({}));
    const auth: Auth = {
      kind: 'signature',
      algorithm: 'hmac-sha256',
      key: 'shared-secret',
      encoding: 'hex',
      text: ({ method, path, query, body, epochMs }) =>
        [method, path, new URLSearchParams(query as [string, string][]), epochMs, body].join('\n'),
      place: (signature, { epochMs }) => ({ headers: { 'X-Sign': signature, 'X-Time': String(epochMs) } }),
    };
    const { io, traces } = probeIo(url, auth);
    await io.http.request(
      { method: 'POST', url: '/a/b', query: { q: 'ü z' }, body: { n: 1.5, deep: ['x'] } },
      signal(),
    );
    const [one] = told;
    if (!one) throw new Error('nothing came');
    const text = ['POST', '/a/b', one.query, one.headers['x-time'], one.body].join('\n');
    expect(one.headers['x-sign']).toBe(createHmac('sha256', 'shared-secret').update(text).digest('hex'));
    expect(one.headers['content-type']).toBe('application/json');
    expect(JSON.parse(one.body)).toEqual({ n: 1.5, deep: ['x'] });
    expect(JSON.stringify(traces)).not.toContain('shared-secret');
  });

  test('RSA signs what the public key verifies, also in a parameter', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const { url, told } = await server(() => ({}));
    const auth: Auth = {
      kind: 'signature',
      algorithm: 'rsa-sha256',
      key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      encoding: 'base64',
      text: ({ nonce }) => nonce,
      place: (sign, { nonce }) => ({ query: { sign, nonce } }),
    };
    await probeIo(url, auth).io.http.request({ method: 'GET', url: '/x' }, signal());
    const query = told[0]?.query;
    const verifier = createVerify('sha256').update(query?.get('nonce') ?? '');
    expect(
      verifier.verify(
        createPublicKey(publicKey.export({ type: 'spki', format: 'pem' })),
        query?.get('sign') ?? '',
        'base64',
      ),
    ).toBe(true);
  });
});
