import type { OrderDocument } from '../documents/index.ts';
import { type AddedLine, editDocument, type NewLine } from '../order/index.ts';
import type { PaymentNotice } from '../payment/index.ts';
import type { OrderHeader, StoredRma } from '../ports/index.ts';
import { policyFor, type Resolution, returnFee, toResolve, type Units } from '../returns/index.ts';
import type { OrderId } from '../shared/ids.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { OpenedOrder, OrderRefusal } from './changeOrder.ts';
import { followPayments } from './followPayments.ts';
import { openRefund, pricedLines } from './operatePayments.ts';
import {
  changeReturn,
  decideReturn,
  type NamedUnits,
  namedLines,
  type ReturnState,
  type ReturnTarget,
} from './operateReturns.ts';
import type { Environment } from './operateStock.ts';
import { releaseWaiting } from './releaseWaiting.ts';

export type ResolutionWanted = {
  /** Units that were inspected or kept; all of them when absent. */
  readonly lines?: readonly NamedUnits[] | undefined;
  /** What the return was opened for when absent. */
  readonly resolution?: Resolution | undefined;
  /** What is sent instead. */
  readonly exchange?: readonly AddedLine[] | undefined;
  readonly shippingMinor?: number | undefined;
  /** What is taken off; by the policy when absent. */
  readonly feeMinor?: number | undefined;
};

export type Settled = {
  readonly refund: string;
  /** What the buyer got for the goods, after the fee. */
  readonly amountMinor: number;
  readonly exchange?: { readonly id: OrderId; readonly number: string; readonly collectMinor: number };
  readonly credit?: string;
};
export type ResolvedReturn = ReturnState & Settled;

/**
 * Gives the buyer what goods that came back, or that he keeps, are worth: money by the way it came, a credit, or other
 * goods. Of an exchange the dearer part is to be paid before it is sent, and the cheaper part is paid back.
 */
export function resolveReturn(
  target: ReturnTarget,
  wanted: ResolutionWanted,
  environment: Environment,
): Promise<Result<ResolvedReturn, OrderRefusal>> {
  return environment.unitOfWork.transaction(async (tx) => {
    const within = { ...environment, unitOfWork: { transaction: <T>(run: (t: typeof tx) => Promise<T>) => run(tx) } };
    let settled: Settled | undefined;
    const done = await changeReturn(target, within, async (opened, stored) => {
      const result = await settle(opened, stored, wanted);
      if (result.ok) settled = result.value;
      return result;
    });
    if (!done.ok) return done;
    if (!settled) throw new Error('a return that was resolved has been settled');
    if (settled.exchange)
      await releaseWaiting(tx, [settled.exchange.id], new Map(), environment.ids, environment.now());
    return ok({ ...done.value, ...settled });
  });
}

async function settle(
  opened: OpenedOrder,
  stored: StoredRma,
  wanted: ResolutionWanted,
): Promise<Result<Settled, OrderRefusal>> {
  const units = unitsSettled(opened, stored, wanted.lines);
  if (!units.ok) return units;
  const priced = pricedLines(opened, units.value);
  if (!priced.ok) return priced;
  const feeMinor = wanted.feeMinor ?? (await feeFor(opened, stored, priced.value));
  const resolution = wanted.resolution ?? stored.rma.resolution;
  const exchange = resolution === 'exchange' ? await exchangeOf(opened, wanted.exchange ?? []) : ok(undefined);
  if (!exchange.ok) return exchange;
  const refund = openRefund(
    opened,
    {
      lines: priced.value,
      shippingMinor: wanted.shippingMinor,
      adjustmentMinor: -feeMinor,
      returnId: stored.id,
      reason: `return/${stored.number}`,
    },
    (amountMinor) => throughOf(resolution, stored, exchange.value, amountMinor),
  );
  if (!refund.ok) return refund;
  const { id, amountMinor } = refund.value;
  const settled = handOver(opened, stored, { resolution, amountMinor, exchange: exchange.value });
  const reference = settled.exchange?.id ?? settled.credit ?? id;
  const command = { type: 'ResolveReturn', at: opened.batch.now, resolution, reference, amountMinor } as const;
  const decided = decideReturn(opened, stored.id, { ...command, lines: units.value });
  if (!decided.ok) return decided;
  followPayments(opened.batch, stored.rma.order, null);
  return ok({ refund: id, amountMinor, ...settled });
}

function unitsSettled(
  opened: OpenedOrder,
  { rma }: StoredRma,
  named: readonly NamedUnits[] | undefined,
): Result<readonly Units[], OrderRefusal> {
  if (named) {
    const lines = namedLines(opened, named);
    return lines.ok ? ok(lines.value.map(({ line, quantity }) => ({ line: line.id, quantity }))) : lines;
  }
  const all = [...rma.lines.values()].map((line) => ({ line: line.line, quantity: toResolve(line) }));
  const units = all.filter(({ quantity }) => quantity > 0);
  if (units.length > 0) return ok(units);
  return err({ code: 'nothing-to-resolve', message: 'no goods of this return were inspected or are kept' });
}

async function feeFor(
  { tx, stored: { header, order } }: OpenedOrder,
  { rma }: StoredRma,
  priced: readonly { readonly line: string; readonly amountMinor: number }[],
): Promise<number> {
  const policy = policyFor(await tx.returnPolicies(), header.document.channel);
  const ids = new Map(order.status === 'unplaced' ? [] : [...order.lines.values()].map((l) => [l.externalId, l.id]));
  return priced.reduce((sum, { line, amountMinor }) => {
    const id = ids.get(line);
    const reason = id && rma.lines.get(id)?.reason;
    return sum + (reason ? returnFee(policy, reason, amountMinor) : 0);
  }, 0);
}

