import { z } from 'zod';
import { SERVER_SETTINGS } from '../kit/server.ts';

const PROTOCOLS = ['json2', 'json-rpc', 'xml-rpc'] as const;
export type Protocol = (typeof PROTOCOLS)[number];

const TaxName = z.string().min(1).max(200);

/** What a user enters for a connection to an Odoo server. */
export const OdooSettings = z
  .object({
    ...SERVER_SETTINGS,
    baseUrl: z.url().describe('Address of the server, such as https://acme.odoo.com.'),
    database: z.string().min(1).max(100).describe('Name of the database.'),
    login: z
      .string()
      .max(200)
      .optional()
      .describe("The user's login; needed below version 19, where there is no JSON-2."),
    apiKey: z.string().min(8).optional().describe("An API key of that user; needed for JSON-2, Odoo's way from 19 on."),
    password: z.string().min(1).optional().describe("The user's password, where there is no API key."),
    protocol: z
      .enum(['auto', ...PROTOCOLS])
      .default('auto')
      .describe('auto: chosen by the version of the server.'),
    companyId: z.int().positive().optional().describe('Id of the company to work in, when the user has several.'),
    warehouse: z.string().max(20).optional().describe('Code of the warehouse that orders ship from.'),
    warehouses: z
      .array(z.string().max(20))
      .max(500)
      .optional()
      .describe('Codes of the warehouses to read. Default: all.'),
    taxes: z
      .record(z.string().min(1).max(200), TaxName)
      .default({})
      .describe(
        'From a tax as the shop names it ("MwSt 19%") or its rate ("0.19") to the name of a sales tax in Odoo.',
      ),
    shippingProduct: z.string().min(1).max(100).default('SHIPPING').describe('Internal reference for shipping lines.'),
    discountProduct: z.string().min(1).max(100).default('DISCOUNT').describe('Internal reference for discount lines.'),
    feeProduct: z.string().min(1).max(100).default('FEE').describe('Internal reference for fees and rounding.'),
    priceDecimals: z
      .int()
      .min(0)
      .max(10)
      .default(2)
      .describe('Digits that Odoo keeps of a unit price (decimal accuracy "Product Price").'),
  })
  .refine(({ apiKey, password }) => apiKey !== undefined || password !== undefined, {
    message: 'an API key or a password',
    path: ['apiKey'],
  })
  .refine(({ apiKey, protocol }) => protocol !== 'json2' || apiKey !== undefined, {
    message: 'JSON-2 needs an API key',
    path: ['apiKey'],
  });
export type OdooSettings = z.infer<typeof OdooSettings>;
