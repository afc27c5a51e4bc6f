import { tailOf } from '../wire.ts';
import type { Variables } from './operations.ts';
import type { Shop, SimOrder } from './shop.ts';

type Level = { inventoryItemId: string; locationId: string; quantity: number; changeFromQuantity: number | null };
type Setting = { name: string; quantities: readonly Level[] };
/** Answers to mutations by their idempotency key. */
export type Answers = Map<string, { readonly input: string; readonly answer: unknown }>;

/** Sets levels once per idempotency key: the same key with the same input is answered from memory, with another refused. */
export function setStock(shop: Shop, { input, key }: Variables, answered: Answers): unknown {
  const text = JSON.stringify(input);
  const before = answered.get(String(key));
  if (before) {
    return before.input === text
      ? before.answer
      : refused('IDEMPOTENCY_KEY_PARAMETER_MISMATCH', [], 'The key was used with other parameters.');
  }
  const answer = applyLevels(shop, input as Setting);
  answered.set(String(key), { input: text, answer });
  return answer;
}

function refused(code: string, field: readonly string[], message: string): unknown {
  return { inventorySetQuantities: { inventoryAdjustmentGroup: null, userErrors: [{ code, field, message }] } };
}

function applyLevels(shop: Shop, { name, quantities }: Setting): unknown {
  if (name !== 'available' && name !== 'on_hand')
    return refused('INVALID_NAME', ['input', 'name'], 'The quantity name is invalid.');
  for (const [i, level] of quantities.entries()) {
    const item = tailOf(level.inventoryItemId);
    const location = tailOf(level.locationId);
    const field = ['input', 'quantities', String(i)];
    const known = shop.levels.get(`${item}/${location}`);
    if (!known)
      return refused(
        'ITEM_NOT_STOCKED_AT_LOCATION',
        [...field, 'locationId'],
        'The item is not stocked at the location.',
      );
    if (level.changeFromQuantity !== null && level.changeFromQuantity !== known.available) {
      return refused('CHANGE_FROM_QUANTITY_STALE', [...field, 'changeFromQuantity'], 'The quantity has changed.');
    }
  }
  for (const { inventoryItemId, locationId, quantity } of quantities) {
    shop.setLevel(Number(tailOf(inventoryItemId)), tailOf(locationId), quantity);
  }
  const createdAt = new Date().toISOString();
  return { inventorySetQuantities: { inventoryAdjustmentGroup: { createdAt }, userErrors: [] } };
}

type Part = { readonly id: string; readonly quantity: number };
type FulfillmentInput = {
  readonly lineItemsByFulfillmentOrder: readonly {
    fulfillmentOrderId: string;
    fulfillmentOrderLineItems: readonly Part[];
  }[];
  readonly trackingInfo?: { readonly number?: string; readonly company?: string };
};

/** Creates a fulfillment, or says by a user error why not, as Shopify does: never more than what remains. */
export function createFulfillment(shop: Shop, { fulfillment }: Variables): unknown {
  const { lineItemsByFulfillmentOrder, trackingInfo } = fulfillment as FulfillmentInput;
  const [group] = lineItemsByFulfillmentOrder;
  const order = group && shop.orders.get(Number(tailOf(group.fulfillmentOrderId)));
  if (!order) return failed('Fulfillment order does not exist.');
  const lines = group.fulfillmentOrderLineItems.map(({ id, quantity }) => ({ line: Number(tailOf(id)), quantity }));
  const problem = problemOf(order, lines);
  if (problem) return failed(problem);
  const made = shop.fulfill(order, {
    number: trackingInfo?.number ?? '',
    company: trackingInfo?.company ?? null,
    location: order.location,
    lines,
  });
  const name = `${order.body.name}.${order.fulfillments.length}`;
  const created = { id: `gid://shopify/Fulfillment/${made.id}`, name };
  return { fulfillmentCreate: { fulfillment: created, userErrors: [] } };
}

function problemOf(order: SimOrder, lines: readonly { line: number; quantity: number }[]): string | undefined {
  if (order.body.cancelled_at) return 'The fulfillment order is not in an open state.';
  const isShort = lines.some(({ line, quantity }) => quantity > (order.remaining.get(line) ?? 0));
  return isShort ? 'Invalid fulfillment order line item quantity requested.' : undefined;
}

function failed(message: string): unknown {
  return { fulfillmentCreate: { fulfillment: null, userErrors: [{ field: ['fulfillment'], message }] } };
}
