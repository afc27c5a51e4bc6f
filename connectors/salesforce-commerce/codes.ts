import type { OrderDocument } from '../../core/documents/index.ts';

type Life = { readonly kind: 'open' | 'done' | 'cancelled' } | { readonly kind: 'ignored'; readonly reason: string };

/**
 * Order status, of the API and (in lower case) of the XML feed. An order is `created` before it is placed, and one that
 * `failed` never was. One that is not here is refused by its name.
 */
export const ORDER_STATUS: ReadonlyMap<string, Life> = new Map<string, Life>([
  ['created', { kind: 'ignored', reason: 'order-not-placed' }],
  ['failed', { kind: 'ignored', reason: 'order-failed' }],
  ['new', { kind: 'open' }],
  ['open', { kind: 'open' }],
  ['completed', { kind: 'done' }],
  ['cancelled', { kind: 'cancelled' }],
  ['replaced', { kind: 'cancelled' }],
]);

/** Sales channels; one that is not here is an online order, and its name stays as a tag as that of every other. */
export const CHANNEL: ReadonlyMap<string, OrderDocument['channel']> = new Map<string, OrderDocument['channel']>([
  ['storefront', 'online'],
  ['subscriptions', 'online'],
  ['callcenter', 'phone'],
  ['customerservicecenter', 'phone'],
  ['dss', 'store'],
  ['store', 'store'],
  ['onlinereservation', 'store'],
  ...[
    'marketplace',
    'pinterest',
    'twitter',
    'facebookads',
    'instagramcommerce',
    'tiktok',
    'snapchat',
    'google',
    'whatsapp',
    'youtube',
  ].map((name) => [name, 'marketplace'] as const),
]);

/** Transaction types of the XML feed. The API has none: there, a payment of a paid order is a sale, else authorized. */
export const PAYMENT_KIND: ReadonlyMap<string, OrderDocument['payments'][number]['kind']> = new Map([
  ['auth', 'authorization'],
  ['auth_reversal', 'void'],
  ['capture', 'capture'],
  ['credit', 'refund'],
] as const);
