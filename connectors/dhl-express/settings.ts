import { z } from 'zod';
import { isTimeZone } from '../kit/cursor.ts';
import { SERVER_SETTINGS, type Servers } from '../kit/server.ts';

export const Settings = z.object({
  username: z.string().min(1).describe('User name (API key) of the MyDHL API access.'),
  password: z.string().min(1).describe('Password (API secret) of the MyDHL API access.'),
  accountNumber: z
    .string()
    .regex(/^[A-Za-z0-9]{1,12}$/, 'a DHL Express account number has up to 12 characters')
    .describe('DHL Express account number that shipments are billed to.'),
  phone: z
    .string()
    .regex(/\d/, 'a phone number')
    .max(70)
    .describe('Phone of the sender. DHL is given it, too, for recipients who left none, as it wants one at both ends.'),
  product: z
    .string()
    .regex(/^[A-Z0-9]$/, 'a global product code of DHL Express has 1 character')
    .optional()
    .describe('Global product code for shipments that name none. Else N in one country, U in the EU, P beyond.'),
  contents: z.string().regex(/^\S/).max(70).default('Merchandise').describe('What parcels hold, in words.'),
  labelFormat: z.enum(['PDF', 'ZPL', 'EPL']).default('PDF').describe('What labels are printed from.'),
  servicePointKey: z
    .string()
    .min(1)
    .optional()
    .describe('Key of the service point finder, which DHL gives apart from the rest; without it none is looked for.'),
  timeZone: z
    .string()
    .refine(isTimeZone, 'an IANA time zone such as Europe/Berlin')
    .default('UTC')
    .describe('Zone of the place that shipments leave from, and of tracking times that come without an offset.'),
  ...SERVER_SETTINGS,
});
export type Settings = z.infer<typeof Settings>;

export const SERVERS: Servers<Settings> = {
  production: 'https://express.api.dhl.com/mydhlapi',
  sandbox: 'https://express.api.dhl.com/mydhlapi/test',
};
