import { z } from 'zod';
import { SERVER_SETTINGS, type Servers } from '../kit/server.ts';

const service = z.string().regex(/^[A-Z0-9_]{3,60}$/, 'a FedEx service type such as FEDEX_GROUND');

export const Settings = z
  .object({
    apiKey: z.string().min(1).describe('API Key of the project at developer.fedex.com.'),
    secretKey: z.string().min(1).describe('Secret Key of the project.'),
    grantType: z
      .enum(['client_credentials', 'csp_credentials', 'client_pc_credentials'])
      .default('client_credentials')
      .describe(
        'client_credentials for an account of your own; csp_credentials for integrators and Compatible providers, client_pc_credentials for proprietary parent and child accounts: both with a child key.',
      ),
    childKey: z.string().min(1).optional().describe('Customer Key (child_Key) of the account that is acted for.'),
    childSecret: z.string().min(1).optional().describe('Customer Secret (child_secret) of that account.'),
    accountNumber: z
      .string()
      .regex(/^\d{9}$/, 'a FedEx account number has 9 digits')
      .describe('FedEx account number that shipments are billed to.'),
    shipperPhone: z
      .string()
      .regex(/(\D*\d){10}/, 'a phone number of 10 digits or more')
      .max(60)
      .optional()
      .describe(
        'Phone of the account holder, for senders and recipients who left none: FedEx asks for one at both ends.',
      ),
    service: service
      .optional()
      .describe('Service type for shipments inside a country that name none. Else FEDEX_GROUND inside the US.'),
    serviceAbroad: service.optional().describe('Service type for shipments to another country that name none.'),
    pickupType: z
      .enum(['USE_SCHEDULED_PICKUP', 'DROPOFF_AT_FEDEX_LOCATION', 'CONTACT_FEDEX_TO_SCHEDULE'])
      .default('USE_SCHEDULED_PICKUP')
      .describe('How parcels reach FedEx.'),
    labelFormat: z.enum(['PDF', 'PNG', 'ZPL', 'EPL']).default('PDF').describe('What labels are printed from.'),
    webhookToken: z
      .string()
      .min(1)
      .optional()
      .describe(
        'Security token of the webhook project (Advanced Integrated Visibility), by which its messages are checked.',
      ),
    ...SERVER_SETTINGS,
  })
  .refine(({ grantType, childKey, childSecret }) => grantType === 'client_credentials' || (childKey && childSecret), {
    path: ['childKey'],
    message: 'this grant type needs a child key and a child secret',
  });
export type Settings = z.infer<typeof Settings>;

export const SERVERS: Servers<Settings> = {
  production: 'https://apis.fedex.com',
  sandbox: 'https://apis-sandbox.fedex.com',
};
