import { type AdjustmentReason, checkReason, type ReasonRejection, type UnitRejection } from '../inventory/index.ts';
import type { IdSource, ReservationRow, Transaction, UnitOfWork } from '../ports/index.ts';
import type { Instant, OrderLineId, ProductId } from '../shared/ids.ts';
import { epochMs, instantOf } from '../shared/instant.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { source } from '../sourcing/index.ts';
import { Batch, NOTHING_LOADED } from './batch.ts';
import { baseUnits, openKey, openStock, productsOfSkus, type StockName, type UnknownName } from './openStock.ts';

export type StockRefusal =
  | UnknownName
  | ReasonRejection
  | UnitRejection
  | { readonly code: 'unknown-reservation'; readonly id: string }
  | { readonly code: 'insufficient-stock'; readonly have: number; readonly want: number }
  | { readonly code: 'invalid-quantity'; readonly quantity: number };

export type Environment = { readonly unitOfWork: UnitOfWork; readonly ids: IdSource; readonly now: () => Instant };

export type ReserveCommand = {
  readonly sku: string;
  readonly quantity: number;
  readonly holder: string;
  readonly seconds: number;
};

/** Holds units of one product for a while, all or none, by the sourcing policy. One row for each location taken from. */
export function reserveStock(
  command: ReserveCommand,
  { unitOfWork, ids, now }: Environment,
): Promise<Result<readonly ReservationRow[], StockRefusal>> {
  return unitOfWork.transaction(async (tx) => {
    const opened = await openProduct(tx, command.sku, ids, now());
    if (!opened.ok) return opened;
    const { batch, product } = opened.value;
    const available = batch.shelf.availableOf(product);
    const demand = { line: product as unknown as OrderLineId, quantity: command.quantity, available };
    const { placements, short } = source([demand], batch.locations);
    if (short.length > 0) {
      const have = [...available.values()].reduce((sum, units) => sum + units, 0);
      return err({ code: 'insufficient-stock', have, want: command.quantity });
    }
    const expiresAt = instantOf(epochMs(batch.now) + command.seconds * 1000);
    for (const { location, quantity } of placements) {
      const id = batch.newId();
      const moved = batch.shelf.move('reserve', { product, location }, quantity, `reservation/${id}`);
      if (!moved.ok) return moved;
      batch.reservations.push({ id, product, location, quantity, holder: command.holder, expiresAt });
    }
    batch.outbox.push({ topic: 'stock.changed', entity: product, origin: null });
    await tx.save(batch.changes());
    return ok(batch.reservations);
  });
}

/** Gives held units back before their time. A hold that has ended already is a refusal. */
export function releaseReservation(
  id: string,
  { unitOfWork, ids, now }: Environment,
): Promise<Result<void, StockRefusal>> {
  return unitOfWork.transaction(async (tx) => {
    const [held] = await tx.endReservations([id], 'released');
    if (!held) return err({ code: 'unknown-reservation', id });
    const balances = await tx.balances([held.product]);
    const batch = new Batch({ ...NOTHING_LOADED, balances }, ids, now());
    const moved = batch.shelf.move('release', held, held.quantity, `reservation/${id}`);
    if (!moved.ok) return moved;
    batch.outbox.push({ topic: 'stock.changed', entity: held.product, origin: null, body: { rose: true } });
    await tx.save(batch.changes());
    return ok(undefined);
  });
}

export type AdjustCommand = StockName & {
  /** Signed: what comes is positive. */
  readonly difference: number;
  /** The unit of the difference; base units without it. */
  readonly unit?: string | undefined;
  /** In the words of who does it. */
  readonly reason: string;
  /** Why, as a code that reports can count; `other` when it is not given. */
  readonly reasonCode?: AdjustmentReason | undefined;
  readonly actor?: string | undefined;
};

/** Changes what lies at a location by a signed difference, with its reason in the ledger. */
export function adjustStock(
  command: AdjustCommand,
  { unitOfWork, ids, now }: Environment,
): Promise<Result<{ readonly onHand: number }, StockRefusal>> {
  const { reason, reasonCode = 'other', actor = null } = command;
  return unitOfWork.transaction(async (tx) => {
    const isFitting = checkReason(reasonCode, command.difference);
    if (!isFitting.ok && command.difference !== 0) return isFitting;
    const opened = await openKey(tx, command, ids, now());
    if (!opened.ok) return opened;
    const { batch, key, place } = opened.value;
    const units = await baseUnits(tx, key, command.difference, command.unit);
    if (!units.ok) return units;
    const difference = units.value;
    const { onHand: have } = batch.shelf.balance(key);
    if (have + difference < 0) return err({ code: 'insufficient-stock', have, want: -difference });
    const more = { place, reason: reasonCode, actor };
    const moved = batch.shelf.move('adjust', key, difference, `adjust/${reason}`, more);
    if (!moved.ok) return moved;
    batch.outbox.push({ topic: 'stock.changed', entity: key.product, origin: null, body: { rose: difference > 0 } });
    await tx.save(batch.changes());
    return ok({ onHand: batch.shelf.balance(key).onHand });
  });
}

async function openProduct(
  tx: Transaction,
  sku: string,
  ids: IdSource,
  now: Instant,
): Promise<Result<{ readonly batch: Batch; readonly product: ProductId }, StockRefusal>> {
  const products = await productsOfSkus(tx, [sku]);
  if (!products.ok) return products;
  const product = products.value.get(sku) as ProductId;
  return ok({ batch: await openStock(tx, [product], ids, now), product });
}
