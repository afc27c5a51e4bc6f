import { z } from 'zod';
import type { Fault } from '../../core/shared/fault.ts';
import type { Result } from '../../core/shared/result.ts';
import type { components } from '../../openapi/types/ups.d.ts';
import { parseWire, withoutNulls } from '../kit/parse.ts';

/** The shapes of openapi/vendors/ups.yaml, and schemas for those that UPS sends. */
type Schemas = components['schemas'];
export type Address = Schemas['Address'];
export type Party = Schemas['Party'];
export type Recipient = Schemas['Recipient'];
export type RateParty = Schemas['RateParty'];
export type Dimensions = Schemas['Dimensions'];
export type Weight = Schemas['Weight'];
export type Charge = Schemas['Charge'];
export type LabelSpecification = Schemas['LabelSpecification'];
export type ShipRequest = Schemas['ShipRequest'];
export type RatedShipment = Schemas['RatedShipment'];
export type RateRequest = Schemas['RateRequest'];
export type InternationalForms = Schemas['InternationalForms'];
export type Product = Schemas['Product'];
export type TaxInformation = Schemas['TaxInformation'];
export type ServiceOptions = Schemas['ServiceOptions'];
export type PackageServiceOptions = Schemas['PackageServiceOptions'];
export type Form = Schemas['Form'];
export type UploadRequest = Schemas['UploadRequest'];
export type RecoveryRequest = Schemas['RecoveryRequest'];
export type RecoveryAnswer = Schemas['RecoveryAnswer'];
export type Activity = Schemas['Activity'];
export type TrackedPackage = Schemas['TrackedPackage'];

/** UPS sends a list of one as an object from some versions, so lists accept both. */
export const listOf = <T>(item: z.ZodType<T>): z.ZodType<T[]> =>
  z.preprocess((value) => (Array.isArray(value) || value === undefined ? value : [value]), z.array(item));

export const text = z.string().exactOptional();
export const Code = z.object({ Code: z.string() });
const Charge = z.object({ CurrencyCode: z.string(), MonetaryValue: z.string() });
const Negotiated = z.object({ TotalCharge: Charge.exactOptional() });

const PackageResult: z.ZodType<Schemas['PackageResult']> = z.object({
  TrackingNumber: z.string().min(1),
  ShippingLabel: z.object({ ImageFormat: Code, GraphicImage: z.string() }).exactOptional(),
});

export const ShipAnswer: z.ZodType<Schemas['ShipAnswer']> = z.object({
  ShipmentResponse: z.object({
    ShipmentResults: z.object({
      ShipmentIdentificationNumber: text,
      ShipmentCharges: z.object({ TotalCharges: Charge.exactOptional() }).exactOptional(),
      NegotiatedRateCharges: Negotiated.exactOptional(),
      PackageResults: listOf(PackageResult).exactOptional(),
      Form: z
        .object({ Image: z.object({ ImageFormat: Code, GraphicImage: z.string() }).exactOptional() })
        .exactOptional(),
    }),
  }),
});

/** The description has one container of keys, and answers have a list of them. */
const DocumentIds = z.preprocess(
  (value) =>
    Array.isArray(value) ? { DocumentID: value.flatMap((each: { DocumentID?: unknown }) => each.DocumentID) } : value,
  z.object({ DocumentID: listOf(z.string().min(1)) }),
);
export const UploadAnswer: z.ZodType<Schemas['UploadAnswer']> = z.object({
  UploadResponse: z.object({ FormsHistoryDocumentID: DocumentIds }),
});

const Status = z.object({ Code: z.string(), Description: z.string() });
export const VoidAnswer: z.ZodType<Schemas['VoidAnswer']> = z.object({
  VoidShipmentResponse: z.object({ SummaryResult: z.object({ Status }) }),
});

const LabelResult: z.ZodType<Schemas['LabelResult']> = z.object({
  TrackingNumber: text,
  LabelImage: z.object({ LabelImageFormat: Code, GraphicImage: z.string() }).exactOptional(),
});

export const RecoveryAnswer: z.ZodType<Schemas['RecoveryAnswer']> = z.object({
  LabelRecoveryResponse: z.object({
    ShipmentIdentificationNumber: text,
    LabelResults: listOf(LabelResult).exactOptional(),
    TrackingCandidate: listOf(z.object({ TrackingNumber: z.string().min(1) })).exactOptional(),
  }),
});

const Rated: z.ZodType<Schemas['RatedShipment']> = z.object({
  Service: Code,
  TotalCharges: Charge,
  NegotiatedRateCharges: Negotiated.exactOptional(),
  GuaranteedDelivery: z.object({ BusinessDaysInTransit: text }).exactOptional(),
  TimeInTransit: z
    .object({
      ServiceSummary: z.object({ EstimatedArrival: z.object({ BusinessDaysInTransit: z.string() }) }),
    })
    .exactOptional(),
});

export const RateAnswer: z.ZodType<Schemas['RateAnswer']> = z.object({
  RateResponse: z.object({ RatedShipment: listOf(Rated) }),
});

const Activity: z.ZodType<Schemas['Activity']> = z.object({
  status: z.object({ type: text, code: text, statusCode: text, description: text }).exactOptional(),
  date: text,
  time: text,
  gmtDate: text,
  gmtTime: text,
  gmtOffset: text,
  location: z.object({ address: z.object({ city: text, countryCode: text }).exactOptional() }).exactOptional(),
});

const Message = z.object({ code: z.string(), message: z.string() });

export const TrackAnswer: z.ZodType<Schemas['TrackAnswer']> = z.object({
  trackResponse: z.object({
    shipment: z.array(
      z.object({
        package: z
          .array(z.object({ trackingNumber: text, activity: z.array(Activity).exactOptional() }))
          .exactOptional(),
        warnings: z.array(Message).exactOptional(),
      }),
    ),
  }),
});

export const Failure: z.ZodType<Schemas['Failure']> = z.object({
  response: z.object({ errors: z.array(Message).min(1) }),
});

/** Checks what UPS sent. It writes null for a part that there is not, which its description does not say. */
export function parseAnswer<T>(schema: z.ZodType<T>, raw: unknown, what: string): Result<T, Fault> {
  return parseWire(schema, withoutNulls(raw), what);
}
