import type { Instant } from '../../core/shared/ids.ts';
import { epochMs, instantOf, parseInstant } from '../../core/shared/instant.ts';
import type { Result } from '../../core/shared/result.ts';
import { readTime, writeTime } from '../kit/timeFormat.ts';

/**
 * Reads a time as one of the transports writes it: "2026-06-01T12:00:00.123+0000" over REST, "20260601T12:00:00" over
 * XML-RPC and "2026-06-01 12:00:00.123" over SOAP, the last two in the zone that the server runs in.
 */
export function readServerTime(text: string, zone: string): Result<Instant, string> {
  if (/(Z|[+-]\d{2}:?\d{2})$/.test(text)) return parseInstant(text);
  const spelled = text.replace(/^(\d{4})(\d{2})(\d{2})T/, '$1-$2-$3T');
  return readTime({ form: 'local', zone }, spelled);
}

/** Writes a time as java.sql.Timestamp reads it, in the zone that the server runs in. */
export function writeServerTime(instant: Instant, zone: string): string {
  const wall = String(writeTime({ form: 'local', zone }, instant));
  return `${wall}.${String(((epochMs(instant) % 1000) + 1000) % 1000).padStart(3, '0')}`;
}

const STEP_MS = 15 * 60_000;
/** No clock is put back by more than this at once. */
const LONGEST_FOLD_MS = 3 * 3_600_000;

/**
 * The earliest local time that was on the server's clock from an instant until now. Where the clock was put back
 * meanwhile that is not the time of the instant itself, and a condition on local times from there on would miss records.
 */
export function earliestWall(from: Instant, now: Instant, zone: string): string {
  let earliest = writeServerTime(from, zone);
  const until = Math.min(epochMs(now), epochMs(from) + LONGEST_FOLD_MS);
  for (let at = Math.ceil(epochMs(from) / STEP_MS) * STEP_MS; at <= until; at += STEP_MS) {
    const wall = writeServerTime(instantOf(at), zone);
    if (wall < earliest) earliest = wall;
  }
  return earliest;
}
