import type { Instant } from '../../core/shared/ids.ts';
import { epochMs, instantOf, parseLocal } from '../../core/shared/instant.ts';
import { ok, type Result } from '../../core/shared/result.ts';
import { writeTime } from '../kit/timeFormat.ts';

/** An hour ahead: DHL refuses a time that is past when it reads it. */
const AHEAD_MS = 3_600_000;

/**
 * When a shipment is given to DHL, in the zone of its origin: "2025-01-18T17:00:00 GMT+01:00". In an hour, or at noon of a
 * later day `shipOn`.
 */
export function plannedTime(now: Instant, zone: string, shipOn?: string): string {
  const soon = instantOf(Math.floor((epochMs(now) + AHEAD_MS) / 1000) * 1000);
  const isSoon = shipOn === undefined || shipOn === wallOf(soon, zone).slice(0, 10);
  const noon = isSoon ? undefined : parseLocal(`${shipOn}T12:00:00`, zone);
  return withOffset(noon?.ok ? noon.value : soon, zone);
}

/** A time of day at the place of a connection: "2025-01-18T17:00:00 GMT+01:00". The error says what is no time. */
export function timeOn(date: string, time: string, zone: string): Result<string, string> {
  const at = parseLocal(`${date}T${time}:00`, zone);
  return at.ok ? ok(withOffset(at.value, zone)) : at;
}

function withOffset(at: Instant, zone: string): string {
  const wall = wallOf(at, zone);
  const minutes = (Date.parse(`${wall}Z`) - epochMs(at)) / 60_000;
  const sign = minutes < 0 ? '-' : '+';
  const [hour, minute] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${wall} GMT${sign}${two(hour)}:${two(minute)}`;
}

const wallOf = (at: Instant, zone: string): string => String(writeTime({ form: 'local', zone, separator: 'T' }, at));
const two = (n: number): string => String(n).padStart(2, '0');
