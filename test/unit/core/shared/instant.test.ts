import { describe, expect, test } from 'vitest';
import { parseInstant, parseLocal } from '../../../../core/shared/instant.ts';

describe('an instant', () => {
  test('keeps its moment when its offset becomes UTC', () => {
    expect(parseInstant('2026-03-01T10:00:00+02:00')).toEqual({ ok: true, value: '2026-03-01T08:00:00.000Z' });
  });

  test.each(['2026-03-01T10:00:00', '2026-03-01', 'yesterday', '2026-13-01T00:00:00Z'])('%s is refused', (text) => {
    expect(parseInstant(text).ok).toBe(false);
  });
});

describe('a local time in Europe/London', () => {
  test.each([
    ['in winter', '2010-12-01 08:26:00', '2010-12-01T08:26:00.000Z'],
    ['in summer', '2011-07-01 12:00:00', '2011-07-01T11:00:00.000Z'],
    ['that the clock change skips, by the offset before it', '2011-03-27 01:30:00', '2011-03-27T01:30:00.000Z'],
    ['that happens twice, as its first occurrence', '2011-10-30 01:30:00', '2011-10-30T00:30:00.000Z'],
  ])('%s', (_, text, utc) => {
    expect(parseLocal(text, 'Europe/London')).toEqual({ ok: true, value: utc });
  });

  test.each([
    '2011-02-30 10:00:00',
    '2011-13-01 10:00:00',
    '2011-00-10 10:00:00',
    '2011-01-00 10:00:00',
    '2011-01-10 24:00:00',
    '2011-01-10 10:60:00',
    '2011-01-10 10:00:60',
  ])('%s, which no calendar and no clock shows, is refused', (text) => {
    expect(parseLocal(text, 'Europe/London')).toMatchObject({ ok: false });
  });
});
