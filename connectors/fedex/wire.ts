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

const Document = z.object({ contentType: text, docType: text, encodedLabel: text });
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

/** Checks what FedEx sent, which has null for some parts that there are not. */
export function parseAnswer<T>(schema: z.ZodType<T>, raw: unknown, what: string): Result<T, Fault> {
  return parseWire(schema, withoutNulls(raw), what);
}
export type ShipAnswer = z.infer<typeof ShipAnswer>;
