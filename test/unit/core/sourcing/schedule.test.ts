import { describe, expect, test } from 'vitest';
import { LocationProfile, SourcingRules } from '../../../../core/documents/index.ts';
import type { LocationId, OrderLineId } from '../../../../core/shared/ids.ts';
import { sourceOrder } from '../../../../core/sourcing/index.ts';
import { Schedule } from '../../../../core/sourcing/schedule.ts';
import { rulesOf } from './arbitraries.ts';

const schedule = (profile: Parameters<typeof LocationProfile.parse>[0]): Schedule =>
  new Schedule(LocationProfile.parse(profile));
const at = (text: string): number => Date.parse(text);
const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

describe('a cut-off on a daylight-saving day is a local time, whatever the offset', () => {
  test.each([
    // The day before, the day of the change, the day after: spring forward, then back.
    ['Europe/Berlin', '15:00', '2026-03-28T12:00:00Z', '2026-03-28T14:00:00.000Z'],
    ['Europe/Berlin', '15:00', '2026-03-29T12:00:00Z', '2026-03-29T13:00:00.000Z'],
    ['Europe/Berlin', '15:00', '2026-10-24T12:00:00Z', '2026-10-24T13:00:00.000Z'],
    ['Europe/Berlin', '15:00', '2026-10-25T12:00:00Z', '2026-10-25T14:00:00.000Z'],
    ['America/New_York', '17:00', '2026-03-07T12:00:00Z', '2026-03-07T22:00:00.000Z'],
    ['America/New_York', '17:00', '2026-03-08T12:00:00Z', '2026-03-08T21:00:00.000Z'],
    ['America/New_York', '17:00', '2026-11-01T12:00:00Z', '2026-11-01T22:00:00.000Z'],
    // Half an hour, on the southern side.
    ['Australia/Lord_Howe', '16:00', '2026-04-04T00:00:00Z', '2026-04-04T05:00:00.000Z'],
    ['Australia/Lord_Howe', '16:00', '2026-04-05T00:00:00Z', '2026-04-05T05:30:00.000Z'],
    ['Australia/Lord_Howe', '16:00', '2026-10-04T00:00:00Z', '2026-10-04T05:00:00.000Z'],
    // The clock goes forward at midnight: the day has no 00:00.
    ['America/Santiago', '00:30', '2026-09-06T05:00:00Z', '2026-09-06T04:30:00.000Z'],
    // No change at all.
    ['Asia/Kolkata', '15:00', '2026-03-29T06:00:00Z', '2026-03-29T09:30:00.000Z'],
    // Skipped (02:30 does not exist): read with the offset before the change. Twice: the first.
    ['Europe/Berlin', '02:30', '2026-03-29T10:00:00Z', '2026-03-29T01:30:00.000Z'],
    ['Europe/Berlin', '02:30', '2026-10-25T10:00:00Z', '2026-10-25T00:30:00.000Z'],
    ['America/New_York', '01:30', '2026-11-01T12:00:00Z', '2026-11-01T05:30:00.000Z'],
  ])('%s %s on the day of %s is %s', (zone, cutOff, now, expected) => {
    expect(iso(schedule({ zone, cutOff }).cutOffToday(at(now)))).toBe(expected);
  });

  test('one minute decides on both days of the change', () => {
    const berlin = schedule({ zone: 'Europe/Berlin', cutOff: '15:00' });
    for (const [now, leaves] of [
      ['2026-03-29T13:00:00Z', '2026-03-29T13:00:00.000Z'],
      ['2026-03-29T13:01:00Z', '2026-03-30T13:00:00.000Z'],
      ['2026-10-25T14:00:00Z', '2026-10-25T14:00:00.000Z'],
      ['2026-10-25T14:01:00Z', '2026-10-26T14:00:00.000Z'],
      ['2026-10-24T13:01:00Z', '2026-10-25T14:00:00.000Z'],
    ] as const) {
      expect([now, iso(berlin.leavesAt(at(now)))]).toEqual([now, leaves]);
    }
  });

  test('an order at 13:30 UTC leaves Berlin today in winter and is too late for today in summer', () => {
    const rules = rulesOf({
      filters: { cutOff: true },
      locations: { a: { zone: 'Europe/Berlin', cutOff: '15:00' } },
    });
    const order = (now: string) => ({
      demands: [{ line: '1' as OrderLineId, quantity: 1, available: new Map([['a' as LocationId, 5]]) }],
      nowMs: at(now),
      placedMs: at(now),
      promisedMs: null,
      channel: 'online' as const,
      country: null,
      postalCode: null,
    });
    const candidates = [{ id: 'a' as LocationId, code: 'a', priority: 1 }];
    const why = (now: string) => sourceOrder(rules, order(now), candidates).verdicts[0];
    expect(why('2026-03-28T13:30:00Z')).toMatchObject({ reason: 'won' });
    expect(why('2026-03-29T13:30:00Z')).toEqual({ code: 'a', reason: 'past-cut-off', figure: 30 });
    expect(why('2026-10-24T13:30:00Z')).toMatchObject({ reason: 'past-cut-off' });
    expect(why('2026-10-25T13:30:00Z')).toMatchObject({ reason: 'won' });
  });
});

