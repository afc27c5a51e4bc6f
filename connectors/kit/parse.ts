import type { z } from 'zod';
import { DOCUMENTS, type DocumentName, type DocumentOf } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';

/** Checks a candidate against a canonical document's schema and fills its defaults. The fault names the first place. */
export function parseDocument<Name extends DocumentName>(
  name: Name,
  candidate: unknown,
): Result<DocumentOf<Name>, Fault> {
  const schema = DOCUMENTS[name] as unknown as z.ZodType<DocumentOf<Name>>;
  return parseWith(schema, candidate, 'invalid-document', `canonical ${name}`);
}

/** Checks what a system sent against the part of its shape that the connector uses. */
export function parseWire<T>(schema: z.ZodType<T>, raw: unknown, what: string): Result<T, Fault> {
  return parseWith(schema, raw, 'unexpected-shape', what);
}

function parseWith<T>(schema: z.ZodType<T>, value: unknown, code: string, what: string): Result<T, Fault> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  const at = `/${(issue?.path ?? []).map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`;
  const more = parsed.error.issues.length > 1 ? ` (and ${parsed.error.issues.length - 1} more)` : '';
  return err(permanent(code, `${what} at ${at}: ${issue?.message ?? 'not valid'}${more}`, at));
}

/** A JSON value without its nulls, for systems that write null for what there is not. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value).filter(([, part]) => part !== null);
  return Object.fromEntries(parts.map(([name, part]) => [name, withoutNulls(part)]));
}
