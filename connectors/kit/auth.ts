import type { Fault } from '../../core/shared/fault.ts';
import type { Grant } from '../../core/shared/grant.ts';
import type { Instant } from '../../core/shared/ids.ts';
import { epochMs } from '../../core/shared/instant.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { HttpClient, HttpRequest } from './io.ts';
import {
  type Asked,
  type AuthorizationCode,
  basic,
  type ClientCredentials,
  clientCredentialsGrant,
  type JwtBearer,
  jwtBearerGrant,
  refreshGrant,
} from './oauth.ts';
import { type RequestSignature, signatureOf, signedParts } from './signing.ts';
import type { Tokens } from './tokens.ts';

/** Where a token stands in a request. Default: `Authorization: Bearer …`. */
type TokenHeader = { readonly header?: { readonly name: string; readonly prefix: string } };

/** How a connector's requests show who they are. The kit does it; a connector never sees a token. */
export type Auth =
  | { readonly kind: 'none' }
  | { readonly kind: 'api-key'; readonly in: 'header' | 'query'; readonly name: string; readonly value: string }
  | { readonly kind: 'basic'; readonly user: string; readonly password: string }
  | ((ClientCredentials | AuthorizationCode | JwtBearer) & TokenHeader)
  | RequestSignature;

/**
 * The grant of a connection whose user agreed in a browser. `access` answers one whose access token is good, refreshed
 * by `refresh` where it is not: at most one refresh at a time in all processes, because a server that rotates refresh
 * tokens takes two for theft. `refused` is an access token that the system has just refused before its time. Null: nobody
 * has agreed yet.
 */
export type Grants = {
  access(
    refused: string | undefined,
    refresh: (refreshToken: string) => Promise<Result<Grant, Fault>>,
  ): Promise<Result<Grant, Fault> | null>;
};

export type Login = {
  readonly auth: Auth;
  /** Sends without credentials; URLs of logins are whole. */
  readonly http: HttpClient;
  readonly tokens: Tokens;
  readonly grants: Grants | undefined;
  readonly now: () => Instant;
};

const TOKEN = 'declared';

/** A request that shows who it is, and the token by which it does. */
export type Authorized = { readonly request: HttpRequest; readonly token?: string };

/** The request with its credentials. Faults: those of the token endpoint, and a connection nobody has agreed to yet. */
export async function withAuth(
  request: HttpRequest,
  login: Login,
  signal: AbortSignal,
): Promise<Result<Authorized, Fault>> {
  const { auth } = login;
  if (!('tokenUrl' in auth)) return ok({ request: withSecret(request, auth, login) });
  const token = await login.tokens.token(TOKEN, async () => accessToken(auth, login, signal));
  if (!token.ok) return token;
  const { name, prefix } = auth.header ?? { name: 'Authorization', prefix: 'Bearer ' };
  return ok({ request: withHeaders(request, { [name]: `${prefix}${token.value}` }), token: token.value });
}

function withSecret(
  request: HttpRequest,
  auth: Exclude<Auth, { readonly tokenUrl: string }>,
  login: Login,
): HttpRequest {
  if (auth.kind === 'none') return request;
  if (auth.kind === 'basic') return withHeaders(request, { Authorization: basic(auth.user, auth.password) });
  if (auth.kind === 'signature') return signed(request, auth, epochMs(login.now()));
  return auth.in === 'header'
    ? withHeaders(request, { [auth.name]: auth.value })
    : { ...request, query: { ...request.query, [auth.name]: auth.value } };
}

const withHeaders = (request: HttpRequest, headers: Readonly<Record<string, string>>): HttpRequest => ({
  ...request,
  headers: { ...request.headers, ...headers },
});

async function accessToken(auth: ClientCredentials | AuthorizationCode | JwtBearer, login: Login, signal: AbortSignal) {
  const asked: Asked = { http: login.http, now: login.now, signal };
  let isFresh = auth.kind !== 'authorization-code';
  const refresh = (refreshToken: string) => {
    isFresh = true;
    return refreshGrant(auth as AuthorizationCode, refreshToken, asked);
  };
  const grant = await grantOf(auth, login, asked, refresh);
  if (!grant.ok) return grant;
  const left = (epochMs(grant.value.expiresAt) - epochMs(login.now())) / 1000;
  return ok({ value: grant.value.accessToken, expiresInSeconds: left, isKept: !isFresh });
}

async function grantOf(
  auth: ClientCredentials | AuthorizationCode | JwtBearer,
  { grants, tokens }: Login,
  asked: Asked,
  refresh: Parameters<Grants['access']>[1],
): Promise<Result<Grant, Fault>> {
  switch (auth.kind) {
    case 'client-credentials':
      return clientCredentialsGrant(auth, asked);
    case 'jwt-bearer':
      return jwtBearerGrant(auth, asked);
    case 'authorization-code':
      return (await grants?.access(tokens.refused(), refresh)) ?? err(NOT_AGREED);
  }
}

/** Nobody has agreed yet in the browser. */
export const NOT_AGREED: Fault = {
  kind: 'auth',
  code: 'not-authorized',
  message: 'nobody has agreed to this connection yet',
  remedy: 'reconnect',
};

function signed(request: HttpRequest, auth: RequestSignature, nowMs: number): HttpRequest {
  const isText = typeof request.body === 'string';
  const body = isText ? (request.body as string) : request.body === undefined ? '' : JSON.stringify(request.body);
  const parts = signedParts({ ...request, body }, nowMs);
  const { headers = {}, query = {} } = auth.place(signatureOf(auth, parts), parts);
  const type = isText || body === '' ? {} : { 'Content-Type': 'application/json' };
  // Sent as the very text that was signed: another serializer may write numbers or order differently.
  const content = body === '' ? {} : { body };
  return { ...withHeaders(request, { ...type, ...headers }), ...content, query: { ...request.query, ...query } };
}

/** The whole URLs that a login goes to. */
export function loginUrls(auth: Auth): readonly string[] {
  return 'tokenUrl' in auth ? [auth.tokenUrl] : [];
}

/** The declaration with its URLs made whole. */
export function onLoginUrls(auth: Auth, whole: (url: string) => string): Auth {
  if (auth.kind === 'authorization-code')
    return { ...auth, tokenUrl: whole(auth.tokenUrl), authorizeUrl: whole(auth.authorizeUrl) };
  return 'tokenUrl' in auth ? { ...auth, tokenUrl: whole(auth.tokenUrl) } : auth;
}

/** The values of a declaration that must not be seen. */
export function secretsIn(auth: Auth): readonly string[] {
  switch (auth.kind) {
    case 'none':
      return [];
    case 'basic':
      return [auth.password, basic(auth.user, auth.password).slice('Basic '.length)];
    case 'api-key':
      return [auth.value];
    case 'signature':
    case 'jwt-bearer':
      return [auth.key];
    case 'client-credentials':
    case 'authorization-code':
      return auth.clientSecret === undefined
        ? []
        : [auth.clientSecret, basic(auth.clientId, auth.clientSecret).slice('Basic '.length)];
  }
}
