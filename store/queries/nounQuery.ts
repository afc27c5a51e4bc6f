/**
 * How each noun is read: the row as JSON, its table, the key that lists are ordered by, and the filters with the column
 * that each compares. Column names come from here alone; what a user writes is always a parameter.
 */
export type NounQuery = {
  readonly row: string;
  readonly from: string;
  readonly key: string;
  readonly keyType: 'uuid' | 'bigint' | 'text';
  readonly where?: string;
  readonly filters: Readonly<Record<string, string>>;
  /** More of one record than a list shows. */
  readonly detail?: string;
};

/** An instant column as text in UTC, for JSON. */
export const instant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
