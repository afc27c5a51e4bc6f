import type { Instant } from '../../core/shared/ids.ts';
import type { Result } from '../../core/shared/result.ts';
import { readTime, type TimeFormat, writeTime } from '../kit/timeFormat.ts';

/** UTC to the second, without zone: "2026-07-22 11:42:41"; T, Z and fractions are refused over there. */
export const ODOO_TIME: TimeFormat = { form: 'local', zone: 'UTC' };

export const toOdooTime = (instant: Instant): string => String(writeTime(ODOO_TIME, instant));
export const fromOdooTime = (text: string): Result<Instant, string> => readTime(ODOO_TIME, text);
