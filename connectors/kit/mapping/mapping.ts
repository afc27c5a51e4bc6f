import type { CanonicalRecord } from '../../../core/documents/index.ts';
import { type Fault, permanent } from '../../../core/shared/fault.ts';
import { err, ok, type Result } from '../../../core/shared/result.ts';
import { parseDocument } from '../parse.ts';
import { compileExpression, type Expression } from './expression.ts';
import { MappingBody, type Rule } from './mappingBody.ts';
import { type Place, placesAt } from './places.ts';

/** A mapping ready to be applied. A document that a rule touches is checked again, whole. */
export type Mapping = {
  map(record: CanonicalRecord, direction: Rule['direction']): Result<CanonicalRecord, Fault>;
};

type Compiled = { readonly rule: Rule; readonly index: number; readonly when?: Expression; readonly to?: Expression };

/** Compiles rules, in their order. The fault names the first that is wrong by a pointer into the mapping. */
export function compileMapping(body: unknown): Result<Mapping, Fault> {
  const parsed = MappingBody.safeParse(body);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return err(permanent('mapping-malformed', issue?.message ?? 'not a mapping', `/${(issue?.path ?? []).join('/')}`));
  }
  const compiled: Compiled[] = [];
  for (const [index, rule] of parsed.data.rules.entries()) {
    const when = expressionAt(rule.when, `/rules/${index}/when`);
    if (!when.ok) return when;
    const to = expressionAt(rule.to, `/rules/${index}/to`);
    if (!to.ok) return to;
    compiled.push({ rule, index, ...(when.value ? { when: when.value } : {}), ...(to.value ? { to: to.value } : {}) });
  }
  return ok({ map: (record, direction) => mapRecord(compiled, record, direction) });
}

function expressionAt(text: string | undefined, at: string): Result<Expression | undefined, Fault> {
  if (text === undefined) return ok(undefined);
  const expression = compileExpression(text);
  return expression.ok ? expression : err(permanent('mapping-malformed', expression.error, at));
}

function mapRecord(
  all: readonly Compiled[],
  record: CanonicalRecord,
  direction: Rule['direction'],
): Result<CanonicalRecord, Fault> {
  const rules = all.filter(({ rule }) => rule.document === record.name && rule.direction === direction);
  if (rules.length === 0) return ok(record);
  const document = structuredClone(record.document) as object;
  for (const compiled of rules) {
    const applied = applyRule(compiled, document);
    if (!applied.ok) return applied;
  }
  const checked = parseDocument(record.name, document);
  if (!checked.ok)
    return err({ ...checked.error, code: 'mapping-invalid', message: `after mapping: ${checked.error.message}` });
  return ok({ name: record.name, document: checked.value } as CanonicalRecord);
}

function applyRule(compiled: Compiled, doc: object): Result<void, Fault> {
  for (const place of placesAt(doc, compiled.rule.at)) {
    const changed = changeAt(compiled, doc, place);
    if (!changed.ok) return err(permanent('mapping-failed', `rule ${compiled.index}: ${changed.error}`, place.pointer));
  }
  return ok(undefined);
}

function changeAt({ rule, when, to }: Compiled, doc: object, place: Place): Result<void, string> {
  const sight = { doc, item: place.item, value: place.value() ?? null };
  const holds = when ? when(sight) : ok(true);
  if (!holds.ok) return holds;
  if (holds.value !== true) return ok(undefined);
  if (rule.drop) return ok(place.drop());
  const value = to ? to(sight) : codeOf(rule, sight.value);
  if (!value.ok) return value;
  return ok(value.value === undefined ? undefined : place.set(value.value));
}

/** The value by the table; undefined to leave it. A place with no value has no code. */
function codeOf({ codes = {}, unlisted }: Rule, value: unknown): Result<unknown, string> {
  if (value === null) return ok(undefined);
  const code = String(value);
  if (Object.hasOwn(codes, code)) return ok(codes[code]);
  return unlisted === 'keep' ? ok(undefined) : err(`${JSON.stringify(code)} is not in the table`);
}

/** A connector's own rules and then those of a connection, which has the last word. */
export function mergedMapping(defaults: MappingBody | undefined, override: unknown): unknown {
  const { rules = [] } = (override ?? {}) as { rules?: readonly unknown[] };
  return { rules: [...(defaults?.rules ?? []), ...rules] };
}
