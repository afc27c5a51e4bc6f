import { z } from 'zod';

/** What Odoo sends, as far as it is used: empty is false, a many2one is [id, name]. */

export const Id = z.int().positive();
export const Many2one = z.tuple([Id, z.string()], z.unknown());
export const OptionalText = z.union([z.string(), z.literal(false)]).transform((text) => (text === false ? '' : text));
export const OdooTime = z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/, 'a time as Odoo writes it');

/** `create` answers a list over JSON-2, and one id over RPC when it got one record. */
export const CreatedId = z
  .union([Id, z.tuple([Id])])
  .transform((answer) => (typeof answer === 'number' ? answer : answer[0]));

export const WireIds = z.array(z.object({ id: Id }));

export const WireSaleOrder = z.object({
  id: Id,
  name: z.string(),
  state: z.string(),
  amount_total: z.number(),
  currency_id: Many2one,
});
export type WireSaleOrder = z.infer<typeof WireSaleOrder>;
export const SALE_ORDER_FIELDS = ['name', 'state', 'amount_total', 'currency_id'];

export const LoadAnswer = z.object({
  ids: z.union([z.array(z.union([Id, z.literal(false)])), z.literal(false)]),
  messages: z.array(z.object({ type: z.string().default('error'), message: z.string().default('') })).default([]),
});
