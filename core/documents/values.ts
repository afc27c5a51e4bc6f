import { z } from 'zod';
import { parseGtin } from '../shared/gtin.ts';
import { parseInstant } from '../shared/instant.ts';

/** The values that canonical documents are made of. Each states its unit or standard in its description. */

export const Text = z.string().min(1).max(500);
export const ExternalId = z.string().min(1).max(200).describe("The record's key in the system that sent it.");

export const InstantValue = z
  .string()
  .transform((text, context) => {
    const parsed = parseInstant(text);
    if (parsed.ok) return parsed.value as string;
    context.addIssue({ code: 'custom', message: parsed.error });
    return z.NEVER;
  })
  .describe('RFC 3339 date-time with an offset; kept in UTC.')
  .meta({ format: 'date-time' });

export const Currency = z
  .string()
  .regex(/^[A-Z]{3}$/, 'an ISO 4217 code such as EUR')
  .describe('ISO 4217 alphabetic code.');

/** An amount in minor units of the document's currency: cents for EUR, yen for JPY. */
export const Minor = z.int().describe("Whole minor units of the document's currency.");

export const DecimalText = z
  .string()
  .regex(/^-?\d{1,15}(\.\d{1,10})?$/, 'a decimal number written with digits, such as "2.95"')
  .describe('An exact decimal, as text.');

export const Quantity = z.int().min(1).max(1_000_000_000).describe("Units of the item's base unit.");
export const SkuValue = z.string().min(1).max(100).describe("The seller's item key.");
export const CountryCode = z.string().regex(/^[A-Z]{2}$/, 'an ISO 3166-1 alpha-2 code such as DE');

export const HsCode = z
  .string()
  .regex(/^\d{4,14}$/, 'digits of a customs tariff number, such as 61091000')
  .describe('WCO Harmonized System: six digits, and those that a country adds, without dots.');

/** A day in a calendar, of no zone. */
export const LocalDate = z.iso.date().describe('A day, such as 2026-12-01, as it is at the place that is meant.');
export const LocalTime = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'a time such as 09:30')
  .describe('A time of day at the place that is meant.');

export const GtinValue = z
  .string()
  .refine((text) => parseGtin(text).ok, 'a GTIN of 8, 12, 13 or 14 digits with a right check digit')
  .describe('GS1 Global Trade Item Number.');

export const AddressValue = z.object({
  name: z.string().max(200).optional(),
  company: z.string().max(200).optional(),
  line1: z.string().max(300).optional(),
  line2: z.string().max(300).optional(),
  city: z.string().max(200).optional(),
  postalCode: z.string().max(40).optional(),
  subdivision: z.string().max(20).optional().describe('ISO 3166-2 part behind the hyphen, such as CA.'),
  country: CountryCode.optional(),
  phone: z.string().max(60).optional(),
  email: z.string().max(254).optional(),
});
export type AddressValue = z.infer<typeof AddressValue>;

export const ParcelValue = z.object({
  weightGrams: z.int().min(1).describe('Gross weight in grams.'),
  lengthMm: z.int().min(1).optional(),
  widthMm: z.int().min(1).optional(),
  heightMm: z.int().min(1).optional(),
});
export type ParcelValue = z.infer<typeof ParcelValue>;
