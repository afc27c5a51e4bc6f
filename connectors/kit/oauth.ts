import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type Fault, permanent, retryable } from '../../core/shared/fault.ts';
import type { Grant } from '../../core/shared/grant.ts';
import type { Instant } from '../../core/shared/ids.ts';
import { epochMs, instantOf } from '../../core/shared/instant.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { HttpClient, HttpFailure, HttpRequest } from './io.ts';
import { parseWire } from './parse.ts';
import { type JwtAlgorithm, signJwt } from './signing.ts';

/** How a client of OAuth 2 names itself to the token endpoint (RFC 6749, section 2.3.1). */
type TokenEndpoint = {
  /** A path on the connection's server, or a whole URL. */
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret?: string | undefined;
  /** Where id and secret stand: HTTP Basic, the form, or a JSON body as some vendors have it. Default: basic. */
  readonly credentialsIn?: 'basic' | 'form' | 'json';
  readonly scope?: string | undefined;
  /** Further parameters that the vendor asks for. */
  readonly more?: Readonly<Record<string, string>>;
  /** How long a token lives whose answer does not say. Default: an hour. */
  readonly lifetimeSeconds?: number;
};

export type ClientCredentials = TokenEndpoint & { readonly kind: 'client-credentials' };
export type AuthorizationCode = TokenEndpoint & {
  readonly kind: 'authorization-code';
  readonly authorizeUrl: string;
  /** Further parameters of the page where the user agrees, such as `access_type=offline`. */
  readonly consent?: Readonly<Record<string, string>>;
};
/** A JWT as authorization grant (RFC 7523, section 2.1). */
export type JwtBearer = {
  readonly kind: 'jwt-bearer';
  readonly tokenUrl: string;
  readonly issuer: string;
  readonly subject?: string;
  readonly audience: string;
  /** PEM, or the shared secret for HS256. */
  readonly key: string;
  readonly keyId?: string;
  readonly algorithm: JwtAlgorithm;
  readonly scope?: string;
  readonly lifetimeSeconds?: number;
};

const TokenAnswer = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).optional(),
  expires_in: z.coerce.number().positive().optional(),
  scope: z.string().optional(),
});
const DEFAULT_SECONDS = 3600;

export type Asked = { readonly http: HttpClient; readonly now: () => Instant; readonly signal: AbortSignal };
type Params = Readonly<Record<string, string | undefined>>;

/** Asks for a token by client credentials (RFC 6749, section 4.4). */
export function clientCredentialsGrant(auth: ClientCredentials, asked: Asked): Promise<Result<Grant, Fault>> {
  return ask(auth, { grant_type: 'client_credentials', scope: auth.scope }, asked);
}

/** Exchanges the code that the user's browser brought back, with the PKCE verifier (RFC 7636, section 4.5). */
export function codeGrant(
  auth: AuthorizationCode,
  { code, verifier, redirectUri }: { readonly code: string; readonly verifier: string; readonly redirectUri: string },
  asked: Asked,
): Promise<Result<Grant, Fault>> {
  const params = { grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: redirectUri };
  return ask(auth, params, asked);
}

/** Refreshes a grant (RFC 6749, section 6). A server that rotates no refresh token leaves the old one good. */
export async function refreshGrant(
  auth: AuthorizationCode,
  refreshToken: string,
  asked: Asked,
): Promise<Result<Grant, Fault>> {
  const fresh = await ask(auth, { grant_type: 'refresh_token', refresh_token: refreshToken }, asked);
  if (!fresh.ok) return fresh;
  return ok({ ...fresh.value, refreshToken: fresh.value.refreshToken ?? refreshToken });
}

const JWT_SECONDS = 300;

/** Asks for a token with a signed JWT instead of a secret. */
export function jwtBearerGrant(auth: JwtBearer, asked: Asked): Promise<Result<Grant, Fault>> {
  const at = Math.floor(epochMs(asked.now()) / 1000);
  const { issuer: iss, subject: sub, audience: aud, algorithm, keyId, lifetimeSeconds = JWT_SECONDS } = auth;
  const claims = { iss, ...(sub ? { sub } : {}), aud, iat: at, exp: at + lifetimeSeconds, jti: randomUUID() };
  const assertion = signJwt(claims, auth.key, { algorithm, keyId });
  const params = { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion, scope: auth.scope };
  return ask({ tokenUrl: auth.tokenUrl, clientId: '', credentialsIn: 'form' }, params, asked);
}

