import fc from 'fast-check';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { column, jsonColumn, openDatabase } from '../../store/database.ts';

let pool: pg.Pool;
beforeAll(() => {
  pool = openDatabase({ url: inject('databaseUrl'), max: 1, onError: () => undefined });
});
afterAll(() => pool.end());

// PostgreSQL's text holds neither U+0000 nor halves of a surrogate pair.
const text = fc.string({ unit: 'grapheme' }).map((s) => s.replaceAll('\0', ''));
const nasty = fc.constantFrom(
  '',
  'NULL',
  'null',
  '{}',
  '{a,b}',
  '"',
  '\\',
  '\\"',
  ' ',
  'a b',
  ',',
  '\n',
  '\u001e',
  "'",
  'é',
);

describe('columns of parameters', () => {
  test('carry any text to PostgreSQL as it is, and nothing as null', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(text, nasty, fc.constant(null)), { maxLength: 50 }), async (values) => {
        const { rows } = await pool.query('select v from unnest($1::text[]) with ordinality as t (v, n) order by n', [
          column(values, (value) => value),
        ]);
        expect(rows.map(({ v }) => v)).toEqual(values);
      }),
      { numRuns: 60 },
    );
  });

  test('carry bytes, numbers, flags and instants', async () => {
    const bytes = [new Uint8Array([0, 255, 92, 34]), new Uint8Array()];
    const { rows } = await pool.query(
      `select encode(b, 'hex') as b, n, f, i from unnest($1::bytea[], $2::bigint[], $3::boolean[], $4::timestamptz[]) as t (b, n, f, i)`,
      [
        column(bytes, (value) => value),
        column([Number.MAX_SAFE_INTEGER, -1], (value) => value),
        column([true, false], (value) => value),
        column(['2026-03-01T10:00:00.123Z', '-infinity'], (value) => value),
      ],
    );
    expect(rows).toEqual([
      { b: '00ff5c22', n: '9007199254740991', f: true, i: '2026-03-01 10:00:00.123+00' },
      { b: '', n: '-1', f: false, i: '-infinity' },
    ]);
  });

  test('carry any JSON', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ a: text, b: nasty, c: fc.integer() }), { minLength: 1 }),
        async (values) => {
          const { rows } = await pool.query(
            'select v::json as v from unnest(string_to_array($1, chr(30))) with ordinality as t (v, n) order by n',
            [jsonColumn(values, (value) => value)],
          );
          expect(rows.map(({ v }) => v)).toEqual(values);
        },
      ),
      { numRuns: 40 },
    );
  });
});
