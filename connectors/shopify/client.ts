import { z } from 'zod';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, type Result } from '../../core/shared/result.ts';
import type { Auth } from '../kit/auth.ts';
import type { ConnectorIo } from '../kit/connector.ts';
import { type ErrorClass, type ErrorTable, faultOfClass } from '../kit/errorTable.ts';
import { parseWire } from '../kit/parse.ts';
import { API_VERSION, type ShopifySettings } from './settings.ts';

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

const TOKEN_HEADER = { name: 'X-Shopify-Access-Token', prefix: '' } as const;

/** What the merchant is asked for. Scopes of writing include those of reading. */
const SCOPE = [
  'read_orders',
  'read_products',
  'read_locations',
  'read_customers',
  'write_inventory',
  'write_fulfillments',
  'write_assigned_fulfillment_orders',
  'write_merchant_managed_fulfillment_orders',
].join(',');

/** A token made in the shop, or one got by the app itself, or one that a merchant gave by agreeing. */
export function auth({ accessToken, clientId = '', clientSecret, grant }: ShopifySettings): Auth {
  if (accessToken !== undefined) return { kind: 'api-key', in: 'header', name: TOKEN_HEADER.name, value: accessToken };
  const tokenUrl = '/admin/oauth/access_token';
  const app = { tokenUrl, clientId, clientSecret, credentialsIn: 'json', header: TOKEN_HEADER } as const;
  if (grant === 'client-credentials') return { kind: 'client-credentials', ...app };
  // Without `expiring` the token never ends, and has no refresh token.
  const more = { expiring: '1' };
  return { kind: 'authorization-code', authorizeUrl: '/admin/oauth/authorize', scope: SCOPE, more, ...app };
}

export function createClient(_settings: ShopifySettings, io: ConnectorIo): ShopifyClient {
  const url = `/admin/api/${API_VERSION}/graphql.json`;
  return {
    items: new Map(),
    async ask({ query, variables, effect, cost }, schema, signal) {
      const body = { query, variables };
      const answer = await io.http.request({ method: 'POST', url, body, effect, cost }, signal);
      if (!answer.ok) return answer;
      const reply = parseWire(Reply, answer.value.body, 'Shopify reply');
      if (!reply.ok) return effect === 'write' ? err(inDoubt(reply.error)) : reply;
      const fault = faultOf(reply.value, effect);
      if (fault) return err(fault);
      return parseWire(schema, reply.value.data, 'Shopify data');
    },
  };
}

const inDoubt = ({ code, message }: Fault): Fault => ({ kind: 'in-doubt', code, message });

/** Error codes inside a 200. A throttled query was not carried out; when it may run again follows from the pace. */
const CODES: Readonly<Record<string, ErrorClass>> = {
  THROTTLED: 'busy',
  ACCESS_DENIED: 'rights',
  SHOP_INACTIVE: 'credentials',
  INTERNAL_SERVER_ERROR: 'in-doubt',
  TIMEOUT: 'in-doubt',
};

function faultOf({ errors: [first] = [], extensions }: Reply, effect: 'read' | 'write'): Fault | undefined {
  if (!first) return undefined;
  const code = first.extensions?.code ?? 'GRAPHQL_ERROR';
  const means = CODES[code] ?? 'refused';
  const passes = means === 'in-doubt' && effect === 'read';
  return faultOfClass(
    passes ? 'passing' : means,
    code,
    first.message,
    means === 'busy' ? waitMs(extensions) : undefined,
  );
}

function waitMs(extensions: Reply['extensions']): number {
  const cost = extensions?.cost;
  const status = cost?.throttleStatus;
  if (!status || status.restoreRate <= 0) return 1000;
  const missing = (cost.requestedQueryCost ?? 50) - status.currentlyAvailable;
  return Math.max(100, Math.ceil((missing / status.restoreRate) * 1000));
}

/** Shopify's own HTTP answers: a shop that is frozen, locked or gone wants a person, not a retry. */
export const errors: ErrorTable = {
  statuses: {
    402: { means: 'credentials', message: 'Shopify: the shop is frozen' },
    404: { means: 'credentials', message: 'Shopify: no such shop or API version' },
    423: { means: 'credentials', message: 'Shopify: the shop is locked' },
  },
};

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
