/** A JSON Schema as the OpenAPI document has it. */
export type JsonSchema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly example?: unknown;
  readonly default?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly oneOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
};

/** What fields of a name hold in an example. */
const BY_NAME: Readonly<Record<string, unknown>> = {
  ...{ sku: 'MUG-01', location: 'main', from: 'main', to: 'store-7', code: 'main', bin: 'A-12', lot: 'L-2026-03' },
  ...{
    currency: 'EUR',
    country: 'DE',
    city: 'Köln',
    postalCode: '50667',
    line1: 'Hauptstraße 1',
    phone: '+49 221 1234567',
  },
  ...{ name: 'Zoë Müller', email: 'zoe@example.com', number: '#1001', externalId: 'ext-1', reference: 'shop-1001' },
  ...{ carrier: 'UPS', service: '03', trackingNumber: '1Z999AA10123456784', title: 'Stoneware mug', unit: 'piece' },
  ...{ reason: 'counted', note: 'Call before delivery', actor: 'cli/ops', channel: 'online', connector: 'marketplace' },
  ...{
    hsCode: '691110',
    originCountry: 'DE',
    gtin: '4006381333931',
    cursor: null,
    timeZone: 'Europe/Berlin',
    method: 'card',
  },
  ...{ base64: 'JVBERi0xLjcK', provider: 'acme-pay', dueOn: '2026-12-02', topic: 'order', subject: 'order/ext-1' },
};
const BY_FORMAT: Readonly<Record<string, unknown>> = {
  uuid: '018f4b5e-7a7a-7c3f-8a51-0d9f5a2c6e01',
  'date-time': '2026-11-02T10:00:00.000Z',
  date: '2026-11-02',
  time: '09:00',
  uri: 'https://example.com/events',
  email: 'zoe@example.com',
};
const DEEPEST = 7;

/** Follows a reference of the document. */
export type Resolve = (schema: JsonSchema) => JsonSchema;

/**
 * A value that a schema takes, for a reader: what the schema itself names as an example or allows as one of few, else what a
 * field of that name or format usually holds. `whole`: with fields that may be left out, as answers have them.
 */
export function exampleOf(given: JsonSchema, resolve: Resolve, whole: boolean, name = '', depth = 0): unknown {
  const schema = resolve(given);
  // What is made of several parts has often kept the example of the first.
  if (schema.allOf) return mergedExample(schema, resolve, whole, name, depth);
  const said = schema.example ?? schema.const ?? schema.default ?? schema.enum?.[0];
  if (said !== undefined) return said;
  const way = (schema.oneOf ?? schema.anyOf)?.find((one) => resolve(one).type !== 'null');
  if (way) return exampleOf(way, resolve, whole, name, depth);
  return typedExample(schema, resolve, whole, name, depth);
}

function typedExample(schema: JsonSchema, resolve: Resolve, whole: boolean, name: string, depth: number): unknown {
  const { type: given, items } = schema;
  switch (typeof given === 'string' ? given : given?.find((one) => one !== 'null')) {
    case 'object':
      return objectExample(schema, resolve, whole, depth);
    case 'array':
      return depth < DEEPEST && items ? [exampleOf(items, resolve, whole, singular(name), depth + 1)] : [];
    case 'integer':
    case 'number':
      return numberExample(schema);
    case 'boolean':
      return true;
    case 'string':
      return textExample(schema, name);
    default:
      return {};
  }
}

const singular = (name: string): string => name.replace(/ies$/, 'y').replace(/s$/, '');

function mergedExample(
  { allOf = [] }: JsonSchema,
  resolve: Resolve,
  whole: boolean,
  name: string,
  depth: number,
): unknown {
  return Object.assign({}, ...allOf.map((one) => exampleOf(one, resolve, whole, name, depth)));
}

function objectExample(
  { properties = {}, required = [] }: JsonSchema,
  resolve: Resolve,
  whole: boolean,
  depth: number,
): unknown {
  const asked = Object.keys(properties).filter((name) => (whole && depth < DEEPEST - 2) || required.includes(name));
  const names = asked.length > 0 || depth >= DEEPEST ? asked : Object.keys(properties).slice(0, 1);
  return Object.fromEntries(
    names.map((name) => [name, exampleOf(properties[name] ?? {}, resolve, whole, name, depth + 1)]),
  );
}

function numberExample({ minimum, exclusiveMinimum, maximum }: JsonSchema): number {
  const least = exclusiveMinimum === undefined ? (minimum ?? 2) : exclusiveMinimum + 1;
  return Math.min(Math.max(least, 2), maximum ?? Number.MAX_SAFE_INTEGER);
}

function textExample({ format, pattern }: JsonSchema, name: string): unknown {
  if (format !== undefined && Object.hasOwn(BY_FORMAT, format)) return BY_FORMAT[format];
  const byName = Object.hasOwn(BY_NAME, name) ? BY_NAME[name] : undefined;
  const candidates = [byName, /(At|asOf|since|until)$/.test(name) ? BY_FORMAT['date-time'] : undefined];
  const usual = candidates.find(
    (one) => typeof one === 'string' && (pattern === undefined || new RegExp(pattern, 'u').test(one)),
  );
  if (usual !== undefined) return usual;
  return pattern === undefined
    ? name || 'text'
    : (BY_PATTERN.find((one) => new RegExp(pattern, 'u').test(one)) ?? name);
}

/** Texts of the usual forms, for a field that has a pattern. */
const BY_PATTERN = [
  '42',
  '9.99',
  'EUR',
  'DE',
  'main',
  '2026-11-02',
  '09:00',
  'A-12',
  '4006381333931',
  '691110',
  'order.*',
  'PDF',
  'manual',
];
