import type { Instant } from '../../core/shared/ids.ts';
import { epochMs, instantOf, parseInstant, parseLocal } from '../../core/shared/instant.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';

/**
 * How a system writes instants.
 * - `rfc3339`: with an offset ("2026-03-01T10:00:00+01:00").
 * - `local`: without one ("2026-03-01 10:00:00"), in an IANA zone; `separator` stands between day and time.
 * - `compact`: digits alone ("20260301100000"), in a zone.
 * - `epoch-seconds`, `epoch-ms`: a number, or its text.
 */
export type TimeFormat =
  | { readonly form: 'rfc3339' }
  | { readonly form: 'local' | 'compact'; readonly zone: string; readonly separator?: ' ' | 'T' }
  | { readonly form: 'epoch-seconds' | 'epoch-ms' };

/** Reads an instant as the system writes it. What is in another form is refused by its text, never guessed at. */
export function readTime(format: TimeFormat, value: unknown): Result<Instant, string> {
  if (!('zone' in format) && format.form !== 'rfc3339') return readEpoch(format.form, value);
  if (typeof value !== 'string') return err(`not a time: ${JSON.stringify(value)}`);
  if (!('zone' in format)) return parseInstant(value);
  const [, seconds = value, fraction = '0'] = /^(.*)\.(\d{1,9})$/.exec(value) ?? [];
  const read = parseLocal(format.form === 'compact' ? spaced(seconds) : seconds, format.zone);
  return read.ok ? ok(instantOf(epochMs(read.value) + Math.floor(Number(`0.${fraction}`) * 1000))) : read;
}

function readEpoch(form: 'epoch-seconds' | 'epoch-ms', value: unknown): Result<Instant, string> {
  const isNumber = typeof value === 'number' || (typeof value === 'string' && /^-?\d{1,16}(\.\d+)?$/.test(value));
  const ms = Math.round(Number(value) * (form === 'epoch-ms' ? 1 : 1000));
  return isNumber && Math.abs(ms) <= MAX_MS ? ok(instantOf(ms)) : err(`not a Unix time: ${JSON.stringify(value)}`);
}

/** The end of the year 9999, the last that RFC 3339 can write. */
const MAX_MS = 253_402_300_799_999;

const spaced = (digits: string): string =>
  digits.replace(/^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/, '$1-$2-$3 $4:$5:$6');

/** Writes an instant as the system wants it; to the second where its form has no more. */
export function writeTime(format: TimeFormat, instant: Instant): string | number {
  if ('zone' in format) {
    const text = wall(instant, format.zone);
    return format.form === 'compact' ? text.replace(/\D/g, '') : text.replace(' ', format.separator ?? ' ');
  }
  if (format.form === 'rfc3339') return instant;
  return format.form === 'epoch-ms' ? epochMs(instant) : Math.floor(epochMs(instant) / 1000);
}

/** The wall clock of a zone, "2026-03-01 10:00:00": Swedish writes dates so. */
function wall(instant: Instant, zone: string): string {
  if (zone === 'UTC') return instantOf(epochMs(instant)).slice(0, 19).replace('T', ' ');
  return new Date(epochMs(instant)).toLocaleString('sv-SE', { timeZone: zone });
}
