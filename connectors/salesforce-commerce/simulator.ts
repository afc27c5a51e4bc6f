import { Hono } from 'hono';
import { serveSimulator } from '../kit/serveSimulator.ts';
import type { Simulator, SimulatorOptions } from '../kit/simulator.ts';
import { inventoryApi } from './simulator/inventoryApi.ts';
import { omnichannelApi } from './simulator/omnichannelApi.ts';
import { ordersApi } from './simulator/ordersApi.ts';
import { searchApis } from './simulator/searchApis.ts';
import { ACCOUNT, LISTS, Site } from './simulator/site.ts';
import { webdav } from './simulator/webdav.ts';

export type CommerceSimulator = Simulator & { readonly site: Site };

/** B2C Commerce in small: Account Manager, the Orders API of one site, the inventory lists and feeds of its instance. */
export async function startCommerceSimulator(
  options: SimulatorOptions & { readonly more?: Readonly<Record<string, unknown>> } = {},
): Promise<CommerceSimulator> {
  const site = new Site(options.now ?? Date.now);
  const app = new Hono();
  accountManager(app, site);
  ordersApi(app, site);
  inventoryApi(app, site);
  webdav(app, site);
  searchApis(app, site);
  omnichannelApi(app, site);
  const served = await serveSimulator(app, () => site.state(), options);
  const { clientId, clientSecret, organizationId, siteId, customerListId } = ACCOUNT;
  const instanceHost = 'zzxy-prd.dx.commercecloud.salesforce.com';
  const settings = {
    shortCode: 'kv7kzm78',
    organizationId,
    siteId,
    clientId,
    clientSecret,
    instanceHost,
    customerListId,
    inventoryLists: [...LISTS],
  };
  return { ...served, settings: { ...settings, ...options.more, baseUrl: served.url }, site };
}

/** Client credentials: HTTP Basic, with a scope that names the tenant. Every API wants the token. */
function accountManager(app: Hono, site: Site): void {
  const expected = `Basic ${Buffer.from(`${ACCOUNT.clientId}:${ACCOUNT.clientSecret}`).toString('base64')}`;
  const tenant = `SALESFORCE_COMMERCE_API:${ACCOUNT.organizationId.replace('f_ecom_', '')}`;
  app.post('/dwsso/oauth2/access_token', async (c) => {
    if (c.req.header('authorization') !== expected) return c.json({ error: 'invalid_client' }, 401);
    const { grant_type: kind, scope = '' } = await c.req.parseBody();
    if (kind !== 'client_credentials') return c.json({ error: 'unsupported_grant_type' }, 400);
    if (!String(scope).split(' ').includes(tenant)) return c.json({ error: 'invalid_scope' }, 400);
    const { token, seconds } = site.issueToken();
    return c.json({ access_token: token, scope, token_type: 'Bearer', expires_in: seconds });
  });
  for (const path of ['/checkout/*', '/product/*', '/customer/*', '/inventory/*', '/s/*', '/on/*']) {
    app.use(path, async (c, next) => {
      const token = c.req.header('authorization')?.replace(/^Bearer /, '') ?? '';
      if (site.isGood(token)) return next();
      const type = 'https://api.commercecloud.salesforce.com/documentation/error/v1/errors/unauthorized';
      return c.json({ type, title: 'Unauthorized', detail: 'The access token is not valid.' }, 401);
    });
  }
}
