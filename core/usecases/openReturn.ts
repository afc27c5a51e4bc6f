import type { StoredRma } from '../ports/index.ts';
import {
  type Condition,
  outsidePolicy,
  policyFor,
  type Resolution,
  type ReturnPolicy,
  type ReturnReason,
} from '../returns/index.ts';
import type { OrderId } from '../shared/ids.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { changeOrder, type OpenedOrder, type OrderRefusal } from './changeOrder.ts';
import { pricedLines } from './operatePayments.ts';
import {
  decideReturn,
  type NamedUnits,
  namedLines,
  placeOf,
  type ReturnState,
  refusedReturn,
  stateOf,
  unitsMeant,
} from './operateReturns.ts';
import type { Environment } from './operateStock.ts';

export type NewReturn = {
  readonly lines: readonly (NamedUnits & { readonly reason: ReturnReason; readonly condition: Condition })[];
  readonly resolution: Resolution;
  /** The code of the location that the goods are to come to; the first one when absent. */
  readonly location?: string | undefined;
  readonly note?: string | undefined;
  /** Why the policy is passed over. */
  readonly exception?: string | undefined;
};

/** Authorizes a return of units that left, within the policy of the order's channel or as a named exception. */
export async function openReturn(
  order: OrderId,
  wanted: NewReturn,
  by: string,
  environment: Environment,
): Promise<Result<ReturnState, OrderRefusal>> {
  let made: StoredRma | undefined;
  const done = await changeOrder({ id: order, by }, environment, async (opened) => {
    const policy = policyFor(await opened.tx.returnPolicies(), opened.stored.header.document.channel);
    const refused = wanted.exception === undefined ? await policyRefusal(opened, policy, wanted) : null;
    if (refused) return err(refused);
    const rma = await claim(opened, order, wanted);
    if (!rma.ok) return rma;
    const kept = isReturnless(opened, policy, rma.value) ? keepAll(opened, rma.value) : rma;
    if (kept.ok) made = kept.value;
    return kept;
  });
  if (!done.ok) return done;
  if (!made) throw new Error('a return that was saved was opened');
  return ok(stateOf(made));
}

async function claim(
  opened: OpenedOrder,
  order: OrderId,
  { lines: named, location: code, note, resolution, exception }: NewReturn,
): Promise<Result<StoredRma, OrderRefusal>> {
  const { batch, tx, stored } = opened;
  const lines = namedLines(opened, named);
  if (!lines.ok) return lines;
  const location = placeOf(opened, code);
  if (!location.ok) return location;
  const head = {
    id: batch.newId<string>(),
    number: await tx.nextRmaNumber(),
    location: location.value,
    note: note ?? null,
  };
  const rma = batch.returns.open(
    head,
    {
      ...{ type: 'OpenReturn', at: batch.now, order, resolution, exception: exception ?? null },
      lines: lines.value.map(({ line, ...part }) => ({ ...part, line: line.id, sku: line.sku })),
      claimable: new Map(
        lines.value.map(({ line }) => [line.id, batch.returns.claimable(order, line.id, line.ledger.shipped)]),
      ),
    },
    batch.actor,
  );
  return rma.ok ? rma : err(refusedReturn(rma.error, stored.order));
}

/** Goods that are worth less than it costs to have them back. */
function isReturnless(opened: OpenedOrder, { returnlessBelowMinor }: ReturnPolicy, { rma }: StoredRma): boolean {
  const priced = returnlessBelowMinor === null ? undefined : pricedLines(opened, [...rma.lines.values()]);
  if (returnlessBelowMinor === null || !priced?.ok) return false;
  return priced.value.reduce((sum, { amountMinor }) => sum + amountMinor, 0) < returnlessBelowMinor;
}

function keepAll(opened: OpenedOrder, stored: StoredRma): Result<StoredRma, OrderRefusal> {
  const units = unitsMeant(opened, stored, undefined);
  if (!units.ok) return units;
  return decideReturn(opened, stored.id, { type: 'KeepGoods', at: opened.batch.now, lines: units.value });
}

async function policyRefusal(
  { tx, batch, stored }: OpenedOrder,
  policy: ReturnPolicy,
  { lines }: NewReturn,
): Promise<OrderRefusal | null> {
  if (stored.order.status === 'unplaced') return null;
  const since = await tx.deliveredAt(stored.order.id);
  for (const line of lines) {
    const finding = outsidePolicy(policy, line, since, batch.now);
    if (finding) return finding;
  }
  return null;
}
