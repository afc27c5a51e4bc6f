import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CsvSplitter, UnreadableFile } from '../../../../connectors/file/csv.ts';

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** A field as a writer may write it: quoted when it must be, and sometimes when it need not. */
const field = fc
  .record({
    text: fc.string({ unit: fc.constantFrom('a', 'ü', '日', '7', ' ', '"', ',', '\n', '\r\n', '.'), maxLength: 8 }),
    isQuoted: fc.boolean(),
  })
  .map(({ text, isQuoted }) => ({ text, written: isQuoted || /["\n\r,]/.test(text) ? quoted(text) : text }));

const csv = fc
  .record({
    rows: fc.array(fc.array(field, { minLength: 2, maxLength: 5 }), { maxLength: 12 }),
    lineEnd: fc.constantFrom('\n', '\r\n'),
    isEnded: fc.boolean(),
    isMarked: fc.boolean(),
  })
  .map(({ rows, lineEnd, isEnded, isMarked }) => {
    const written = rows.map((row) => row.map((one) => one.written).join(',')).join(lineEnd);
    return `${isMarked ? '\ufeff' : ''}${written}${isEnded && rows.length > 0 ? lineEnd : ''}`;
  });

function split(text: string, sizes: readonly number[]): readonly (readonly string[])[] {
  const splitter = new CsvSplitter();
  const rows: (readonly string[])[] = [];
  let at = 0;
  for (let i = 0; at < text.length; i++) {
    const size = sizes[i % sizes.length] ?? 1;
    rows.push(...splitter.push(text.slice(at, at + size)).map(({ values }) => values));
    at += size;
  }
  rows.push(...splitter.end().map(({ values }) => values));
  return rows;
}

test('any CSV, cut anywhere, is split as csv-parse splits it whole', () => {
  const reached = { quotes: 0, lineEndsInside: 0, cutRows: 0, rows: 0 };
  fc.assert(
    fc.property(csv, fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 }), (text, sizes) => {
      const expected = parse(text, { relax_column_count: true, bom: true, record_delimiter: ['\r\n', '\n'] });
      expect(split(text, sizes)).toEqual(expected);
      expect(split(text, [text.length + 1])).toEqual(expected);
      if (text.includes('""')) reached.quotes++;
      if (/"[^"]*\n[^"]*"/.test(text)) reached.lineEndsInside++;
      if (expected.length > 1) reached.rows++;
      if (expected.some((row) => row.join(',').length > 7)) reached.cutRows++;
    }),
    { numRuns: 1500, seed: 11 },
  );
  for (const times of Object.values(reached)) expect(times).toBeGreaterThan(100);
});

test('a row knows the line that it begins on', () => {
  const splitter = new CsvSplitter();
  const rows = splitter.push('a,b\n"x\ny",2\n\n3,4\n');
  expect(rows.map(({ line }) => line)).toEqual([1, 2, 5]);
});

test('text behind a closing quote is a problem of that row alone', () => {
  const rows = new CsvSplitter().push('"a"x,1\n"b",2\n');
  expect(rows).toEqual([
    { line: 1, values: ['a', '1'], problem: 'text-after-a-quote' },
    { line: 2, values: ['b', '2'] },
  ]);
});

test('a quote that is never closed stops the reading at its line, before memory is full', () => {
  const splitter = new CsvSplitter();
  splitter.push('a,b\n');
  const fill = () => {
    for (let i = 0; i < 100; i++) splitter.push(i === 0 ? '"open' : 'x'.repeat(65_536));
  };
  expect(fill).toThrow(UnreadableFile);
  const ended = new CsvSplitter();
  ended.push('1,2\n"open');
  expect(() => ended.end()).toThrow('line 2');
});
