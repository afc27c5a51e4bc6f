import { entityOf, type ReadName } from '../entities.ts';
import { readServerTime } from '../serverTime.ts';

/** Times that the entity engine keeps of every record. */
const STAMPS: readonly string[] = ['lastUpdatedStamp', 'lastUpdatedTxStamp', 'createdStamp', 'createdTxStamp'];

/** A stored record: times in milliseconds, everything else as text. */
export type Row = { [field: string]: string | number };
type Fields = Readonly<Record<string, unknown>>;
type Comparison = { readonly op: string; readonly value: unknown; readonly isCaseless: boolean };

/** What the entity engine keeps: records with their stamps, found by conditions as performFind takes them. */
export class Store {
  readonly now: () => number;
  readonly zone: string;
  private readonly rows = new Map<string, Row[]>();
  private readonly sequences = new Map<string, number>();

  constructor(now: () => number, zone: string) {
    this.now = now;
    this.zone = zone;
  }

  all(entity: ReadName | string): readonly Row[] {
    if (entity === 'PartyAndContactMech') return this.joined('ContactMech');
    if (entity === 'PartyAndPostalAddress') return this.joined('PostalAddress');
    return this.rows.get(entity) ?? [];
  }

  insert(entity: string, fields: Fields): Row {
    const at = this.now();
    const stamps = Object.fromEntries(STAMPS.map((name) => [name, at]));
    const row: Row = { ...this.typed(entity, fields), ...stamps };
    const rows = this.rows.get(entity) ?? [];
    this.rows.set(entity, rows);
    rows.push(row);
    return row;
  }

  update(entity: string, row: Row, fields: Fields): void {
    const at = this.now();
    Object.assign(row, this.typed(entity, fields), { lastUpdatedStamp: at, lastUpdatedTxStamp: at });
  }

  remove(entity: string, row: Row): void {
    this.rows.set(
      entity,
      (this.rows.get(entity) ?? []).filter((each) => each !== row),
    );
  }

  /** The first record whose fields have these values. */
  one(entity: string, fields: Fields): Row | undefined {
    return this.all(entity).find((row) => Object.entries(fields).every(([name, value]) => row[name] === value));
  }

  next(sequence: string): string {
    const id = (this.sequences.get(sequence) ?? 9999) + 1;
    this.sequences.set(sequence, id);
    return String(id);
  }

  find(entity: ReadName, input: Fields, orderBy: string): readonly Row[] {
    const wanted = [...comparisons(input)];
    const found = this.all(entity).filter((row) =>
      wanted.every(([name, each]) => this.holds(entity, row[name], name, each)),
    );
    return found.toSorted(byFields(orderBy.split('|')));
  }

  isTime(entity: string, field: string): boolean {
    return STAMPS.includes(field) || (entityOf(entity as ReadName)?.times ?? []).includes(field);
  }

  private holds(
    entity: ReadName,
    has: string | number | undefined,
    name: string,
    { op, value, isCaseless }: Comparison,
  ) {
    if (op === 'in') return (value as readonly unknown[]).includes(has);
    if (this.isTime(entity, name)) return op === 'greaterThanEqualTo' && Number(has) >= this.time(value);
    const fold = (text: unknown): string => (isCaseless ? String(text).toUpperCase() : String(text));
    return has !== undefined && fold(has) === fold(value);
  }

  private typed(entity: string, fields: Fields): Row {
    return Object.fromEntries(
      Object.entries(fields)
        .filter(([, value]) => value !== undefined && value !== null && value !== '')
        .map(([name, value]) => [name, this.isTime(entity, name) ? this.time(value) : String(value)]),
    );
  }

  private time(value: unknown): number {
    if (typeof value === 'number') return value;
    const read = readServerTime(String(value), this.zone);
    if (!read.ok) throw new Error(read.error);
    return Date.parse(read.value);
  }

  private joined(entity: string): readonly Row[] {
    const others = new Map(this.all(entity).map((row) => [row['contactMechId'], row]));
    return this.all('PartyContactMech').flatMap((link) => {
      const other = others.get(link['contactMechId']);
      return other ? [{ ...other, ...link }] : [];
    });
  }
}

/** Conditions of performFind: `field`, or `field_fld0_op`, `_value` and `_ic`. */
function comparisons(input: Fields): ReadonlyMap<string, Comparison> {
  const found = new Map<string, Comparison>();
  for (const [name, value] of Object.entries(input)) {
    const [, field = name, part = 'value'] = /^(.+)_fld0_(op|value|ic)$/.exec(name) ?? [];
    const before = found.get(field) ?? { op: 'equals', value: undefined, isCaseless: false };
    const more = part === 'op' ? { op: String(value) } : part === 'ic' ? { isCaseless: value === 'Y' } : { value };
    found.set(field, { ...before, ...more });
  }
  return found;
}

const byFields =
  (fields: readonly string[]) =>
  (a: Row, b: Row): number => {
    for (const field of fields) {
      const [x, y] = [a[field] ?? '', b[field] ?? ''];
      if (x !== y) return x < y ? -1 : 1;
    }
    return 0;
  };
