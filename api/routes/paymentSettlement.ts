import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { settleEntry } from '../../core/usecases/operatePayments.ts';
import { orderPayments } from '../../core/usecases/orderMoney.ts';
import { bookPayout } from '../../core/usecases/reconcilePayout.ts';
import type { ApiEnv } from '../auth.ts';
import type { ApiContext } from '../context.ts';
import { DONE, Done, operation } from '../operation.ts';
import {
  MoneyMovedRow,
  OrderPaymentsRow,
  PayoutLineValue,
  PayoutReportRow,
  Provider,
  ProviderKey,
  When,
  WhyText,
} from '../paymentSchemas.ts';
import { problem, problemResponse } from '../problem.ts';
import { changed } from './orderBodies.ts';
import { instantFrom } from './paymentOperations.ts';

type App = OpenAPIHono<ApiEnv>;

/** What became of money that was asked for, how providers are dealt with, and what they paid out. */
export function paymentSettlement(app: App, context: ApiContext): void {
  addShow(app, context);
  addConfirm(app, context);
  addFail(app, context);
  addPolicy(app, context);
  addPayout(app, context);
}

function addShow(app: App, context: ApiContext): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/orders/{id}/payments',
    operationId: 'show_order_payments',
    tags: ['payments'],
    summary: 'Every movement of the money of an order, and where the money is',
    security: [{ apiKey: [] }],
    request: { params: z.object({ id: z.string().max(200) }) },
    responses: {
      200: { description: 'Amounts in minor units.', content: { 'application/json': { schema: OrderPaymentsRow } } },
      401: problemResponse('No valid API key.'),
      404: problemResponse('There is no such order.'),
    },
  });
  app.openapi(route, async (c) => {
    const { id } = c.req.valid('param');
    const row = await context.queries.show('orders', id);
    if (!row) return problem(c, 404, 'not-found', { detail: `no order ${id}` }) as never;
    return c.json(orderPayments(row) as never, 200);
  });
}

function addConfirm(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/payments/{id}/confirm',
      operationId: 'confirm_payment',
      tag: 'payments',
      summary: 'Say that a movement which was asked for has happened; the notice of its provider changes nothing then',
      body: z
        .object({
          externalId: ProviderKey.optional().describe("The provider's key of the movement."),
          expiresAt: When.optional().describe('Of an authorization.'),
        })
        .openapi({ example: { externalId: 'ch_3Nabc' } }),
      answer: MoneyMovedRow,
    },
    async ({ id, body: { externalId, expiresAt }, actor }) => {
      const settled = { status: 'succeeded', externalId, expiresAt: instantFrom(expiresAt) } as const;
      return changed(context, await settleEntry(id, settled, actor, context.environment));
    },
  );
}

function addFail(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/payments/{id}/fail',
      operationId: 'fail_payment',
      tag: 'payments',
      summary: 'Say that a movement which was asked for did not happen, and why',
      body: z.object({ reason: WhyText }).openapi({ example: { reason: 'card declined' } }),
      answer: MoneyMovedRow,
    },
    async ({ id, body: { reason }, actor }) =>
      changed(context, await settleEntry(id, { status: 'failed', reason }, actor, context.environment)),
  );
}

function addPolicy(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'put',
      path: '/payment-policies',
      operationId: 'set_payment_policy',
      tag: 'payments',
      summary:
        'Set when the hub captures at a provider by itself, and whether it asks again where an authorization ran out',
      body: z
        .object({
          provider: Provider,
          capture: z.enum(['manual', 'shipment']).describe('shipment: what has left is captured.'),
          isReauthorizing: z.boolean().default(false),
        })
        .openapi({ example: { provider: 'stripe', capture: 'shipment', isReauthorizing: true } }),
      answer: Done,
    },
    async ({ body, actor }) => {
      await context.setPaymentPolicy(body, actor);
      return { body: DONE };
    },
  );
}

function addPayout(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/payouts',
      operationId: 'book_payout',
      tag: 'payments',
      summary: 'Hold what a provider paid out against the ledger, line by line and as a sum',
      body: z
        .object({
          provider: Provider,
          reference: ProviderKey.describe("The provider's key of the payout."),
          currency: z.string().regex(/^[A-Z]{3}$/),
          statedMinor: z.int().describe('What was paid out, after fees.'),
          paidAt: When,
          lines: z.array(PayoutLineValue).min(1).max(100_000),
        })
        .openapi({
          example: {
            provider: 'stripe',
            reference: 'po_1',
            currency: 'EUR',
            statedMinor: 4815,
            paidAt: '2026-03-04T00:00:00Z',
            lines: [{ externalId: 'ch_3Nabc', kind: 'payment', amountMinor: 4990, feeMinor: 175 }],
          },
        }),
      answer: PayoutReportRow,
      status: 201,
    },
    async ({ body, actor }) => {
      const paidAt = instantFrom(body.paidAt);
      if (!paidAt) throw new Error('a checked body names when it was paid');
      return changed(context, await bookPayout({ ...body, paidAt }, actor, context.environment));
    },
  );
}
