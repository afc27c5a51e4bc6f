import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Description, type Schema } from '../support/openapi.ts';

type Media = { readonly schema: Schema; readonly example?: unknown };
const description = new Description(join(import.meta.dirname, '..', '..', 'openapi', 'hub.json'));
const operations = Object.entries(description.document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, operation })),
);

describe('every operation of the API has an example that its schema takes:', () => {
  test.each(operations)('$name', ({ operation }) => {
    const answers = Object.entries(operation.responses).filter(([status]) => status.startsWith('2'));
    const media = [operation.requestBody?.content, ...answers.map(([, { content }]) => content)].flatMap(
      (content) => content?.['application/json'] ?? [],
    ) as readonly Media[];
    for (const { schema, example } of media) {
      expect(example).toBeDefined();
      expect(description.problems(schema, example), JSON.stringify(example).slice(0, 500)).toEqual([]);
    }
  });
});
