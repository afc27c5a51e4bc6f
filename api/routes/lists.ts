import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Noun } from '../../core/ports/index.ts';
import type { ApiEnv } from '../auth.ts';
import { CaseRow } from '../caseSchemas.ts';
import type { ApiContext } from '../context.ts';
import { PaymentPolicyRow, PaymentRow, PayoutRow } from '../paymentSchemas.ts';
import { problem, problemResponse } from '../problem.ts';
import { ReturnPolicyRow, ReturnRow, StoreCreditRow } from '../returnSchemas.ts';
import * as rows from '../schemas.ts';
import * as settingRows from '../settingSchemas.ts';
import * as stockRows from '../stockSchemas.ts';
import { connectorRoutes } from './connectors.ts';

type NounRoute = {
  readonly noun: Noun;
  readonly one: string;
  readonly schema: z.ZodType;
  readonly filters: readonly string[];
};

const ROUTES: readonly NounRoute[] = [
  {
    noun: 'orders',
    one: 'order',
    schema: rows.OrderRow,
    filters: ['reference', 'number', 'externalId', 'state', 'channel', 'connectionId'],
  },
  { noun: 'stock', one: 'stock level', schema: rows.StockRow, filters: ['sku', 'location'] },
  { noun: 'products', one: 'product', schema: rows.ProductRow, filters: ['sku', 'gtin'] },
  { noun: 'customers', one: 'customer', schema: rows.CustomerRow, filters: ['email'] },
  { noun: 'locations', one: 'location', schema: rows.LocationRow, filters: ['code'] },
  { noun: 'shipments', one: 'shipment', schema: rows.ShipmentRow, filters: ['reference', 'orderId', 'status'] },
  {
    noun: 'fulfillment-orders',
    one: 'fulfillment order',
    schema: rows.FulfillmentOrderRow,
    filters: ['number', 'state', 'method', 'location', 'orderId', 'orderNumber'],
  },
  {
    noun: 'pick-lists',
    one: 'pick list',
    schema: rows.PickListRow,
    filters: ['number', 'state', 'location', 'wave', 'zone'],
  },
  { noun: 'boxes', one: 'box', schema: rows.BoxRow, filters: ['code'] },
  { noun: 'manifests', one: 'manifest', schema: rows.ManifestRow, filters: ['number', 'location', 'carrier'] },
  { noun: 'notices', one: 'notice', schema: rows.NoticeRow, filters: ['kind', 'subject', 'state'] },
  { noun: 'connections', one: 'connection', schema: rows.ConnectionRow, filters: ['name', 'connector', 'state'] },
  { noun: 'inbox', one: 'inbox message', schema: rows.InboxRow, filters: ['connectionId', 'topic', 'state'] },
  {
    noun: 'deliveries',
    one: 'delivery',
    schema: rows.DeliveryRow,
    filters: ['connectionId', 'operation', 'state', 'reference'],
  },
  { noun: 'transfers', one: 'transfer', schema: stockRows.TransferRow, filters: ['from', 'to', 'status'] },
  { noun: 'counts', one: 'stock count', schema: stockRows.CountRow, filters: ['location', 'kind', 'status'] },
  { noun: 'reservations', one: 'reservation', schema: stockRows.ReservationRow, filters: ['sku', 'holder', 'state'] },
  {
    noun: 'incoming',
    one: 'incoming supply',
    schema: settingRows.IncomingRow,
    filters: ['sku', 'location', 'reference', 'status'],
  },
  {
    noun: 'selling-policies',
    one: 'selling policy',
    schema: settingRows.SellingPolicyRow,
    filters: ['sku', 'selling'],
  },
  { noun: 'safety-stocks', one: 'safety stock', schema: settingRows.SafetyStockRow, filters: ['sku', 'location'] },
  {
    noun: 'channel-policies',
    one: 'channel policy',
    schema: settingRows.ChannelPolicyRow,
    filters: ['connection', 'sku'],
  },
  {
    noun: 'publications',
    one: 'stock publication',
    schema: settingRows.PublicationRow,
    filters: ['connection', 'sku'],
  },
  { noun: 'bins', one: 'bin', schema: settingRows.BinRow, filters: ['location', 'code', 'zone'] },
  { noun: 'bundles', one: 'bundle', schema: settingRows.BundleRow, filters: ['sku'] },
  { noun: 'units', one: 'unit', schema: settingRows.UnitRow, filters: ['sku', 'code'] },
  { noun: 'lots', one: 'lot', schema: settingRows.LotRow, filters: ['sku', 'code'] },
  {
    noun: 'payments',
    one: 'movement of money',
    schema: PaymentRow,
    filters: ['orderId', 'provider', 'kind', 'status', 'externalId'],
  },
  { noun: 'payment-policies', one: 'payment policy', schema: PaymentPolicyRow, filters: ['provider'] },
  { noun: 'returns', one: 'return', schema: ReturnRow, filters: ['number', 'orderId', 'orderNumber', 'status'] },
  { noun: 'cases', one: 'case', schema: CaseRow, filters: ['number', 'state', 'kind', 'orderId', 'externalId'] },
  { noun: 'return-policies', one: 'return policy', schema: ReturnPolicyRow, filters: ['channel'] },
  { noun: 'store-credits', one: 'store credit', schema: StoreCreditRow, filters: ['code', 'orderId'] },
  { noun: 'payouts', one: 'payout', schema: PayoutRow, filters: ['provider', 'reference'] },
  { noun: 'jobs', one: 'job', schema: rows.JobRow, filters: ['kind', 'state'] },
];

