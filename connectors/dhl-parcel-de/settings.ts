import { z } from 'zod';
import { isTimeZone } from '../kit/cursor.ts';
import { SERVER_SETTINGS, type Servers } from '../kit/server.ts';

export const PRODUCTS = ['V01PAK', 'V53WPAK', 'V54EPAK', 'V62KP', 'V62WP', 'V66WPI'] as const;
export const PRINT_FORMATS = [
  'A4',
  '910-300-600',
  '910-300-610',
  '910-300-700',
  '910-300-700-oz',
  '910-300-710',
  '910-300-300',
  '910-300-300-oz',
  '910-300-400',
  '910-300-410',
  '100x70mm',
] as const;

const NUMBER = String.raw`\w{10}\d{2}\w{2}`;

export const Settings = z.object({
  apiKey: z.string().min(1).describe('API key (client id) of the app at developer.dhl.com.'),
  apiSecret: z.string().min(1).describe('API secret of the app.'),
  username: z.string().min(1).describe('User of the business customer portal (GKP), best one for systems.'),
  password: z.string().min(1).describe('Password of that user.'),
  billingNumbers: z
    .string()
    .regex(
      new RegExp(`^${NUMBER}(?:[,;\\s]+${NUMBER})*$`),
      'billing numbers of 14 characters, with commas between them',
    )
    .describe('Billing numbers (Abrechnungsnummern) of the contract, one for each product: "33333333330102, …".'),
  profile: z.string().min(1).max(35).default('STANDARD_GRUPPENPROFIL').describe('User group profile of that user.'),
  product: z
    .enum(PRODUCTS)
    .default('V01PAK')
    .describe('Product inside Germany for shipments that name none. Abroad it is V53WPAK.'),
  returnReceiver: z
    .string()
    .min(1)
    .max(50)
    .optional()
    .describe('Receiver of returns (Empfänger-ID) in the portal; without it no return labels are made.'),
  labelFormat: z.enum(['PDF', 'ZPL']).default('PDF').describe('What labels are printed from.'),
  printFormat: z.enum(PRINT_FORMATS).optional().describe("Paper of the labels; else that of the portal's settings."),
  passContacts: z
    .boolean()
    .default(false)
    .describe('Whether DHL is given phone and e-mail of recipients, which needs their consent (GDPR).'),
  pushToken: z
    .string()
    .min(16)
    .optional()
    .describe('A long random text by which messages of Unified Push are known; the subscription tells it to DHL.'),
  timeZone: z
    .string()
    .refine(isTimeZone, 'an IANA time zone such as Europe/Berlin')
    .default('Europe/Berlin')
    .describe('Zone of tracking times that come without an offset.'),
  ...SERVER_SETTINGS,
});
export type Settings = z.infer<typeof Settings>;

export const SERVERS: Servers<Settings> = {
  production: 'https://api-eu.dhl.com',
  sandbox: 'https://api-sandbox.dhl.com',
};

/** The procedure of a product: the digits 11 and 12 of its billing number. */
const PROCEDURES: Readonly<Record<string, string>> = {
  V01PAK: '01',
  V53WPAK: '53',
  V54EPAK: '54',
  V62KP: '62',
  V62WP: '62',
  V66WPI: '66',
};

/** The billing number that a product goes on; undefined where the contract has none, or there is no such product. */
export function billingNumberFor(product: string, { billingNumbers }: Settings): string | undefined {
  const procedure = PROCEDURES[product];
  return billingNumbers
    .split(/[,;\s]+/)
    .find((number) => procedure !== undefined && number.slice(10, 12) === procedure);
}
