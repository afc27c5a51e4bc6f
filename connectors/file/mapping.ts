import { z } from 'zod';

/** The fields of an order line that a column can hold. */
export const FIELDS = [
  'order',
  'line',
  'sku',
  'title',
  'quantity',
  'unitPrice',
  'placedAt',
  'currency',
  'customer',
  'name',
  'email',
  'line1',
  'city',
  'postalCode',
  'country',
] as const;
export type Field = (typeof FIELDS)[number];

const Sign = z.enum(['negative', 'zero', 'positive']);
const Pattern = z.string().refine((text) => isPattern(text), 'a regular expression');

function isPattern(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
}

function isZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

const Condition = z
  .object({
    repeated: z.literal(true).optional().describe('Every column equals that of an earlier line of the same order.'),
    order: Pattern.optional(),
    sku: Pattern.optional(),
    quantity: Sign.optional(),
    unitPrice: Sign.optional(),
    customer: z.enum(['absent', 'present']).optional(),
  })
  .strict()
  .refine((condition) => Object.keys(condition).length > 0, 'a rule needs a condition');

const Rule = z.object({
  name: z
    .string()
    .regex(/^[a-z][a-z0-9-]{2,59}$/, 'lower case words and hyphens')
    .describe('What the report calls it.'),
  when: Condition.describe('All that is named must hold.'),
  as: z.enum(['ignore', 'return', 'service']).describe('service: the line reserves no stock.'),
});
export type Rule = z.infer<typeof Rule>;

/** How the lines of a file become canonical orders: plain data, so that it can be stored, shown and changed. */
export const FileMapping = z
  .object({
    id: z.string().regex(/^[a-z][a-z0-9-]{1,59}$/),
    title: z.string().min(1).max(200),
    format: z.enum(['csv', 'json-lines', 'xml']),
    delimiter: z.string().length(1).default(',').describe('Between the columns of a CSV file.'),
    record: z
      .string()
      .optional()
      .describe('XML: the element of one order. JSON Lines hold one order, or one order line, per line.'),
    lines: z
      .string()
      .optional()
      .describe(
        'XML and JSON Lines: where the lines of an order are, as names joined by dots. Absent: it is one line.',
      ),
    columns: z
      .partialRecord(z.enum(FIELDS), z.string().min(1))
      .describe('Column by field. In XML and JSON: names joined by dots, "@name" an attribute, from "/" on the order.'),
    zone: z
      .string()
      .refine(isZone, 'an IANA time zone such as Europe/London')
      .describe('IANA zone of times that name no offset.'),
    decimal: z.enum(['.', ',']).default('.').describe('What separates whole units from their parts in prices.'),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .describe('Of prices whose line names none.'),
    countries: z
      .record(z.string(), z.string().regex(/^[A-Z]{2}$/))
      .default({})
      .describe('Country codes by name.'),
    channel: z.enum(['online', 'marketplace', 'store', 'b2b', 'phone']).default('online'),
    paymentState: z.enum(['pending', 'authorized', 'paid']).default('pending'),
    history: z.boolean().default(false).describe('true: the orders reserve nothing and are sent nowhere.'),
    createsProducts: z.boolean().default(false).describe('true: a code seen for the first time is a product.'),
    openOrders: z
      .int()
      .min(1)
      .max(10_000)
      .default(64)
      .describe('How many orders may be under way at once, for a file that mixes their lines.'),
    rules: z.array(Rule).max(100).default([]).describe('The first that ignores a line wins; the others add up.'),
  })
  .refine(({ columns }) => columns.order && columns.sku && columns.quantity && columns.placedAt && columns.unitPrice, {
    message: 'order, sku, quantity, unitPrice and placedAt need a column',
    path: ['columns'],
  })
  .refine(({ format, record }) => format !== 'xml' || record !== undefined, {
    message: 'an XML mapping names the element of one order',
    path: ['record'],
  });
export type FileMapping = z.infer<typeof FileMapping>;
