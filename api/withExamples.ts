import { exampleOf, type JsonSchema, type Resolve } from './exampleOf.ts';

type Media = { schema?: JsonSchema; example?: unknown; examples?: unknown };
type Content = Readonly<Record<string, Media>>;
type Operation = { requestBody?: { content?: Content }; responses?: Readonly<Record<string, { content?: Content }>> };
type Document = {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, JsonSchema>> };
};

/** Gives every operation of an OpenAPI document an example of its body and of its answer, where it has none of its own. */
export function withExamples<T extends object>(document: T): T {
  const { paths = {}, components } = document as Document;
  const resolve: Resolve = (schema) => {
    const name = schema.$ref?.replace('#/components/schemas/', '');
    const found = name === undefined ? undefined : components?.schemas?.[name];
    return found ? resolve(found) : schema;
  };
  const fill = (media: Media | undefined, whole: boolean): void => {
    if (!media?.schema || media.example !== undefined || media.examples !== undefined) return;
    media.example = exampleOf(media.schema, resolve, whole);
  };
  for (const operation of Object.values(paths).flatMap((methods) => Object.values(methods))) {
    fill(operation.requestBody?.content?.['application/json'], false);
    for (const [status, answer] of Object.entries(operation.responses ?? {})) {
      if (status.startsWith('2')) fill(answer.content?.['application/json'], true);
    }
  }
  return document;
}
