import type { Instant } from '../core/shared/ids.ts';

/** A timestamptz as text ("2026-01-02 03:04:05.678901+00") as an instant, cut to the millisecond. */
export function instantFrom(text: string): Instant {
  return new Date(`${text.slice(0, 10)}T${text.slice(11).replace(/\+00$/, 'Z')}`).toISOString() as Instant;
}
