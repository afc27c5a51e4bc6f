const ALWAYS = [
  'authorization',
  'cookie',
  'set-cookie',
  'x-api-key',
  'password',
  'client_secret',
  'access_token',
  'refresh_token',
  'api_key',
  'assertion',
  'code_verifier',
];
export const REDACTED = '[redacted]';

/** What is taken out: everything under these names (header or JSON key), and these values wherever they stand. */
export type Redaction = { readonly names: readonly string[]; readonly values: readonly string[] };

/** Values shorter than this would take ordinary words out of a text. */
const MIN_SECRET_LENGTH = 4;

/** A copy of JSON-like data or headers without secrets, at any depth. Bytes become their number. */
export function redact(value: unknown, { names, values }: Redaction): unknown {
  return redactBy(value, new Set([...ALWAYS, ...names.map((name) => name.toLowerCase())]), values);
}

function redactBy(value: unknown, names: ReadonlySet<string>, values: readonly string[]): unknown {
  if (typeof value === 'string') return redactText(withoutFields(value, names), values);
  if (Array.isArray(value)) return value.map((item) => redactBy(item, names, values));
  if (value instanceof Map) return redactBy(Object.fromEntries(value), names, values);
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      names.has(name.toLowerCase()) ? REDACTED : redactBy(inner, names, values),
    ]),
  );
}

const FIELD = /"([\w-]{1,60})"\s*:\s*"(?:[^"\\]|\\.)*/g;

/** A text that is JSON, or was before it was cut: what stands under these names is taken out of it. */
function withoutFields(text: string, names: ReadonlySet<string>): string {
  return text.replace(FIELD, (field, name: string) =>
    names.has(name.toLowerCase()) ? `"${name}":"${REDACTED}` : field,
  );
}

/** Replaces secret values wherever they stand in a text, also as a URL, a form or XML writes them. */
export function redactText(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret.length >= MIN_SECRET_LENGTH)
    .flatMap((secret) => [secret, encodeURIComponent(secret), inXml(secret), inAttribute(secret)])
    .reduce((out, secret) => out.replaceAll(secret, REDACTED), text);
}

const inAttribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const inXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The values of a connection's secret settings, longest first, so that one inside another leaves no rest. */
export function secretsOf(settings: unknown, names: readonly string[]): readonly string[] {
  const entries = (settings ?? {}) as Readonly<Record<string, unknown>>;
  return names
    .map((name) => entries[name])
    .filter((value): value is string => typeof value === 'string' && value.length >= MIN_SECRET_LENGTH)
    .toSorted((a, b) => b.length - a.length);
}

/** The values that a request's own secret headers carry, as they are and without the scheme before them. */
export function secretHeaders(
  headers: Readonly<Record<string, string>> | undefined,
  names: readonly string[],
): readonly string[] {
  const secret = new Set([...ALWAYS, ...names.map((name) => name.toLowerCase())]);
  return Object.entries(headers ?? {})
    .filter(([name]) => secret.has(name.toLowerCase()))
    .flatMap(([, value]) => [value, value.replace(/^\S+\s+/, '')]);
}
