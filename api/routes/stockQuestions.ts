import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { askAtp, askBackorders, askPromise, dayOf } from '../../core/usecases/promiseStock.ts';
import { valueStock } from '../../core/usecases/valueStock.ts';
import type { ApiEnv } from '../auth.ts';
import type { ApiContext } from '../context.ts';
import { refusal } from '../operation.ts';
import { readOperation } from '../readOperation.ts';
import { LocationCode, Sku } from '../stockSchemas.ts';

type App = OpenAPIHono<ApiEnv>;

/** What can be promised, and by when. */
export function stockQuestions(app: App, context: ApiContext): void {
  addAtp(app, context);
  addPromise(app, context);
  addBackorders(app, context);
  addValuation(app, context);
}

const Dated = z.object({ on: z.string(), quantity: z.int() });

const AtpAnswer = z
  .object({
    sku: z.string(),
    locations: z.array(z.object({ location: z.string(), available: z.int(), safetyStock: z.int() })),
    supply: z.array(Dated.extend({ location: z.string(), reference: z.string() })),
    overdue: z.array(Dated).describe('Supply whose day has passed: it counts for nothing until it has a new one.'),
    owed: z.int().describe('Units of open orders that wait for stock.'),
    steps: z.array(z.object({ from: z.string(), quantity: z.int() })),
  })
  .openapi('Atp', {
    example: {
      sku: 'MUG-01',
      locations: [{ location: 'main', available: 12, safetyStock: 2 }],
      supply: [{ on: '2026-04-02', quantity: 50, location: 'main', reference: 'PO-1042' }],
      overdue: [],
      owed: 0,
      steps: [
        { from: '2026-03-31', quantity: 10 },
        { from: '2026-04-02', quantity: 60 },
      ],
    },
  });

function addAtp(app: App, context: ApiContext): void {
  readOperation(
    app,
    {
      path: '/stock/atp',
      operationId: 'available_to_promise',
      tag: 'stock',
      summary: 'What can be promised of a product, from which day on',
      description:
        'Cumulative with look-ahead: stock less promises and safety stock, and what is to come less what waits. Damaged units, units in inspection and transfers without a day of arrival never count.',
      query: z.object({ sku: Sku, location: LocationCode.optional().describe('Of one location, without backorders.') }),
      answer: AtpAnswer,
    },
    async (query) => {
      const answer = await askAtp(context.stockQueries, { ...query, today: dayOf(context.environment.now()) });
      return answer.ok ? { body: answer.value } : refusal(answer.error);
    },
  );
}

function addPromise(app: App, context: ApiContext): void {
  readOperation(
    app,
    {
      path: '/stock/promise',
      operationId: 'promise_stock',
      tag: 'stock',
      summary: 'By when so many units could be delivered, by stock, supply and the selling policy',
      description: 'Asking reserves nothing; POST /reservations does.',
      query: z.object({
        sku: Sku,
        quantity: z.coerce.number().int().min(1).max(1_000_000_000).openapi({ example: 30 }),
      }),
      answer: z
        .object({
          sku: z.string(),
          selling: z.enum(['stock', 'backorder', 'preorder']),
          units: z.array(
            z.object({
              quantity: z.int(),
              on: z.string().nullable().describe('The day; null when it cannot be said.'),
              from: z.enum(['stock', 'incoming', 'beyond']),
            }),
          ),
          refused: z.int().describe('Units that the policy does not allow to promise.'),
        })
        .openapi('StockPromise', {
          example: {
            sku: 'MUG-01',
            selling: 'backorder',
            units: [
              { quantity: 10, on: '2026-03-31', from: 'stock' },
              { quantity: 20, on: '2026-04-02', from: 'incoming' },
            ],
            refused: 0,
          },
        }),
    },
    async (query) => {
      const answer = await askPromise(context.stockQueries, { ...query, today: dayOf(context.environment.now()) });
      return answer.ok ? { body: answer.value } : refusal(answer.error);
    },
  );
}

function addBackorders(app: App, context: ApiContext): void {
  const line = z.object({
    id: z.string(),
    orderId: z.string(),
    orderNumber: z.string(),
    orderReference: z.string(),
    sku: z.string(),
    quantity: z.int(),
    placedAt: z.string(),
    promisedOn: z.string().nullable().describe('The day on which supply covers it; null when it does not.'),
  });
  readOperation(
    app,
    {
      path: '/stock/backorders',
      operationId: 'list_backorders',
      tag: 'stock',
      summary: 'Order lines that wait for stock, with the day on which what is to come reaches them',
      query: z.object({ sku: Sku.optional(), limit: z.coerce.number().int().min(1).max(10_000).default(200) }),
      answer: z.object({ items: z.array(line) }),
    },
    async ({ sku = null, limit }) => {
      const today = dayOf(context.environment.now());
      return { body: { items: await askBackorders(context.stockQueries, { sku, limit, today }) } };
    },
  );
}

const Figures = {
  units: z.int().describe('Owned: on hand, picked, damaged, in inspection or in transit, over all locations.'),
  valueMinor: z.int(),
  receivedMinor: z.int(),
  issuedUnits: z.int(),
  issuedMinor: z.int().describe('What the units cost that went: cost of goods sold, used and lost.'),
  revaluedMinor: z.int().describe('What units cost more than they were issued at, because they went before they came.'),
  uncostedUnits: z.int().describe('Units that came without a cost; taken in at the last one known.'),
};

const ValuationAnswer = z
  .object({
    method: z.enum(['fifo', 'average']),
    products: z.int(),
    total: z.object(Figures).describe('Of all products. received = issued + revalued + value, to the minor unit.'),
    items: z.array(z.object({ sku: z.string(), ...Figures, averageMinor: z.number().nullable() })),
  })
  .openapi('StockValuation');

function addValuation(app: App, context: ApiContext): void {
  readOperation(
    app,
    {
      path: '/stock/valuation',
      operationId: 'value_stock',
      tag: 'stock',
      summary: 'What the stock cost, by first in first out or by moving average, now or at an instant',
      description:
        'Unit costs are whole minor units of the currency of your books. FIFO rounds nothing. Under the moving average, units that go take their share of the value, rounded half up; what is rounded off stays in the value, and the last unit takes all that is left.',
      query: z.object({
        method: z.enum(['fifo', 'average']).default('fifo'),
        sku: Sku.optional(),
        until: z.iso.datetime({ offset: true }).optional(),
        limit: z.coerce.number().int().min(0).max(100_000).default(1000),
      }),
      answer: ValuationAnswer,
    },
    async ({ method, sku = null, until = null, limit }) => ({
      body: await valueStock(context.stockQueries, { method, sku, until, limit }),
    }),
  );
}
