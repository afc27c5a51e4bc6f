import { z } from 'zod';
import type { Auth } from '../kit/auth.ts';
import { SERVER_SETTINGS, type Servers } from '../kit/server.ts';

/** The Orders API whose operations the connector uses; it names the account's answers to a check. */
export const ORDERS_VERSION = '1.5.2';

export const CommerceSettings = z
  .object({
    shortCode: z
      .string()
      .regex(/^[a-z0-9]{4,20}$/, 'the short code of the realm, such as kv7kzm78')
      .describe('Short code: Administration, Site Development, Salesforce Commerce API Settings.'),
    organizationId: z
      .string()
      .regex(/^f_ecom_[a-z]{4}_(prd|stg|dev|s\d{2}|\d{3})$/, 'the organization ID, such as f_ecom_zzxy_prd')
      .describe('Organization ID of the instance, on the same page.'),
    siteId: z.string().min(1).max(32).describe('ID of the site whose orders are read, such as RefArch.'),
    clientId: z.string().min(1).describe('API client of Account Manager.'),
    clientSecret: z.string().min(5).describe('Password of the API client.'),
    instanceHost: z
      .string()
      .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'a host name, such as zzxy-prd.dx.commercecloud.salesforce.com')
      .optional()
      .describe('Host name of the instance; inventory lists are only in its OCAPI Data API.'),
    ocapiVersion: z
      .string()
      .regex(/^v\d{2}_\d{1,2}$/, 'a version such as v25_6')
      .default('v25_6')
      .describe('Version of the OCAPI Data API.'),
    ordersBy: z
      .enum(['api', 'feed'])
      .default('api')
      .describe('feed: orders are read from files of the order export, in the WebDAV folder of the feeds.'),
    stockBy: z
      .enum(['lists', 'omnichannel', 'feed'])
      .default('lists')
      .describe(
        'lists: inventory lists by OCAPI. omnichannel: Omnichannel Inventory. feed: inventory export and import by WebDAV.',
      ),
    tenantGroupId: z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,64}$/, 'the tenant group ID')
      .optional()
      .describe('Tenant group ID of Omnichannel Inventory, which stands there for the organization ID.'),
    readsProducts: z.boolean().default(true).describe('Products are read; wants the scope sfcc.products.'),
    customerListId: z
      .string()
      .min(1)
      .optional()
      .describe('The customer list to read; wants the scope sfcc.customerlists.'),
    inventoryLists: z.array(z.string().min(1)).default([]).describe('Inventory lists whose levels are read by OCAPI.'),
    feedFolder: z
      .string()
      .regex(/^[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)*$/, 'a folder below Impex/src, such as crossdock')
      .default('crossdock')
      .describe('Folder of the feeds below Impex/src; orders, inventory and inventory-in are folders in it.'),
    trackingAttribute: z
      .string()
      .regex(/^[A-Za-z][A-Za-z0-9_]{0,99}$/, 'the ID of a custom attribute, without c_')
      .default('crossdockShipments')
      .describe('Custom attribute (type Text) of Order that lists what was shipped.'),
    confirms: z.boolean().default(false).describe('Also sets the confirmation status of an order that was taken over.'),
    ...SERVER_SETTINGS,
  })
  .refine(({ environment, organizationId }) => (environment === 'production') === organizationId.endsWith('_prd'), {
    message: 'the organization ID of a production instance ends in _prd, and that of any other does not',
    path: ['environment'],
  });
export type CommerceSettings = z.infer<typeof CommerceSettings>;

/** One gateway for all instances of a realm: the organization ID says which of them is meant. */
export const SERVERS: Servers<CommerceSettings> = {
  production: ({ shortCode }) => `https://${shortCode}.api.commercecloud.salesforce.com`,
};

/** Client credentials of Account Manager: the scope names the tenant, and what the client asks to do there. */
export function auth(settings: CommerceSettings): Auth {
  const { clientId, clientSecret, organizationId } = settings;
  const tenant = organizationId.replace('f_ecom_', '');
  return {
    kind: 'client-credentials',
    tokenUrl: 'https://account.demandware.com/dwsso/oauth2/access_token',
    clientId,
    clientSecret,
    scope: [`SALESFORCE_COMMERCE_API:${tenant}`, 'sfcc.orders.rw', ...furtherScopes(settings)].join(' '),
  };
}

/** Only what the connection uses, because a scope that the client has not been given refuses the whole token. */
const furtherScopes = ({ readsProducts, customerListId, stockBy }: CommerceSettings): readonly string[] => [
  ...(readsProducts ? ['sfcc.products'] : []),
  ...(customerListId === undefined ? [] : ['sfcc.customerlists']),
  ...(stockBy === 'omnichannel' ? ['sfcc.inventory.availability.rw', 'sfcc.inventory.reservations.rw'] : []),
];
