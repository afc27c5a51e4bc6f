import { readFileSync } from 'node:fs';
import type { Problem } from '../boot/problem.ts';
import { err, ok, type Result } from '../core/shared/result.ts';

/** The JSON of a file; `-` is stdin. */
export function readInput(file: string): Result<unknown, Problem> {
  try {
    return ok(JSON.parse(readFileSync(file === '-' ? 0 : file, 'utf8')));
  } catch (error) {
    const message = `${file === '-' ? 'stdin' : file} cannot be read as JSON: ${(error as Error).message}.`;
    return err({ code: 'malformed-input', message, next: 'Give a file with one JSON value, or - for stdin.' });
  }
}
