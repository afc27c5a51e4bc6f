import { z } from 'zod';
import { type Fault, permanent } from '../../../core/shared/fault.ts';
import { err, ok, type Result } from '../../../core/shared/result.ts';
import type { AuthFacts, VendorFacts } from './plan.ts';

const Flow = z.object({ tokenUrl: z.string().optional(), authorizationUrl: z.string().optional() });
const Scheme = z.object({
  type: z.string(),
  in: z.string().optional(),
  name: z.string().optional(),
  scheme: z.string().optional(),
  flows: z.object({ clientCredentials: Flow.optional(), authorizationCode: Flow.optional() }).optional(),
});
const Description = z.object({
  openapi: z.string().startsWith('3', 'OpenAPI 3 is needed'),
  info: z.object({ title: z.string().max(200), version: z.string().max(50) }),
  servers: z.array(z.object({ url: z.string() })).optional(),
  paths: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
  components: z.object({ securitySchemes: z.record(z.string(), z.unknown()).optional() }).optional(),
});

const METHODS = new Set(['get', 'post', 'put', 'patch', 'delete']);
const MOST_OPERATIONS = 40;

/** What an OpenAPI 3 description says about its API, for a new connector. The fault names the place. */
export function openapiFacts(description: unknown): Result<VendorFacts, Fault> {
  const parsed = Description.safeParse(description);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return err(permanent('not-openapi', issue?.message ?? 'not OpenAPI 3', `/${(issue?.path ?? []).join('/')}`));
  }
  const { info, servers = [], paths, components } = parsed.data;
  const server = servers.map(({ url }) => url.replace(/\/+$/, '')).find((url) => /^https?:\/\/[\w./:-]+$/.test(url));
  const schemes = Object.values(components?.securitySchemes ?? {});
  const auth = schemes.map(authOf).find((facts) => facts !== undefined);
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.keys(item).flatMap((method) => (METHODS.has(method) ? [`${method.toUpperCase()} ${path}`] : [])),
  );
  return ok({
    title: info.title.replace(/[\r\n]+/g, ' '),
    apiVersion: info.version.replace(/[^\w. -]/g, ''),
    ...(server === undefined ? {} : { server }),
    ...(auth ? { auth } : {}),
    operations: operations.slice(0, MOST_OPERATIONS),
  });
}

function authOf(raw: unknown): AuthFacts | undefined {
  const parsed = Scheme.safeParse(raw);
  if (!parsed.success) return undefined;
  const { type, in: place, name, scheme, flows } = parsed.data;
  if (type === 'apiKey' && name !== undefined && /^[\w-]+$/.test(name) && (place === 'header' || place === 'query'))
    return { kind: 'api-key', in: place, name };
  if (type === 'http') return scheme?.toLowerCase() === 'basic' ? { kind: 'basic' } : { kind: 'bearer' };
  return type === 'oauth2' ? oauthOf(flows) : undefined;
}

function oauthOf(flows: z.infer<typeof Scheme>['flows']): AuthFacts | undefined {
  const own = flows?.clientCredentials?.tokenUrl;
  if (isUrl(own)) return { kind: 'client-credentials', tokenUrl: own };
  const { tokenUrl, authorizationUrl: authorizeUrl } = flows?.authorizationCode ?? {};
  return isUrl(tokenUrl) && isUrl(authorizeUrl) ? { kind: 'authorization-code', tokenUrl, authorizeUrl } : undefined;
}

const isUrl = (text: string | undefined): text is string =>
  text !== undefined && /^(https?:\/)?\/[\w./:-]+$/.test(text);
