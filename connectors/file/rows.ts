import { type CsvRow, CsvSplitter, UnreadableFile } from './csv.ts';
import type { FileRow } from './fileRow.ts';
import { jsonRows } from './jsonRows.ts';
import { FIELDS, type FileMapping } from './mapping.ts';
import { xmlRows } from './xmlRows.ts';

/** The order lines of a text that arrives in chunks, as many at a time as a chunk completes. */
export async function* readRows(
  chunks: AsyncIterable<string>,
  mapping: FileMapping,
): AsyncIterable<readonly FileRow[]> {
  switch (mapping.format) {
    case 'csv':
      yield* csvRows(chunks, mapping);
      return;
    case 'json-lines':
      yield* jsonRows(chunks, mapping);
      return;
    case 'xml':
      yield* xmlRows(chunks, mapping);
  }
}

async function* csvRows(chunks: AsyncIterable<string>, mapping: FileMapping): AsyncIterable<readonly FileRow[]> {
  const splitter = new CsvSplitter(mapping.delimiter);
  let header: readonly string[] | undefined;
  let places: readonly number[] = [];
  const toRow = (row: CsvRow): FileRow => {
    const fields = places.map((place) => (place < 0 ? '' : (row.values[place] ?? '')));
    const problem = row.problem ?? (row.values.length === header?.length ? undefined : 'wrong-number-of-columns');
    return { line: row.line, fields, whole: row.values, ...(problem && { problem }) };
  };
  const take = (rows: readonly CsvRow[]): readonly FileRow[] => {
    const [first, ...rest] = rows;
    if (header !== undefined || first === undefined) return rows.map(toRow);
    header = first.values;
    places = placesOf(header, mapping);
    return rest.map(toRow);
  };
  for await (const chunk of chunks) yield take(splitter.push(chunk));
  yield take(splitter.end());
}

function placesOf(header: readonly string[], { id, columns }: FileMapping): readonly number[] {
  return FIELDS.map((field) => {
    const column = columns[field];
    const place = column === undefined ? -1 : header.indexOf(column);
    if (place < 0 && column !== undefined && NEEDED.has(field)) {
      throw new UnreadableFile(`the mapping ${id} needs a column ${column}; there are ${header.join(', ')}`, 1);
    }
    return place;
  });
}

const NEEDED: ReadonlySet<string> = new Set(['order', 'sku', 'quantity', 'unitPrice', 'placedAt']);
