import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Instant, OrderId } from '../../core/shared/ids.ts';
import {
  cancelById,
  cancelUnits,
  confirmPicked,
  holdOrder,
  markOrder,
  receiveUnits,
  releaseHold,
} from '../../core/usecases/operateOrder.ts';
import type { ApiEnv } from '../auth.ts';
import type { ApiContext } from '../context.ts';
import { DONE, Done, operation, refusal } from '../operation.ts';
import { AnyTag, Changed, changed, HoldBody, holdOf, Portions, targetOf } from './orderBodies.ts';

type App = OpenAPIHono<ApiEnv>;

/** What an operator does to orders. */
export function orderOperations(app: App, context: ApiContext): void {
  addHold(app, context);
  addRelease(app, context);
  addCancel(app, context);
  addMarks(app, context);
  addNote(app, context);
  addReceive(app, context);
  pickOrder(app, context);
}

function addHold(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/orders/{id}/hold',
      operationId: 'hold_order',
      tag: 'orders',
      summary: 'Keep an order from going to a warehouse',
      body: HoldBody,
      answer: Changed,
      isGuarded: true,
    },
    async (call) => changed(context, await holdOrder(targetOf(call), holdOf(call.body), context.environment)),
  );
}

function addRelease(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/orders/{id}/release',
      operationId: 'release_order',
      tag: 'orders',
      summary: 'Take a hold off; an order that nothing else holds goes on at once',
      body: HoldBody,
      answer: Changed,
      isGuarded: true,
    },
    async (call) => changed(context, await releaseHold(targetOf(call), holdOf(call.body), context.environment)),
  );
}

function addCancel(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/orders/{id}/cancel',
      operationId: 'cancel_order',
      tag: 'orders',
      summary: 'Cancel what of an order has not shipped, or some units of it; If-Match guards its version',
      body: z
        .object({
          reason: z.string().min(1).max(300),
          lines: Portions.optional().describe('Which units; everything that has not shipped when absent.'),
        })
        .openapi({ example: { reason: 'the buyer changed their mind', lines: [{ line: '1', quantity: 1 }] } }),
      answer: Changed,
      isGuarded: true,
    },
    async (call) => {
      const { reason, lines } = call.body;
      const { environment } = context;
      const done = lines
        ? await cancelUnits(targetOf(call), lines, reason, environment)
        : await cancelById(targetOf(call), reason, environment);
      return changed(context, done);
    },
  );
}

function addMarks(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/orders/{id}/marks',
      operationId: 'mark_order',
      tag: 'orders',
      summary: 'Set the priority, the promised date and the tags of an order',
      body: z
        .object({
          priority: z.int().min(-100).max(100).optional().describe('A higher one is served first; 0 is usual.'),
          promisedAt: z.iso.datetime({ offset: true }).nullable().optional(),
          addTags: z.array(AnyTag).max(50).optional(),
          removeTags: z.array(AnyTag).max(50).optional(),
        })
        .openapi({ example: { priority: 10, promisedAt: '2026-12-01T12:00:00Z', addTags: ['gift'] } }),
      answer: Changed,
      isGuarded: true,
    },
    async (call) => {
      const { promisedAt, ...marks } = call.body;
      const promise = promisedAt ? { promisedAt: new Date(promisedAt).toISOString() as Instant } : {};
      const changes = { ...marks, ...(promisedAt === null ? { promisedAt } : promise) };
      return changed(context, await markOrder(targetOf(call), changes, context.environment));
    },
  );
}

function addNote(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/orders/{id}/notes',
      operationId: 'note_order',
      tag: 'orders',
      summary: 'Write a note into the history of an order',
      body: z.object({ text: z.string().min(1).max(10_000) }).openapi({ example: { text: 'called the buyer' } }),
      answer: Changed,
    },
    async (call) => changed(context, await markOrder(targetOf(call), { note: call.body.text }, context.environment)),
  );
}

function addReceive(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/orders/{id}/receive',
      operationId: 'receive_order',
      tag: 'orders',
      summary: 'Book goods of a purchase or production order that came in',
      body: z
        .object({
          receipt: z.string().min(1).max(200).describe('The paper that came with the goods; kept in the stock ledger.'),
          location: z.string().min(1).max(200).describe('The code of the location.'),
          lines: Portions,
        })
        .openapi({ example: { receipt: 'DN-4711', location: 'main', lines: [{ line: '1', quantity: 40 }] } }),
      answer: Changed,
      isGuarded: true,
    },
    async (call) => changed(context, await receiveUnits(targetOf(call), call.body, context.environment)),
  );
}

function pickOrder(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/orders/{id}/pick',
      operationId: 'pick_order',
      tag: 'orders',
      summary: 'Confirm that the released work of an order is picked',
      answer: Done,
    },
    async ({ id, actor }) => {
      const done = await confirmPicked(id as OrderId, actor, context.environment);
      context.wakeOutbox();
      return done.ok ? { body: DONE } : refusal(done.error);
    },
  );
}
