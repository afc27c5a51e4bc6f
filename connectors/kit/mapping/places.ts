type Container = Record<string, unknown>;

/** One place in a document that a pointer means. */
export type Place = {
  readonly pointer: string;
  /** The innermost list element around it; the document itself outside lists. */
  readonly item: unknown;
  value(): unknown;
  set(value: unknown): void;
  drop(): void;
};

/**
 * The places of a JSON pointer in which `*` stands for every element of a list. Containers must be there; the value at the
 * end need not, so that a rule can add a field.
 */
export function placesAt(document: object, pointer: string): readonly Place[] {
  const names = pointer.slice(1).split('/');
  const last = names.pop() ?? '';
  let found: { readonly at: unknown; readonly path: string; readonly item: unknown }[] = [
    { at: document, path: '', item: document },
  ];
  for (const name of names) {
    found = found.flatMap(({ at, path, item }) =>
      childrenOf(at, name).map(([key, child]) => ({
        at: child,
        path: `${path}/${key}`,
        item: name === '*' ? child : item,
      })),
    );
  }
  return found.flatMap(({ at, path, item }) => {
    if (typeof at !== 'object' || at === null) return [];
    const keys = last === '*' ? Object.keys(at) : [last];
    return keys.map((key) => placeOf(at as Container, key, `${path}/${key}`, item));
  });
}

function childrenOf(at: unknown, name: string): readonly (readonly [string, unknown])[] {
  if (Array.isArray(at)) return name === '*' ? at.map((child, i) => [String(i), child] as const) : [];
  const isThere = typeof at === 'object' && at !== null && Object.hasOwn(at, name);
  return isThere ? [[name, (at as Container)[name]]] : [];
}

function placeOf(holder: Container, key: string, pointer: string, item: unknown): Place {
  return {
    pointer,
    item,
    value: () => (Object.hasOwn(holder, key) ? holder[key] : undefined),
    set(value) {
      Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true });
    },
    drop() {
      delete holder[key];
    },
  };
}
