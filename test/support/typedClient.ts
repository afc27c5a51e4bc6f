import type { paths } from '../../openapi/types/hub.d.ts';
import { answerOf, type Description } from './openapi.ts';

/** A small client of the API whose calls are typed by the published description, as a user would make it. */

export type Method = 'get' | 'put' | 'post' | 'delete';
type Operation<P extends keyof paths, M extends Method> = NonNullable<paths[P][M]>;
/** Paths that have a method. */
export type PathOf<M extends Method> = {
  [P in keyof paths]: [Operation<P, M>] extends [never] ? never : P;
}[keyof paths];

type Json<Content> = Content extends { content: { 'application/json': infer Body } } ? Body : undefined;
type BodyOf<Op> = Op extends { requestBody: infer Request } ? Json<Request> : undefined;
type AnswerOf<Op> = Op extends { responses: infer Answers }
  ? { [Status in keyof Answers & (200 | 201 | 202)]: Json<Answers[Status]> }[keyof Answers & (200 | 201 | 202)]
  : never;
type Given<Parameters, Name extends string> = Parameters extends { [Key in Name]?: infer Values }
  ? [Values] extends [never]
    ? undefined
    : Values
  : undefined;
type CallOf<Op> = Op extends { parameters: infer Parameters }
  ? { path: Given<Parameters, 'path'>; query?: Given<Parameters, 'query'>; body: BodyOf<Op> }
  : never;
/** What is undefined need not be written. */
type Sparse<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: T[K];
};

type Send = (path: string, init: RequestInit) => Promise<Response>;

/** Makes calls; each answer is held against the description, so that what it promises is what comes. */
export class TypedClient {
  readonly called = new Set<string>();
  readonly #send: Send;
  readonly #description: Description;

  constructor(description: Description, send: Send) {
    this.#description = description;
    this.#send = send;
  }

  async call<M extends Method, P extends PathOf<M>>(
    method: M,
    path: P,
    call: Sparse<CallOf<Operation<P, M>>>,
  ): Promise<AnswerOf<Operation<P, M>>> {
    const { path: values = {}, query = {}, body } = call as { path?: object; query?: object; body?: unknown };
    const response = await this.#send(`${filled(path, values)}?${new URLSearchParams(query as never)}`, {
      method: method.toUpperCase(),
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json();
    this.called.add(`${method} ${path}`);
    const wrong = this.problems(method, path, response.status, answer);
    if (!response.ok || wrong.length > 0) {
      throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify({ wrong, answer }).slice(0, 2000)}`);
    }
    return answer as AnswerOf<Operation<P, M>>;
  }

  /** What of an answer is not as the description says. */
  problems(method: string, path: string, status: number, answer: unknown): readonly unknown[] {
    const operation = this.#description.operation(method, path);
    const schema = answerOf(this.#description, operation, String(status));
    return schema ? this.#description.problems(schema, answer) : [`no answer ${status} is described`];
  }
}

/** A path with its variables filled in. */
export function filled(path: string, values: object): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String((values as Readonly<Record<string, unknown>>)[name] ?? 'nothing')),
  );
}
