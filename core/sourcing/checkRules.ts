import { SourcingRules } from '../documents/index.ts';
import { err, type Result } from '../shared/result.ts';
import { type CompiledRules, compileRules, type RulesFinding } from './compileRules.ts';

/** Reads rules as somebody wrote them, from JSON or YAML values; every finding at once, each with its place. */
export function checkRules(input: unknown): Result<CompiledRules, readonly RulesFinding[]> {
  const read = SourcingRules.safeParse(input);
  if (read.success) return compileRules(read.data, read.data.name);
  return err(read.error.issues.map(({ path, message }) => ({ at: path.join('.') || 'rules', message })));
}

/** Findings as one text for a person. */
export const findingsText = (findings: readonly RulesFinding[]): string =>
  findings.map(({ at, message }) => `${at}: ${message}`).join('; ');
