/** One change to a value inside a message, and the way back. */
export type Damage = { readonly about: string; apply(): void; undo(): void };

type Holder = Record<string | number, unknown>;

/** Freezes a value and all that is in it. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
}

/**
 * Every place of a message, damaged in every way that its type allows: taken out, null, another type, an extreme.
 * The changes are made in place, one at a time, so that a large message can be tried some thousand times.
 */
export function* damages(root: unknown, at = ''): Generator<Damage> {
  if (typeof root !== 'object' || root === null) return;
  const holder = root as Holder;
  for (const key of Object.keys(holder)) {
    const value = holder[key];
    const place = `${at}/${key}`;
    for (const [name, instead] of substitutes(value)) {
      yield {
        about: `${place} ${name}`,
        apply: () => {
          holder[key] = instead;
        },
        undo: () => {
          holder[key] = value;
        },
      };
    }
    if (!Array.isArray(root)) yield without(holder, key, place);
    yield* damages(value, place);
  }
}

function without(holder: Holder, key: string, place: string): Damage {
  const entries = Object.entries(holder);
  return {
    about: `${place} missing`,
    apply: () => {
      delete holder[key];
    },
    // All entries again, so that their order is as it was.
    undo: () => {
      for (const [name] of entries) delete holder[name];
      Object.assign(holder, Object.fromEntries(entries));
    },
  };
}

function substitutes(value: unknown): readonly (readonly [string, unknown])[] {
  const common = [['null', null] as const];
  if (typeof value === 'string')
    return [...common, ['number', 7], ['object', {}], ['empty', ''], ['cut', value.slice(0, 3)]];
  if (typeof value === 'number')
    return [...common, ['text', 'seven'], ['negative', -1], ['fraction', 0.5], ['huge', 1e300]];
  if (typeof value === 'boolean') return [...common, ['text', 'maybe']];
  if (Array.isArray(value)) return [...common, ['object', {}], ['empty', []], ['nulls', [null]]];
  return [...common, ['text', 'x'], ['array', []], ['empty', {}]];
}

/** A copy with a field that the connector has never heard of in every object. */
export function withUnknownFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withUnknownFields);
  if (typeof value !== 'object' || value === null) return value;
  const inner = Object.entries(value).map(([key, part]) => [key, withUnknownFields(part)]);
  return { ...Object.fromEntries(inner), zz_added_by_the_vendor: { since: 'yesterday' } };
}

/** Every text in a value with its place, keys included in the pointer as they are. */
export function* leaves(root: unknown, at = ''): Generator<Leaf> {
  if (typeof root !== 'object' || root === null) return;
  const holder = root as Holder;
  for (const key of Object.keys(holder)) {
    const value = holder[key];
    const place = `${at}/${key}`;
    const put = (instead: unknown): void => {
      holder[key] = instead;
    };
    if (typeof value === 'object' && value !== null) yield* leaves(value, place);
    else yield { place, key, value, put };
  }
}

/** One value that holds no others. `put` replaces it where it stands. */
export type Leaf = {
  readonly place: string;
  readonly key: string;
  readonly value: unknown;
  put(instead: unknown): void;
};
