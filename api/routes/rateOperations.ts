import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { InstantValue, RateChoice, RateQuery, RateQuote, ShippingRules } from '../../core/documents/index.ts';
import type { ApiEnv } from '../auth.ts';
import type { ApiContext, RateShopping } from '../context.ts';
import { operation, refusal } from '../operation.ts';

type App = OpenAPIHono<ApiEnv>;
const Name = z.string().min(1).max(200);

/** What of a shipment is asked for: exactly one of the three names it. */
export const RateRequest = z
  .object({
    fulfillmentOrder: Name.optional().describe('Id or number: all of it that has not left.'),
    order: Name.optional().describe('Id, number or reference of an order that leaves as one.'),
    shipment: RateQuery.optional().describe('Parcels and addresses that nobody has ordered.'),
    location: Name.optional().describe('Where a plain shipment leaves, for the rules.'),
    choose: RateChoice.optional(),
    promisedBy: InstantValue.optional().describe("When it must be there; the order's own promise when absent."),
    deadlineMs: z.int().min(100).max(30_000).default(4000).describe('How long carriers have for an answer.'),
  })
  .refine(({ fulfillmentOrder, order, shipment }) => [fulfillmentOrder, order, shipment].filter(Boolean).length === 1, {
    message: 'exactly one of fulfillmentOrder, order and shipment',
  })
  .openapi('RateRequest');

const RankedOffer = RateQuote.extend({
  connection: z.string(),
  keepsPromise: z.enum(['yes', 'no', 'unknown']),
  comparedMinor: z.int().describe('What it counts as by the rules.'),
  notTaken: z.string().nullable().describe('The rule that refuses it, or other-currency.'),
});
const RateAnswer = z
  .object({
    fulfillmentOrder: z.string().nullable(),
    rulesVersion: z.int(),
    choose: RateChoice,
    best: RankedOffer.nullable(),
    offers: z.array(RankedOffer).describe('In the order in which they would be taken.'),
    missing: z
      .array(
        z.object({
          connection: z.string(),
          reason: z.enum(['down', 'slow', 'refused', 'off']),
          fault: z.object({ kind: z.string(), code: z.string(), message: z.string() }),
        }),
      )
      .describe('Every carrier that is not among the offers.'),
  })
  .openapi('RateAnswer');
const RulesAnswer = z.object({
  version: z.int(),
  body: ShippingRules,
  publishedAt: z.string().nullable(),
  publishedBy: z.string().nullable(),
});

const OFFER = {
  connection: 'ups',
  service: '11',
  title: 'UPS Standard',
  chargeMinor: 756,
  currency: 'EUR',
  transitDays: 2,
  keepsPromise: 'yes',
  comparedMinor: 756,
  notTaken: null,
};
const SLOW = { kind: 'retryable', code: 'no-answer-in-time', message: 'it has not answered in time' };

/** Prices of all carriers for one shipment, and by what they are compared. */
export function rateOperations(app: App, { rates }: Pick<ApiContext, 'rates'>): void {
  operation(
    app,
    {
      method: 'post',
      path: '/rates',
      operationId: 'shop_rates',
      tag: 'rates',
      summary: 'Ask all carriers for their prices, and get an answer in time that says which are missing',
      body: RateRequest,
      answer: RateAnswer,
      example: {
        body: { order: '1001', choose: 'promise' },
        answer: {
          ...{ fulfillmentOrder: 'shop-1001-F1', rulesVersion: 3, choose: 'promise', best: OFFER, offers: [OFFER] },
          missing: [{ connection: 'dhl', reason: 'slow', fault: SLOW }],
        },
      },
    },
    async ({ body }) => {
      const shopped = await rates.shop(wishOf(body));
      return shopped.ok ? { body: shopped.value } : refusal(shopped.error);
    },
  );
  rules(app, { rates });
}

function rules(app: App, { rates }: Pick<ApiContext, 'rates'>): void {
  const body = { choose: 'promise', rules: [{ name: 'no air inside Germany', refuse: [OFFER_PATTERN] }] };
  operation(
    app,
    {
      method: 'get',
      path: '/shipping-rules',
      operationId: 'show_shipping_rules',
      tag: 'rates',
      summary: 'The rules by which the offers of carriers are compared, as they are in force',
      answer: RulesAnswer,
      example: { answer: { version: 0, body: { choose: 'promise', rules: [] }, publishedAt: null, publishedBy: null } },
    },
    async () => ({ body: await rates.rules() }),
  );
  operation(
    app,
    {
      method: 'post',
      path: '/shipping-rules',
      operationId: 'publish_shipping_rules',
      tag: 'rates',
      summary: 'Put a new version of the rules in force; older ones are kept',
      body: ShippingRules,
      answer: z.object({ version: z.int() }),
      status: 201,
      example: { body, answer: { version: 4 } },
    },
    async ({ body: published, actor }) => ({ body: { version: await rates.publishRules(published, actor) } }),
  );
}

const OFFER_PATTERN = { connection: 'ups', service: '07' };

/** A request in the terms of the hub. */
export function wishOf(request: z.infer<typeof RateRequest>): RateShopping {
  const { fulfillmentOrder, order, shipment, location, choose, promisedBy, deadlineMs } = request;
  const rest = { choose, promisedBy, deadlineMs };
  if (fulfillmentOrder !== undefined) return { of: { fulfillmentOrder }, ...rest };
  if (order !== undefined) return { of: { order }, ...rest };
  if (shipment !== undefined) return { of: { query: shipment, location }, ...rest };
  throw new Error('a rate request of nothing');
}
