import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { AddressValue, ShippingDocument } from '../../core/documents/index.ts';
import type { OrderId } from '../../core/shared/ids.ts';
import { editOrder } from '../../core/usecases/editOrder.ts';
import { mergeOrders } from '../../core/usecases/mergeOrders.ts';
import { splitOrder } from '../../core/usecases/splitOrder.ts';
import type { ApiEnv } from '../auth.ts';
import type { ApiContext } from '../context.ts';
import { operation } from '../operation.ts';
import { Changed, changed, Portions, targetOf } from './orderBodies.ts';

type App = OpenAPIHono<ApiEnv>;

/** Changes of what was ordered, after its placement. */
export function orderEdits(app: App, context: ApiContext): void {
  addEdit(app, context);
  addSplit(app, context);
  addMerge(app, context);
}

const Decimal = z.string().regex(/^-?\d{1,15}(\.\d{1,10})?$/, 'a decimal number written with digits');

const NewLine = z.object({
  sku: z.string().min(1).max(100),
  title: z.string().max(500).optional(),
  quantity: z.int().min(1).max(1_000_000_000),
  unitPrice: Decimal.describe('In whole currency units.'),
  discountMinor: z.int().min(0).default(0),
  taxes: z
    .array(z.object({ title: z.string().max(200), rate: Decimal.describe('"0.19" is 19 percent.') }))
    .max(50)
    .default([]),
  requiresShipping: z.boolean().default(true),
});

const EditBody = z
  .object({
    lines: z
      .array(z.object({ line: z.string().min(1).max(200), quantity: z.int().min(0).max(1_000_000_000) }))
      .max(10_000)
      .default([])
      .describe('New quantities of lines, by their id or external id; 0 takes a line off.'),
    add: z.array(NewLine).max(10_000).default([]),
    shippingAddress: AddressValue.optional(),
    billingAddress: AddressValue.optional(),
    shipping: z.array(ShippingDocument).max(50).optional().describe('The methods of shipping, with their prices.'),
    note: z.string().max(1000).optional(),
  })
  .openapi({
    example: {
      lines: [{ line: '1', quantity: 3 }],
      add: [{ sku: 'MUG-01', quantity: 1, unitPrice: '12.50', taxes: [{ title: 'VAT', rate: '0.19' }] }],
      shipping: [{ title: 'Express', amountMinor: 990 }],
      note: 'the buyer called',
    },
  });

function addEdit(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/orders/{id}/edit',
      operationId: 'edit_order',
      tag: 'orders',
      summary: 'Add, remove and change lines, the addresses and the shipping; totals and reserved stock follow',
      body: EditBody,
      answer: Changed,
      isGuarded: true,
    },
    async (call) => {
      const { add, ...edit } = call.body;
      return changed(context, await editOrder(targetOf(call), { ...edit, added: add }, context.environment));
    },
  );
}

function addSplit(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/orders/{id}/split',
      operationId: 'split_order',
      tag: 'orders',
      summary: 'Make an order of its own of some units that no warehouse works on yet',
      body: z.object({ lines: Portions }).openapi({ example: { lines: [{ line: '2', quantity: 1 }] } }),
      answer: Changed.extend({
        split: z.string().meta({ format: 'uuid' }).describe('The new order.'),
        number: z.string().describe('Its number.'),
      }).openapi('OrderSplit'),
      isGuarded: true,
    },
    async (call) => changed(context, await splitOrder(targetOf(call), call.body.lines, context.environment)),
  );
}

function addMerge(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/orders/{id}/merge',
      operationId: 'merge_orders',
      tag: 'orders',
      summary: 'Bring other orders of the same buyer and address into this one',
      body: z
        .object({ orders: z.array(z.uuid()).min(1).max(50).describe('They end as merged.') })
        .openapi({ example: { orders: ['0199a0b4-7c11-7d2a-8f3e-0a1b2c3d4e5f'] } }),
      answer: Changed,
      isGuarded: true,
    },
    async (call) => {
      const others = call.body.orders as readonly string[] as readonly OrderId[];
      const { environment, tellsShipments } = context;
      return changed(context, await mergeOrders(targetOf(call), others, tellsShipments, environment));
    },
  );
}
