/** A record as indented lines of `name: value`, for a person; empty parts are left out. */
export function fields(value: unknown, indent = ''): string {
  if (Array.isArray(value)) return value.map((item) => itemText(item, indent)).join('\n');
  if (typeof value !== 'object' || value === null) return `${indent}${String(value)}`;
  return Object.entries(value)
    .filter(([, field]) => !isEmpty(field))
    .map(([name, field]) =>
      isLeaf(field) ? `${indent}${name}: ${String(field)}` : `${indent}${name}:\n${fields(field, `${indent}  `)}`,
    )
    .join('\n');
}

const itemText = (item: unknown, indent: string): string =>
  isLeaf(item) ? `${indent}- ${String(item)}` : `${indent}- ${fields(item, `${indent}  `).trimStart()}`;

const isLeaf = (value: unknown): boolean => typeof value !== 'object' || value === null;

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
