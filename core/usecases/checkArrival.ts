import type { CanonicalRecord, OrderDocument } from '../documents/index.ts';
import { holdsFor, type OrderFacts, USUAL_POLICY, validateOrder } from '../order/index.ts';
import type { ArrivalPolicies, MessageId, StoredOrder, StoredOrderFacts, Transaction } from '../ports/index.ts';
import type { OrderId } from '../shared/ids.ts';
import { referenceOf } from '../shared/reference.ts';
import { type ArrivalChecks, NO_CHECKS } from './arrivalChecks.ts';
import type { Batch, Sender } from './batch.ts';
import { availableTo, DUPLICATE_HOURS, duplicatesOf } from './orderKnowledge.ts';

const policyFor = (policies: ArrivalPolicies, { channel }: Pick<OrderDocument, 'channel'>) =>
  policies.get(channel) ?? policies.get('*');

/** Orders that are new are in no search yet, so that none is its own duplicate. */
const NO_ORDER = '00000000-0000-0000-0000-000000000000' as OrderId;

/** Loads what the checks of new orders ask for; without a policy that is one empty answer. `orders` are by reference. */
export async function loadChecks(
  tx: Transaction,
  orders: ReadonlyMap<string, OrderDocument>,
  isPhone: OrderFacts['isPhone'],
): Promise<ArrivalChecks> {
  if (orders.size === 0) return NO_CHECKS;
  const policies = await tx.arrivalPolicies();
  const facts = new Map<string, StoredOrderFacts>();
  for (const [reference, document] of orders) {
    if (!isChecked(document) || !policyFor(policies, document)) continue;
    const skus = [...new Set(document.lines.map(({ sku }) => sku))];
    facts.set(reference, await tx.orderFacts(NO_ORDER, { document, skus, withinHours: DUPLICATE_HOURS }));
  }
  return { policies, facts, isPhone };
}

/** The orders among records that a batch has not loaded: those that it will place, by reference. */
export function newOrders(
  incoming: readonly { readonly sender: Pick<Sender, 'name'>; readonly records: readonly CanonicalRecord[] }[],
  known: readonly StoredOrder[],
): ReadonlyMap<string, OrderDocument> {
  const references = new Set(known.map(({ header }) => header.reference));
  const orders = new Map<string, OrderDocument>();
  for (const { sender, records } of incoming) {
    for (const record of records) {
      if (record.name !== 'order') continue;
      const reference = referenceOf(sender.name, record.document.externalId);
      if (!references.has(reference)) orders.set(reference, record.document);
    }
  }
  return orders;
}

const isChecked = ({ kind, history, cancelledAt }: OrderDocument): boolean =>
  kind === 'sales' && !history && cancelledAt === undefined;

/** Records all that is wrong with an order that has just been placed, and holds it where its channel's policy says so. */
export function checkArrival(batch: Batch, id: OrderId, document: OrderDocument, cause: MessageId): void {
  const stored = batch.order(id);
  const { policies, facts, isPhone } = batch.checks;
  const policy = policyFor(policies, document);
  const known = stored && facts.get(stored.header.reference);
  if (!policy || !known || stored.order.status !== 'open') return;
  const available = availableTo(batch, stored.order);
  const findings = validateOrder(document, { ...known, available, duplicates: duplicatesOf(known, document), isPhone });
  batch.decide(id, { type: 'RecordFindings', at: batch.now, findings }, cause);
  if (policy.mode === 'warn') return;
  for (const reason of holdsFor(findings, { ...USUAL_POLICY, ...policy.holds })) {
    batch.decide(id, { type: 'HoldOrder', at: batch.now, reason, note: 'found on arrival' }, cause);
  }
}
