import { z } from 'zod';
import { CustomsValue } from './customs.ts';
import { CarrierPaper, LABEL_FORMATS } from './paper.ts';
import {
  AddressValue,
  Currency,
  ExternalId,
  InstantValue,
  LocalDate,
  Minor,
  ParcelValue,
  Quantity,
  SkuValue,
} from './values.ts';

export const ShippedLine = z.object({
  lineExternalId: ExternalId.optional().describe("The order line's key in the system that gets or sent the document."),
  sku: SkuValue,
  quantity: Quantity,
});

/** Goods that left, or are packed to leave, a location for one order. */
export const ShipmentDocument = z
  .object({
    reference: ExternalId.describe("The hub's own reference; stable across retries."),
    orderExternalId: ExternalId.describe("The order's key in the system that gets or sent the document."),
    orderNumber: z.string().max(100).optional(),
    location: ExternalId.optional(),
    lines: z.array(ShippedLine).min(1).max(10_000),
    carrier: z.string().max(100).optional(),
    service: z.string().max(100).optional(),
    trackingNumber: z.string().max(100).optional(),
    trackingUrl: z.url().max(1000).optional(),
    shippedAt: InstantValue.optional(),
  })
  .describe('A canonical shipment.');
export type ShipmentDocument = z.infer<typeof ShipmentDocument>;

/** What a warehouse or an ERP says about the picking of one order at one location. */
export const PickingDocument = z
  .object({
    externalId: ExternalId,
    orderReference: ExternalId.describe("The hub's order number or id, as it was given to the system with the order."),
    location: ExternalId.optional(),
    state: z.enum(['waiting', 'ready', 'done', 'cancelled']),
    lines: z
      .array(z.object({ sku: SkuValue, quantity: Quantity }))
      .max(10_000)
      .default([]),
    updatedAt: InstantValue,
  })
  .describe('A canonical picking state.');
export type PickingDocument = z.infer<typeof PickingDocument>;

export const TRACKING_STATUSES = [
  'labelled',
  'accepted',
  'in-transit',
  'out-for-delivery',
  'failed-attempt',
  'delivered',
  'exception',
  'returned-to-sender',
  'cancelled',
  'unrecognised',
] as const;
export type TrackingStatus = (typeof TRACKING_STATUSES)[number];

export const TrackingDocument = z
  .object({
    trackingNumber: z.string().min(1).max(100),
    events: z
      .array(
        z.object({
          code: z.string().max(50).describe("The carrier's own code."),
          status: z.enum(TRACKING_STATUSES).describe('unrecognised when the code is not in the table: never a guess.'),
          description: z.string().max(500).optional(),
          place: z.string().max(200).optional(),
          at: InstantValue,
        }),
      )
      .max(1000),
    expectedAt: InstantValue.optional().describe('When the carrier expects to deliver it.'),
  })
  .describe('What a carrier says about one parcel, oldest first.');
export type TrackingDocument = z.infer<typeof TrackingDocument>;

/**
 * What a shipment can have beyond being carried. A carrier that cannot do what is asked for refuses it: an option is
 * never left out unsaid.
 */
const SHIPMENT_OPTIONS = {
  declaredValueMinor: Minor.min(0).optional().describe('What the goods are worth.'),
  insuredValueMinor: Minor.min(0).optional().describe('What the carrier is to answer for, beyond its usual liability.'),
  currency: Currency.optional().describe('Of the two values.'),
  signature: z.enum(['required', 'adult']).optional().describe('Who must sign: anybody there, or somebody of age.'),
  residential: z.boolean().optional().describe('Whether the recipient lives there.'),
  saturdayDelivery: z.boolean().optional(),
  shipOn: LocalDate.optional().describe('The day on which it is given to the carrier; today when absent.'),
  customs: CustomsValue.optional().describe('For shipments that cross a border of customs.'),
};

/** The order for a label: what a carrier needs to take a shipment. */
export const LabelRequest = z
  .object({
    reference: ExternalId.describe("The hub's own reference; printed on the shipment and used to find it again."),
    service: z.string().max(100).optional().describe("The carrier's service code; its default when absent."),
    from: AddressValue,
    to: AddressValue,
    parcels: z.array(ParcelValue).min(1).max(200),
    labelFormat: z.enum(LABEL_FORMATS).optional().describe("The connection's format when absent."),
    ...SHIPMENT_OPTIONS,
    collectAt: ExternalId.optional().describe(
      "The carrier's location where the recipient fetches it, by findLocations.",
    ),
    returnLabel: z.boolean().optional().describe('From a buyer back: the label is for him to print.'),
  })
  .describe('A canonical request for shipping labels.');
export type LabelRequest = z.infer<typeof LabelRequest>;

export const LabelReceipt = z
  .object({
    externalId: ExternalId.describe("The carrier's own key of the shipment, as a void needs it."),
    carrier: z.string().max(100).optional().describe('The name that shops know the carrier by: UPS.'),
    service: z.string().max(100).optional(),
    chargeMinor: Minor.optional(),
    currency: Currency.optional(),
    parcels: z
      .array(
        z.object({
          trackingNumber: z.string().min(1).max(100),
          label: z.object({ format: z.enum(LABEL_FORMATS), base64: z.string() }).optional(),
          chargeMinor: Minor.optional().describe('Its part of the charge, where the carrier tells it.'),
        }),
      )
      .min(1),
    documents: z.array(CarrierPaper).max(100).optional().describe('Papers that go with it, such as an invoice.'),
    expectedAt: InstantValue.optional().describe('When the carrier expects to deliver it.'),
  })
  .describe('What a carrier answered to a label request.');
export type LabelReceipt = z.infer<typeof LabelReceipt>;

export const RateQuery = LabelRequest.omit({ reference: true, labelFormat: true, collectAt: true });
export type RateQuery = z.infer<typeof RateQuery>;

export const RateQuote = z.object({
  service: z.string().max(100),
  title: z.string().max(200),
  chargeMinor: Minor.min(0),
  currency: Currency,
  transitDays: z.int().min(0).optional(),
  deliverBy: InstantValue.optional(),
});
export type RateQuote = z.infer<typeof RateQuote>;
