/**
 * What the cursor of a pull is. Every field of it is a way to lose records when it is guessed:
 * - `field`: what the system compares; `zone`: that of its local times, or 'offset' where each names its own;
 * - `inclusive`: whether a record at the cursor itself comes again ("at or after") or not ("after");
 * - `commitLagMs`: how far back to read again, because the system commits late or compares by whole seconds;
 * - `tieBreak`: the field that orders records of one instant; null where the system has none, which needs `inclusive`.
 *
 * An id may only be the cursor of records that never change once they are there: a change of an older record has no
 * new id, and would never be read. `snapshot` reads everything each time.
 */
export type CursorDeclaration =
  | {
      readonly kind: 'updated-at';
      readonly field: string;
      readonly zone: string;
      readonly inclusive: boolean;
      readonly commitLagMs: number;
      readonly tieBreak: string | null;
    }
  | { readonly kind: 'append-only-id'; readonly field: string }
  | { readonly kind: 'snapshot' };

/** A cursor by a time of change that names its offset, read inclusively and a minute back: right for most REST APIs. */
export const changedAt = (field: string, commitLagMs = 60_000): CursorDeclaration => ({
  kind: 'updated-at',
  field,
  zone: 'offset',
  inclusive: true,
  commitLagMs,
  tieBreak: null,
});

/** Pulls of records that are written once: each item of a stock pull is a level as it was measured. */
const WRITTEN_ONCE: ReadonlySet<string> = new Set(['pullStock']);

/** Why a pull may not have this cursor; undefined when it may. */
export function cursorRefusal(pull: string, cursor: CursorDeclaration): string | undefined {
  switch (cursor.kind) {
    case 'snapshot':
      return undefined;
    case 'append-only-id':
      return WRITTEN_ONCE.has(pull)
        ? undefined
        : `${pull} reads records that change, so the id "${cursor.field}" cannot be its cursor`;
    case 'updated-at':
      return updatedAtRefusal(pull, cursor);
  }
}

type UpdatedAt = Extract<CursorDeclaration, { kind: 'updated-at' }>;

function updatedAtRefusal(pull: string, { field, zone, inclusive, commitLagMs, tieBreak }: UpdatedAt) {
  if (/(^|[._])id$|[a-z]Id$/.test(field)) return `the cursor "${field}" of ${pull} is an id, not a time of change`;
  if (zone !== 'offset' && !isTimeZone(zone)) return `"${zone}" is no IANA time zone`;
  if (!(commitLagMs >= 0)) return `the commit lag of ${pull} is not a number of milliseconds`;
  if (!inclusive && tieBreak === null && commitLagMs === 0)
    return `${pull} would lose records that share the instant of the last one: read inclusively, or name a tie-break`;
  return undefined;
}

/** Whether a name is that of an IANA time zone. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
