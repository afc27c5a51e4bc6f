import { expect, test } from 'vitest';
import { type Awaited, latenessOf } from '../../../../core/fulfillment/index.ts';
import type { Instant } from '../../../../core/shared/ids.ts';

const at = (text: string) => `2026-05-${text}:00:00.000Z` as Instant;
const DAY = 86_400_000;
const awaited: Awaited = { shippedAt: at('01T12'), promisedAt: at('04T18'), expectedAt: null, usualTransitMs: null };

test.each([
  ['before its promise, with nothing predicted, is not late', {}, at('04T17'), null],
  ['after its promise is late', {}, at('04T19'), { why: 'promise-passed', predictedAt: null }],
  [
    'that usually takes longer than was promised will be late',
    { usualTransitMs: 4 * DAY },
    at('02T00'),
    { why: 'usually-late', predictedAt: at('05T12') },
  ],
  ['that usually takes less is not late', { usualTransitMs: 2 * DAY }, at('02T00'), null],
  [
    'that its carrier expects later than promised will be late',
    { expectedAt: at('05T09') },
    at('02T00'),
    { why: 'carrier-expects-late', predictedAt: at('05T09') },
  ],
  [
    'that its carrier expects in time is not, whatever is usual',
    { expectedAt: at('03T09'), usualTransitMs: 9 * DAY },
    at('02T00'),
    null,
  ],
] as const)('a delivery %s', (_, more, now, expected) => {
  expect(latenessOf({ ...awaited, ...more }, now)).toEqual(expected);
});
