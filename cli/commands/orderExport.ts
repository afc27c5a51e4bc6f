import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { OrderDocument } from '../../core/documents/index.ts';
import { type CommandContext, defineCommand, EXIT } from '../command.ts';
import { unknown } from '../records.ts';
import { withOperations } from '../withOperations.ts';

const COLUMNS = [
  'order',
  'line',
  'sku',
  'title',
  'quantity',
  'unit_price',
  'placed_at',
  'currency',
  'customer',
  'name',
  'email',
  'street',
  'city',
  'postal_code',
  'country',
] as const;

export const orderExport = defineCommand({
  noun: 'order',
  verb: 'export',
  summary: 'Write orders to a file, as their sources stated them',
  positionals: { file: { help: 'where to' } },
  options: {
    format: {
      type: 'string',
      choices: ['json-lines', 'csv'],
      default: 'json-lines',
      help: 'canonical documents, or order lines that order import takes with order-lines-csv',
    },
    connection: { type: 'string', help: 'only orders of this connection' },
    state: { type: 'string', choices: ['open', 'cancelled', 'closed'], help: 'only orders in this state' },
    from: { type: 'string', placeholder: 'INSTANT', help: 'placed at or after, such as 2026-01-01T00:00:00Z' },
    until: { type: 'string', placeholder: 'INSTANT', help: 'placed before' },
  },
  examples: ['crossdock order export orders.csv --format csv --from 2026-01-01T00:00:00Z'],
  run: (context, { file, format, connection: name, state, from, until }) =>
    withOperations(context, async ({ parts }) => {
      const wrong = [from, until].find((at) => at !== undefined && Number.isNaN(Date.parse(at)));
      if (wrong !== undefined) return context.fail(notAnInstant(wrong), EXIT.usage);
      const connection = name === undefined ? undefined : parts.connections.byName(name);
      if (name !== undefined && !connection) return context.fail(unknown('connection', name), EXIT.refused);
      const pages = parts.store.exportOrders({ connection: connection?.id, state, from, until });
      const orders = await write(context, file, format === 'csv' ? csv(pages) : jsonLines(pages));
      context.out.result({ file, format, orders }, () => `${orders} orders in ${file}`);
      return EXIT.done;
    }),
});

const notAnInstant = (text: string) => ({
  code: 'malformed-instant',
  message: `${text} is not an instant.`,
  next: 'Write it like 2026-01-01T00:00:00Z.',
});

type Chunk = { readonly text: string; readonly orders: number };

/** Writes as fast as the disk takes it; memory does not grow with the number of orders. */
async function write({ signal }: CommandContext, file: string, chunks: AsyncIterable<Chunk>): Promise<number> {
  const stream = createWriteStream(file);
  let orders = 0;
  for await (const chunk of chunks) {
    signal.throwIfAborted();
    orders += chunk.orders;
    if (!stream.write(chunk.text)) await once(stream, 'drain');
  }
  stream.end();
  await finished(stream);
  return orders;
}

type Pages = AsyncIterable<readonly OrderDocument[]>;

async function* jsonLines(pages: Pages): AsyncGenerator<Chunk> {
  for await (const page of pages) {
    yield { text: page.map((order) => `${JSON.stringify(order)}\n`).join(''), orders: page.length };
  }
}

async function* csv(pages: Pages): AsyncGenerator<Chunk> {
  yield { text: `${COLUMNS.join(',')}\n`, orders: 0 };
  for await (const page of pages) yield { text: page.map(linesOf).join(''), orders: page.length };
}

function linesOf(order: OrderDocument): string {
  const { externalId, placedAt, currency, customer, shippingAddress: address } = order;
  const buyer = [customer?.externalId, customer?.name ?? address?.name, customer?.email ?? address?.email];
  const place = [address?.line1, address?.city, address?.postalCode, address?.country];
  return order.lines
    .map((line) => {
      const goods = [line.externalId, line.sku, line.title, line.quantity, line.unitPrice];
      return `${[externalId, ...goods, placedAt, currency, ...buyer, ...place].map(field).join(',')}\n`;
    })
    .join('');
}

/** RFC 4180: what holds a separator, a quote or a line end is quoted. */
function field(value: string | number | undefined): string {
  const text = String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
