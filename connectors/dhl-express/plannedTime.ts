import type { Instant } from '../../core/shared/ids.ts';
import { epochMs, instantOf } from '../../core/shared/instant.ts';
import { writeTime } from '../kit/timeFormat.ts';

/** An hour ahead: DHL refuses a time that is past when it reads it. */
const AHEAD_MS = 3_600_000;

/** When a shipment is given to DHL, in the zone of its origin: "2025-01-18T17:00:00 GMT+01:00". */
export function plannedTime(now: Instant, zone: string): string {
  const at = instantOf(Math.floor((epochMs(now) + AHEAD_MS) / 1000) * 1000);
  const wall = String(writeTime({ form: 'local', zone, separator: 'T' }, at));
  const minutes = (Date.parse(`${wall}Z`) - epochMs(at)) / 60_000;
  const sign = minutes < 0 ? '-' : '+';
  const [hour, minute] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${wall} GMT${sign}${two(hour)}:${two(minute)}`;
}

const two = (n: number): string => String(n).padStart(2, '0');
