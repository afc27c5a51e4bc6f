import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { SourcingRules } from '../../core/documents/index.ts';
import { CHANNELS, TEMPERATURES } from '../../core/shared/sourcingTerms.ts';
import { checkRules, findingsText } from '../../core/sourcing/index.ts';
import { explainDecision } from '../../core/usecases/explainSourcing.ts';
import type { ApiEnv } from '../auth.ts';
import type { ApiContext } from '../context.ts';
import { namedSchema } from '../namedSchema.ts';
import { DONE, Done, operation, refusal } from '../operation.ts';
import { problem, problemResponse } from '../problem.ts';
import { OrderSourcing, RulesDocument, RulesList, RulesVersionRow } from '../sourcingSchemas.ts';

type App = OpenAPIHono<ApiEnv>;

/** The rules by which locations are chosen, and why they were. */
export function sourcingOperations(app: App, context: ApiContext): void {
  listRules(app, context);
  showRules(app, context);
  addRules(app, context);
  checkGivenRules(app);
  activateRules(app, context);
  deactivateRules(app, context);
  describeGoods(app, context);
  explainOrder(app, context);
}

const EXAMPLE = {
  name: 'spring',
  method: 'exact',
  locations: {
    hamburg: { zone: 'Europe/Berlin', at: { latitude: 53.55, longitude: 9.99 }, groups: ['dc'], cutOff: '16:00' },
  },
  places: [{ country: 'DE', postalPrefix: '80', latitude: 48.14, longitude: 11.58 }],
  rates: [{ countries: ['DE'], baseMinor: 490, perKgMinor: 40, days: 1 }],
  filters: { cutOff: true },
  scoring: { perSplitMinor: 150 },
  fallback: [{ without: ['cutOff'] }],
} as const;

const Rules = namedSchema(SourcingRules, 'SourcingRules', EXAMPLE);
const Version = z.object({ name: z.string(), version: z.int() });

function listRules(app: App, context: ApiContext): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/sourcing/rules',
    operationId: 'list_sourcing_rules',
    tags: ['sourcing'],
    summary: 'List sourcing rules with their versions, the newest of a name first',
    security: [{ apiKey: [] }],
    responses: {
      200: { description: 'All versions.', content: { 'application/json': { schema: RulesList } } },
      401: problemResponse('No valid API key.'),
    },
  });
  app.openapi(route, async (c) => c.json({ items: await context.sourcing.list() } as never, 200));
}

function showRules(app: App, context: ApiContext): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/sourcing/rules/{name}',
    operationId: 'show_sourcing_rules',
    tags: ['sourcing'],
    summary: 'One version of sourcing rules, the last by default',
    security: [{ apiKey: [] }],
    request: {
      params: z.object({ name: z.string().max(63).openapi({ example: 'spring' }) }),
      query: z.object({ version: z.coerce.number().int().min(1).optional().openapi({ example: 3 }) }),
    },
    responses: {
      200: { description: 'The rules.', content: { 'application/json': { schema: RulesDocument } } },
      400: problemResponse('The version is no number.'),
      401: problemResponse('No valid API key.'),
      404: problemResponse('There are no such rules.'),
    },
  });
  app.openapi(route, async (c) => {
    const { name } = c.req.valid('param');
    const rules = await context.sourcing.show(name, c.req.valid('query').version ?? null);
    if (!rules) return problem(c, 404, 'unknown-rules', { detail: `there are no rules ${name}` }) as never;
    return c.json(rules as never, 200);
  });
}

function addRules(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/sourcing/rules',
      operationId: 'add_sourcing_rules',
      tag: 'sourcing',
      summary: 'Keep rules as the next version of their name; unchanged ones stay the version they are',
      body: Rules,
      answer: Version,
      status: 201,
    },
    async ({ body, actor }) => {
      const checked = checkRules(body);
      if (!checked.ok) return refusal({ code: 'invalid-rules', message: findingsText(checked.error) });
      return { body: await context.sourcing.add(checked.value.document, actor) };
    },
  );
}

