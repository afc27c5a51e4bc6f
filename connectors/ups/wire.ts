import { z } from 'zod';

/** The parts of UPS answers that are used. UPS sends a list of one as an object, so lists accept both. */
const listOf = <T extends z.ZodType>(item: T) =>
  z.union([z.array(item), item]).transform((value) => (Array.isArray(value) ? value : [value]) as z.infer<T>[]);

const Charge = z.object({ CurrencyCode: z.string(), MonetaryValue: z.string() });
export type Charge = z.infer<typeof Charge>;

export const ShipAnswer = z.object({
  ShipmentResponse: z.object({
    ShipmentResults: z.object({
      ShipmentIdentificationNumber: z.string().min(1),
      ShipmentCharges: z.object({ TotalCharges: Charge }).optional(),
      NegotiatedRateCharges: z.object({ TotalCharge: Charge.optional() }).optional(),
      PackageResults: listOf(
        z.object({
          TrackingNumber: z.string().min(1),
          ShippingLabel: z.object({ ImageFormat: z.object({ Code: z.string() }), GraphicImage: z.string() }).optional(),
        }),
      ),
    }),
  }),
});

export const RecoveryAnswer = z.object({
  LabelRecoveryResponse: z.object({
    ShipmentIdentificationNumber: z.string().optional(),
    LabelResults: listOf(
      z.object({
        TrackingNumber: z.string().min(1),
        LabelImage: z.object({ LabelImageFormat: z.object({ Code: z.string() }), GraphicImage: z.string() }).optional(),
      }),
    ),
  }),
});

export const RateAnswer = z.object({
  RateResponse: z.object({
    RatedShipment: listOf(
      z.object({
        Service: z.object({ Code: z.string() }),
        TotalCharges: Charge,
        NegotiatedRateCharges: z.object({ TotalCharge: Charge.optional() }).optional(),
        GuaranteedDelivery: z.object({ BusinessDaysInTransit: z.string().optional() }).optional(),
      }),
    ),
  }),
});

const Activity = z.object({
  status: z
    .object({ type: z.string().optional(), code: z.string().optional(), description: z.string().optional() })
    .optional(),
  date: z.string().optional(),
  time: z.string().optional(),
  gmtDate: z.string().optional(),
  gmtTime: z.string().optional(),
  location: z
    .object({ address: z.object({ city: z.string().optional(), countryCode: z.string().optional() }).optional() })
    .optional(),
});
export type Activity = z.infer<typeof Activity>;

export const TrackAnswer = z.object({
  trackResponse: z.object({
    shipment: z.array(
      z.object({
        package: z.array(z.object({ trackingNumber: z.string(), activity: z.array(Activity).optional() })).optional(),
        warnings: z.array(z.object({ code: z.string(), message: z.string() })).optional(),
      }),
    ),
  }),
});
