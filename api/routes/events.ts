import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { streamSSE } from 'hono/streaming';
import { EventDocument, EventPattern } from '../../core/documents/index.ts';
import type { EventFilter } from '../../core/ports/index.ts';
import type { ConnectionId, Instant } from '../../core/shared/ids.ts';
import type { ApiEnv } from '../auth.ts';
import type { ApiContext } from '../context.ts';
import { namedSchema } from '../namedSchema.ts';
import { operation } from '../operation.ts';
import { problemResponse } from '../problem.ts';
import { readOperation } from '../readOperation.ts';

type App = OpenAPIHono<ApiEnv>;

const EventId = z.string().regex(/^\d{1,18}$/);
const Types = z
  .string()
  .max(1000)
  .transform((text) => text.split(',').map((one) => one.trim()))
  .pipe(z.array(EventPattern).min(1).max(50))
  .optional()
  .openapi({ type: 'string', example: 'order.*,stock.changed' });
const Time = z.iso.datetime({ offset: true }).optional();

/** What happened in the hub: as a list, live, and told again to a connection. */
export function eventRoutes(app: App, context: ApiContext): void {
  listEvents(app, context);
  streamEvents(app, context);
  replayEvents(app, context);
}

function listEvents(app: App, { events }: ApiContext): void {
  readOperation(
    app,
    {
      path: '/events',
      operationId: 'list_events',
      tag: 'events',
      summary: 'List what happened, oldest first, as CloudEvents',
      description:
        'Kept for thirty days. Ask again with `after`, the id of the last one, for those behind it; none is missed.',
      query: z.object({
        after: EventId.optional().describe('Behind the event with this id.'),
        since: Time.describe('Noted at or after.'),
        types: Types.describe('Types and beginnings, with commas between.'),
        subject: z.string().max(300).optional().describe('Such as order/{id}.'),
        limit: z.coerce.number().int().min(1).max(1000).default(100),
      }),
      answer: z.object({ items: z.array(namedSchema(EventDocument, 'EventDocument')), after: z.string().nullable() }),
    },
    async (query) => {
      const items = await events.list(query as EventFilter);
      return { body: { items, after: items.at(-1)?.id ?? query['after'] ?? null } };
    },
  );
}

const LOOK_MS = 500;
const ALIVE_MS = 15_000;
const BATCH = 500;

/** Server-sent events: from behind `Last-Event-ID` without a gap, else from now on. A comment now and then says that it lives. */
function streamEvents(app: App, { events, onError }: ApiContext): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/events/stream',
    operationId: 'stream_events',
    tags: ['events'],
    summary: 'What happens, live, as server-sent events',
    description: 'Each event has its id; a client that comes back with Last-Event-ID goes on behind it without a gap.',
    security: [{ apiKey: [] }],
    request: {
      query: z.object({ types: Types, after: EventId.optional() }),
      headers: z.object({ 'last-event-id': EventId.optional() }),
    },
    responses: {
      200: { description: 'Events until the client goes.', content: { 'text/event-stream': { schema: z.string() } } },
      400: problemResponse('A parameter is not valid.'),
      401: problemResponse('No valid API key.'),
    },
  });
  app.openapi(route, async (c) => {
    const { types, after } = c.req.valid('query');
    const place = c.req.valid('header')['last-event-id'] ?? after ?? (await events.newest());
    return streamSSE(
      c,
      async (stream) => {
        const say = (said: EventDocument | null) =>
          said === null
            ? stream.write(': here\n\n')
            : stream.writeSSE({ id: said.id, event: said.type, data: JSON.stringify(said) });
        await say(null);
        for await (const said of follow(events, { after: place, types }, stream)) await say(said);
      },
      async (error) => onError(error, { path: '/api/v1/events/stream' }),
    ) as never;
  });
}

/** Events behind a place as they come, until the reader is gone; null now and then, while there are none. */
async function* follow(
  events: ApiContext['events'],
  { after, types }: Pick<EventFilter, 'after' | 'types'>,
  reader: { readonly aborted: boolean; sleep(ms: number): Promise<unknown> },
): AsyncGenerator<EventDocument | null> {
  let place = after;
  let quietMs = 0;
  while (!reader.aborted) {
    const found = await events.list({ after: place, types, limit: BATCH });
    yield* found;
    place = found.at(-1)?.id ?? place;
    if (found.length === BATCH) continue;
    quietMs = found.length > 0 ? 0 : quietMs + LOOK_MS;
    if (quietMs % ALIVE_MS === 0 && quietMs > 0) yield null;
    await reader.sleep(LOOK_MS);
  }
}

const Replay = z.strictObject({
  since: z.iso.datetime({ offset: true }).describe('Events that were noted at or after.'),
  types: z.array(EventPattern).min(1).max(50).default(['*']),
});

function replayEvents(app: App, { events }: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/connections/{id}/replay-events',
      operationId: 'replay_events',
      tag: 'events',
      summary: 'Have a connection told again what happened since a time',
      body: Replay,
      answer: z.object({ events: z.int() }),
      example: { body: { since: '2026-11-01T00:00:00Z', types: ['order.*'] }, answer: { events: 120 } },
    },
    async ({ id, body: { since, types }, actor }) => {
      const told = await events.replay(id as ConnectionId, since as Instant, types, actor);
      return told === null ? { status: 404, code: 'not-found' } : { body: { events: told } };
    },
  );
}
