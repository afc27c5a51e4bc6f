import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { createApp, describeApi } from '../api/app.ts';
import type { ApiContext } from '../api/context.ts';
import { VERSION } from '../boot/version.ts';
import { sourcingRulesSchema } from '../core/documents/index.ts';

/**
 * Writes openapi/hub.json from the routes, the client's types from that, and the schema of sourcing rules; with --check it only compares, and fails
 * when a route changed without them.
 */
const folder = import.meta.dirname;
// Describing the routes calls none of them.
const document = describeApi(createApp({} as ApiContext), VERSION);
// What has a default may be left out of a request.
const types = astToString(await openapiTS(JSON.parse(JSON.stringify(document)), { defaultNonNullable: false }));
const files = [
  { path: join(folder, 'hub.json'), text: `${JSON.stringify(document, null, 2)}\n` },
  { path: join(folder, 'types', 'hub.d.ts'), text: types },
  { path: join(folder, 'sourcing-rules.json'), text: `${JSON.stringify(sourcingRulesSchema(), null, 2)}\n` },
];
const isCheck = process.argv.includes('--check');
const stale = files.filter(({ path, text }) => read(path) !== text);
if (!isCheck) for (const { path, text } of stale) writeFileSync(path, text);
if (isCheck && stale.length > 0) {
  console.error(`${stale.map(({ path }) => path).join(', ')} do not match the routes: run npm run openapi`);
  process.exit(1);
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