/** `GET /api/v1/{noun}` and `GET /api/v1/{noun}/{id}` for every noun, and for the kinds of systems. */
export function listRoutes(app: OpenAPIHono<ApiEnv>, context: ApiContext): void {
  connectorRoutes(app, context);
  for (const route of ROUTES) {
    addList(app, context, route);
    addShow(app, context, route);
  }
}

function addList(app: OpenAPIHono<ApiEnv>, context: ApiContext, { noun, schema, filters }: NounRoute): void {
  const shape: Record<string, z.ZodType<string | undefined>> = {};
  for (const filter of filters) shape[filter] = z.string().max(200).optional();
  const query = z.object({
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: z.string().max(500).optional().describe('From the page before.'),
    ...shape,
  });
  const page = z.object({ items: z.array(schema), cursor: z.string().nullable() });
  const route = createRoute({
    method: 'get',
    path: `/api/v1/${noun}`,
    operationId: `list_${noun.replaceAll('-', '_')}`,
    tags: [noun],
    summary: `List ${noun.replaceAll('-', ' ')}, newest first`,
    security: [{ apiKey: [] }],
    request: { query },
    responses: {
      200: { description: 'A page.', content: { 'application/json': { schema: page } } },
      400: problemResponse('A filter or the cursor is not valid.'),
      401: problemResponse('No valid API key.'),
    },
  });
  app.openapi(route, async (c) => {
    const { limit, cursor, ...given } = c.req.valid('query') as { limit: number; cursor?: string } & Record<
      string,
      string
    >;
    const list = await context.queries.list(noun, { limit, cursor, filters: given });
    return c.json(list as never, 200);
  });
}

function addShow(app: OpenAPIHono<ApiEnv>, context: ApiContext, { noun, one, schema }: NounRoute): void {
  const route = createRoute({
    method: 'get',
    path: `/api/v1/${noun}/{id}`,
    operationId: `show_${noun.replaceAll('-', '_')}`,
    tags: [noun],
    summary: `One ${one} with all that belongs to it`,
    security: [{ apiKey: [] }],
    request: { params: z.object({ id: z.string().max(200) }) },
    responses: {
      200: { description: `The ${one}. The ETag names its version.`, content: { 'application/json': { schema } } },
      401: problemResponse('No valid API key.'),
      404: problemResponse(`There is no such ${one}.`),
    },
  });
  app.openapi(route, async (c) => {
    const { id } = c.req.valid('param');
    const row = await context.queries.show(noun, id);
    if (!row) return problem(c, 404, 'not-found', { detail: `no ${one} ${id}` }) as never;
    if (typeof row['version'] === 'number') c.header('ETag', `"${row['version']}"`);
    return c.json(row as never, 200);
  });
}
