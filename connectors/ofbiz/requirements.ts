import { z } from 'zod';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { parseCurrency } from '../../core/shared/money.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Decoded } from '../kit/connector.ts';
import { parseDocument, parseWire } from '../kit/parse.ts';
import { Amounts } from './amounts.ts';
import { Item } from './changes.ts';
import type { OfbizClient } from './client.ts';
import { REQUIREMENT_STATES } from './codes.ts';
import type { EntityRecord } from './find.ts';
import { skusOf } from './skus.ts';

const text = z.string().optional();

/** What the pull makes of a requirement: goods that somebody is to order. It stands among orders, under a key of its own. */
export const RequirementItem = Item.extend({
  orderId: z.string().min(1),
  requirement: z.object({
    requirementId: z.string().min(1),
    statusId: z.string(),
    sku: z.string().min(1),
    quantity: text,
    facilityId: text,
    requiredByDate: text,
    description: text,
    currency: z.string(),
  }),
});
export type RequirementItem = z.infer<typeof RequirementItem>;

/** Requirements for products, as items of the pull of orders. */
export async function requirementItems(
  client: OfbizClient,
  touched: readonly EntityRecord[],
  signal: AbortSignal,
): Promise<Result<readonly RequirementItem[], Fault>> {
  const skus = await skusOf(
    client,
    touched.flatMap(({ productId }) => productId ?? []),
    signal,
  );
  if (!skus.ok) return skus;
  const currency = client.settings.requirementCurrency ?? '';
  return ok(
    touched.flatMap((record) => {
      const { requirementId = '', statusId = '', lastUpdatedStamp = '', productId = '' } = record;
      const { quantity, facilityId, requiredByDate, description } = record;
      const sku = skus.value.get(productId);
      const requirement = { requirementId, statusId, quantity, facilityId, requiredByDate, description, currency };
      return sku === undefined
        ? []
        : [{ orderId: `requirement-${requirementId}`, lastUpdatedStamp, requirement: { ...requirement, sku } }];
    }),
  );
}

/**
 * A purchase to come, from a requirement that is approved. One that is proposed is left by name; one that was ordered,
 * rejected or closed is over: from then on its purchase order tells what comes.
 */
export function decodeRequirement(raw: unknown): Result<Decoded, Fault> {
  const item = parseWire(RequirementItem, raw, 'requirement');
  if (!item.ok) return item;
  const { orderId, lastUpdatedStamp, requirement } = item.value;
  const { statusId, sku, facilityId, requiredByDate, description } = requirement;
  const state = REQUIREMENT_STATES.get(statusId);
  if (state === undefined) return ok({ kind: 'ignored', reason: `requirement-status-${statusId}` });
  if (state === 'proposed') return ok({ kind: 'ignored', reason: 'requirement-proposed' });
  const currency = parseCurrency(requirement.currency);
  if (!currency.ok) return err(permanent('unknown-currency', currency.error, '/requirement/currency'));
  const amounts = new Amounts(currency.value);
  const quantity = amounts.units(requirement.quantity ?? '0');
  if (amounts.fault) return err(amounts.fault);
  if (quantity < 1) return ok({ kind: 'ignored', reason: 'requirement-of-nothing' });
  const document = parseDocument('order', {
    externalId: orderId,
    number: orderId,
    kind: 'purchase',
    placedAt: lastUpdatedStamp,
    updatedAt: lastUpdatedStamp,
    currency: currency.value,
    ...(facilityId === undefined ? {} : { collectAt: facilityId }),
    ...(requiredByDate === undefined ? {} : { deliverBy: requiredByDate }),
    lines: [{ externalId: '1', sku, quantity, unitPrice: '0', totalMinor: 0 }],
    totals: { linesMinor: 0, discountMinor: 0, shippingMinor: 0, taxMinor: 0, grandMinor: 0 },
    ...(description === undefined ? {} : { note: description.slice(0, 10_000) }),
    ...(state === 'over' ? { cancelledAt: lastUpdatedStamp, cancelReason: statusId } : {}),
  });
  return document.ok ? ok({ kind: 'documents', documents: [{ name: 'order', document: document.value }] }) : document;
}
