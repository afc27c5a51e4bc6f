import { createHmac, createPrivateKey, randomUUID, sign } from 'node:crypto';

/** What a signature can be made over. `query` in the order in which it is sent; `body` as it is sent. */
export type SignedParts = {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly epochMs: number;
  /** Different for every request. */
  readonly nonce: string;
};

/**
 * A signature under each request: `text` is what is signed, `place` where it stands. Both get the same parts, so that a
 * time or nonce that is signed is also sent.
 */
export type RequestSignature = {
  readonly kind: 'signature';
  readonly algorithm: 'hmac-sha1' | 'hmac-sha256' | 'hmac-sha512' | 'rsa-sha256';
  /** The shared secret, or the private key as PEM for RSA. */
  readonly key: string;
  readonly encoding: 'base64' | 'hex';
  readonly text: (parts: SignedParts) => string;
  readonly place: (
    signature: string,
    parts: SignedParts,
  ) => { readonly headers?: Readonly<Record<string, string>>; readonly query?: Readonly<Record<string, string>> };
};

/** The parts of a request that is sent at a time. */
export function signedParts(
  request: {
    readonly method: string;
    readonly url: string;
    readonly query?: object;
    readonly headers?: object;
    readonly body: string;
  },
  epochMs: number,
): SignedParts {
  const { host, pathname, searchParams } = new URL(request.url);
  const more = Object.entries(request.query ?? {}).map(([name, value]) => [name, String(value)] as const);
  return {
    method: request.method,
    host,
    path: pathname,
    query: [...searchParams.entries(), ...more],
    headers: { ...(request.headers as Record<string, string> | undefined) },
    body: request.body,
    epochMs,
    nonce: randomUUID(),
  };
}

/** Signs parts by the declaration: HMAC (RFC 2104) or RSASSA-PKCS1-v1_5 (RFC 8017). Throws for a key that is none. */
export function signatureOf({ algorithm, key, encoding, text }: RequestSignature, parts: SignedParts): string {
  const bytes = Buffer.from(text(parts));
  if (algorithm === 'rsa-sha256') return sign('sha256', bytes, createPrivateKey(key)).toString(encoding);
  return createHmac(algorithm.slice('hmac-'.length), key).update(bytes).digest(encoding);
}

export type JwtAlgorithm = 'RS256' | 'ES256' | 'HS256';

/** A signed JSON Web Token (RFC 7519, RFC 7515). Throws for a key that does not fit the algorithm. */
export function signJwt(
  claims: Readonly<Record<string, unknown>>,
  key: string,
  { algorithm, keyId }: { readonly algorithm: JwtAlgorithm; readonly keyId?: string | undefined },
): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const head = part({ alg: algorithm, typ: 'JWT', ...(keyId === undefined ? {} : { kid: keyId }) });
  const text = Buffer.from(`${head}.${part(claims)}`);
  const bytes =
    algorithm === 'HS256'
      ? createHmac('sha256', key).update(text).digest()
      : sign('sha256', text, { key: createPrivateKey(key), dsaEncoding: 'ieee-p1363' });
  return `${text}.${bytes.toString('base64url')}`;
}
