import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { AddressValue } from '../../core/documents/index.ts';
import type { ApiEnv } from '../auth.ts';
import type { ApiContext } from '../context.ts';
import { DONE, Done, operation, refusal } from '../operation.ts';

type App = OpenAPIHono<ApiEnv>;

/** Places and connections: an administrator adds, stops and tests them. */
export function connectionOperations(app: App, context: ApiContext): void {
  addLocation(app, context);
  addConnection(app, context);
  changeState(app, context);
  testConnection(app, context);
  authorizeConnection(app, context);
  mapLocation(app, context);
}

function addLocation(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/locations',
      operationId: 'add_location',
      tag: 'locations',
      summary: 'Add a place that holds stock',
      body: z.object({
        code: z.string().min(1).max(200),
        name: z.string().min(1).max(200),
        priority: z.int().min(0).max(10_000).default(100),
        address: AddressValue.default({}),
      }),
      answer: z.object({ id: z.string() }),
      status: 201,
    },
    async ({ body, actor }) => {
      const added = await context.addLocation(body, actor);
      return added.ok ? { body: { id: added.value } } : refusal(added.error);
    },
  );
}

function addConnection(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/connections',
      operationId: 'add_connection',
      tag: 'connections',
      summary: 'Connect a system; secrets are encrypted and never shown again',
      body: z.object({
        name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/),
        connector: z.string().max(40),
        settings: z.record(z.string(), z.unknown()),
        oauth: z.boolean().default(false).describe('A user is to agree in a browser: then ask to authorize it.'),
      }),
      answer: z.object({ id: z.string() }),
      status: 201,
    },
    async ({ body, actor }) => {
      const added = await context.connections.add(body, actor);
      return added.ok ? { body: { id: added.value } } : refusal(added.error);
    },
  );
}

function changeState(app: App, context: ApiContext): void {
  for (const [verb, state] of [
    ['pause', 'paused'],
    ['resume', 'active'],
    ['remove', 'removed'],
  ] as const) {
    operation(
      app,
      {
        method: 'post',
        path: `/connections/{id}/${verb}`,
        operationId: `${verb}_connection`,
        tag: 'connections',
        summary: `${verb[0]?.toUpperCase()}${verb.slice(1)} a connection; its waiting work stays`,
        answer: Done,
      },
      async ({ id, actor }) =>
        (await context.connections.setState(id, state, actor)) ? { body: DONE } : { status: 404, code: 'not-found' },
    );
  }
}

function testConnection(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/connections/{id}/test',
      operationId: 'test_connection',
      tag: 'connections',
      summary: 'Ask the system whether the credentials are good',
      answer: z.object({ about: z.string() }),
    },
    async ({ id }) => {
      const tested = await context.connections.test(id);
      if (!tested) return { status: 404, code: 'not-found' };
      return tested.ok ? { body: { about: tested.value } } : refusal(tested.error);
    },
  );
}

function authorizeConnection(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/connections/{id}/authorize',
      operationId: 'authorize_connection',
      tag: 'connections',
      summary: 'Get the page where a user agrees to this connection; good for ten minutes',
      answer: z.object({ url: z.string() }),
    },
    async ({ id }) => {
      const begun = await context.connections.authorize(id);
      if (!begun) return { status: 404, code: 'not-found' };
      return begun.ok ? { body: { url: begun.value } } : refusal(begun.error);
    },
  );
}

function mapLocation(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'put',
      path: '/connections/{id}/locations',
      operationId: 'map_location',
      tag: 'connections',
      summary: "Say which of the hub's locations a system means by a key of its own",
      body: z.object({ externalId: z.string().min(1).max(200), location: z.string().min(1).max(200) }),
      answer: Done,
    },
    async ({ id, body, actor }) =>
      (await context.connections.mapLocation(id, body.externalId, body.location, actor))
        ? { body: DONE }
        : { status: 404, code: 'not-found', detail: 'no such connection or location' },
  );
}
