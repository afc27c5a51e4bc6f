import { z } from 'zod';
import type { components } from '../../openapi/types/ups.d.ts';
import { Code, listOf, text } from './wire.ts';

/** Shapes of addresses, locations and pickups, beside those of shipments in wire.ts. */
type Schemas = components['schemas'];
export type AddressRequest = Schemas['AddressRequest'];
export type AddressCandidate = Schemas['AddressCandidate'];
export type LocatorRequest = Schemas['LocatorRequest'];
export type DropLocation = Schemas['DropLocation'];
export type StandardHours = Schemas['StandardHours'];
export type PickupCall = Schemas['PickupRequest'];

const Candidate: z.ZodType<AddressCandidate> = z.object({
  AddressKeyFormat: z.object({
    AddressLine: listOf(z.string()).exactOptional(),
    PoliticalDivision2: text,
    PoliticalDivision1: text,
    PostcodePrimaryLow: text,
    PostcodeExtendedLow: text,
    CountryCode: z.string(),
  }),
});

export const AddressAnswer: z.ZodType<Schemas['AddressAnswer']> = z.object({
  XAVResponse: z.object({
    ValidAddressIndicator: text,
    AmbiguousAddressIndicator: text,
    NoCandidatesIndicator: text,
    AddressClassification: Code.exactOptional(),
    Candidate: listOf(Candidate).exactOptional(),
  }),
});

const Hours: z.ZodType<StandardHours> = z.object({
  HoursType: z.string(),
  DayOfWeek: listOf(
    z.object({
      Day: z.string(),
      OpenHours: text,
      CloseHours: text,
      ClosedIndicator: text,
      Open24HoursIndicator: text,
    }),
  ),
});

const Location: z.ZodType<DropLocation> = z.object({
  LocationID: z.string().min(1),
  Geocode: z.object({ Latitude: z.string(), Longitude: z.string() }).exactOptional(),
  AddressKeyFormat: z.object({
    ConsigneeName: text,
    AddressLine: text,
    PoliticalDivision2: text,
    PoliticalDivision1: text,
    PostcodePrimaryLow: text,
    CountryCode: z.string(),
  }),
  Distance: z.object({ Value: z.string(), UnitOfMeasurement: Code }).exactOptional(),
  OperatingHours: z.object({ StandardHours: listOf(Hours).exactOptional() }).exactOptional(),
  AccessPointInformation: z.object({ PublicAccessPointID: text }).exactOptional(),
});

export const LocatorAnswer: z.ZodType<Schemas['LocatorAnswer']> = z.object({
  LocatorResponse: z.object({ SearchResults: z.object({ DropLocation: listOf(Location).exactOptional() }) }),
});

export const PickupAnswer: z.ZodType<Schemas['PickupAnswer']> = z.object({
  PickupCreationResponse: z.object({ PRN: z.string().min(1) }),
});

const Pending = z.object({ ServiceDate: z.string(), PRN: z.string(), OnCallStatusCode: text, ReferenceNumber: text });

export const PendingAnswer: z.ZodType<Schemas['PendingAnswer']> = z.object({
  PickupPendingStatusResponse: z.object({ PendingStatus: listOf(Pending).exactOptional() }),
});

export const PickupCancelAnswer: z.ZodType<Schemas['PickupCancelAnswer']> = z.object({
  PickupCancelResponse: z.object({ PickupType: z.string() }),
});
