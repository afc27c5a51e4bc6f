import { z } from 'zod';
import { GRANT_SETTING, SERVER_SETTINGS, type Servers } from '../kit/server.ts';

/** The Admin API version that every query of this connector is written and checked for. */
export const API_VERSION = '2026-07';

export const ShopifySettings = z
  .object({
    shop: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/, 'the shop as its-name.myshopify.com')
      .describe('The permanent domain of the shop.'),
    accessToken: z.string().min(10).optional().describe('Admin API access token of a custom app made in the shop.'),
    clientId: z.string().min(5).optional().describe('Client ID of an app made in the Dev Dashboard.'),
    grant: GRANT_SETTING,
    clientSecret: z.string().min(5).describe('Client secret of the app; Shopify signs webhooks with it.'),
    ...SERVER_SETTINGS,
  })
  .refine(({ accessToken, clientId }) => accessToken !== undefined || clientId !== undefined, {
    message: 'an access token, or a client ID to get one with',
    path: ['accessToken'],
  });
export type ShopifySettings = z.infer<typeof ShopifySettings>;

export const SERVERS: Servers<ShopifySettings> = { production: ({ shop }) => `https://${shop}` };
