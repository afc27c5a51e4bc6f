import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { Purchase, type SimOrder } from './orders.ts';
import { ACCOUNT, type Site } from './site.ts';

const ERRORS = 'https://api.commercecloud.salesforce.com/documentation/error/v1/errors';
const problem = (type: string, title: string, detail: string) => ({ type: `${ERRORS}/${type}`, title, detail });
const badRequest = (detail: string) => problem('bad-request', 'Bad Request', detail);

const Listing = z.object({
  sortBy: z.enum(['creation_date', 'last_modified_date']).default('creation_date'),
  sortOrder: z.enum(['asc', 'desc']).default('desc'),
  limit: z.coerce.number().int().min(1).max(200).default(100),
  offset: z.coerce.number().int().min(0).default(0),
  lastModifiedDateFrom: z.iso.datetime().optional(),
});
const MAX_OFFSET = 10_000;

/** Values that each status takes, and the field that holds it. */
const STATUSES: Readonly<Record<string, readonly [field: string, values: readonly string[]]>> = {
  status: ['status', ['created', 'new', 'completed', 'cancelled', 'failed', 'failed_with_reopen']],
  'export-status': ['exportStatus', ['exported', 'not_exported', 'ready', 'failed']],
  'confirmation-status': ['confirmationStatus', ['confirmed', 'not_confirmed']],
  'payment-status': ['paymentStatus', ['paid', 'part_paid', 'not_paid']],
  'shipping-status': ['shippingStatus', ['shipped', 'part_shipped', 'not_shipped']],
};

/** The Orders API of one site, with its problems; and a door to buy at, which the vendor has not. */
export function ordersApi(app: Hono, site: Site): void {
  const base = `/checkout/orders/v1/organizations/${ACCOUNT.organizationId}/orders`;
  app.use(`${base}/*`, async (c, next) => siteProblem(c) ?? next());
  app.get(base, (c) => siteProblem(c) ?? list(c, site));
  app.get(`${base}/:orderNo`, (c) => withOrder(c, site, (order) => c.json(order)));
  app.patch(`${base}/:orderNo`, (c) => withOrder(c, site, (order) => patch(c, site, order)));
  app.put(`${base}/:orderNo/:kind`, (c) => withOrder(c, site, (order) => putStatus(c, site, order)));
  app.post('/sim/orders', async (c) => {
    const { count, ...purchase } = Buying.parse(await c.req.json());
    return c.json(Array.from({ length: count }, () => site.place(purchase).orderNo));
  });
}

const Buying = Purchase.extend({ count: z.int().default(1) });

function siteProblem(c: Context): Response | undefined {
  const id = c.req.query('siteId');
  if (id === undefined) return c.json(badRequest('Required query parameter siteId is missing.'), 400);
  if (id === ACCOUNT.siteId) return undefined;
  return c.json(problem('site-not-found', 'Site Not Found', `No site with ID '${id}' was found.`), 404);
}

async function withOrder(
  c: Context,
  { orders }: Site,
  answer: (order: SimOrder) => Response | Promise<Response>,
): Promise<Response> {
  const number = c.req.param('orderNo') ?? '';
  const order = orders.get(number);
  if (order) return answer(order);
  return c.json(problem('order-not-found', 'Order Not Found', `No order with number '${number}' was found.`), 404);
}

/** The vendor does not say whether `from` itself is inside: here it is not, which is the harder reading. */
function list(c: Context, { orders }: Site): Response {
  const asked = Listing.safeParse(c.req.query());
  if (!asked.success) return c.json(badRequest(asked.error.issues[0]?.message ?? ''), 400);
  const { sortBy, sortOrder, limit, offset, lastModifiedDateFrom = '' } = asked.data;
  if (offset + limit > MAX_OFFSET) return c.json(badRequest('The sum of offset and limit is greater than 10000.'), 400);
  const field = sortBy === 'creation_date' ? 'creationDate' : 'lastModified';
  const sorted = [...orders.values()]
    .filter(({ lastModified }) => lastModified > lastModifiedDateFrom)
    .toSorted((a, b) => (String(a[field]) < String(b[field]) ? -1 : 1));
  const data = (sortOrder === 'asc' ? sorted : sorted.toReversed()).slice(offset, offset + limit);
  return c.json({ data });
}

async function patch(c: Context, site: Site, order: SimOrder): Promise<Response> {
  const body = await c.req.json<Record<string, unknown>>();
  const unknown = Object.keys(body).find((key) => key !== `c_${ACCOUNT.trackingAttribute}`);
  if (unknown !== undefined) return c.json(badRequest(`The property '${unknown}' is not known.`), 400);
  site.change(order, body);
  return c.body(null, 204);
}

async function putStatus(c: Context, site: Site, order: SimOrder): Promise<Response> {
  const [field = '', values = []] = STATUSES[c.req.param('kind') ?? ''] ?? [];
  const { status } = await c.req.json<{ status: string }>();
  if (!values.includes(status)) return c.json(badRequest(`'${status}' is not one of ${values.join(', ')}.`), 400);
  if (field === 'status' && ['created', 'failed'].includes(status) && order.status !== 'created')
    return c.json(badRequest(`An order in status ${order.status} cannot be changed to ${status}.`), 400);
  site.change(order, { [field]: status });
  return c.body(null, 204);
}
