import { z } from 'zod';
import { AddressValue, ExternalId, InstantValue } from './values.ts';

export const CustomerDocument = z
  .object({
    externalId: ExternalId,
    name: z.string().max(300).optional(),
    email: z.string().max(254).optional(),
    phone: z.string().max(60).optional(),
    address: AddressValue.optional(),
    updatedAt: InstantValue,
  })
  .describe('A canonical customer.');
export type CustomerDocument = z.infer<typeof CustomerDocument>;
