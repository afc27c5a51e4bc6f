import { createHash } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import type { Auth, Grants } from '../../../../connectors/kit/auth.ts';
import { codeGrant, consentUrl, newAttempt } from '../../../../connectors/kit/oauth.ts';
import { retryable } from '../../../../core/shared/fault.ts';
import type { Grant } from '../../../../core/shared/grant.ts';
import { instantOf } from '../../../../core/shared/instant.ts';
import { err, ok } from '../../../../core/shared/result.ts';
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

describe('a declared way of authorizing', () => {
  test.each<[Auth, (told: Told) => unknown, unknown]>([
    [{ kind: 'api-key', in: 'header', name: 'X-Key', value: 'k-12345' }, ({ headers }) => headers['x-key'], 'k-12345'],
    [{ kind: 'api-key', in: 'query', name: 'key', value: 'k-12345' }, ({ query }) => query.get('key'), 'k-12345'],
    [{ kind: 'basic', user: 'u', password: 'p:w' }, ({ headers }) => headers.authorization, 'Basic dTpwOnc='],
    [{ kind: 'none' }, ({ headers }) => headers.authorization, undefined],
  ])('%j is in the request, and its secret in no trace', async (auth, shown, expected) => {
    const { url, told } = await server(() => ({}));
    const { io, traces } = probeIo(url, auth);
    await io.http.request({ method: 'GET', url: '/x', query: { a: 1 } }, signal());
    expect(told.map(shown)).toEqual([expected]);
    expect(told[0]?.query.get('a')).toBe('1');
    const text = JSON.stringify(traces);
    for (const secret of ['k-12345', 'p:w', 'dTpwOnc=']) expect(text).not.toContain(secret);
    await io.http.request({ method: 'GET', url: '/open', auth: 'none' }, signal());
    expect(JSON.stringify(told[1]?.headers)).not.toContain('dTpwOnc=');
    expect(told[1]?.query.get('key')).toBeNull();
  });
});

describe('client credentials', () => {
  const auth = (more: object = {}): Auth => ({
    kind: 'client-credentials',
    tokenUrl: '/token',
    clientId: 'id',
    clientSecret: 'secret-9',
    scope: 'a b',
    ...more,
  });
  const answers = (one: Told) => (isToken(one) ? { body: { access_token: 'token-77', expires_in: 100 } } : {});

  test.each([
    ['basic', undefined, /^grant_type=client_credentials&scope=a\+b$/, 'Basic aWQ6c2VjcmV0LTk='],
    ['the form', 'form', /client_id=id&client_secret=secret-9/, undefined],
    [
      'JSON',
      'json',
      /^{"grant_type":"client_credentials","scope":"a b","client_id":"id","client_secret":"secret-9"}$/,
      undefined,
    ],
  ] as const)(
    'by %s: one token for many calls, fetched anew before it expires',
    async (_, credentialsIn, body, header) => {
      const { url, told } = await server(answers);
      const { io, clock, traces } = probeIo(url, auth({ credentialsIn }));
      const get = () => io.http.request({ method: 'GET', url: '/x' }, signal());
      await Promise.all([get(), get(), get()]);
      expect(told.filter(isToken)).toHaveLength(1);
      expect(told.find(isToken)?.body).toMatch(body);
      expect(told.find(isToken)?.headers.authorization).toBe(header);
      expect(told.at(-1)?.headers.authorization).toBe('Bearer token-77');
      clock.ms += 71_000;
      await get();
      expect(told.filter(isToken)).toHaveLength(2);
      expect(JSON.stringify(traces)).not.toMatch(/token-77|secret-9|aWQ6c2VjcmV0LTk/);
    },
  );

  test('calls under way when a token is refused are all tried again, and credentials that stay refused are told', async () => {
    let good = 1;
    let issued = 0;
    const { url } = await server((one) => {
      if (isToken(one)) return { body: { access_token: `token-${++issued}` } };
      return one.headers.authorization === `Bearer token-${good}` ? {} : { status: 401 };
    });
    const { io } = probeIo(url, auth());
    const three = () => Promise.all([1, 2, 3].map(() => io.http.request({ method: 'GET', url: '/x' }, signal())));
    const kinds = async () => (await three()).map((answer) => (answer.ok ? 'ok' : answer.error.kind)).toSorted();
    expect(await kinds()).toEqual(['ok', 'ok', 'ok']);
    good = 2;
    expect(await kinds()).toEqual(['retryable', 'retryable', 'retryable']);
    expect(await kinds()).toEqual(['ok', 'ok', 'ok']);
    good = 99;
    expect(await kinds()).toEqual(['retryable', 'retryable', 'retryable']);
    expect(await kinds()).toContain('auth');
  });

  test('a vendor may want the token in a header of its own', async () => {
    const { url, told } = await server(answers);
    const { io } = probeIo(url, auth({ header: { name: 'X-Access', prefix: '' } }));
    await io.http.request({ method: 'GET', url: '/x' }, signal());
    expect(told.at(-1)?.headers['x-access']).toBe('token-77');
  });

  test.each([
    [401, { error: 'invalid_client' }, 'auth', 'oauth-invalid_client'],
    [400, { error: 'invalid_scope' }, 'auth', 'oauth-invalid_scope'],
    [400, 'nonsense', 'auth', 'http-400'],
    [200, { error: 'invalid_grant', error_description: 'gone' }, 'auth', 'grant-revoked'],
    [503, {}, 'retryable', 'http-503'],
    [400, { error: 'temporarily_unavailable' }, 'retryable', 'oauth-temporarily_unavailable'],
    [429, {}, 'rate-limited', 'http-429'],
    [200, { token: 'elsewhere' }, 'permanent', 'unexpected-shape'],
  ])('a token endpoint that answers %d %j is a fault of kind %s', async (status, body, kind, code) => {
    const { url } = await server(() => ({ status, body }));
    const answer = await probeIo(url, auth()).io.http.request({ method: 'POST', url: '/x', body: {} }, signal());
    expect(answer).toMatchObject({ ok: false, error: { kind, code } });
  });

  test('a login on another host of the vendor is taken to the base URL, where a simulator stands in', async () => {
    const { url, told } = await server(answers);
    const { io } = probeIo(url, auth({ tokenUrl: 'https://login.probe.example/token' }));
    expect(await io.http.request({ method: 'GET', url: '/x' }, signal())).toMatchObject({ ok: true });
    expect(told[0]?.path).toBe('/token');
  });
});

