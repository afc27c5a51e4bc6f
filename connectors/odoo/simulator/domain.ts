import { valueError } from './exceptions.ts';
import type { Row } from './table.ts';

/** Reads a field of a row, through other records when the path has dots. */
export type Reader = (row: Row, path: string) => unknown;
type Test = (row: Row) => boolean;

/** A domain in Odoo's prefix notation as a test; terms without an operator between them are joined by and. */
export function compileDomain(domain: readonly unknown[], read: Reader): Test {
  const stack: Test[] = [];
  const pop = (): Test => {
    const test = stack.pop();
    if (!test) throw valueError(`Invalid domain: ${JSON.stringify(domain)}`);
    return test;
  };
  for (const term of domain.toReversed()) {
    if (term === '&' || term === '|') {
      const [a, b] = [pop(), pop()];
      stack.push(term === '&' ? (row) => a(row) && b(row) : (row) => a(row) || b(row));
    } else if (term === '!') {
      const a = pop();
      stack.push((row) => !a(row));
    } else stack.push(leaf(term, read));
  }
  return (row) => stack.every((test) => test(row));
}

function leaf(term: unknown, read: Reader): Test {
  if (!Array.isArray(term) || term.length !== 3 || typeof term[0] !== 'string') {
    throw valueError(`Invalid leaf in domain: ${JSON.stringify(term)}`);
  }
  const [path, operator, wanted] = term as [string, string, unknown];
  const compare = OPERATORS[operator];
  if (!compare) throw valueError(`Invalid operator ${operator} in domain`);
  const value = asTime(path, wanted);
  const many = Array.isArray(value) ? new Set<unknown>(value) : undefined;
  return (row) => compare(seconds(path, read(row, path)), many ?? value);
}

type Compare = (have: unknown, wanted: unknown) => boolean;
const isEmpty = (value: unknown): boolean => value === undefined || value === false || value === '' || value === null;
const equals: Compare = (have, wanted) => (isEmpty(wanted) ? isEmpty(have) : have === wanted);
const within: Compare = (have, wanted) => wanted instanceof Set && wanted.has(have);
const ordered =
  (test: (order: number) => boolean): Compare =>
  (have, wanted) =>
    typeof have === typeof wanted && test((have as number) < (wanted as number) ? -1 : have === wanted ? 0 : 1);
const OPERATORS: Readonly<Record<string, Compare>> = {
  '=': equals,
  '!=': (have, wanted) => !equals(have, wanted),
  in: within,
  'not in': (have, wanted) => !within(have, wanted),
  '>': ordered((order) => order > 0),
  '>=': ordered((order) => order >= 0),
  '<': ordered((order) => order < 0),
  '<=': ordered((order) => order <= 0),
  '=ilike': (have, wanted) => String(have).toLowerCase() === String(wanted).toLowerCase(),
  ilike: (have, wanted) => String(have).toLowerCase().includes(String(wanted).toLowerCase()),
};

const isTime = (path: string): boolean => /_date$|^date_/.test(path);

/** Times are compared by whole seconds: a record of the same second is neither before nor after. */
function seconds(path: string, value: unknown): unknown {
  return isTime(path) && typeof value === 'number' ? Math.floor(value / 1000) : value;
}

function asTime(path: string, value: unknown): unknown {
  if (!isTime(path) || typeof value !== 'string') return value;
  return parseTime(value) / 1000;
}

/** Milliseconds of "YYYY-MM-DD HH:MM:SS" in UTC; any other way of writing is refused. */
export function parseTime(text: string): number {
  if (!/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(text)) {
    throw valueError(`time data ${JSON.stringify(text)} does not match format '%Y-%m-%d %H:%M:%S'`);
  }
  return Date.parse(`${text.replace(' ', 'T')}Z`);
}
