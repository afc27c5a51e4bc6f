import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { JobRequest } from '../../core/documents/index.ts';
import type { ApiEnv } from '../auth.ts';
import type { ApiContext } from '../context.ts';
import { DONE, Done, operation } from '../operation.ts';
import { problem, problemResponse } from '../problem.ts';

type App = OpenAPIHono<ApiEnv>;

/** Long computations: queued, followed, cancelled, and their results fetched. */
export function jobOperations(app: App, context: ApiContext): void {
  submitJob(app, context);
  cancelJob(app, context);
  jobResult(app, context);
}

function submitJob(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/jobs',
      operationId: 'submit_job',
      tag: 'jobs',
      summary: 'Queue a planning or routing job on a file',
      body: JobRequest,
      answer: z.object({ id: z.string() }),
      status: 201,
    },
    async ({ body, actor }) => ({ body: { id: await context.jobs.submit(body, actor) } }),
  );
}

function cancelJob(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/jobs/{id}/cancel',
      operationId: 'cancel_job',
      tag: 'jobs',
      summary: 'Stop a job; one under way ends within a second',
      answer: Done,
    },
    async ({ id, actor }) =>
      (await context.jobs.cancel(id, actor))
        ? { body: DONE }
        : { status: 404, code: 'not-found', detail: `job ${id} is not waiting and not under way` },
  );
}

function jobResult(app: App, context: ApiContext): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/jobs/{id}/result',
    operationId: 'show_job_result',
    tags: ['jobs'],
    summary: 'The whole result of a job that is done, as a JSON file',
    security: [{ apiKey: [] }],
    request: { params: z.object({ id: z.string().max(200) }) },
    responses: {
      200: {
        description: 'The result, by the kind of the job.',
        content: { 'application/json': { schema: z.record(z.string(), z.unknown()) } },
      },
      401: problemResponse('No valid API key.'),
      404: problemResponse('There is no such job, or it is not done.'),
    },
  });
  app.openapi(route, async (c) => {
    const { id } = c.req.valid('param');
    const result = await context.jobs.result(id);
    if (result === null) return problem(c, 404, 'not-found', { detail: `job ${id} has no result` }) as never;
    c.header('content-type', 'application/json');
    c.header('content-disposition', `attachment; filename="job-${id}.json"`);
    return c.body(result) as never;
  });
}