describe('an authorization by a user', () => {
  const auth: Auth & { kind: 'authorization-code' } = {
    kind: 'authorization-code',
    authorizeUrl: '/authorize',
    tokenUrl: '/token',
    clientId: 'id',
    clientSecret: 'secret-9',
    scope: 'orders',
  };
  const grant = (accessToken: string, expiresInMs = 60_000): Grant => ({
    accessToken,
    refreshToken: 'refresh-1',
    expiresAt: instantOf(Date.UTC(2026, 2, 1) + expiresInMs),
    scope: null,
  });

  test('is asked for with a state and the S256 challenge of a verifier, never the verifier itself', () => {
    const attempt = newAttempt();
    const url = new URL(
      consentUrl({ ...auth, authorizeUrl: 'https://v.example/authorize?x=1' }, attempt, 'https://hub/oauth/callback'),
    );
    const challenge = createHash('sha256').update(attempt.verifier).digest('base64url');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      x: '1',
      response_type: 'code',
      client_id: 'id',
      redirect_uri: 'https://hub/oauth/callback',
      scope: 'orders',
      state: attempt.state,
      code_challenge: challenge,
      code_challenge_method: 'S256',
    });
    expect(attempt.verifier.length).toBeGreaterThanOrEqual(43);
  });

  test('is exchanged with the code and the verifier, and kept with its refresh token and end', async () => {
    const { url, told } = await server(() => ({
      body: { access_token: 'a', refresh_token: 'r', expires_in: '60', scope: 'orders' },
    }));
    const { io } = probeIo(url, { kind: 'none' });
    const brought = { code: 'c-1', verifier: 'v-1', redirectUri: 'https://hub/oauth/callback' };
    const got = await codeGrant(auth, brought, { http: io.http, now: io.now, signal: signal() });
    expect(got).toEqual(
      ok({ accessToken: 'a', refreshToken: 'r', expiresAt: '2026-03-01T00:01:00.000Z', scope: 'orders' }),
    );
    expect(Object.fromEntries(new URLSearchParams(told[0]?.body))).toEqual({
      grant_type: 'authorization_code',
      code: 'c-1',
      code_verifier: 'v-1',
      redirect_uri: 'https://hub/oauth/callback',
    });
  });

  test('that nobody has given yet is an auth fault, and nothing is sent', async () => {
    const { url, told } = await server(() => ({}));
    const answer = await probeIo(url, auth).io.http.request({ method: 'GET', url: '/x' }, signal());
    expect(answer).toMatchObject({ error: { kind: 'auth', code: 'not-authorized' } });
    expect(told).toEqual([]);
  });

  test('whose token is refused before its time is refreshed once, and the work is tried again', async () => {
    const { url, told } = await server((one) => {
      if (isToken(one)) return { body: { access_token: 'token-2', refresh_token: 'refresh-2' } };
      return one.headers.authorization === 'Bearer token-2' ? {} : { status: 401 };
    });
    let kept = grant('token-1');
    const refusals: (string | undefined)[] = [];
    const grants: Grants = {
      async access(refused, refresh) {
        refusals.push(refused);
        if (refused !== kept.accessToken) return ok(kept);
        const fresh = await refresh(kept.refreshToken ?? '');
        if (fresh.ok) kept = fresh.value;
        return fresh;
      },
    };
    const { io, traces } = probeIo(url, auth, grants);
    const get = () => io.http.request({ method: 'GET', url: '/x' }, signal());
    expect(await get()).toMatchObject({ error: { kind: 'retryable', code: 'token-refused' } });
    expect(await get()).toMatchObject({ ok: true });
    expect(refusals).toEqual([undefined, 'token-1']);
    expect(kept).toMatchObject({ accessToken: 'token-2', refreshToken: 'refresh-2' });
    expect(told.filter(isToken).map(({ body }) => body)).toEqual(['grant_type=refresh_token&refresh_token=refresh-1']);
    expect(JSON.stringify(traces)).not.toMatch(/refresh-\d|token-\d/);
  });

  test('that was revoked is an auth fault; one that cannot be refreshed just now passes', async () => {
    const { url } = await server((one) =>
      isToken(one) ? { status: 400, body: { error: 'invalid_grant' } } : { status: 401 },
    );
    const refused: Grants = { access: (_, refresh) => refresh('refresh-1') };
    const get = (grants: Grants) => probeIo(url, auth, grants).io.http.request({ method: 'GET', url: '/x' }, signal());
    expect(await get(refused)).toMatchObject({ error: { kind: 'auth', code: 'grant-revoked' } });
    expect(await get({ access: async () => err(retryable('database', 'away')) })).toMatchObject({
      error: { kind: 'retryable' },
    });
  });
});
