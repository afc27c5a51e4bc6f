import { expect, test } from 'vitest';
import { parseMatrix } from '../../../../pipelines/routing/parseMatrix.ts';

test('a matrix is rows of numbers, JSON rows, or distances with durations beside, as route matrix prints them', () => {
  const rows = [
    [0, 1.5],
    [2, 0],
  ];
  for (const text of ['0 1.5\n2 0\n', '0,1.5\n2;0', JSON.stringify(rows), JSON.stringify({ distance: rows })]) {
    expect(parseMatrix(text)).toEqual({ ok: true, value: { distance: rows } });
  }
  const given = {
    distance: rows,
    duration: [
      [0, 90],
      [80, 0],
    ],
  };
  expect(parseMatrix(JSON.stringify(given))).toEqual({ ok: true, value: given });
});

test.each([
  '0 1\n2',
  '0 -1\n1 0',
  '{"distance": [[0, null], [1, 0]]}',
  '{"distance": [[0]], "duration": [[0, 1]]}',
  '{',
])('what is no square of numbers from zero up is refused: %s', (text) =>
  expect(parseMatrix(text)).toMatchObject({ ok: false }),
);
