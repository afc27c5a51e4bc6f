import { z } from 'zod';
import type { Fault } from '../../core/shared/fault.ts';
import type { Result } from '../../core/shared/result.ts';
import { parseWire, withoutNulls } from '../kit/parse.ts';

/** The parts of FedEx's answers that are read; its own descriptions require hardly any field. */
const text = z.string().exactOptional();
const number = z.number().exactOptional();

export const Failure = z.object({
  errors: z.array(z.object({ code: z.string(), message: z.string().default('') })).min(1),
});

const Document = z.object({ contentType: text, docType: text, encodedLabel: text, copiesToPrint: number });
const RateDetail = z.object({ rateType: text, totalNetCharge: number, currency: text });

export const ShipAnswer = z.object({
  output: z.object({
    transactionShipments: z
      .array(
        z.object({
          masterTrackingNumber: z.string().min(1),
          serviceType: text,
          pieceResponses: z
            .array(
              z.object({
                trackingNumber: z.string().min(1),
                packageSequenceNumber: number,
                packageDocuments: z.array(Document).exactOptional(),
              }),
            )
            .min(1),
          shipmentDocuments: z.array(Document).exactOptional(),
          completedShipmentDetail: z
            .object({
              shipmentRating: z
                .object({ actualRateType: text, shipmentRateDetails: z.array(RateDetail).exactOptional() })
                .exactOptional(),
            })
            .exactOptional(),
        }),
      )
      .min(1),
  }),
});

export const UploadAnswer = z.object({
  output: z.object({
    documentResponses: z
      .array(z.object({ fileReferenceId: text, metaData: z.object({ docId: z.string().min(1) }) }))
      .default([]),
  }),
});

export const CancelAnswer = z.object({
  output: z.object({ cancelledShipment: z.boolean(), message: text }),
});

const Transit = z.object({ minimumTransitTime: text });
export const RateAnswer = z.object({
  output: z.object({
    rateReplyDetails: z
      .array(
        z.object({
          serviceType: z.string().min(1),
          serviceName: text,
          commit: z.object({ transitDays: Transit.exactOptional() }).exactOptional(),
          ratedShipmentDetails: z
            .array(RateDetail.extend({ shipmentRateDetail: z.object({ currency: text }).exactOptional() }))
            .exactOptional(),
        }),
      )
      .default([]),
  }),
});

const ScanEvent = z.object({
  date: text,
  eventType: text,
  derivedStatusCode: text,
  eventDescription: text,
  exceptionCode: text,
  exceptionDescription: text,
  scanLocation: z.object({ city: text }).exactOptional(),
});

/** FedEx's description has one `value`; its answers have `values`. */
const Identifier = z.object({
  type: text,
  value: z.union([z.string(), z.array(z.string())]).exactOptional(),
  values: z.array(z.string()).exactOptional(),
});
export type Identifier = z.infer<typeof Identifier>;

const TrackResult = z.object({
  trackingNumberInfo: z.object({ trackingNumber: text }).exactOptional(),
  additionalTrackingInfo: z
    .object({
      packageIdentifiers: z.array(Identifier).exactOptional(),
    })
    .exactOptional(),
  latestStatusDetail: z.object({ code: text }).exactOptional(),
  scanEvents: z.array(ScanEvent).exactOptional(),
  estimatedDeliveryTimeWindow: z.object({ window: z.object({ ends: text }).exactOptional() }).exactOptional(),
  dateAndTimes: z.array(z.object({ type: text, dateTime: text })).exactOptional(),
  error: z.object({ code: z.string(), message: z.string().default('') }).exactOptional(),
});
export type TrackResult = z.infer<typeof TrackResult>;

export const TrackAnswer = z.object({
  output: z.object({
    completeTrackResults: z
      .array(z.object({ trackingNumber: text, trackResults: z.array(TrackResult).default([]) }))
      .default([]),
  }),
});
export type TrackAnswer = z.infer<typeof TrackAnswer>;

export const AvailabilityAnswer = z.object({
  output: z.object({
    options: z
      .array(z.object({ carrier: text, available: z.boolean().exactOptional(), pickupDate: text, cutOffTime: text }))
      .default([]),
  }),
});

export const PickupAnswer = z.object({
  output: z.object({ pickupConfirmationCode: z.string().min(1), location: text }),
});

export const PickupCancelAnswer = z.object({ output: z.object({ pickupConfirmationCode: text }) });

export const CloseAnswer = z.object({
  output: z.object({
    closeDocuments: z
      .array(
        z.object({
          type: text,
          shippingCycle: text,
          copiesToPrint: number,
          parts: z.array(z.object({ documentPartSequenceNumber: number, image: text })).exactOptional(),
        }),
      )
      .default([]),
  }),
});

/** FedEx's description has booleans; its answers hold them as texts. */
const flag = z.union([z.boolean(), z.string()]).exactOptional();

export const AddressAnswer = z.object({
  output: z.object({
    resolvedAddresses: z
      .array(
        z.object({
          streetLinesToken: z.array(z.string()).exactOptional(),
          city: text,
          stateOrProvinceCode: text,
          countryCode: text,
          postalCodeToken: z.object({ value: text }).exactOptional(),
          parsedPostalCode: z.object({ base: text, addOn: text }).exactOptional(),
          classification: text,
          customerMessage: z.array(z.string()).exactOptional(),
          attributes: z
            .object({
              CountrySupported: flag,
              AddressType: text,
              Resolved: flag,
              MultipleMatches: flag,
              InvalidSuiteNumber: flag,
              SuiteRequiredButMissing: flag,
            })
            .exactOptional(),
        }),
      )
      .default([]),
  }),
});
export type ResolvedAddress = z.infer<typeof AddressAnswer>['output']['resolvedAddresses'][number];

const Hours = z.object({ begins: text, ends: text });
export const LocationAnswer = z.object({
  output: z.object({
    locationDetailList: z
      .array(
        z.object({
          locationId: z.string().min(1),
          locationType: text,
          distance: z.object({ units: text, value: number }).exactOptional(),
          contactAndAddress: z
            .object({
              contact: z.object({ companyName: text, phoneNumber: text }).exactOptional(),
              address: z.object({
                streetLines: z.array(z.string()).exactOptional(),
                city: text,
                stateOrProvinceCode: text,
                postalCode: text,
                countryCode: text,
              }),
              addressAncillaryDetail: z.object({ displayName: text }).exactOptional(),
            })
            .exactOptional(),
          geoPositionalCoordinates: z.object({ latitude: number, longitude: number }).exactOptional(),
          storeHours: z
            .array(
              z.object({
                dayofweek: text,
                operationalHoursType: text,
                operationalHours: z.union([Hours, z.array(Hours)]).exactOptional(),
              }),
            )
            .exactOptional(),
        }),
      )
      .default([]),
  }),
});
export type Location = z.infer<typeof LocationAnswer>['output']['locationDetailList'][number];

/** Checks what FedEx sent, which has null for some parts that there are not. */
export function parseAnswer<T>(schema: z.ZodType<T>, raw: unknown, what: string): Result<T, Fault> {
  return parseWire(schema, withoutNulls(raw), what);
}
export type ShipAnswer = z.infer<typeof ShipAnswer>;
