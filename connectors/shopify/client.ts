import { z } from 'zod';
import { type Fault, permanent, retryable } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { AccessToken, ConnectorIo, HttpFailure } from '../kit/connector.ts';
import { parseWire } from '../kit/parse.ts';
import { API_VERSION, baseUrlOf, type ShopifySettings } from './settings.ts';

export type Query = {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly effect: 'read' | 'write';
  /** Points of Shopify's query cost that the call is expected to take. */
  readonly cost: number;
};

/** Talks to the GraphQL Admin API of one shop; `ask` answers the `data` of a reply, checked by a schema. */
export type ShopifyClient = {
  readonly ask: <T>(query: Query, schema: z.ZodType<T>, signal: AbortSignal) => Promise<Result<T, Fault>>;
  /** Global ids of inventory items by SKU, as they were found. */
  readonly items: Map<string, string>;
};

const Reply = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(z.object({ message: z.string(), extensions: z.object({ code: z.string().optional() }).optional() }))
    .optional(),
  extensions: z
    .object({
      cost: z
        .object({
          requestedQueryCost: z.number().nullish(),
          throttleStatus: z.object({ currentlyAvailable: z.number(), restoreRate: z.number() }).optional(),
        })
        .optional(),
    })
    .optional(),
});
type Reply = z.infer<typeof Reply>;

const Token = z.object({ access_token: z.string().min(1), expires_in: z.number().optional() });
const TOKEN_SECONDS = 3600;

export function createClient(settings: ShopifySettings, io: ConnectorIo): ShopifyClient {
  const url = `${baseUrlOf(settings)}/admin/api/${API_VERSION}/graphql.json`;
  return {
    items: new Map(),
    async ask({ query, variables, effect, cost }, schema, signal) {
      const token = await accessToken(settings, io, signal);
      if (!token.ok) return token;
      const headers = { 'X-Shopify-Access-Token': token.value };
      const body = { query, variables };
      const answer = await io.http.request({ method: 'POST', url, headers, body, effect, cost }, signal);
      if (!answer.ok) return answer;
      const reply = parseWire(Reply, answer.value.body, 'Shopify reply');
      if (!reply.ok) return effect === 'write' ? err(inDoubt(reply.error)) : reply;
      const fault = faultOf(reply.value, effect);
      if (fault) return err(fault);
      return parseWire(schema, reply.value.data, 'Shopify data');
    },
  };
}

/** A token made in the shop, or one got by the client credentials grant (RFC 6749, section 4.4). */
async function accessToken(
  settings: ShopifySettings,
  io: ConnectorIo,
  signal: AbortSignal,
): Promise<Result<string, Fault>> {
  if (settings.accessToken !== undefined) return ok(settings.accessToken);
  return io.token('admin', async (): Promise<Result<AccessToken, Fault>> => {
    const answer = await io.http.request(
      {
        method: 'POST',
        url: `${baseUrlOf(settings)}/admin/oauth/access_token`,
        body: { client_id: settings.clientId, client_secret: settings.clientSecret, grant_type: 'client_credentials' },
        effect: 'read',
      },
      signal,
    );
    if (!answer.ok) return answer;
    const token = parseWire(Token, answer.value.body, 'Shopify access token');
    if (!token.ok) return token;
    return ok({ value: token.value.access_token, expiresInSeconds: token.value.expires_in ?? TOKEN_SECONDS });
  });
}

const inDoubt = ({ code, message }: Fault): Fault => ({ kind: 'in-doubt', code, message });

/** What an error inside a 200 means. A throttled query was not carried out; when it may run again follows from the pace. */
function faultOf({ errors, extensions }: Reply, effect: 'read' | 'write'): Fault | undefined {
  const first = errors?.[0];
  if (!first) return undefined;
  const code = first.extensions?.code ?? 'GRAPHQL_ERROR';
  const { message } = first;
  switch (code) {
    case 'THROTTLED':
      return { kind: 'rate-limited', code, message, retryAfterMs: waitMs(extensions) };
    case 'ACCESS_DENIED':
      return { kind: 'auth', code, message, remedy: 'grant-scope' };
    case 'SHOP_INACTIVE':
      return { kind: 'auth', code, message, remedy: 'reconnect' };
    case 'INTERNAL_SERVER_ERROR':
    case 'TIMEOUT':
      return effect === 'write' ? { kind: 'in-doubt', code, message } : retryable(code, message);
    default:
      return permanent(code, message);
  }
}

function waitMs(extensions: Reply['extensions']): number {
  const cost = extensions?.cost;
  const status = cost?.throttleStatus;
  if (!status || status.restoreRate <= 0) return 1000;
  const missing = (cost.requestedQueryCost ?? 50) - status.currentlyAvailable;
  return Math.max(100, Math.ceil((missing / status.restoreRate) * 1000));
}

/** Shopify's own HTTP answers: a shop that is frozen (402), locked (423) or gone wants a person, not a retry. */
export function classifyShopify({ status }: HttpFailure): Fault | undefined {
  if (status !== 402 && status !== 423 && status !== 404) return undefined;
  const what = { 402: 'the shop is frozen', 404: 'no such shop or API version', 423: 'the shop is locked' }[status];
  return { kind: 'auth', code: `http-${status}`, message: `Shopify: ${what}`, remedy: 'reconnect' };
}

/** What a mutation refused, as a fault; `field` becomes the pointer. */
export function userErrorFault(
  errors: readonly {
    readonly code?: string | null | undefined;
    readonly field?: readonly string[] | null | undefined;
    readonly message: string;
  }[],
): Fault | undefined {
  const first = errors[0];
  if (!first) return undefined;
  return permanent(first.code ?? 'user-error', first.message, `/${(first.field ?? []).join('/')}`);
}
