import { z } from 'zod';
import { CountryCode } from './values.ts';

export const RATE_CHOICES = ['cheapest', 'fastest', 'promise'] as const;
export const RateChoice = z
  .enum(RATE_CHOICES)
  .describe('cheapest; fastest; promise: the cheapest of those that keep the promise, else the fastest.');
export type RateChoice = z.infer<typeof RateChoice>;

/** Offers of a carrier's connection: of one service, or of all where none is named. */
export const OfferPattern = z.object({
  connection: z.string().min(1).max(63),
  service: z.string().min(1).max(100).optional().describe("The carrier's service code."),
});
export type OfferPattern = z.infer<typeof OfferPattern>;

export const ShippingRule = z
  .object({
    name: z.string().min(1).max(100),
    when: z
      .object({
        locations: z.array(z.string().min(1).max(200)).max(500).optional(),
        countries: z.array(CountryCode).max(250).optional().describe('Where it goes.'),
        minGrams: z.int().min(0).optional(),
        maxGrams: z.int().min(0).optional(),
      })
      .default({})
      .describe('All of these must fit; nothing fits everything.'),
    only: z.array(OfferPattern).min(1).max(100).optional().describe('No other offers are taken.'),
    refuse: z.array(OfferPattern).max(100).default([]),
    adjust: z
      .array(
        OfferPattern.extend({
          percent: z.number().min(-100).max(1000).default(0),
          minor: z.int().default(0).describe("In minor units of the offer's currency."),
        }),
      )
      .max(100)
      .default([])
      .describe('What an offer counts as when offers are compared; what is paid stays as it is.'),
    choose: RateChoice.optional().describe(
      'How the best is chosen where this rule fits; the last that says so counts.',
    ),
  })
  .describe('A preference among the offers of carriers.');
export type ShippingRule = z.infer<typeof ShippingRule>;

/** By what the offers of carriers are compared. A version is never changed. */
export const ShippingRules = z.object({
  choose: RateChoice.default('promise'),
  rules: z.array(ShippingRule).max(500).default([]),
});
export type ShippingRules = z.infer<typeof ShippingRules>;
