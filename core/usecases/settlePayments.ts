import { capturable, paymentsOf, shippedValue, sumsOf } from '../payment/index.ts';
import type { IdSource, PaymentPolicy, StoredOrder, Transaction } from '../ports/index.ts';
import type { Instant, OrderId } from '../shared/ids.ts';
import { Batch, NOTHING_LOADED } from './batch.ts';
import { followPayments, moneyOf, owedFor } from './followPayments.ts';

/**
 * Brings the money of orders in line with what has left, where their providers' policy says so: what has shipped and is
 * not captured is captured, and when nothing is to come any more the rest of the authorizations is given free.
 */
export async function settleOrders(
  tx: Transaction,
  ids: readonly OrderId[],
  newIds: IdSource,
  now: Instant,
): Promise<void> {
  const held = await tx.withPayments(ids);
  if (held.length === 0) return;
  const policies = await policiesOf(tx);
  if (policies.size === 0) return;
  const orders = await tx.ordersById(held);
  const batch = new Batch({ ...NOTHING_LOADED, orders, payments: await tx.payments(held) }, newIds, now);
  for (const stored of orders) {
    const due = dueFor(batch, stored);
    if (due > 0) captureDue(batch, stored, due, policies);
    if (stored.order.status !== 'open') freeRest(batch, stored, policies);
  }
  await tx.save(batch.changes());
}

type Policies = ReadonlyMap<string, PaymentPolicy>;

async function policiesOf(tx: Transaction): Promise<Policies> {
  return new Map((await tx.paymentPolicies()).map((policy) => [policy.provider, policy]));
}

/** What of an order has left and is neither captured nor about to be. */
function dueFor(batch: Batch, stored: StoredOrder): number {
  const { order, header } = stored;
  if (order.status === 'unplaced' || order.kind !== 'sales') return 0;
  const shipped = new Map<string, number>();
  for (const { externalId, ledger } of order.lines.values()) {
    shipped.set(externalId, (shipped.get(externalId) ?? 0) + ledger.shipped);
  }
  const sums = moneyOf(stored, batch.payments.of(order.id));
  const value = order.status === 'cancelled' ? 0 : shippedValue(header.document, shipped);
  return value - sums.capturedMinor - sums.pendingCaptureMinor;
}

const contextOf = ({ header }: StoredOrder) => ({
  currency: header.document.currency,
  actor: 'hub',
  cause: null,
});

function captureDue(batch: Batch, stored: StoredOrder, due: number, policies: Policies): void {
  const { order, header } = stored;
  if (order.status === 'unplaced') return;
  let left = due;
  let isHeld = false;
  for (const { payment, room, policy } of roomsOf(batch, order.id, policies)) {
    isHeld ||= policy?.capture === 'shipment';
    const amountMinor = policy?.capture === 'shipment' ? Math.min(left, room) : 0;
    if (amountMinor === 0) continue;
    const command = {
      type: 'CapturePayments',
      at: batch.now,
      ids: [batch.newId<string>()],
      payment,
      amountMinor,
      cause: null,
    } as const;
    must(batch.payments.decide(order.id, command, contextOf(stored)));
    left -= amountMinor;
  }
  if (left === 0 || !isHeld) return;
  const detail = { order: header.number, shortMinor: left, currency: header.document.currency };
  batch.notices.push({ kind: 'payment-short', subject: `order/${header.reference}`, detail });
}

/** What can be captured of each payment of an order, and what its provider's policy is. */
function roomsOf(batch: Batch, order: OrderId, policies: Policies) {
  return [...paymentsOf(batch.payments.of(order).entries.values())].map(([payment, entries]) => ({
    payment,
    room: capturable(sumsOf(entries)),
    policy: policies.get(entries[0]?.provider ?? ''),
  }));
}

function freeRest(batch: Batch, stored: StoredOrder, policies: Policies): void {
  const { order } = stored;
  if (order.status === 'unplaced') return;
  const sums = moneyOf(stored, batch.payments.of(order.id));
  // What is still owed beyond what was captured stays authorized: somebody has to look at it.
  let needed = Math.max(0, owedFor(stored) - sums.capturedMinor - sums.pendingCaptureMinor);
  for (const { payment, room, policy } of roomsOf(batch, order.id, policies)) {
    const kept = Math.min(needed, room);
    needed -= kept;
    if (policy?.capture !== 'shipment' || room - kept === 0) continue;
    const amountMinor = room - kept;
    const reason = `order-${order.status}`;
    const command = {
      type: 'VoidPayments',
      at: batch.now,
      ids: [batch.newId<string>()],
      payment,
      amountMinor,
      reason,
    } as const;
    must(batch.payments.decide(order.id, command, contextOf(stored)));
  }
}

/** A refusal of what the ledger has just been asked about is a bug. */
function must(done: ReturnType<Batch['payments']['decide']>): void {
  if (!done.ok) throw new Error(`money of an order was not moved: ${JSON.stringify(done.error)}`);
}

/** How many authorizations one run looks at. */
const LAPSING = 500;

/**
 * Looks at authorizations that have run out: what of them was open is expired, the order waits for its payment again, and
 * where the provider's policy says so a new authorization is asked for. Answers how many orders it was.
 */
export async function expireAuthorizations(tx: Transaction, newIds: IdSource, now: Instant): Promise<number> {
  const ids = await tx.lapsing(now, LAPSING);
  if (ids.length === 0) return 0;
  const policies = await policiesOf(tx);
  const orders = await tx.ordersById(ids);
  const batch = new Batch({ ...NOTHING_LOADED, orders, payments: await tx.payments(ids) }, newIds, now);
  for (const stored of orders) expireOne(batch, stored, policies);
  await tx.markLapsed(ids, now);
  await tx.save(batch.changes());
  return ids.length;
}

function expireOne(batch: Batch, stored: StoredOrder, policies: Policies): void {
  const { order, header } = stored;
  if (order.status === 'unplaced') return;
  const payments = paymentsOf(batch.payments.of(order.id).entries.values());
  const ids = Array.from({ length: payments.size }, () => batch.newId<string>());
  const done = batch.payments.decide(order.id, { type: 'ExpireAuthorizations', at: batch.now, ids }, contextOf(stored));
  must(done);
  if (!done.ok || done.value.length === 0) return;
  const sums = moneyOf(stored, batch.payments.of(order.id));
  let needed = owedFor(stored) - sums.openMinor - sums.keptMinor - sums.pendingAuthorizationMinor;
  for (const event of done.value) {
    if (event.type !== 'EntryAdded') continue;
    const { payment, provider, method } = event.entry;
    const amountMinor = Math.min(event.entry.amountMinor, needed);
    if (policies.get(provider)?.isReauthorizing !== true || amountMinor <= 0) continue;
    needed -= amountMinor;
    const more = { id: batch.newId<string>(), provider, method, amountMinor, payment, expiresAt: null } as const;
    const command = { type: 'RequestAuthorization', at: batch.now, ...more, reason: 'expired' } as const;
    must(batch.payments.decide(order.id, command, contextOf(stored)));
  }
  const expiredMinor = done.value.reduce((sum, e) => sum + (e.type === 'EntryAdded' ? e.entry.amountMinor : 0), 0);
  const detail = { order: header.number, expiredMinor, currency: header.document.currency };
  batch.notices.push({ kind: 'authorization-expired', subject: `order/${header.reference}`, detail });
  followPayments(batch, order.id, null);
}
