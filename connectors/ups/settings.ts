import { z } from 'zod';

export const Settings = z.object({
  clientId: z.string().min(1).describe('Client ID of the app at developer.ups.com.'),
  clientSecret: z.string().min(1).describe('Client secret of the app.'),
  shipperNumber: z
    .string()
    .regex(/^[A-Za-z0-9]{6}$/, 'a UPS account number has 6 characters')
    .describe('UPS account number.'),
  shipperName: z.string().min(1).max(35).describe('Name of the account holder, printed as shipper.'),
  service: z.string().max(3).default('11').describe('UPS service code for shipments that name none; 11 is Standard.'),
  labelFormat: z.enum(['PDF', 'GIF', 'ZPL', 'EPL']).default('PDF').describe('What labels are printed from.'),
  environment: z.enum(['production', 'sandbox']).default('production'),
  baseUrl: z.url().optional().describe('Another address of the API, such as a simulator.'),
});
export type Settings = z.infer<typeof Settings>;

const HOSTS = { production: 'https://onlinetools.ups.com', sandbox: 'https://wwwcie.ups.com' } as const;

/** Where the API of a connection is, without a slash at the end. */
export function baseOf({ baseUrl, environment }: Settings): string {
  return (baseUrl ?? HOSTS[environment]).replace(/\/+$/, '');
}
