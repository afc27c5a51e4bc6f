import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { parse } from 'yaml';

export type Schema = {
  readonly $ref?: string;
  readonly type?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
};
export type Operation = {
  readonly operationId?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly { readonly $ref?: string; readonly name?: string; readonly in?: string }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly $ref?: string; readonly content?: Content }>>;
};
type Content = Readonly<Record<string, { readonly schema: Schema }>>;
type Document = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};

/** An OpenAPI description: its operations, its schemas with references followed, and a check of values against them. */
export class Description {
  readonly document: Document;
  private readonly ajv = new Ajv({
    strict: false,
    validateFormats: false,
    allErrors: true,
    logger: false,
    multipleOfPrecision: 6,
  });

  private readonly compiled = new Map<Schema, ValidateFunction>();

  constructor(file: string) {
    const text = readFileSync(file, 'utf8');
    this.document = (
      file.endsWith('.json') ? JSON.parse(text) : parse(mended(text), { uniqueKeys: false })
    ) as Document;
    this.ajv.addSchema(this.document as object, 'api');
  }

  /** Compiled once: those of large descriptions take a second each. */
  private compile(schema: Schema): ValidateFunction {
    const bundled = JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"api#/')) as object;
    const validate = this.ajv.compile(bundled);
    this.compiled.set(schema, validate);
    return validate;
  }

  operation(method: string, path: string): Operation | undefined {
    return this.document.paths[path]?.[method];
  }

  /** A schema behind its references, of which any may lead to another. */
  resolve<T extends { readonly $ref?: string }>(value: T): T {
    if (value.$ref === undefined) return value;
    const target = value.$ref
      .slice(2)
      .split('/')
      .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key.replaceAll('~1', '/')], this.document);
    return this.resolve(target as T);
  }

  /** What is wrong with a value by a schema of the description; empty when nothing is. */
  problems(schema: Schema, value: unknown): readonly ErrorObject[] {
    const validate = this.compiled.get(schema) ?? this.compile(schema);
    return validate(value) ? [] : (validate.errors ?? []);
  }
}

const OPEN_QUOTE = /^( *[\w-]+: '(?:[^'\n]|'')*)\n\s*/gm;

/**
 * Vendors' files hold what YAML refuses: tabs, and quoted texts that go on in the column of their key. A limit that is
 * `exclusive: false` is one of OpenAPI 3.0 alone, and says nothing.
 */
function mended(text: string): string {
  let plain = text
    .replaceAll('\r', '')
    .replaceAll('\t', '  ')
    .replaceAll(/^ *exclusiveM(?:ax|in)imum: false *\n/gm, '');
  while (OPEN_QUOTE.test(plain)) plain = plain.replace(OPEN_QUOTE, '$1 ');
  return plain;
}

/** The JSON schema of an operation's body or of its answer. */
export function bodyOf(operation: Operation | undefined): Schema | undefined {
  return Object.values(operation?.requestBody?.content ?? {})[0]?.schema;
}

export function answerOf(
  description: Description,
  operation: Operation | undefined,
  status = '200',
): Schema | undefined {
  const response = operation?.responses[status];
  return response && Object.values(description.resolve(response).content ?? {})[0]?.schema;
}
