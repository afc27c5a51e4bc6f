import { z } from 'zod';
import type { Exchange } from '../../connectors/kit/http.ts';
import { answerOf, bodyOf, Description, type Schema } from './openapi.ts';

/** An operation that a connector calls: where it stands in the vendor's description, and how its calls are known. */
export type VendorOperation = {
  /** The description that it is in, by a name that `find` knows. */
  readonly file: string;
  readonly method: string;
  readonly path: string;
  /** Matches "METHOD /path" of a call on the simulator. */
  readonly matches: RegExp;
  /** The status of the answer that is read. Default: 200. */
  readonly status?: string;
  /** What the connector reads of its answer. */
  readonly reads?: z.ZodType;
};

/** Which operations were not called, and what is wrong with the calls by the vendor's own schemas: "post /x answer /y: type". */
export function problemsOfExchanges(
  exchanges: readonly Exchange[],
  operations: readonly VendorOperation[],
  find: (file: string) => Description,
): { readonly uncalled: readonly string[]; readonly problems: readonly string[] } {
  const problems = new Set<string>();
  const called = new Set<VendorOperation>();
  for (const exchange of exchanges) {
    const call = `${exchange.method} ${new URL(exchange.url).pathname}`;
    const entry = operations.find(({ matches }) => matches.test(call));
    if (!entry) throw new Error(`${call} is in no description`);
    const { file, method, path } = entry;
    const name = `${method} ${path}`;
    called.add(entry);
    const description = find(file);
    const operation = description.operation(method, path);
    const sides = [
      ['request', bodyOf(operation), (exchange.request as { body: unknown }).body],
      [
        'answer',
        answerOf(description, operation, String(exchange.status)),
        (exchange.response as { body: unknown } | null)?.body,
      ],
    ] as const;
    for (const [side, schema, value] of sides) {
      if (!schema || typeof value !== 'object' || value === null) continue;
      for (const { instancePath, keyword, params } of description.problems(schema, value)) {
        const place = instancePath.replace(/\/\d+(?=\/|$)/g, '/0');
        const more = keyword === 'required' ? ` ${String(params['missingProperty'])}` : '';
        problems.add(`${name} ${side} ${place}: ${keyword}${more}`);
      }
    }
  }
  const uncalled = operations.filter((entry) => !called.has(entry)).map(({ method, path }) => `${method} ${path}`);
  return { uncalled, problems: [...problems].toSorted() };
}

/** How many fields a connector reads of its answers, and those of them that the vendor's description does not have. */
export function fieldsRead(
  operations: readonly VendorOperation[],
  find: (file: string) => Description,
): { readonly fields: number; readonly unknown: readonly string[] } {
  const unknown: string[] = [];
  let fields = 0;
  const walk = (description: Description, mine: Schema, its: Schema, at: string): void => {
    const theirs = description.resolve(its);
    if (mine.items && theirs.items) walk(description, mine.items, theirs.items, `${at}/0`);
    for (const [name, property] of Object.entries(mine.properties ?? {})) {
      fields += 1;
      const found = [theirs, ...(theirs.oneOf ?? []).map((each) => description.resolve(each))]
        .map(({ properties }) => properties?.[name])
        .find((each) => each !== undefined);
      if (found) walk(description, property, found, `${at}/${name}`);
      else unknown.push(`${at}/${name}`);
    }
  };
  for (const { file, method, path, status, reads } of operations) {
    if (!reads) continue;
    const description = find(file);
    const schema = answerOf(description, description.operation(method, path), status);
    if (!schema) throw new Error(`${method} ${path} has no answer in the description`);
    walk(
      description,
      z.toJSONSchema(reads, { io: 'input', unrepresentable: 'any' }) as Schema,
      schema,
      `${method} ${path}`,
    );
  }
  return { fields, unknown };
}

/** Descriptions of a folder by their names, each read once. */
export function descriptionsIn(folder: string): (file: string) => Description {
  const known = new Map<string, Description>();
  return (file) => {
    const found = known.get(file) ?? new Description(`${folder}/${file}`);
    known.set(file, found);
    return found;
  };
}
