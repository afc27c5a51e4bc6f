import { z } from 'zod';
import { isTimeZone } from '../kit/cursor.ts';
import { SERVER_SETTINGS, type Servers } from '../kit/server.ts';

export const Settings = z.object({
  clientId: z.string().min(1).describe('Client ID of the app at developer.ups.com.'),
  clientSecret: z.string().min(1).describe('Client secret of the app.'),
  shipperNumber: z
    .string()
    .regex(/^[A-Za-z0-9]{6}$/, 'a UPS account number has 6 characters')
    .describe('UPS account number.'),
  shipperName: z.string().min(1).max(35).describe('Name of the account holder, printed as shipper.'),
  shipperPhone: z
    .string()
    .regex(/\d/, 'a phone number')
    .max(60)
    .optional()
    .describe('Phone of the account holder. UPS is given it, too, for recipients in another country who left none.'),
  service: z
    .string()
    .regex(/^[A-Z0-9]{2}$/, 'a UPS service code has 2 characters')
    .optional()
    .describe('UPS service code for shipments that name none. Else 03 (Ground) in the US, 11 (Standard) elsewhere.'),
  contents: z
    .string()
    .min(1)
    .max(50)
    .default('Merchandise')
    .describe('What parcels hold: the description of goods that UPS asks for.'),
  labelFormat: z.enum(['PDF', 'GIF', 'ZPL', 'EPL']).default('PDF').describe('What labels are printed from.'),
  timeZone: z
    .string()
    .refine(isTimeZone, 'an IANA time zone such as Europe/Berlin')
    .default('UTC')
    .describe('Zone of tracking times that UPS gives without an offset.'),
  ...SERVER_SETTINGS,
});
export type Settings = z.infer<typeof Settings>;

/** The Customer Integration Environment is the sandbox. */
export const SERVERS: Servers<Settings> = {
  production: 'https://onlinetools.ups.com',
  sandbox: 'https://wwwcie.ups.com',
};
