import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { DOCUMENTS, type DocumentName, jsonSchemaOf } from '../../core/documents/index.ts';
import type { ApiEnv } from '../auth.ts';
import { problem } from '../problem.ts';

const FIRST_PAGE = join(import.meta.dirname, '..', 'page');
const SWAGGER = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

/** Files that may be served, with their types. Anything else is not there. */
const FILES: Readonly<Record<string, { readonly folder: string; readonly type: string }>> = {
  'index.html': { folder: FIRST_PAGE, type: 'text/html; charset=utf-8' },
  'flow.js': { folder: FIRST_PAGE, type: 'text/javascript' },
  'flow.css': { folder: FIRST_PAGE, type: 'text/css' },
  'docs.html': { folder: FIRST_PAGE, type: 'text/html; charset=utf-8' },
  'docs.js': { folder: FIRST_PAGE, type: 'text/javascript' },
  'swagger-ui.css': { folder: SWAGGER, type: 'text/css' },
  'swagger-ui-bundle.js': { folder: SWAGGER, type: 'text/javascript' },
};

/** The first page, the documentation, the OpenAPI document and the JSON Schemas of the canonical documents. */
export function pageRoutes(app: OpenAPIHono<ApiEnv>, describe: () => unknown): void {
  const send = async (name: string): Promise<Response | null> => {
    const file = FILES[name];
    if (!file) return null;
    return new Response(await readFile(join(file.folder, name)), { headers: { 'content-type': file.type } });
  };
  app.get('/', async (c) => (await send('index.html')) ?? problem(c, 404, 'no-such-file'));
  app.get('/docs', async (c) => (await send('docs.html')) ?? problem(c, 404, 'no-such-file'));
  app.get('/files/:name', async (c) => (await send(c.req.param('name'))) ?? problem(c, 404, 'no-such-file'));
  app.get('/openapi.json', (c) => c.json(describe() as never));
  app.get('/schemas/:name', (c) => {
    const name = c.req.param('name').replace(/\.json$/, '');
    if (!(name in DOCUMENTS)) return problem(c, 404, 'no-such-schema', { detail: Object.keys(DOCUMENTS).join(', ') });
    return c.json(jsonSchemaOf(name as DocumentName) as never);
  });
}
