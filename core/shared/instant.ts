import type { Instant } from './ids.ts';
import { err, ok, type Result } from './result.ts';
import { utcOfWall } from './zone.ts';

const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;

/** The instant of a Unix time in milliseconds. Throws RangeError outside the years that RFC 3339 can write. */
export function instantOf(epochMs: number): Instant {
  return new Date(epochMs).toISOString() as Instant;
}

/** Unix time in milliseconds. */
export function epochMs(instant: Instant): number {
  return Date.parse(instant);
}

/**
 * Reads an RFC 3339 date-time that names its offset ("2026-01-01T10:00:00+01:00") and gives it in UTC, to the
 * millisecond. A date-time without an offset is refused: which zone it means must be declared, never guessed.
 */
export function parseInstant(text: string): Result<Instant, string> {
  if (!RFC3339.test(text)) return err(`not an RFC 3339 date-time with an offset: ${JSON.stringify(text)}`);
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? err(`no such date: ${JSON.stringify(text)}`) : ok(instantOf(ms));
}

const LOCAL = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}))?$/;

/**
 * Reads a local date-time ("2010-12-01 08:26:00") in an IANA time zone. A time that a clock change skips is read with
 * the offset before the change; a time that happens twice is its first occurrence (RFC 5545, section 3.3.5).
 */
export function parseLocal(text: string, zone: string): Result<Instant, string> {
  const parts = LOCAL.exec(text);
  if (!parts) return err(`not a local date-time (YYYY-MM-DD HH:MM:SS): ${JSON.stringify(text)}`);
  const [, year, month, day, hour, minute, second] = parts.map((p) => Number(p ?? 0));
  const wall = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second);
  // What does not exist on a calendar or a clock rolls over to another time, which is then written differently.
  const isThere = new Date(wall).toISOString().slice(0, 16) === `${text.slice(0, 10)}T${text.slice(11, 16)}`;
  if (!isThere || (second ?? 0) > 59) return err(`no such date: ${JSON.stringify(text)}`);
  return ok(instantOf(utcOfWall(wall, zone)));
}
