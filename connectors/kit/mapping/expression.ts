import { type ASTNode, Environment } from '@marcbachmann/cel-js';
import { err, ok, type Result } from '../../../core/shared/result.ts';

/**
 * Expressions of mappings are CEL (Common Expression Language): it has no loops beyond lists that are there, no
 * definitions, no effects, and is interpreted, never compiled into JavaScript. `matches` is left out: its patterns run on
 * the backtracking engine of JavaScript, where a bad one takes for ever.
 */
const ENVIRONMENT = new Environment({ limits: { maxAstNodes: 500, maxDepth: 40 } })
  .registerVariable('doc', 'dyn')
  .registerVariable('item', 'dyn')
  .registerVariable('value', 'dyn');

/** What an expression sees: the whole document, the innermost list element around the place, and the value there. */
export type Sight = { readonly doc: unknown; readonly item: unknown; readonly value: unknown };
export type Expression = (sight: Sight) => Result<unknown, string>;

/** Parses and type-checks an expression. The error says what is wrong with it. */
export function compileExpression(text: string): Result<Expression, string> {
  try {
    const parsed = ENVIRONMENT.parse(text);
    const checked = parsed.check();
    if (!checked.valid) return err(firstLine(checked.error));
    if (callsMatches(parsed.ast)) return err('matches() is not available: use contains, startsWith or endsWith');
    return ok((sight) => evaluated(parsed, sight));
  } catch (error) {
    return err(firstLine(error));
  }
}

function evaluated(run: (context: Record<string, unknown>) => unknown, sight: Sight): Result<unknown, string> {
  try {
    return ok(toJson(run({ doc: toCel(sight.doc), item: toCel(sight.item), value: toCel(sight.value) })));
  } catch (error) {
    return err(firstLine(error));
  }
}

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';

function callsMatches({ args }: ASTNode): boolean {
  const parts = Array.isArray(args) ? args.flat() : [args];
  return parts.includes('matches') || parts.some((part) => isNode(part) && callsMatches(part));
}

const isNode = (part: unknown): part is ASTNode =>
  typeof part === 'object' && part !== null && 'op' in part && 'args' in part;

/** Whole numbers are CEL's int, so that amounts in minor units stay exact and mix with the literals 1, 2, 3. */
function toCel(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (Array.isArray(value)) return value.map(toCel);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, toCel(part)]));
}

function toJson(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(toJson);
  if (value instanceof Map) return toJson(Object.fromEntries(value));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, toJson(part)]));
}
