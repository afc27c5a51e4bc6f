import { readFile, stat } from 'node:fs/promises';
import { parse } from 'yaml';
import { err, type Result } from '../../core/shared/result.ts';
import { type CompiledRules, checkRules, type RulesFinding } from '../../core/sourcing/index.ts';

const MAX_BYTES = 50_000_000;

/** Reads rules from a JSON or YAML file (JSON is YAML too). The findings are of the file or of what it says. */
export async function readRules(path: string): Promise<Result<CompiledRules, readonly RulesFinding[]>> {
  let text: string;
  try {
    const { size } = await stat(path);
    if (size > MAX_BYTES) return unreadable(path, `it has ${size} bytes, more than ${MAX_BYTES}`);
    text = await readFile(path, 'utf8');
  } catch (error) {
    return unreadable(path, `it cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
  }
  try {
    return checkRules(text.trimStart().startsWith('{') ? JSON.parse(text) : parse(text));
  } catch (error) {
    return unreadable(path, (error as Error).message);
  }
}

const unreadable = (path: string, message: string): Result<never, readonly RulesFinding[]> =>
  err([{ at: path, message }]);
