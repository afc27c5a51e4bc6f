import type { Instant } from '../../core/shared/ids.ts';
import { epochMs, instantOf, parseInstant } from '../../core/shared/instant.ts';
import type { Result } from '../../core/shared/result.ts';

/** An instant as Odoo takes it: UTC to the second, without zone; T, Z and fractions are refused over there. */
export function toOdooTime(instant: Instant): string {
  return instantOf(epochMs(instant)).slice(0, 19).replace('T', ' ');
}

/** Odoo's "2026-07-22 11:42:41" as an instant. */
export function fromOdooTime(text: string): Result<Instant, string> {
  return parseInstant(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(text) ? `${text.replace(' ', 'T')}Z` : text);
}
