import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { type Problem, type Rounding, readProblem } from '../../core/routing/index.ts';
import { err, type Result } from '../../core/shared/result.ts';

const MAX_BYTES = 64 * 1024 * 1024;

/** Reads a file as text, unpacked when it is gzip; refuses above 64 MB, packed or not, before it is parsed. */
export async function readText(path: string): Promise<Result<string, string>> {
  try {
    const bytes = await readFile(path);
    if (bytes.length > MAX_BYTES) return err(`${path} is larger than 64 MB`);
    const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
    const plain = isPacked ? await promisify(gunzip)(bytes, { maxOutputLength: MAX_BYTES }) : bytes;
    return { ok: true, value: plain.toString('utf8') };
  } catch (cause) {
    return err(`${path} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

/** Reads a routing problem from a file, packed or not. */
export async function readRouting(path: string, rounding: Rounding): Promise<Result<Problem, string>> {
  const text = await readText(path);
  if (!text.ok) return text;
  const problem = readProblem(text.value, rounding);
  return problem.ok ? problem : err(`${path}: ${problem.error}`);
}
