import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { TrackingStatus } from '../../core/documents/index.ts';
import type { TrackingView } from '../../core/ports/index.ts';
import type { ApiEnv } from '../auth.ts';
import type { ApiContext } from '../context.ts';
import { operation } from '../operation.ts';
import { rateLimit } from '../rateLimit.ts';

type App = OpenAPIHono<ApiEnv>;
type Page = ReturnType<typeof html>;

const LIMIT = { limit: 60, windowMs: 60_000 };
/** 128 bits in base64url. */
const TOKEN = /^[A-Za-z0-9_-]{22}$/;

const WORDS: Readonly<Record<TrackingStatus, string>> = {
  labelled: 'Ready for the carrier',
  accepted: 'With the carrier',
  'in-transit': 'On its way',
  'out-for-delivery': 'Out for delivery',
  'failed-attempt': 'Delivery was tried, nobody was there',
  delivered: 'Delivered',
  exception: 'Held up',
  'returned-to-sender': 'Returned to the sender',
  cancelled: 'Cancelled',
  unrecognised: 'No news yet',
};

/** The page on which a buyer sees where a shipment is, under a link that nobody can guess. It needs no key. */
export function trackingPage(app: App, context: ApiContext): void {
  const refuse = (c: Context) => send(c, 429, page('Too many requests', html`<p>Please come back in a minute.</p>`));
  app.use('/track/*', rateLimit({ ...LIMIT, now: () => Date.now() }, refuse));
  app.get('/track/:token', async (c) => {
    const token = c.req.param('token');
    const view = TOKEN.test(token) ? await context.trackingView(token) : null;
    if (view) return send(c, 200, page(WORDS[view.status], body(view)));
    return send(c, 404, page('Not found', html`<p>There is nothing under this link, or it has expired.</p>`));
  });
}

/** `POST /api/v1/shipments/{id}/tracking-link`: a link for the buyer. */
export function trackingLinkOperation(app: App, context: ApiContext): void {
  operation(
    app,
    {
      method: 'post',
      path: '/shipments/{id}/tracking-link',
      operationId: 'create_tracking_link',
      tag: 'shipments',
      summary: 'Make a link under which the buyer sees where the shipment is; it is shown this once',
      body: z.object({ days: z.int().min(1).max(365).default(90) }),
      answer: z.object({ path: z.string(), expiresAt: z.string().meta({ format: 'date-time' }) }),
      status: 201,
      example: {
        body: { days: 30 },
        answer: { path: '/track/7Yw0bS2mQkqv3o0hJ1c9xA', expiresAt: '2026-12-24T12:00:00.000Z' },
      },
    },
    async ({ id, body: { days }, actor }) => {
      const made = await context.trackingLink(id, days, actor);
      return made ? { body: made } : { status: 404, code: 'not-found', detail: `there is no shipment ${id}` };
    },
  );
}

async function send(c: Context, status: 200 | 404 | 429, content: Page): Promise<Response> {
  c.header(
    'Content-Security-Policy',
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  );
  c.header('Cache-Control', 'private, no-store');
  c.header('Referrer-Policy', 'no-referrer');
  c.header('X-Robots-Tag', 'noindex, nofollow');
  return c.html(await content, status);
}

const page = (title: string, content: Page): Page => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} – your shipment</title>
</head>
<body>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`;

function body({ carrier, expectedAt, deliveredAt, parcels }: TrackingView): Page {
  const several = parcels.length > 1;
  return html`${carrier ? html`<p>Carrier: ${carrier}</p>` : ''}
${deliveredAt ? html`<p>Delivered ${timeOf(deliveredAt)}</p>` : expectedAt ? html`<p>Expected ${timeOf(expectedAt)}</p>` : ''}
${parcels.map(
  ({ trackingNumber, events }, i) => html`<section aria-labelledby="parcel-${i}">
<h2 id="parcel-${i}">${several ? `Parcel ${i + 1} of ${parcels.length}` : 'Your parcel'}</h2>
${trackingNumber ? html`<p>Tracking number: ${trackingNumber}</p>` : ''}
${
  events.length === 0
    ? html`<p>The carrier has not said anything yet.</p>`
    : html`<ol reversed>${events.map(
        ({ at, status, place }) => html`<li>${timeOf(at)}: ${WORDS[status]}${place ? html`, ${place}` : ''}</li>`,
      )}</ol>`
}
</section>`,
)}`;
}

const timeOf = (at: string): Page => html`<time datetime="${at}">${at.slice(0, 16).replace('T', ' ')} UTC</time>`;
