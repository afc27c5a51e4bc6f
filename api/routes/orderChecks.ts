import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { FINDING_CODES, type HoldPolicy, type HoldReason } from '../../core/order/index.ts';
import { validateById } from '../../core/usecases/validateOrder.ts';
import type { ApiEnv } from '../auth.ts';
import type { ApiContext } from '../context.ts';
import { DONE, Done, operation } from '../operation.ts';
import { Changed, changed, targetOf } from './orderBodies.ts';
import { Hold, orderPolicies } from './orderPolicies.ts';

type App = OpenAPIHono<ApiEnv>;

/** The check of an order, and the prices that it is checked against. */
export function orderChecks(app: App, context: ApiContext): void {
  addValidate(app, context);
  addPrices(app, context);
  orderPolicies(app, context);
}

const ValidateBody = z
  .object({
    policy: z
      .partialRecord(z.enum(FINDING_CODES), Hold)
      .optional()
      .describe('Which finding holds the order, and how, where it differs from the usual; null lets it pass.'),
  })
  .openapi({ example: { policy: { 'out-of-stock': 'manual', 'price-differs': null } } });

const Findings = z.array(
  z.object({
    code: z.enum(FINDING_CODES),
    at: z.string().describe('JSON pointer into the document.'),
    message: z.string(),
  }),
);

function addValidate(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/orders/{id}/validate',
      operationId: 'validate_order',
      tag: 'orders',
      summary: 'Check items, prices, taxes, stock, address and duplicates of an order; findings may hold it',
      body: ValidateBody,
      answer: Changed.extend({ findings: Findings.describe('Everything that is wrong, at once.') }).openapi(
        'OrderValidated',
      ),
      isGuarded: true,
    },
    async (call) => {
      const policy = call.body.policy as Partial<Record<keyof HoldPolicy, HoldReason | null>> | undefined;
      return changed(
        context,
        await validateById(targetOf(call), { isPhone: context.isPhone, policy }, context.environment),
      );
    },
  );
}

function addPrices(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'put',
      path: '/prices',
      operationId: 'set_prices',
      tag: 'orders',
      summary: 'Set prices of the list that orders are checked against',
      body: z
        .object({
          prices: z
            .array(
              z.object({
                sku: z.string().min(1).max(100),
                currency: z.string().regex(/^[A-Z]{3}$/),
                unitPrice: z
                  .string()
                  .regex(/^\d{1,15}(\.\d{1,10})?$/)
                  .describe('Of one unit, in whole currency units.'),
                toleranceBps: z.int().min(0).max(10_000).default(0).describe('How far a price may be off: 100 is 1 %.'),
              }),
            )
            .min(1)
            .max(10_000),
        })
        .openapi({ example: { prices: [{ sku: 'MUG-01', currency: 'EUR', unitPrice: '19.99', toleranceBps: 100 }] } }),
      answer: Done,
    },
    async ({ body, actor }) => {
      await context.savePrices(body.prices, actor);
      return { body: DONE };
    },
  );
}
