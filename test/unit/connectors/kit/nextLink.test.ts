import { expect, test } from 'vitest';
import { nextLink } from '../../../../connectors/kit/paging.ts';

test.each([
  ['<https://a/x?p=2>; rel="next"', 'https://a/x?p=2'],
  ['<https://a/x?a=1,2>; rel=next; title="a, b"', 'https://a/x?a=1,2'],
  ['<https://a/1>; rel="prev", <https://a/3>; rel="next"', 'https://a/3'],
  ['<https://a/1>; rel="prev"', null],
  [undefined, null],
])('the next of Link: %s is %s', (header, target) => {
  expect(nextLink(header)).toBe(target);
});
