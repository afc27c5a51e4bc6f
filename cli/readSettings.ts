import { readFileSync } from 'node:fs';
import type { Problem } from '../boot/problem.ts';
import { err, ok, type Result } from '../core/shared/result.ts';

export type Settings = Readonly<Record<string, unknown>>;

/**
 * The settings of a connection from a JSON file (`-` is stdin) and `name=value` pairs that win over it; `name:=value`
 * is JSON, for numbers, flags and lists. A file keeps secrets out of the list of processes.
 */
export function readSettings(file: string | undefined, pairs: readonly string[]): Result<Settings, Problem> {
  const settings: Record<string, unknown> = {};
  if (file !== undefined) {
    const read = readFile(file);
    if (!read.ok) return read;
    Object.assign(settings, read.value);
  }
  for (const pair of pairs) {
    const [, name = '', isJson, text = ''] = /^([\w.-]+)(:)?=(.*)$/s.exec(pair) ?? [];
    if (name === '') return err(malformed(`"${pair}" is not name=value or name:=JSON.`));
    const value = isJson ? parsed(text) : text;
    if (value === undefined) return err(malformed(`The value of ${name} is not JSON.`));
    settings[name] = value;
  }
  return ok(settings);
}

function readFile(file: string): Result<Settings, Problem> {
  try {
    const value = parsed(readFileSync(file === '-' ? 0 : file, 'utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return ok(value as Settings);
    return err(malformed(`${file} does not hold a JSON object.`));
  } catch (error) {
    return err(malformed(`${file} cannot be read: ${(error as Error).message}.`));
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const malformed = (message: string): Problem => ({
  code: 'malformed-settings',
  message,
  next: 'See crossdock connector list for what a connector needs.',
});
