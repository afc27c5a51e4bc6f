import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { StockDifference } from '../../core/ports/index.ts';
import { changeState, receiveStock, STATE_CHANGES } from '../../core/usecases/changeStock.ts';
import type { ApiEnv } from '../auth.ts';
import type { ApiContext } from '../context.ts';
import { operation, refusal } from '../operation.ts';
import { readOperation } from '../readOperation.ts';
import { BalanceAnswer, Day, LocationCode, PlaceFields, Quantity, Reason, Sku, UnitCode } from '../stockSchemas.ts';

type App = OpenAPIHono<ApiEnv>;

/** Goods that come in, units that change their state, and whether the books agree. */
export function stockStates(app: App, context: ApiContext): void {
  addReceive(app, context);
  addChangeState(app, context);
  addAudit(app, context);
}

function addReceive(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/stock/receipts',
      operationId: 'receive_stock',
      tag: 'stock',
      summary: 'Book goods in, on hand or for inspection',
      body: z.object({
        sku: Sku,
        location: LocationCode,
        quantity: Quantity,
        unit: UnitCode,
        reference: z.string().min(1).max(200).openapi({ example: 'PO-1042' }).describe('What brought them.'),
        incoming: z.string().max(100).optional().describe('The incoming supply that this is a part of.'),
        toQuality: z.boolean().default(false).describe('Into inspection instead of on hand.'),
        unitCostMinor: z
          .int()
          .min(0)
          .optional()
          .openapi({ example: 799 })
          .describe('Cost of one unit, in minor units.'),
        ...PlaceFields,
        isSerial: z.boolean().default(false).describe('The lot is one unit with its serial number.'),
        expiresOn: Day.optional().describe('Of a lot that is new.'),
      }),
      answer: BalanceAnswer,
      status: 201,
    },
    async ({ body, actor }) => {
      const done = await receiveStock({ ...body, actor }, context.environment);
      context.wakeOutbox();
      return done.ok ? { body: done.value } : refusal(done.error);
    },
  );
}

function addChangeState(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/stock/states',
      operationId: 'change_stock_state',
      tag: 'stock',
      summary: 'Move units between on hand, damaged and inspection, or write damaged ones off',
      body: z.object({
        sku: Sku,
        location: LocationCode,
        change: z
          .enum(STATE_CHANGES)
          .openapi({ example: 'damage' })
          .describe(
            'damage: on hand to damaged. repair: back. scrap: damaged ones are gone. hold: on hand to inspection. pass: back. reject: from inspection to damaged.',
          ),
        quantity: Quantity,
        reason: Reason,
        ...PlaceFields,
      }),
      answer: BalanceAnswer,
    },
    async ({ body, actor }) => {
      const done = await changeState({ ...body, actor }, context.environment);
      context.wakeOutbox();
      return done.ok ? { body: done.value } : refusal(done.error);
    },
  );
}

const Difference = z
  .object({
    sku: z.string(),
    location: z.string(),
    measure: z.string(),
    against: z.enum(['ledger', 'reservations', 'allocations', 'transfers', 'on-hand']),
    balance: z.int(),
    other: z.int(),
  })
  .openapi('StockDifference', {
    example: { sku: 'MUG-01', location: 'main', measure: 'onHand', against: 'ledger', balance: 41, other: 40 },
  });

function addAudit(app: App, context: ApiContext): void {
  readOperation(
    app,
    {
      path: '/stock/audit',
      operationId: 'audit_stock',
      tag: 'stock',
      summary: 'Compare balances with their ledger, reservations, allocations, transfers and places',
      description: 'Every difference is a defect or a change made behind the hub. The first `limit` of them are named.',
      query: z.object({ limit: z.coerce.number().int().min(1).max(10_000).default(1000) }),
      answer: z.object({
        balances: z.int().describe('How many were compared.'),
        overPromised: z.int().describe('Balances with more promises than units on hand.'),
        differenceCount: z.int(),
        differences: z.array(Difference),
      }),
    },
    async ({ limit }) => {
      const differences: StockDifference[] = [];
      let differenceCount = 0;
      const summary = await context.stockQueries.audit((difference) => {
        differenceCount += 1;
        if (differences.length < limit) differences.push(difference);
      });
      return { body: { ...summary, differenceCount, differences } };
    },
  );
}
