import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { createEgress } from '../../connectors/kit/egress.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';

const TIMEOUT_MILLISECONDS = 60_000;
const MOST_BYTES = 256 * 2 ** 20;

/** One request to a routing server: a path below its URL, with a JSON body to post it. */
export interface ServerRequest {
  readonly path: string;
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
}

/** Asks a server and answers its JSON. An error is one sentence. */
export type AskServer = (request: ServerRequest) => Promise<Result<unknown, string>>;

/**
 * Opens the way to one server that a user entered, under the rules of every call that leaves the hub: http(s) to its own host only,
 * no redirects, and a private address only where it was entered as such.
 */
export function openServer(base: string): Result<AskServer, string> {
  const host = URL.canParse(base) ? new URL(base).host : '';
  const egress = createEgress([host], { baseUrl: base });
  const refusal = egress.refusal(base);
  if (refusal !== undefined) return err(`${base} may not be called: ${refusal.message}`);
  const call = /^https:/i.test(base) ? httpsRequest : httpRequest;
  return ok(async ({ path, body, signal }) => {
    const url = `${base.replace(/\/+$/, '')}/${path}`;
    const text = body === undefined ? undefined : JSON.stringify(body);
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
    const request = call(url, {
      method: text === undefined ? 'GET' : 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      lookup: egress.lookup,
      signal: withDeadline(signal),
    });
    request.once('response', resolve).once('error', reject).end(text);
    try {
      return await readAnswer(await promise, host);
    } catch (cause) {
      return err(`${host} does not answer: ${cause instanceof Error ? cause.message : String(cause)}`);
    }
  });
}

function withDeadline(signal: AbortSignal | undefined): AbortSignal {
  const deadline = AbortSignal.timeout(TIMEOUT_MILLISECONDS);
  return signal === undefined ? deadline : AbortSignal.any([signal, deadline]);
}

async function readAnswer(response: IncomingMessage, host: string): Promise<Result<unknown, string>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > MOST_BYTES) return err(`${host} answers with more than 256 MB`);
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  const status = response.statusCode ?? 0;
  try {
    const value: unknown = JSON.parse(text);
    return status === 200 ? ok(value) : err(`${host} answers ${status}: ${reasonIn(value)}`);
  } catch {
    return err(`${host} answers ${status} and no JSON`);
  }
}

/** OSRM says why in `message`, Valhalla in `error`. */
function reasonIn(value: unknown): string {
  const { message, error } = (value ?? {}) as { message?: unknown; error?: unknown };
  return [message, error].find((text) => typeof text === 'string') ?? 'without a reason';
}
