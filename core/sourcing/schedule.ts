import type { LocationProfile } from '../documents/index.ts';
import { dateOf, localDay, utcOfLocal, weekdayOf } from '../shared/zone.ts';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const MINUTES_OF_DAY = 1440;
/** How far ahead a day is sought on which a location opens; beyond it, it is taken for closed for good. */
const SEARCH_DAYS = 400;

/** Minutes after local midnight; an end beyond 1440 is on the next day. */
type Interval = { readonly from: number; readonly to: number };

/** One local day in Unix milliseconds: what it is asked for, once computed, is only compared. */
type Day = {
  readonly isOpen: boolean;
  readonly opens: Float64Array;
  readonly closes: Float64Array;
  readonly cutOff: number;
};

/**
 * When a location is open and until when an order still leaves the same day, in its own zone. Days on which the clock
 * changes are as long as they are: hours over midnight then last an hour less or more, a cut-off that the change skips
 * holds at the offset before it, and one that happens twice is the first.
 */
export class Schedule {
  readonly #zone: string;
  readonly #hours: readonly (readonly Interval[])[] | null;
  readonly #cutOffs: readonly (number | null)[];
  readonly #closedOn: ReadonlySet<string>;
  readonly #days = new Map<number, Day>();

  constructor({ zone, hours, cutOff, closedOn }: Pick<LocationProfile, 'zone' | 'hours' | 'cutOff' | 'closedOn'>) {
    this.#zone = zone;
    this.#hours = hours ? WEEKDAYS.map((day) => (hours[day] ?? []).map(intervalOf)) : null;
    this.#cutOffs = WEEKDAYS.map((day) => minutesOrNull(typeof cutOff === 'string' ? cutOff : cutOff?.[day]));
    this.#closedOn = new Set(closedOn);
  }

  /** The local day at a time, counted from 1 January 1970. */
  today(nowMs: number): number {
    return localDay(nowMs, this.#zone);
  }

  /** Whether it is open at a time; the hours of the evening before may still last. */
  isOpen(nowMs: number): boolean {
    const today = this.today(nowMs);
    return isWithin(this.#day(today), nowMs) || isWithin(this.#day(today - 1), nowMs);
  }

  /** The cut-off of the local day at a time in Unix milliseconds; null on a day on which nothing leaves. */
  cutOffToday(nowMs: number): number | null {
    const day = this.#day(this.today(nowMs));
    return day.isOpen ? day.cutOff : null;
  }

  /** When an order sourced at a time leaves: the next cut-off that it meets. Infinity when it opens no more. */
  leavesAt(nowMs: number): number {
    if (this.#hours?.every((intervals) => intervals.length === 0)) return Number.POSITIVE_INFINITY;
    const today = this.today(nowMs);
    for (let day = today; day < today + SEARCH_DAYS; day++) {
      const { isOpen, cutOff } = this.#day(day);
      if (isOpen && nowMs <= cutOff) return cutOff;
    }
    return Number.POSITIVE_INFINITY;
  }

  #day(day: number): Day {
    const known = this.#days.get(day);
    if (known) return known;
    if (this.#days.size > SEARCH_DAYS * 4) this.#days.clear();
    const found = this.#compute(day);
    this.#days.set(day, found);
    return found;
  }

  #compute(day: number): Day {
    const weekday = weekdayOf(day);
    const at = (minutes: number): number => utcOfLocal(day, minutes, this.#zone);
    const isClosed = this.#closedOn.has(dateOf(day));
    const all = this.#hours === null ? [ALL_DAY] : (this.#hours[weekday] ?? []);
    const intervals = isClosed ? [] : all;
    const end = intervals.reduce((last, { to }) => Math.max(last, to), 0);
    return {
      isOpen: intervals.length > 0,
      opens: Float64Array.from(intervals, ({ from }) => at(from)),
      closes: Float64Array.from(intervals, ({ to }) => at(to)),
      cutOff: at(this.#cutOffs[weekday] ?? end),
    };
  }
}

const ALL_DAY: Interval = { from: 0, to: MINUTES_OF_DAY };

function isWithin({ opens, closes }: Day, nowMs: number): boolean {
  for (let i = 0; i < opens.length; i++) {
    if (nowMs >= (opens[i] as number) && nowMs < (closes[i] as number)) return true;
  }
  return false;
}

function intervalOf(text: string): Interval {
  const [from = 0, to = 0] = text.split('-').map(minutesOf);
  return { from, to: to > from ? to : to + MINUTES_OF_DAY };
}

const minutesOrNull = (text: string | undefined): number | null => (text === undefined ? null : minutesOf(text));

function minutesOf(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number);
  return hours * 60 + minutes;
}
