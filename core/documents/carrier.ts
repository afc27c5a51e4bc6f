import { z } from 'zod';
import { CarrierPaper } from './paper.ts';
import { AddressValue, CountryCode, Currency, ExternalId, LocalDate, LocalTime, Minor } from './values.ts';

/** Everything beyond labels, prices and tracking that carriers share: addresses, locations, pickups, the end of a day. */

export const AddressQuery = z.object({ address: AddressValue });
export type AddressQuery = z.infer<typeof AddressQuery>;

export const AddressCheck = z
  .object({
    verdict: z
      .enum(['valid', 'corrected', 'ambiguous', 'not-found', 'unchecked'])
      .describe(
        'valid: it is so; corrected: one address is meant and differs; ambiguous: one of the candidates; not-found: no ' +
          'such address; unchecked: the carrier cannot tell, such as in a country whose addresses it does not know.',
      ),
    candidates: z
      .array(AddressValue)
      .max(100)
      .default([])
      .describe('Addresses that may be meant, the likeliest first.'),
    classification: z.enum(['residential', 'business', 'unknown']).default('unknown'),
    remarks: z.array(z.string().max(500)).max(50).default([]),
  })
  .describe('What a carrier says about an address.');
export type AddressCheck = z.infer<typeof AddressCheck>;

export const LocationQuery = z.object({
  near: AddressValue.describe('The address around which is searched: a country, and a postal code or a city.'),
  purpose: z
    .enum(['drop-off', 'collect'])
    .default('collect')
    .describe('What is done there: to give a parcel or to fetch it.'),
  radiusMetres: z.int().min(100).max(500_000).default(10_000),
  limit: z.int().min(1).max(50).default(10),
});
export type LocationQuery = z.infer<typeof LocationQuery>;

export const OpeningHours = z.object({
  weekday: z.int().min(1).max(7).describe('ISO 8601: 1 is Monday.'),
  opens: LocalTime,
  closes: LocalTime.describe('24:00 at the end of the day.'),
});
export type OpeningHours = z.infer<typeof OpeningHours>;

/** A place of a carrier where parcels are given or fetched. */
export const CarrierLocation = z.object({
  externalId: ExternalId.describe("The carrier's key, as a label request names it in collectAt."),
  kind: z.enum(['access-point', 'locker', 'post-office', 'carrier-store', 'depot', 'drop-box', 'other']),
  name: z.string().max(200),
  address: AddressValue,
  latitude: z.number().min(-90).max(90).optional(),
  longitude: z.number().min(-180).max(180).optional(),
  distanceMetres: z.int().min(0).optional(),
  hours: z.array(OpeningHours).max(50).default([]),
});
export type CarrierLocation = z.infer<typeof CarrierLocation>;

/** The order that a driver comes and fetches parcels. */
export const PickupRequest = z
  .object({
    reference: ExternalId.describe("The hub's own reference."),
    address: AddressValue.describe('Where the parcels stand, with the name and the phone of who hands them over.'),
    date: LocalDate.describe('The day, at that address.'),
    readyAt: LocalTime,
    closesAt: LocalTime,
    parcels: z
      .array(
        z.object({
          count: z.int().min(1).max(999),
          weightGrams: z.int().min(1).describe('Of all of them together.'),
          service: z.string().max(100).optional().describe("The carrier's service code."),
          country: CountryCode.optional().describe('Where they go; the country of the address when absent.'),
        }),
      )
      .min(1)
      .max(100),
    trackingNumbers: z.array(z.string().min(1).max(100)).max(999).default([]),
    residential: z.boolean().default(false),
    spot: z.string().max(80).optional().describe('Where at the address: "reception".'),
    instructions: z.string().max(300).optional(),
  })
  .describe('A canonical request for a pickup.');
export type PickupRequest = z.infer<typeof PickupRequest>;

export const PickupReceipt = z
  .object({
    externalId: ExternalId.describe("The carrier's confirmation number."),
    date: LocalDate,
    location: z.string().max(100).optional().describe('The depot that comes, where cancelling must name it.'),
    division: z
      .string()
      .max(50)
      .optional()
      .describe('The part of the carrier that comes, where cancelling must name it.'),
    readyAt: LocalTime.optional(),
    chargeMinor: Minor.min(0).optional(),
    currency: Currency.optional(),
  })
  .describe('A pickup that a carrier has confirmed.');
export type PickupReceipt = z.infer<typeof PickupReceipt>;

/** The end of a carrier's day: what was shipped is told, and a manifest comes back for the driver to sign. */
export const DayClose = z
  .object({
    reference: ExternalId.describe("The hub's own reference, such as its manifest's number."),
    date: LocalDate,
    trackingNumbers: z
      .array(z.string().min(1).max(100))
      .max(10_000)
      .default([])
      .describe('What is closed; none: everything that is open at the carrier.'),
    shipments: z
      .array(ExternalId)
      .max(10_000)
      .default([])
      .describe("The carrier's own keys of these shipments, as their labels' receipts name them."),
    from: AddressValue.optional().describe('Where they leave.'),
  })
  .describe('A canonical end of day.');
export type DayClose = z.infer<typeof DayClose>;

export const ManifestReceipt = z
  .object({
    externalId: ExternalId,
    date: LocalDate,
    trackingNumbers: z.array(z.string().min(1).max(100)).max(10_000).default([]),
    papers: z.array(CarrierPaper).max(100).default([]),
  })
  .describe('What a carrier answered to the end of a day.');
export type ManifestReceipt = z.infer<typeof ManifestReceipt>;
