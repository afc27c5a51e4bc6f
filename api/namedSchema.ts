import type { z } from '@hono/zod-openapi';

/**
 * A schema of the core under the name that the OpenAPI document gives it. It is a copy: only schemas that are made after
 * zod-openapi was loaded can be named, and those of the core may have been made before.
 */
export const namedSchema = <Schema extends z.ZodType>(schema: Schema, name: string, example?: unknown): Schema =>
  schema.clone().openapi(name, example === undefined ? {} : { example });
