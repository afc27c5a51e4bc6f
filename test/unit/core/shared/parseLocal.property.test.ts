import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseLocal } from '../../../../core/shared/instant.ts';

const ZONES = ['Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia', 'UTC'];

/** What a clock on the wall of a zone shows, by Intl alone: "2026-03-29 02:30:00". */
function wallClock(ms: number, zone: string): string {
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(ms);
}

test('a time on the wall is read back as an instant that shows it, around clock changes too', () => {
  const reached = { isTwice: 0, ordinary: 0 };
  const change = fc
    .tuple(
      fc.constantFrom('2026-03-29T01:00:00Z', '2026-10-25T01:00:00Z', '2026-04-04T15:00:00Z', '2026-11-01T06:00:00Z'),
    )
    .chain(([text]) => fc.integer({ min: -7200, max: 7200 }).map((seconds) => Date.parse(text) + seconds * 1000));
  const anyTime = fc.integer({ min: 0, max: 2_000_000_000 }).map((seconds) => seconds * 1000);
  fc.assert(
    fc.property(fc.oneof(change, anyTime), fc.constantFrom(...ZONES), (ms, zone) => {
      const wall = wallClock(ms, zone);
      const read = parseLocal(wall, zone);
      if (!read.ok) throw new Error(read.error);
      expect(wallClock(Date.parse(read.value), zone)).toBe(wall);
      const isFirst = Date.parse(read.value) === ms;
      if (isFirst) reached.ordinary++;
      else {
        reached.isTwice++;
        expect(Date.parse(read.value)).toBeLessThan(ms);
      }
    }),
    { numRuns: 800, seed: 5 },
  );
  expect(reached.isTwice).toBeGreaterThan(10);
  expect(reached.ordinary).toBeGreaterThan(300);
});

test('a time that a clock change skips is read with the offset before it', () => {
  expect(parseLocal('2026-03-29 01:30:00', 'Europe/London')).toEqual({ ok: true, value: '2026-03-29T01:30:00.000Z' });
});
