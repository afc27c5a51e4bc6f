import { z } from 'zod';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Checkpoint, CursorDeclaration, Decoded, MessageName, Page, Pull } from '../kit/connector.ts';
import { parseWire } from '../kit/parse.ts';
import { openRun, pageBehind } from '../kit/run.ts';
import type { ShopifyClient } from './client.ts';
import { LinePage, OrderNode, PageInfo, RefundLinePage, restShapeOf } from './graphqlOrder.ts';
import { decodeOrder } from './orderDocument.ts';
import { MORE_LINES, MORE_REFUND_LINES, ORDERS } from './queries.ts';
import { tailOf } from './wire.ts';

const CURSOR: CursorDeclaration = {
  kind: 'updated-at',
  field: 'updatedAt',
  zone: 'offset',
  inclusive: true,
  // Shopify's search index follows a write by seconds.
  commitLagMs: 60_000,
  tieBreak: 'id',
};
/** Page sizes from hopeful to smallest: a query that the shop finds too dear is asked again for fewer orders. */
const PAGE_SIZES = [20, 8, 2, 1];

const OrderPage = z.object({ orders: z.object({ nodes: z.array(OrderNode), pageInfo: PageInfo }) });
const Named = z.object({ id: z.string(), updatedAt: z.string() });
type OrderPage = z.infer<typeof OrderPage>['orders'];
const MoreLines = z.object({ order: z.object({ lineItems: LinePage }).nullable() });
const MoreRefundLines = z.object({ refund: z.object({ refundLineItems: RefundLinePage }).nullable() });

export const pullOrders: Pull<ShopifyClient> = {
  topic: 'order',
  cursor: CURSOR,
  fetch: fetchOrders,
  identify,
};

/** The canonical documents of a pulled order. */
export function decodePulledOrder(raw: unknown): Result<Decoded, Fault> {
  const rest = restShapeOf(raw);
  return rest.ok ? decodeOrder(rest.value) : rest;
}

async function fetchOrders(client: ShopifyClient, from: Checkpoint, signal: AbortSignal): Promise<Result<Page, Fault>> {
  const run = openRun(from, CURSOR);
  if (!run.ok) return run;
  const { since, page: after } = run.value;
  const filter = since === null ? null : `updated_at:>='${since}'`;
  const page = await askPage(client, after as string | null, filter, signal);
  if (!page.ok) return page;
  const { nodes, pageInfo } = page.value;
  for (const order of nodes) {
    const completed = await complete(client, order, signal);
    if (!completed.ok) return completed;
  }
  const next = pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
  return ok(pageBehind(from, run.value, { items: nodes, next, changed: nodes.map(({ updatedAt }) => updatedAt) }));
}

async function askPage(
  client: ShopifyClient,
  after: string | null,
  filter: string | null,
  signal: AbortSignal,
): Promise<Result<OrderPage, Fault>> {
  let fault: Fault = permanent('MAX_COST_EXCEEDED', 'one order is too dear to ask for');
  for (const first of PAGE_SIZES) {
    const variables = { first, after, filter, lines: 50, refundLines: 50 };
    const page = await client.ask({ query: ORDERS, variables, effect: 'read', cost: 10 * first }, OrderPage, signal);
    if (page.ok) return ok(page.value.orders);
    if (page.error.code !== 'MAX_COST_EXCEEDED') return page;
    fault = page.error;
  }
  return err(fault);
}

/** Reads the rest of an order's lines and refund lines into the node, so that an item is always a whole order. */
async function complete(client: ShopifyClient, order: OrderNode, signal: AbortSignal): Promise<Result<void, Fault>> {
  const lines = await readRest(order.lineItems, async (after) => {
    const variables = { id: order.id, after };
    const more = await client.ask({ query: MORE_LINES, variables, effect: 'read', cost: 20 }, MoreLines, signal);
    return more.ok ? ok(more.value.order?.lineItems ?? END) : more;
  });
  if (!lines.ok) return lines;
  for (const refund of order.refunds) {
    const rest = await readRest(refund.refundLineItems, async (after) => {
      const query = {
        query: MORE_REFUND_LINES,
        variables: { id: refund.id, after },
        effect: 'read',
        cost: 20,
      } as const;
      const more = await client.ask(query, MoreRefundLines, signal);
      return more.ok ? ok(more.value.refund?.refundLineItems ?? END) : more;
    });
    if (!rest.ok) return rest;
  }
  return ok(undefined);
}

const END: Connection<never> = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };

type Connection<Node> = { nodes: Node[]; pageInfo: z.infer<typeof PageInfo> };

/** Follows a connection inside a record to its end. */
export async function readRest<Node>(
  connection: Connection<Node>,
  read: (after: string) => Promise<Result<Connection<Node>, Fault>>,
): Promise<Result<void, Fault>> {
  while (connection.pageInfo.hasNextPage && connection.pageInfo.endCursor) {
    const page = await read(connection.pageInfo.endCursor);
    if (!page.ok) return page;
    connection.nodes.push(...page.value.nodes);
    connection.pageInfo = page.value.pageInfo;
  }
  return ok(undefined);
}

function identify(raw: unknown): Result<MessageName, Fault> {
  const named = parseWire(Named, raw, 'Shopify order');
  if (!named.ok) return named;
  const { id, updatedAt } = named.value;
  return ok({ messageId: `${tailOf(id)}@${updatedAt}`, subject: `order/${tailOf(id)}` });
}
