import { FIELDS, type FileMapping } from './mapping.ts';

/** How a tree is walked: the inner value of a name, as many as there are, and the text of a leaf. */
export type Walk = {
  readonly inner: (node: unknown, name: string) => readonly unknown[];
  readonly text: (node: unknown) => string;
};

/** The order lines of one record: its columns are paths, from the line, or from the order when they begin with "/". */
export function fieldsOf(record: unknown, { lines, columns }: FileMapping, walk: Walk): readonly (readonly string[])[] {
  const found = lines === undefined ? [record] : follow(record, lines, walk);
  return found.map((line) =>
    FIELDS.map((field) => {
      const path = columns[field];
      if (path === undefined) return '';
      const nodes = path.startsWith('/') ? follow(record, path.slice(1), walk) : follow(line, path, walk);
      return nodes[0] === undefined ? '' : walk.text(nodes[0]);
    }),
  );
}

function follow(from: unknown, path: string, { inner }: Walk): readonly unknown[] {
  let nodes: readonly unknown[] = [from];
  for (const name of path.split('.')) nodes = nodes.flatMap((node) => inner(node, name));
  return nodes;
}
