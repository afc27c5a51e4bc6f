import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Instant } from '../../core/shared/ids.ts';
import { instantOf } from '../../core/shared/instant.ts';
import {
  capturePayments,
  recordMovement,
  refundPayments,
  requestAuthorization,
  voidPayments,
} from '../../core/usecases/operatePayments.ts';
import type { ApiEnv } from '../auth.ts';
import type { ApiContext } from '../context.ts';
import { operation } from '../operation.ts';
import { Method, Minor, MoneyMovedRow, PaymentName, Provider, ProviderKey, When, WhyText } from '../paymentSchemas.ts';
import { changed, targetOf } from './orderBodies.ts';

type App = OpenAPIHono<ApiEnv>;

/** What is done with the money of one order. */
export function paymentOperations(app: App, context: ApiContext): void {
  addRecord(app, context);
  addAuthorize(app, context);
  addCapture(app, context);
  addVoid(app, context);
  addRefund(app, context);
}

export const instantFrom = (text: string | undefined): Instant | undefined =>
  text === undefined ? undefined : instantOf(Date.parse(text));

const shared = { method: 'post', tag: 'payments', answer: MoneyMovedRow, isGuarded: true } as const;

function addRecord(app: App, context: ApiContext): void {
  operation(
    app,
    {
      ...shared,
      path: '/orders/{id}/payments',
      operationId: 'record_payment',
      summary: 'Book a movement of money that has happened: a gift card, a card by telephone, a chargeback by letter',
      body: z
        .object({
          provider: Provider,
          payment: ProviderKey.optional().describe("The provider's key of the payment that it belongs to."),
          externalId: ProviderKey.describe("The provider's key of the movement; the same one again changes nothing."),
          method: Method,
          kind: z.enum(['authorization', 'capture', 'sale', 'void', 'refund', 'chargeback', 'chargeback-reversal']),
          amountMinor: Minor,
          at: When.optional(),
          expiresAt: When.optional().describe('Of an authorization.'),
          reason: WhyText.optional(),
        })
        .openapi({
          example: { provider: 'vouchers', externalId: 'GC-77', method: 'gift_card', kind: 'sale', amountMinor: 2000 },
        }),
    },
    async (call) => {
      const { at, expiresAt, ...given } = call.body;
      const movement = { ...given, at: instantFrom(at), expiresAt: instantFrom(expiresAt) };
      return changed(context, await recordMovement(targetOf(call), movement, context.environment));
    },
  );
}

function addAuthorize(app: App, context: ApiContext): void {
  operation(
    app,
    {
      ...shared,
      path: '/orders/{id}/authorize',
      operationId: 'authorize_payment',
      summary: 'Ask for an authorization; pending until it is confirmed or its provider tells of it',
      body: z
        .object({
          provider: Provider,
          method: Method,
          amountMinor: Minor,
          payment: PaymentName.optional().describe('The payment whose authorization it takes the place of.'),
          expiresAt: When.optional(),
        })
        .openapi({ example: { provider: 'stripe', method: 'card', amountMinor: 4990 } }),
    },
    async (call) => {
      const wanted = { ...call.body, expiresAt: instantFrom(call.body.expiresAt) };
      return changed(context, await requestAuthorization(targetOf(call), wanted, context.environment));
    },
  );
}

const Part = {
  payment: PaymentName.optional(),
  amountMinor: Minor.optional().describe('All that there is when absent.'),
};

function addCapture(app: App, context: ApiContext): void {
  operation(
    app,
    {
      ...shared,
      path: '/orders/{id}/capture',
      operationId: 'capture_payment',
      summary: 'Ask for a capture of what is authorized, all or a part',
      body: z.object(Part).openapi({ example: { amountMinor: 4990 } }),
    },
    async (call) => changed(context, await capturePayments(targetOf(call), call.body, context.environment)),
  );
}

function addVoid(app: App, context: ApiContext): void {
  operation(
    app,
    {
      ...shared,
      path: '/orders/{id}/void',
      operationId: 'void_payment',
      summary: 'Ask that what is authorized be given free, all or a part',
      body: z
        .object({ ...Part, reason: WhyText.optional() })
        .openapi({ example: { reason: 'the buyer pays by invoice' } }),
    },
    async (call) => changed(context, await voidPayments(targetOf(call), call.body, context.environment)),
  );
}

function addRefund(app: App, context: ApiContext): void {
  operation(
    app,
    {
      ...shared,
      path: '/orders/{id}/refund',
      operationId: 'refund_payment',
      summary:
        'Ask that money be paid back: for units of lines, for shipping, or by grace; never above what was captured',
      body: z
        .object({
          lines: z
            .array(
              z.object({
                line: z.string().min(1).max(200),
                quantity: z.int().min(1).max(1_000_000_000),
                amountMinor: z.int().min(0).optional().describe('What was paid for the units when absent.'),
              }),
            )
            .max(10_000)
            .optional(),
          shippingMinor: z.int().min(0).optional(),
          adjustmentMinor: z.int().optional().describe('Beyond lines and shipping; negative for a restocking fee.'),
          payment: PaymentName.optional(),
          reason: WhyText,
        })
        .openapi({ example: { lines: [{ line: '1', quantity: 1 }], reason: 'arrived broken' } }),
    },
    async (call) => changed(context, await refundPayments(targetOf(call), call.body, context.environment)),
  );
}
