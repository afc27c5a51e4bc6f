import type { RateQuote } from '../documents/index.ts';

const DAY_MS = 86_400_000;
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/**
 * The day on which a shipment is there that leaves on `shipOn` and travels so many business days, Monday to Friday. What
 * leaves at a weekend begins to travel on Monday. Public holidays are not known: a carrier's own date goes before this.
 */
export function arrivalDay(shipOn: string, businessDays: number): string {
  let ms = businessDayFrom(Date.parse(`${shipOn}T00:00:00Z`));
  for (let left = businessDays; left > 0; left--) ms = businessDayFrom(ms + DAY_MS);
  return dayOf(ms);
}

function businessDayFrom(ms: number): number {
  let day = ms;
  while (isWeekend(day)) day += DAY_MS;
  return day;
}

const isWeekend = (ms: number): boolean => [0, 6].includes(new Date(ms).getUTCDay());

/** The instant until which an offer is delivered, in milliseconds; null when the carrier says nothing of it. */
export function deliveredBy({ deliverBy, transitDays }: RateQuote, shipOn: string): number | null {
  if (deliverBy !== undefined) return Date.parse(deliverBy);
  if (transitDays === undefined) return null;
  // By the end of that day: the carrier names no hour.
  return Date.parse(`${arrivalDay(shipOn, transitDays)}T23:59:59Z`);
}