function checkGivenRules(app: App): void {
  operation(
    app,
    {
      method: 'post',
      path: '/sourcing/rules/check',
      operationId: 'check_sourcing_rules',
      tag: 'sourcing',
      summary: 'Say everything that is wrong in rules, and keep nothing',
      body: z.record(z.string(), z.unknown()).openapi({ example: { name: 'spring', filters: { groups: ['dc'] } } }),
      answer: z.object({ findings: z.array(z.object({ at: z.string(), message: z.string() })) }),
    },
    async ({ body }) => {
      const checked = checkRules(body);
      return { body: { findings: checked.ok ? [] : checked.error } };
    },
  );
}

const Channel = z
  .enum(['*', ...CHANNELS])
  .default('*')
  .describe('`*` is every channel without rules of its own.');

function activateRules(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/sourcing/activation',
      operationId: 'activate_sourcing_rules',
      tag: 'sourcing',
      summary: 'Let a version of rules decide for a channel, from the next batch of orders on',
      body: z
        .object({
          name: z.string(),
          version: z.int().min(1).optional().describe('The last by default.'),
          channel: Channel,
        })
        .openapi({ example: { name: 'spring', version: 3, channel: 'online' } }),
      answer: RulesVersionRow,
    },
    async ({ body: { name, version, channel }, actor }) => {
      const rules = await context.sourcing.show(name, version ?? null);
      if (!rules) return refusal({ code: 'unknown-rules', message: `there are no rules ${name}@${version ?? 1}` });
      await context.sourcing.activate(name, rules.version, channel, actor);
      const { document: _, ...row } = (await context.sourcing.show(name, rules.version)) ?? rules;
      return { body: row };
    },
  );
}

function deactivateRules(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/sourcing/deactivation',
      operationId: 'deactivate_sourcing_rules',
      tag: 'sourcing',
      summary: 'Let a channel go back to the rules of all channels, and these to the default',
      body: z.object({ channel: Channel }).openapi({ example: { channel: 'online' } }),
      answer: Done,
    },
    async ({ body: { channel }, actor }) =>
      (await context.sourcing.deactivate(channel, actor))
        ? { body: DONE }
        : refusal({ code: 'nothing-active', message: `no rules are active for ${channel}` }),
  );
}

function describeGoods(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/sourcing/goods',
      operationId: 'describe_goods',
      tag: 'sourcing',
      summary: 'Say what rules may ask about a product: whether it is hazardous, and its temperature class',
      body: z
        .object({
          sku: z.string().min(1).max(100),
          isHazardous: z.boolean().default(false),
          temperature: z.enum(TEMPERATURES).default('ambient'),
        })
        .openapi({ example: { sku: 'PAINT-5L', isHazardous: true, temperature: 'ambient' } }),
      answer: Done,
    },
    async ({ body: { sku, ...goods }, actor }) =>
      (await context.sourcing.describeGoods(sku, goods, actor))
        ? { body: DONE }
        : refusal({ code: 'unknown-sku', message: `there is no product ${sku}` }),
  );
}

function explainOrder(app: App, context: ApiContext): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/orders/{id}/sourcing',
    operationId: 'explain_order_sourcing',
    tags: ['sourcing'],
    summary: 'Why the units of an order come from where they do: every decision, and each location in it',
    security: [{ apiKey: [] }],
    request: {
      params: z.object({ id: z.string().max(200).openapi({ example: '019aa1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b' }) }),
    },
    responses: {
      200: { description: 'The decisions, oldest first.', content: { 'application/json': { schema: OrderSourcing } } },
      401: problemResponse('No valid API key.'),
      404: problemResponse('There is no such order.'),
    },
  });
  app.openapi(route, async (c) => {
    const { id } = c.req.valid('param');
    const decisions = await context.sourcing.decisions(id);
    if (!decisions) return problem(c, 404, 'not-found', { detail: `no order ${id}` }) as never;
    return c.json({ orderId: id, decisions: decisions.map(explainDecision) } as never, 200);
  });
}
