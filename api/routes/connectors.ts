import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { ApiEnv } from '../auth.ts';
import type { ApiContext } from '../context.ts';
import { problem, problemResponse } from '../problem.ts';

const Check = z.object({
  id: z.string().describe('The area and the check: pull/ties.'),
  title: z.string().describe('What is claimed of the connector.'),
  result: z.enum(['pass', 'fail', 'not-applicable']),
  reason: z.string().optional().describe('Why it failed, or does not apply.'),
  evidence: z.array(z.string()).optional(),
});

const Certification = z
  .object({
    connector: z.string(),
    apiVersion: z.string(),
    score: z.string().describe('Passed of those that apply: 58/58.'),
    passed: z.int(),
    failed: z.int(),
    notApplicable: z.int(),
    variants: z.array(z.string()).describe('The ways of talking to the system that were tried.'),
    checks: z.array(Check).describe('Failures first, causes before consequences.'),
  })
  .openapi('Certification');

const ConnectorRow = z
  .object({
    id: z.string(),
    title: z.string(),
    kind: z.string(),
    apiVersion: z.string(),
    docs: z.string(),
    capabilities: z.array(z.string()),
    topics: z.array(z.string()),
    secretSettings: z.array(z.string()),
    certification: Certification.nullable().describe('The report of its last certification.'),
  })
  .openapi('Connector');
export type ConnectorRow = z.infer<typeof ConnectorRow>;

/** The kinds of systems that can be connected, each with its certification. */
export function connectorRoutes(app: OpenAPIHono<ApiEnv>, context: ApiContext): void {
  const list = createRoute({
    method: 'get',
    path: '/api/v1/connectors',
    operationId: 'list_connectors',
    tags: ['connectors'],
    summary: 'List the kinds of systems that can be connected',
    security: [{ apiKey: [] }],
    responses: {
      200: {
        description: 'All of them.',
        content: { 'application/json': { schema: z.object({ items: z.array(ConnectorRow) }) } },
      },
      401: problemResponse('No valid API key.'),
    },
  });
  app.openapi(list, (c) => c.json({ items: context.connectors() as ConnectorRow[] }, 200));

  const show = createRoute({
    method: 'get',
    path: '/api/v1/connectors/{id}',
    operationId: 'show_connectors',
    tags: ['connectors'],
    summary: 'One kind of system with its certification',
    security: [{ apiKey: [] }],
    request: { params: z.object({ id: z.string().max(40) }) },
    responses: {
      200: { description: 'The connector.', content: { 'application/json': { schema: ConnectorRow } } },
      401: problemResponse('No valid API key.'),
      404: problemResponse('There is no such connector.'),
    },
  });
  app.openapi(show, (c) => {
    const found = context.connectors().find(({ id }) => id === c.req.param('id'));
    return (found ? c.json(found as ConnectorRow, 200) : problem(c, 404, 'not-found')) as never;
  });
}
