import { greatCircleKm, type Point } from '../shared/greatCircle.ts';
import type { Journey } from './router.ts';

/** How roads follow from straight lines: their length over the great circle's, and the speed on them in km/h. */
export interface Straight {
  readonly circuity: number;
  readonly speed: number;
}

/** The way between two points where no map is at hand: the great circle times the circuity. */
export function straightJourney(from: Point, to: Point, { circuity, speed }: Straight): Journey {
  const km = circuity * greatCircleKm(from, to);
  return { meters: 1000 * km, seconds: (3600 * km) / speed, points: [from, to] };
}
