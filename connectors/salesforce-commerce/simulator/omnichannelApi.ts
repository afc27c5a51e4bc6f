import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { ACCOUNT, type Site } from './site.ts';

const Id = z.string().min(1);
const Sku = z.string().min(2).max(250);
const Place = z
  .string()
  .min(2)
  .max(128)
  .regex(/^[a-zA-Z0-9-_]*$/);
const Updates = z.object({
  records: z
    .array(z.object({ id: Id, sku: Sku, location: Place, onHand: z.number().min(0), effectiveDate: z.iso.datetime() }))
    .max(100),
});
const Fulfillments = z.object({
  records: z
    .array(
      z.object({
        id: Id,
        sku: Sku,
        location: Place,
        quantity: z.number().min(0.001),
        fulfillmentTime: z.iso.datetime().optional(),
      }),
    )
    .max(100),
});

/** Omnichannel Inventory: levels are set, reservations fulfilled, each record of a key once. */
export function omnichannelApi(app: Hono, site: Site): void {
  const group = `v1/organizations/${ACCOUNT.tenantGroupId}`;
  app.post(`/inventory/availability/${group}/availability-records/actions/batch-update`, async (c) => {
    const asked = Updates.safeParse(await c.req.json());
    if (!asked.success) return invalid(c, asked.error);
    const unknown = asked.data.records.find(({ location }) => !location.startsWith('warehouse'));
    if (unknown) return refused(c, 'LocationDoesNotExist', unknown);
    for (const { sku, location, onHand } of asked.data.records) site.onHand.set(`${location}/${sku}`, onHand);
    return c.body(null, 204);
  });
  app.post(`/inventory/reservation/${group}/fulfillments`, async (c) => {
    const asked = Fulfillments.safeParse(await c.req.json());
    if (!asked.success) return invalid(c, asked.error);
    const again = asked.data.records.find(({ id, sku }) => site.fulfilled.has(`${id}/${sku}`));
    if (again) return refused(c, 'DuplicateEventId', again);
    for (const { id, sku, location, quantity } of asked.data.records) {
      const key = `${location}/${sku}`;
      site.onHand.set(key, (site.onHand.get(key) ?? 0) - quantity);
      site.fulfilled.add(`${id}/${sku}`);
    }
    return c.body(null, 204);
  });
}

const invalid = (c: Context, { issues }: z.ZodError): Response =>
  c.json({ type: 'about:blank', errorCode: 'InvalidRequestParameter', message: issues[0]?.message ?? '' }, 400);

/** A batch that is refused in part is answered with what was. */
const refused = (c: Context, errorCode: string, details: object): Response =>
  c.json({ errors: [{ errorCode, message: 'Inventory record update failed', details }] });