async function ask(endpoint: TokenEndpoint, params: Params, asked: Asked): Promise<Result<Grant, Fault>> {
  const request = tokenRequest(endpoint, params);
  const answer = await asked.http.request({ ...request, effect: 'read', auth: 'none', classify }, asked.signal);
  if (!answer.ok) return answer;
  // Some endpoints refuse with 200.
  const refused = refusalOf(answer.value.body);
  if (refused) return err(refused);
  const token = parseWire(TokenAnswer, answer.value.body, 'token answer');
  if (!token.ok) return token;
  const { access_token, refresh_token, expires_in, scope } = token.value;
  const seconds = expires_in ?? endpoint.lifetimeSeconds ?? DEFAULT_SECONDS;
  return ok({
    accessToken: access_token,
    refreshToken: refresh_token ?? null,
    expiresAt: instantOf(epochMs(asked.now()) + seconds * 1000),
    scope: scope ?? null,
  });
}

function tokenRequest(
  endpoint: TokenEndpoint,
  params: Params,
): Pick<HttpRequest, 'method' | 'url' | 'headers' | 'body'> {
  const { tokenUrl: url, clientId, clientSecret, credentialsIn = 'basic', more } = endpoint;
  const isBasic = credentialsIn === 'basic' && clientSecret !== undefined;
  const self = isBasic || clientId === '' ? {} : { client_id: clientId, client_secret: clientSecret };
  const fields = Object.entries({ ...params, ...self, ...more }).filter(
    (field): field is [string, string] => field[1] !== undefined,
  );
  if (credentialsIn === 'json') return { method: 'POST', url, body: Object.fromEntries(fields) };
  const headers = {
    'Content-Type': 'application/x-www-form-urlencoded',
    ...(isBasic ? { Authorization: basic(clientId, clientSecret ?? '') } : {}),
  };
  return { method: 'POST', url, headers, body: new URLSearchParams(fields).toString() };
}

/** The value of an Authorization header by RFC 7617. */
export function basic(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}

/** Errors of a token endpoint (RFC 6749, section 5.2): what a person must mend, and what passes. */
function classify({ status, body }: HttpFailure): Fault | undefined {
  if (status === 429 || status === 408 || status >= 500) return undefined;
  const named = refusalOf(body);
  if (named) return named;
  const message = `the token endpoint answers HTTP ${status}`;
  return status === 404 ? permanent('token-endpoint', message) : reconnect(`http-${status}`, message);
}

function refusalOf(body: unknown): Fault | undefined {
  const { error, error_description: text } = (typeof body === 'object' && body !== null ? body : {}) as Record<
    string,
    unknown
  >;
  if (typeof error !== 'string') return undefined;
  const message = typeof text === 'string' ? `${error}: ${text.slice(0, 200)}` : error;
  if (error === 'temporarily_unavailable' || error === 'server_error') return retryable(`oauth-${error}`, message);
  if (error === 'invalid_scope') return { kind: 'auth', code: 'oauth-invalid_scope', message, remedy: 'grant-scope' };
  return reconnect(error === 'invalid_grant' ? 'grant-revoked' : `oauth-${error}`.slice(0, 60), message);
}

const reconnect = (code: string, message: string): Fault => ({ kind: 'auth', code, message, remedy: 'reconnect' });

/** What one attempt of a user to agree needs to be recognised by: `state` against forgery, `verifier` for PKCE. */
export type Attempt = { readonly state: string; readonly verifier: string };

export function newAttempt(): Attempt {
  return { state: randomBytes(32).toString('base64url'), verifier: randomBytes(48).toString('base64url') };
}

/** The page where the user agrees (RFC 6749, section 4.1.1), with PKCE by S256 (RFC 7636, section 4.3). */
export function consentUrl(auth: AuthorizationCode, { state, verifier }: Attempt, redirectUri: string): string {
  const url = new URL(auth.authorizeUrl);
  const params = {
    response_type: 'code',
    client_id: auth.clientId,
    redirect_uri: redirectUri,
    ...(auth.scope === undefined ? {} : { scope: auth.scope }),
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...auth.consent,
  };
  for (const [name, value] of Object.entries(params)) url.searchParams.set(name, value);
  return url.toString();
}