describe('hours over midnight', () => {
  const night = schedule({ zone: 'Europe/Berlin', hours: { sat: ['22:00-06:00'] } });
  /** Minutes of the night of Saturday to Sunday in which it is open. */
  const minutesOpen = (sunday: string): number => {
    let minutes = 0;
    for (let ms = at(sunday) - 6 * 3_600_000; ms < at(sunday) + 12 * 3_600_000; ms += 60_000) {
      if (night.isOpen(ms)) minutes++;
    }
    return minutes;
  };

  test('belong to the evening on which they begin', () => {
    expect(night.isOpen(at('2026-06-06T20:00:00Z'))).toBe(true);
    expect(night.isOpen(at('2026-06-06T19:59:00Z'))).toBe(false);
    expect(night.isOpen(at('2026-06-07T03:59:00Z'))).toBe(true);
    expect(night.isOpen(at('2026-06-07T04:00:00Z'))).toBe(false);
    expect(night.isOpen(at('2026-06-05T21:00:00Z'))).toBe(false);
    expect(night.isOpen(at('2026-06-07T21:00:00Z'))).toBe(false);
  });

  test('last an hour less and an hour more on the nights of the clock changes', () => {
    expect(minutesOpen('2026-03-22T00:00:00Z')).toBe(8 * 60);
    expect(minutesOpen('2026-03-29T00:00:00Z')).toBe(7 * 60);
    expect(minutesOpen('2026-10-25T00:00:00Z')).toBe(9 * 60);
  });

  test('end on a day on which the location is closed, but do not begin on one', () => {
    const holiday = schedule({ hours: { thu: ['22:00-06:00'], fri: ['22:00-06:00'] }, closedOn: ['2026-12-25'] });
    expect(holiday.isOpen(at('2026-12-25T05:00:00Z'))).toBe(true);
    expect(holiday.isOpen(at('2026-12-25T23:00:00Z'))).toBe(false);
  });
});

test('without a cut-off an order leaves until the hours end, and never from what does not open again', () => {
  const weekdays = schedule({
    zone: 'Europe/Paris',
    hours: { mon: ['08:00-12:00', '13:00-18:00'], tue: ['08:00-12:00'] },
  });
  expect(iso(weekdays.leavesAt(at('2026-11-23T16:00:00Z')))).toBe('2026-11-23T17:00:00.000Z');
  expect(iso(weekdays.leavesAt(at('2026-11-23T17:30:00Z')))).toBe('2026-11-24T11:00:00.000Z');
  expect(iso(weekdays.leavesAt(at('2026-11-24T11:30:00Z')))).toBe('2026-11-30T17:00:00.000Z');
  expect(schedule({ hours: {} }).leavesAt(0)).toBe(Number.POSITIVE_INFINITY);
});

test('a zone that does not exist is named with the location that says it', () => {
  const checked = SourcingRules.safeParse({ name: 'x', locations: { hamburg: { zone: 'Europe/Hamburg' } } });
  expect(checked.error?.issues).toMatchObject([
    { path: ['locations', 'hamburg', 'zone'], message: 'there is no time zone "Europe/Hamburg"' },
  ]);
});
