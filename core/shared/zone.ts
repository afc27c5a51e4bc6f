/** Time zones by their IANA names. Asking Intl takes tens of microseconds, so everything here asks once and remembers. */

export const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const MAX_DAYS = 20_000;

type DayClock = {
  /** The offset from UTC at the beginning of the day of UTC, and at its end; they differ when the clock changes in it. */
  readonly first: number;
  readonly last: number;
  /** When the last offset begins; the end of the day when there is no change. */
  readonly changesAt: number;
};

const formatters = new Map<string, Intl.DateTimeFormat>();
const clocks = new Map<string, Map<number, DayClock>>();

/** Whether there is a time zone of this IANA name. */
export function isZone(zone: string): boolean {
  try {
    formatterOf(zone);
    return true;
  } catch {
    return false;
  }
}

/**
 * The offset from UTC, in milliseconds, that a zone has at a Unix time in milliseconds. What holds for a day of UTC is
 * kept, with the moment of a change inside it (no zone has changed its clock twice within one). Throws RangeError for a
 * zone that does not exist.
 */
export function offsetAt(utcMs: number, zone: string): number {
  const clock = clockOf(Math.floor(utcMs / DAY_MS), zone);
  return utcMs < clock.changesAt ? clock.first : clock.last;
}

/** The local calendar day at a Unix time, counted from 1 January 1970. */
export function localDay(utcMs: number, zone: string): number {
  return Math.floor((utcMs + offsetAt(utcMs, zone)) / DAY_MS);
}

/** The weekday of such a day: 0 is Monday (ISO 8601 counts from 1). */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** The day as YYYY-MM-DD. */
export const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** The day of YYYY-MM-DD. */
export const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS;

/** The Unix time of a local time, in minutes after midnight of a local day; more than 1440 is in the next one. */
export function utcOfLocal(day: number, minutes: number, zone: string): number {
  return utcOfWall(day * DAY_MS + minutes * MINUTE_MS, zone);
}

/**
 * The Unix time at which the clocks of a zone show a time, given as if it were UTC. A time that a change skips is read
 * with the offset before the change; one that happens twice is its first occurrence (RFC 5545, section 3.3.5).
 */
export function utcOfWall(wallMs: number, zone: string): number {
  const first = wallMs - offsetAt(wallMs - DAY_MS, zone);
  const second = wallMs - offsetAt(wallMs + DAY_MS, zone);
  const isFirst = first + offsetAt(first, zone) === wallMs;
  const isSecond = second + offsetAt(second, zone) === wallMs;
  if (isFirst && isSecond) return Math.min(first, second);
  return isSecond ? second : first;
}

function clockOf(day: number, zone: string): DayClock {
  const known = clocks.get(zone);
  const found = known?.get(day);
  if (found !== undefined) return found;
  const days = known === undefined || known.size >= MAX_DAYS ? new Map<number, DayClock>() : known;
  clocks.set(zone, days);
  const first = days.get(day - 1)?.last ?? askedOffset(day * DAY_MS, zone);
  const last = askedOffset((day + 1) * DAY_MS, zone);
  const changesAt = first === last ? (day + 1) * DAY_MS : changeIn(day, last, zone);
  const clock = { first, last, changesAt };
  days.set(day, clock);
  return clock;
}

/** The first second of a day at which its last offset holds. */
function changeIn(day: number, last: number, zone: string): number {
  let before = day * 86_400;
  let after = before + 86_400;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (askedOffset(middle * 1000, zone) === last) after = middle;
    else before = middle;
  }
  return after * 1000;
}

function askedOffset(utcMs: number, zone: string): number {
  const at: Record<string, number> = {};
  for (const { type, value } of formatterOf(zone).formatToParts(utcMs)) at[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = at as { [part: string]: number };
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(utcMs / 1000) * 1000;
}

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const formatter = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formatters.set(zone, formatter);
  return formatter;
}
