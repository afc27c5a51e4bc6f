import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { CASE_KINDS, CASE_PRIORITIES, CASE_STATES, MESSAGE_DIRECTIONS } from '../../core/cases/index.ts';
import { addCaseMessage, linkCase, moveCase, openCase } from '../../core/usecases/operateCases.ts';
import type { ApiEnv } from '../auth.ts';
import { CaseAnswerRow } from '../caseSchemas.ts';
import type { ApiContext } from '../context.ts';
import { operation } from '../operation.ts';
import { changed } from './orderBodies.ts';

type App = OpenAPIHono<ApiEnv>;

/** Complaints, questions and claims of buyers. */
export function caseOperations(app: App, context: ApiContext): void {
  addOpen(app, context);
  addMessage(app, context);
  addMove(app, context);
  addLink(app, context);
}

const shared = { method: 'post', tag: 'cases', answer: CaseAnswerRow } as const;
const Text = z.string().min(1).max(20_000);
const Hours = z.int().min(1).max(8760).optional();
type Call = { readonly id: string; readonly actor: string; readonly version: number | undefined };
const targetOf = ({ id, actor, version }: Call) => ({ id, by: actor, version });

function addOpen(app: App, context: ApiContext): void {
  operation(
    app,
    {
      ...shared,
      path: '/cases',
      operationId: 'open_case',
      summary: 'Open a case with the first words of the buyer; it is to be answered and solved in time',
      body: z
        .object({
          kind: z.enum(CASE_KINDS).default('complaint'),
          subject: z.string().min(1).max(300),
          text: Text,
          priority: z.enum(CASE_PRIORITIES).default('normal'),
          orderId: z.uuid().optional(),
          returnId: z.uuid().optional(),
          answerHours: Hours.describe('Time to the first answer; by priority when absent.'),
          solveHours: Hours.describe('Time to the solution; by priority when absent.'),
        })
        .openapi({ example: { subject: 'The mug came broken', text: 'It is in two pieces.', priority: 'high' } }),
      status: 201,
    },
    async ({ body, actor }) => changed(context, await openCase(body, actor, context.environment)),
  );
}

function addMessage(app: App, context: ApiContext): void {
  operation(
    app,
    {
      ...shared,
      path: '/cases/{id}/messages',
      operationId: 'add_case_message',
      summary: 'Add a message of the buyer, to the buyer, or a note',
      body: z
        .object({ direction: z.enum(MESSAGE_DIRECTIONS), text: Text, author: z.string().min(1).max(200).optional() })
        .openapi({ example: { direction: 'out', text: 'We send you another one.' } }),
      isGuarded: true,
    },
    async (call) => changed(context, await addCaseMessage(targetOf(call), call.body, context.environment)),
  );
}

function addMove(app: App, context: ApiContext): void {
  operation(
    app,
    {
      ...shared,
      path: '/cases/{id}/move',
      operationId: 'move_case',
      summary: 'Solve a case, close it, let it wait, or open it again',
      body: z.object({ state: z.enum(CASE_STATES) }).openapi({ example: { state: 'solved' } }),
      isGuarded: true,
    },
    async (call) => changed(context, await moveCase(targetOf(call), call.body.state, context.environment)),
  );
}

function addLink(app: App, context: ApiContext): void {
  operation(
    app,
    {
      ...shared,
      path: '/cases/{id}/link',
      operationId: 'link_case',
      summary: 'Name the case of a CRM, or another connected system, that this one is',
      body: z
        .object({ connection: z.string().min(1).max(100), externalId: z.string().min(1).max(200) })
        .openapi({ example: { connection: 'crm', externalId: '500AA000001' } }),
    },
    async (call) => changed(context, await linkCase(targetOf(call), call.body, context.environment)),
  );
}
