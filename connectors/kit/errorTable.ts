import { type Fault, permanent, retryable } from '../../core/shared/fault.ts';
import type { HttpFailure } from './io.ts';

/**
 * What an error of a system means for the hub.
 * - `refused`: this record or request is wrong, and stays so.
 * - `passing`: it was not carried out, and may be made again.
 * - `busy`: the account calls too often.
 * - `credentials`, `rights`: a person must reconnect, or grant more.
 * - `conflict`: somebody else changed it meanwhile.
 * - `in-doubt`: it may have been carried out.
 */
export type ErrorClass = 'refused' | 'passing' | 'busy' | 'credentials' | 'rights' | 'conflict' | 'in-doubt';

/** A system's errors as data. A code beats a status; what is in no table falls through to the kit's HTTP table. */
export type ErrorTable = {
  /** Before every code, so that two systems' codes stay apart: "ups-". */
  readonly prefix?: string;
  /** Code and message in an error body, where it has them. */
  readonly read?: (body: unknown) => { readonly code: string; readonly message: string } | undefined;
  readonly codes?: Readonly<Record<string, ErrorClass>>;
  readonly statuses?: Readonly<Record<number, ErrorClass | { readonly means: ErrorClass; readonly message: string }>>;
  /** What a code means that is in no table, where the status is a refusal of the client (4xx). */
  readonly otherCodes?: ErrorClass;
};

/** Statuses that mean the same everywhere: a code beside them changes nothing unless it is in the table itself. */
const GENERAL: ReadonlySet<number> = new Set([401, 403, 408, 409, 412, 425, 429]);
const BUSY_MS = 2000;

/** The fault of an error answer by a table; undefined when the table says nothing about it. */
export function faultByTable(table: ErrorTable, { status, body }: HttpFailure): Fault | undefined {
  const { prefix = '', codes = {}, statuses = {}, otherCodes } = table;
  const named = table.read?.(body);
  const byCode = named && (Object.hasOwn(codes, named.code) ? codes[named.code] : undefined);
  if (named && byCode) return faultOfClass(byCode, prefix + named.code, named.message);
  const byStatus = statuses[status];
  if (byStatus !== undefined) {
    const { means, message } = typeof byStatus === 'string' ? { means: byStatus, message: named?.message } : byStatus;
    return faultOfClass(means, prefix + (named?.code ?? `http-${status}`), message ?? `HTTP ${status}`);
  }
  const isRefusal = status >= 400 && status < 500 && !GENERAL.has(status);
  return named && otherCodes && isRefusal ? faultOfClass(otherCodes, prefix + named.code, named.message) : undefined;
}

/** A fault of a class. `waitMs`: where the system said when to come back. */
export function faultOfClass(means: ErrorClass, code: string, message: string, waitMs?: number): Fault {
  switch (means) {
    case 'refused':
      return permanent(code, message);
    case 'passing':
      return retryable(code, message, waitMs);
    case 'busy':
      return { kind: 'rate-limited', code, message, retryAfterMs: waitMs ?? BUSY_MS };
    case 'credentials':
      return { kind: 'auth', code, message, remedy: 'reconnect' };
    case 'rights':
      return { kind: 'auth', code, message, remedy: 'grant-scope' };
    case 'conflict':
      return { kind: 'conflict', code, message };
    case 'in-doubt':
      return { kind: 'in-doubt', code, message };
  }
}
