import { compileDomain, parseTime } from './domain.ts';
import { missingError, OdooException, valueError } from './exceptions.ts';
import { type FieldType, INDEXED, type Schema, schemaOf } from './schema.ts';
import { type Row, Table, type Value } from './table.ts';

export type SearchOptions = {
  readonly order?: string;
  readonly limit?: number;
  readonly offset?: number;
  readonly isActiveOnly?: boolean;
};

/** The records of a server, by the rules of its ORM: fields by version, write_date, domains, empty as false. */
export class Database {
  readonly major: number;
  readonly now: () => number;
  private readonly schema: Schema;
  private readonly tables = new Map<string, Table>();
  private readonly sequences = new Map<string, number>();

  constructor(major: number, now: () => number) {
    this.major = major;
    this.now = now;
    this.schema = schemaOf(major);
  }

  table(model: string): Table {
    this.fieldsOf(model);
    const table = this.tables.get(model) ?? new Table();
    this.tables.set(model, table);
    return table;
  }

  /** The next number of a sequence. A call that fails afterwards has used it up all the same. */
  next(sequence: string): string {
    const number = (this.sequences.get(sequence) ?? 0) + 1;
    this.sequences.set(sequence, number);
    return `${sequence}${String(number).padStart(5, '0')}`;
  }

  create(model: string, values: Readonly<Record<string, unknown>>): Row {
    const at = this.now();
    const taken = this.taken(model, values);
    const active = 'active' in this.fieldsOf(model) ? { active: true } : {};
    return this.table(model).insert({ ...active, ...taken, create_date: at, write_date: at });
  }

  write(model: string, row: Row, values: Readonly<Record<string, unknown>>): void {
    this.table(model).update(row, { ...this.taken(model, values), write_date: this.now() });
  }

  /** A record by its id. Throws MissingError. */
  get(model: string, id: Value | undefined): Row {
    const row = this.table(model).rows.get(Number(id));
    if (!row) throw missingError(model, Number(id));
    return row;
  }

  search(model: string, domain: readonly unknown[], options: SearchOptions = {}): readonly Row[] {
    const test = compileDomain(domain, (row, path) => this.value(model, row, path));
    const isActiveOnly = options.isActiveOnly === true && 'active' in this.fieldsOf(model) && !namesActive(domain);
    const found = this.candidates(model, domain).filter(
      (row) => (!isActiveOnly || row['active'] === true) && test(row),
    );
    const sorted = found.toSorted(byOrder(options.order ?? 'id'));
    const offset = options.offset ?? 0;
    return sorted.slice(offset, options.limit ? offset + options.limit : undefined);
  }

  /** A record as it is sent: times as text to the second, a many2one as id and name, nothing as false. */
  render(model: string, row: Row, fields: readonly string[]): Record<string, unknown> {
    const types = this.fieldsOf(model);
    return Object.fromEntries(
      ['id', ...fields.filter((field) => field !== 'id')].map((field) => {
        const type = types[field];
        if (type === undefined) throw valueError(`Invalid field '${field}' on model '${model}'`);
        return [field, this.rendered(row[field], type)];
      }),
    );
  }

  fieldsOf(model: string): Readonly<Record<string, FieldType>> {
    const fields = this.schema[model];
    if (!fields) {
      throw new OdooException('werkzeug.exceptions.NotFound', `the model ${JSON.stringify(model)} does not exist`);
    }
    return fields;
  }

  private rendered(value: Value | undefined, type: FieldType): unknown {
    if (type === 'float') return value ?? 0;
    if (value === undefined || value === '' || value === false) return false;
    if (type === 'datetime') return new Date(Number(value)).toISOString().slice(0, 19).replace('T', ' ');
    if (typeof type === 'string' || Array.isArray(value)) return value;
    const other = this.table(type.one).rows.get(Number(value));
    return other ? [other.id, String(other['name'] ?? other['complete_name'] ?? '')] : false;
  }

  private taken(model: string, values: Readonly<Record<string, unknown>>): Record<string, Value> {
    const types = this.fieldsOf(model);
    return Object.fromEntries(
      Object.entries(values).map(([field, value]) => {
        const type = types[field];
        if (type === undefined) throw valueError(`Invalid field '${field}' in '${model}'`);
        return [field, type === 'datetime' && typeof value === 'string' ? parseTime(value) : (value as Value)];
      }),
    );
  }

  private value(model: string, row: Row, path: string): unknown {
    const [field = '', ...rest] = path.split('.');
    const type = this.fieldsOf(model)[field];
    if (type === undefined) throw valueError(`Invalid field ${model}.${field} in leaf`);
    const value = row[field];
    if (rest.length === 0 || typeof type === 'string') return value;
    const other = this.table(type.one).rows.get(Number(value));
    return other && this.value(type.one, other, rest.join('.'));
  }

  /** Rows that may match: by an index when the terms are all joined by and, else all. */
  private candidates(model: string, domain: readonly unknown[]): readonly Row[] {
    const table = this.table(model);
    const terms = domain as readonly [string, string, Value | readonly Value[]][];
    const term = domain.every(Array.isArray) ? terms.find(isIndexed) : undefined;
    if (!term) return [...table.rows.values()];
    const [field, , value] = term;
    return table.byAny(field, Array.isArray(value) ? (value as readonly Value[]) : [value as Value]);
  }
}

const isIndexed = ([field, operator, value]: readonly [string, string, Value | readonly Value[]]): boolean =>
  (field === 'id' || INDEXED.has(field)) && (operator === '=' || (operator === 'in' && Array.isArray(value)));

const namesActive = (domain: readonly unknown[]): boolean =>
  domain.some((term) => Array.isArray(term) && term[0] === 'active');

function byOrder(order: string): (a: Row, b: Row) => number {
  const terms = order.split(',').map((term) => {
    const [field = 'id', direction = 'asc'] = term.trim().split(/\s+/);
    return { field, sign: direction.toLowerCase() === 'desc' ? -1 : 1 };
  });
  return (a, b) => {
    for (const { field, sign } of terms) {
      const [x, y] = [a[field] ?? 0, b[field] ?? 0];
      if (x !== y) return x < y ? -sign : sign;
    }
    return 0;
  };
}
