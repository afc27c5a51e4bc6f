import { z } from 'zod';
import { isTimeZone } from '../kit/cursor.ts';
import { SERVER_SETTINGS } from '../kit/server.ts';

const Id = z.string().min(1).max(20);

/** What a user enters for a connection to an OFBiz server. */
export const OfbizSettings = z.object({
  ...SERVER_SETTINGS,
  baseUrl: z.url().describe('Address of the server, such as https://erp.example.com:8443.'),
  transport: z
    .enum(['rest', 'xml-rpc', 'soap'])
    .default('rest')
    .describe('How services are called: the REST plugin, or the XML-RPC or SOAP handler of webtools.'),
  username: z.string().min(1).max(250).describe('userLoginId of a user for the hub.'),
  password: z.string().min(1).max(250).describe('Password of that user.'),
  timeZone: z
    .string()
    .refine(isTimeZone, 'an IANA time zone such as Europe/Berlin')
    .default('UTC')
    .describe('The zone that the server runs in; its times come without one over XML-RPC and SOAP.'),
  productStoreId: Id.optional().describe('Store that sales orders are placed in: it reserves and numbers them.'),
  companyPartyId: Id.default('Company').describe('Party of the own company: seller of sales, buyer of purchases.'),
  facilities: z.array(Id).max(500).optional().describe('Facilities whose stock is read. Default: all.'),
  stock: z
    .enum(['on-hand', 'available'])
    .default('on-hand')
    .describe('Which level is told: quantity on hand (QOH) or available to promise (ATP).'),
  orders: z
    .enum(['all', 'sales', 'purchase', 'none'])
    .default('all')
    .describe('Which orders that were entered over there are read.'),
  requirementCurrency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional()
    .describe(
      'Reads approved requirements as purchases to come, in this currency, as they name none. Default: not read.',
    ),
  booksPayments: z
    .boolean()
    .default(false)
    .describe('Whether what was paid for an order is booked as a received payment of it.'),
  skuType: Id.optional().describe('goodIdentificationTypeId whose value is the SKU, such as SKU. Default: productId.'),
  shipmentMethodTypeId: Id.default('STANDARD').describe('How orders ship; with the carrier, a CarrierShipmentMethod.'),
  carrierPartyId: Id.default('_NA_').describe('Carrier that orders ship by.'),
  carriers: z
    .record(z.string().min(1).max(100), Id)
    .default({})
    .describe('Carriers of shipments that the hub tells, from their names here to their partyId.'),
  paymentMethodTypeId: Id.default('EXT_OFFLINE').describe('How orders that come from the hub are paid.'),
  orderDecimals: z
    .int()
    .min(0)
    .max(3)
    .default(2)
    .describe('Digits that the server rounds order amounts to (order.decimals in arithmetic.properties).'),
  services: z
    .record(z.string(), z.string().min(1).max(100))
    .default({})
    .describe('Other names under which services are exported, by their standard name.'),
});
export type OfbizSettings = z.infer<typeof OfbizSettings>;
