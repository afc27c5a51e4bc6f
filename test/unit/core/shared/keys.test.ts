import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseGtin } from '../../../../core/shared/gtin.ts';
import { partitionOf } from '../../../../core/shared/partition.ts';
import { referenceOf } from '../../../../core/shared/reference.ts';

describe('a reference', () => {
  test('is the plain name where every system can carry it', () => {
    expect(referenceOf('shop', '5123')).toBe('shop-5123');
  });

  test('fits everywhere and is never shared by two records', () => {
    const seen = new Map<string, string>();
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 60 }), (externalId) => {
        const reference = referenceOf('shop', externalId);
        expect(reference).toMatch(/^[A-Za-z0-9_-]{1,30}$/);
        expect(seen.get(reference) ?? externalId).toBe(externalId);
        seen.set(reference, externalId);
      }),
      { numRuns: 3000, seed: 4 },
    );
  });
});

test('subjects spread over the partitions', () => {
  const counts = new Array<number>(8).fill(0);
  for (let i = 0; i < 8000; i++)
    counts[partitionOf('shop', `order/${i}`, 8)] = (counts[partitionOf('shop', `order/${i}`, 8)] ?? 0) + 1;
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(200);
});

test.each([
  ['4006381333931', true],
  ['0036000291452', true],
  ['73513537', true],
  ['4006381333932', false],
  ['123', false],
])('GTIN %s is valid: %s', (text, isValid) => {
  expect(parseGtin(text).ok).toBe(isValid);
});
