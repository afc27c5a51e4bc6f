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
];
export const REDACTED = '[redacted]';

/** A copy of JSON-like data or headers in which the values of secret names are replaced, at any depth. */
export function redact(value: unknown, names: readonly string[]): unknown {
  return redactBy(value, new Set([...ALWAYS, ...names.map((name) => name.toLowerCase())]));
}

function redactBy(value: unknown, secret: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((item) => redactBy(item, secret));
  if (value instanceof Map) return redactBy(Object.fromEntries(value), secret);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      secret.has(name.toLowerCase()) ? REDACTED : redactBy(inner, secret),
    ]),
  );
}

/** Replaces secret values wherever they stand in a text: for error messages and logs. */
export function redactText(text: string, secrets: readonly string[]): string {
  return secrets.filter((secret) => secret.length >= 4).reduce((out, secret) => out.replaceAll(secret, REDACTED), text);
}
