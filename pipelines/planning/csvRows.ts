import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { UnreadableInput } from './unreadableInput.ts';

/**
 * Streams the rows of a CSV file (RFC 4180, UTF-8; `.gz` is unpacked) to `onRow`, header included; blank lines are
 * skipped. The array is reused for the next row. Own code because the planning budget is 5 s for 541,909 lines of which
 * the general parser takes 2.3 s by itself, this one 0.7 s. Rejects when the file cannot be read, is not gzip though
 * named so, or ends inside a quoted field.
 */
export async function eachCsvRow(
  file: string,
  onRow: (row: readonly string[]) => void,
  signal?: AbortSignal,
): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  const sink = async (source: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of source) rest = cutRows(rest + decoder.decode(chunk, { stream: true }), onRow);
    rest = cutRows(`${rest}${decoder.decode()}\n`, onRow);
    if (rest !== '') throw new UnreadableInput(`${file} ends inside a quoted field`);
  };
  const options = signal ? { signal } : {};
  const source = createReadStream(file, { highWaterMark: 1 << 20 });
  if (file.endsWith('.gz')) await pipeline(source, createGunzip({ chunkSize: 1 << 18 }), sink, options);
  else await pipeline(source, sink, options);
}

/** Hands on every whole row of the text and gives back what may still go on. */
function cutRows(text: string, onRow: (row: readonly string[]) => void): string {
  const row: string[] = [];
  let start = 0;
  for (;;) {
    const next = readRow(text, start, row);
    if (next < 0) return text.slice(start);
    if (row.length > 1 || row[0] !== '') onRow(row);
    start = next;
  }
}

/** Reads one row into `row`; gives where the next one starts, −1 when the text does not hold the whole row. */
function readRow(text: string, start: number, row: string[]): number {
  row.length = 0;
  let at = start;
  for (;;) {
    const end = fieldEnd(text, at);
    if (end < 0 || end >= text.length) return -1;
    row.push(fieldText(text, at, end));
    at = end + 1;
    // The LF of a CRLF makes a blank row, which is skipped.
    if (text.charCodeAt(end) !== COMMA) return at;
  }
}

const QUOTE = 34;
const COMMA = 44;
const LF = 10;
const CR = 13;

/** Where the field that starts at `at` ends: its comma, its line end or the end of the text; −1 inside an open quote. */
function fieldEnd(text: string, at: number): number {
  let end = at;
  if (text.charCodeAt(at) === QUOTE) {
    end = text.indexOf('"', at + 1);
    while (end >= 0 && text.charCodeAt(end + 1) === QUOTE) end = text.indexOf('"', end + 2);
    if (end < 0) return -1;
    end++;
  }
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (code === COMMA || code === LF || code === CR) break;
    end++;
  }
  return end;
}

function fieldText(text: string, from: number, to: number): string {
  if (text.charCodeAt(from) !== QUOTE) return text.slice(from, to);
  const inner = text.slice(from + 1, to - 1);
  return inner.includes('""') ? inner.replaceAll('""', '"') : inner;
}
