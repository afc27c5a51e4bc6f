import { FIELDS, type Field } from './mapping.ts';

/** One order line as the file has it: a text for each of FIELDS, empty where it says nothing. */
export type FileRow = {
  /** The line of the file that it begins on, counted from 1. */
  readonly line: number;
  readonly fields: readonly string[];
  /** All that the row says, where that is more than its fields: two rows are equal only when this is. */
  readonly whole?: readonly string[];
  /** Why its fields are not to be trusted. */
  readonly problem?: string;
};

const PLACE = Object.fromEntries(FIELDS.map((field, i) => [field, i])) as Readonly<Record<Field, number>>;

export function fieldOf(row: FileRow, field: Field): string {
  return row.fields[PLACE[field]] ?? '';
}

/** A row that could not be read at all. */
export function unreadableRow(line: number, problem: string): FileRow {
  return { line, fields: FIELDS.map(() => ''), problem };
}