type Exchange = { readonly header: OrderHeader; readonly lines: readonly NewLine[] };

function throughOf(
  resolution: Resolution,
  { number, version }: StoredRma,
  exchange: Exchange | undefined,
  amountMinor: number,
) {
  if (resolution === 'refund') return null;
  const reference = `${number}.${version}`;
  if (resolution === 'store-credit') {
    return { provider: 'store-credit', method: 'store_credit', reference, amountMinor };
  }
  const grandMinor = exchange?.header.document.totals.grandMinor ?? 0;
  return { provider: 'exchange', method: 'exchange', reference, amountMinor: Math.min(amountMinor, grandMinor) };
}

const NO_TOTALS: OrderDocument['totals'] = {
  ...{ linesMinor: 0, discountMinor: 0, shippingMinor: 0, taxMinor: 0, feesMinor: 0, roundingMinor: 0, grandMinor: 0 },
};

/** The order of what is sent instead: the hub's own, to the same buyer and address. */
async function exchangeOf(
  { tx, batch, stored: { header } }: OpenedOrder,
  added: readonly AddedLine[],
): Promise<Result<Exchange, OrderRefusal>> {
  if (added.length === 0) return err({ code: 'no-lines', message: 'name what is sent instead' });
  const position = (header.links.exchangedInto?.length ?? 0) + 1;
  const [reference, number] = [`${header.reference}-X${position}`, `${header.number}-X${position}`];
  const { cancelledAt: _, cancelReason: __, note: ___, ...kept } = header.document;
  const empty = { ...kept, ...{ externalId: reference, number, placedAt: batch.now, updatedAt: batch.now } };
  const bare = { lines: [], shipping: [], discounts: [], payments: [], tags: [], totals: NO_TOTALS, history: false };
  const before: OrderDocument = { ...empty, ...bare, paymentState: 'pending' };
  const edited = editDocument(before, { quantities: new Map(), added });
  if (!edited.ok) return err({ code: edited.error.code, message: 'what is sent instead makes no order' });
  const { document } = edited.value;
  const known = await tx.productsBySku(document.lines.map(({ sku }) => sku));
  const lines: NewLine[] = [];
  for (const { externalId, sku, requiresShipping, quantity } of document.lines) {
    const product = known.get(sku);
    if (!product) return err({ code: 'unknown-sku', message: `there is no product ${sku}` });
    const { id, components } = product;
    const goods = { id: batch.newId<NewLine['id']>(), externalId, sku, product: id, requiresShipping, quantity };
    lines.push({ ...goods, ...(components ? { components } : {}) });
  }
  const own = { connection: await tx.ownConnection(), externalId: reference, reference, number, document };
  const more = { paymentState: 'pending', sourceVersion: batch.now, sourceDocument: null, links: {} } as const;
  return ok({ header: { ...own, ...more }, lines });
}

type Handing = {
  readonly resolution: Resolution;
  readonly amountMinor: number;
  readonly exchange: Exchange | undefined;
};

function handOver(
  opened: OpenedOrder,
  { id: rma, number }: StoredRma,
  { resolution, amountMinor, exchange }: Handing,
): Pick<Settled, 'exchange' | 'credit'> {
  const { batch, stored } = opened;
  if (stored.order.status === 'unplaced') throw new Error('a stored order is always placed');
  const order = stored.order.id;
  if (resolution === 'store-credit') {
    const credit = { id: batch.newId<string>(), order, rma, currency: stored.header.document.currency, amountMinor };
    batch.returns.credits.push(credit);
    return { credit: credit.id };
  }
  if (!exchange) return {};
  const id = batch.newId<OrderId>();
  const placed = batch.placeOrder(
    { ...exchange.header, links: { exchangeFor: order } },
    { type: 'PlaceOrder', id, at: batch.now, lines: exchange.lines, isHistory: false },
    null,
  );
  if (!placed.ok) throw new Error(`what is sent instead makes no order: ${placed.error.code}`);
  const links = { ...stored.header.links, exchangedInto: [...(stored.header.links.exchangedInto ?? []), id] };
  batch.changeHeader(order, { ...stored.header, links });
  const { totals, currency } = exchange.header.document;
  payWith(opened, id, { number, currency, amountMinor: Math.min(amountMinor, totals.grandMinor) });
  const collectMinor = Math.max(0, totals.grandMinor - amountMinor);
  return { exchange: { id, number: exchange.header.number, collectMinor } };
}

/** What the goods that came back were worth pays what is sent instead; what is missing holds it. */
function payWith(
  { batch }: OpenedOrder,
  id: OrderId,
  {
    number,
    currency,
    amountMinor,
  }: { readonly number: string; readonly currency: string; readonly amountMinor: number },
): void {
  const nothing = { payment: null, reference: null, expiresAt: null, reason: null };
  const notice: PaymentNotice = {
    ...{ provider: 'exchange', externalId: number, method: 'exchange', kind: 'sale', status: 'succeeded', amountMinor },
    ...{ ...nothing, at: batch.now },
  };
  const command = { type: 'NoticePayment', at: batch.now, id: batch.newId<string>(), notice } as const;
  const paid = batch.payments.decide(id, command, { currency, actor: batch.actor, cause: null });
  if (!paid.ok) throw new Error(`an exchange is not paid with what came back: ${paid.error.code}`);
  followPayments(batch, id, null);
}
