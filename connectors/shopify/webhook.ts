import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { MessageName, RawRequest, WebhookAdapter } from '../kit/connector.ts';
import { verifyHmac } from '../kit/webhook.ts';
import type { ShopifySettings } from './settings.ts';

const utf8 = new TextDecoder();

/**
 * Shopify signs the raw body with the app's client secret. It repeats the webhook id on a redelivery; the event id is
 * shared by all messages of one action of the merchant.
 */
export const webhook: WebhookAdapter<ShopifySettings> = {
  verify: (request, { clientSecret }) => verifyHmac(request, 'x-shopify-hmac-sha256', clientSecret),
  identify,
};

function identify(request: RawRequest): Result<MessageName & { readonly topic: string }, Fault> {
  const topic = request.headers.get('x-shopify-topic');
  const messageId = request.headers.get('x-shopify-webhook-id');
  if (!topic || !messageId)
    return err(permanent('header-missing', 'X-Shopify-Topic and X-Shopify-Webhook-Id are needed'));
  const correlation = request.headers.get('x-shopify-event-id');
  const subject = subjectOf(topic, request.body) ?? `message/${messageId}`;
  return ok({ messageId, topic, subject, ...(correlation ? { correlation } : {}) });
}

function subjectOf(topic: string, body: Uint8Array): string | undefined {
  if (topic.startsWith('orders/')) return prefixed('order', keyIn(body, 'id'));
  if (topic.startsWith('refunds/') || topic.startsWith('fulfillments/'))
    return prefixed('order', keyIn(body, 'order_id'));
  if (topic.startsWith('products/')) return prefixed('product', keyIn(body, 'id'));
  if (!topic.startsWith('inventory_levels/')) return undefined;
  const item = keyIn(body, 'inventory_item_id');
  const location = keyIn(body, 'location_id');
  return item && location ? `stock/${item}/${location}` : undefined;
}

const prefixed = (kind: string, key: string | undefined): string | undefined => (key ? `${kind}/${key}` : undefined);

const HEAD_BYTES = 1024;
const latin1 = new TextDecoder('latin1');
const PATTERNS = new Map(
  ['id', 'order_id', 'inventory_item_id', 'location_id'].map((name) => [
    name,
    new RegExp(`(?<!\\\\)"${name}"\\s*:\\s*"?(\\d+)`),
  ]),
);

/**
 * A number at the top of a body, without parsing the body: Shopify writes keys before nested values, so it stands ahead
 * of the first inner brace. Where it does not, the whole body is parsed.
 */
function keyIn(body: Uint8Array, name: string): string | undefined {
  const head = latin1.decode(body.subarray(0, HEAD_BYTES));
  const inner = /[{[]/.exec(head.slice(head.indexOf('{') + 1))?.index;
  const flat = inner === undefined ? head : head.slice(0, head.indexOf('{') + 1 + inner);
  const found = PATTERNS.get(name)?.exec(flat)?.[1];
  // A number at the very end of the head may go on behind it.
  if (found !== undefined && !flat.endsWith(found)) return found;
  return parsedKey(body, name);
}

function parsedKey(body: Uint8Array, name: string): string | undefined {
  try {
    const parsed = JSON.parse(utf8.decode(body)) as Record<string, unknown> | null;
    const key = parsed?.[name];
    return typeof key === 'number' || typeof key === 'string' ? String(key) : undefined;
  } catch {
    return undefined;
  }
}
