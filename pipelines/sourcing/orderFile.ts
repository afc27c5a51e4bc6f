import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { OrderDocument } from '../../core/documents/index.ts';
import type { NamedWorld } from '../../core/ports/index.ts';
import type { PastEvent, PastOrder } from '../../core/sourcing/index.ts';

const PAGE = 250;

/** A file of orders that cannot be used; the message names the line. */
export class UnreadableOrders extends Error {}

/** What a first reading of a file of orders tells. */
export type OrderFileSummary = { readonly orders: number; readonly skus: readonly string[]; readonly firstAt: string };

/** Reads a file of canonical sales orders, one JSON document a line, for what must be loaded before they are played. */
export async function summarizeOrders(path: string): Promise<OrderFileSummary> {
  const skus = new Set<string>();
  let orders = 0;
  let firstAt = '';
  for await (const { lines, placedAt } of documents(path)) {
    if (orders === 0) firstAt = placedAt;
    orders++;
    for (const { sku } of lines) skus.add(sku);
  }
  if (orders === 0) throw new UnreadableOrders(`${path} has no orders`);
  return { orders, skus: [...skus], firstAt };
}

/** The orders of a file in pages. They must come in the order in which they were placed. */
export async function* ordersOf(path: string, { products }: NamedWorld): AsyncGenerator<readonly PastEvent[]> {
  let page: PastOrder[] = [];
  let latest = Number.NEGATIVE_INFINITY;
  let line = 0;
  for await (const document of documents(path)) {
    line++;
    const order = orderOf(document, products);
    if (order.atMs < latest) throw new UnreadableOrders(`${path}, order ${line}: placed before the one above it`);
    latest = order.atMs;
    if (order.lines.length > 0) page.push(order);
    if (page.length < PAGE) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

async function* documents(path: string): AsyncGenerator<OrderDocument> {
  let number = 0;
  for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (text.trim() === '') continue;
    const read = OrderDocument.safeParse(parsed(text, path, number));
    if (!read.success) {
      const [issue] = read.error.issues;
      throw new UnreadableOrders(`${path}, line ${number}: ${issue?.path.join('.')}: ${issue?.message}`);
    }
    yield read.data;
  }
}

function parsed(text: string, path: string, number: number): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UnreadableOrders(`${path}, line ${number}: ${(error as Error).message}`);
  }
}

function orderOf(document: OrderDocument, products: ReadonlyMap<string, number>): PastOrder {
  const { channel, placedAt, shippingAddress, lines } = document;
  return {
    kind: 'order',
    atMs: Date.parse(placedAt),
    channel,
    country: shippingAddress?.country ?? null,
    postalCode: shippingAddress?.postalCode ?? null,
    promisedMs: null,
    lines: lines.flatMap(({ sku, quantity, requiresShipping }) => {
      const product = products.get(sku);
      return product === undefined || !requiresShipping ? [] : [{ product, quantity }];
    }),
  };
}
