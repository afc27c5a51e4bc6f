import { INDEXED } from './schema.ts';

export type Value = string | number | boolean | readonly number[];
export type Row = { readonly id: number; [field: string]: Value };

/** The records of one model, found by id and by the indexed fields. */
export class Table {
  readonly rows = new Map<number, Row>();
  private readonly indexes = new Map<string, Map<Value, Set<number>>>();
  private lastId = 0;

  insert(values: Readonly<Record<string, Value>>): Row {
    const row: Row = { ...values, id: ++this.lastId };
    this.rows.set(row.id, row);
    for (const field of Object.keys(values)) this.index(row, field);
    return row;
  }

  update(row: Row, values: Readonly<Record<string, Value>>): void {
    for (const [field, value] of Object.entries(values)) {
      this.unindex(row, field);
      row[field] = value;
      this.index(row, field);
    }
  }

  remove(row: Row): void {
    for (const field of Object.keys(row)) this.unindex(row, field);
    this.rows.delete(row.id);
  }

  by(field: string, value: Value): readonly Row[] {
    return this.byAny(field, [value]);
  }

  /** Rows whose indexed field, or id, is one of some values. */
  byAny(field: string, values: readonly Value[]): readonly Row[] {
    const ids =
      field === 'id' ? values.map(Number) : values.flatMap((value) => [...(this.indexes.get(field)?.get(value) ?? [])]);
    return ids.flatMap((id) => this.rows.get(id) ?? []);
  }

  private index(row: Row, field: string): void {
    if (!INDEXED.has(field)) return;
    const index = this.indexes.get(field) ?? new Map<Value, Set<number>>();
    this.indexes.set(field, index);
    const value = row[field] ?? false;
    const ids = index.get(value) ?? new Set();
    index.set(value, ids.add(row.id));
  }

  private unindex(row: Row, field: string): void {
    if (INDEXED.has(field))
      this.indexes
        .get(field)
        ?.get(row[field] ?? false)
        ?.delete(row.id);
  }
}
