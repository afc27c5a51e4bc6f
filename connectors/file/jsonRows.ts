import { UnreadableFile } from './csv.ts';
import { type FileRow, unreadableRow } from './fileRow.ts';
import type { FileMapping } from './mapping.ts';
import { fieldsOf, type Walk } from './tree.ts';

const MAX_LINE = 16 * 2 ** 20;

const WALK: Walk = {
  inner(node, name) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, name)) return [];
    const value = (node as Readonly<Record<string, unknown>>)[name];
    if (Array.isArray(value)) return value;
    return value === null || value === undefined ? [] : [value];
  },
  text: (node) => (typeof node === 'object' ? JSON.stringify(node) : String(node)),
};

/** The order lines of a JSON Lines text. A line that is not JSON is a row with a problem, and the next one is read. */
export async function* jsonRows(
  chunks: AsyncIterable<string>,
  mapping: FileMapping,
): AsyncIterable<readonly FileRow[]> {
  let rest = '';
  let line = 0;
  for await (const chunk of chunks) {
    const texts = (rest + chunk).split('\n');
    rest = texts.pop() ?? '';
    if (rest.length > MAX_LINE) throw new UnreadableFile('the line is too long', line + texts.length + 1);
    yield texts.flatMap((text) => rowsOf(text, ++line, mapping));
  }
  yield rowsOf(rest, ++line, mapping);
}

function rowsOf(text: string, line: number, mapping: FileMapping): readonly FileRow[] {
  if (text.trim() === '') return [];
  let record: unknown;
  try {
    record = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch {
    return [unreadableRow(line, 'not-json')];
  }
  const found = fieldsOf(record, mapping, WALK).map((fields) => ({ line, fields }));
  return found.length > 0 ? found : [unreadableRow(line, 'without-lines')];
}
