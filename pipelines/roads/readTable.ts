import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { err, ok, type Result } from '../../core/shared/result.ts';

/** Reads the named columns of a CSV file of numbers, plain or gzip, line by line. The error is one sentence about the file. */
export async function readTable(path: string, columns: readonly string[]): Promise<Result<number[][], string>> {
  const text = await readWhole(path);
  if (!text.ok) return text;
  const lines = text.value.split(/\r?\n/);
  const header = (lines[0] ?? '').split(',').map((name) => name.trim());
  const missing = columns.find((name) => !header.includes(name));
  if (missing !== undefined) return err(`${path} has no column ${missing}`);
  const places = columns.map((name) => header.indexOf(name));
  const rows: number[][] = [];
  for (const [k, line] of lines.entries()) {
    if (k === 0 || line === '') continue;
    const cells = line.split(',');
    const row = places.map((place) => Number(cells[place] || Number.NaN));
    if (row.some(Number.isNaN)) return err(`${path}: line ${k + 1} lacks a number`);
    rows.push(row);
  }
  return ok(rows);
}

async function readWhole(path: string): Promise<Result<string, string>> {
  try {
    const bytes = await readFile(path);
    const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
    return ok((isPacked ? await promisify(gunzip)(bytes) : bytes).toString('utf8'));
  } catch (cause) {
    return err(`${path} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}
