import { expect, test } from 'vitest';
import { wrapLines } from '../../../../connectors/kit/wrapLines.ts';

test.each([
  ['', []],
  ['Alter Wall 1', ['Alter Wall', '1']],
  ['one two three', ['one two', 'three']],
  ['Donaudampfschiff 7', ['Donaudampf', 'schiff 7']],
  ['  a   b  ', ['a b']],
])('%j becomes %j in lines of ten', (text, lines) => {
  expect(wrapLines(text, 10)).toEqual(lines);
});
