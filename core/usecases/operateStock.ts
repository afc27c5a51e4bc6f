import { type AdjustmentReason, checkReason, type ReasonRejection, type UnitRejection } from '../inventory/index.ts';
import type { Placement } from '../order/index.ts';
import type { HubLocation, IdSource, ReservationRow, Transaction, UnitOfWork } from '../ports/index.ts';
import type { Instant, LocationId, OrderLineId, ProductId } from '../shared/ids.ts';
import { epochMs, instantOf } from '../shared/instant.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { source } from '../sourcing/index.ts';
import { Batch, NOTHING_LOADED } from './batch.ts';
import { availableFor, unitsOf } from './lineStock.ts';
import { baseUnits, openKey, openStock, type StockName, type UnknownName } from './openStock.ts';

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
  /** The code of the only location to take from, such as the store where they are to be collected. */
  readonly location?: string | undefined;
  readonly holder: string;
  readonly seconds: number;
};

/**
 * Holds units of one product for a while, all or none, by the sourcing policy: one row for each location taken from, of a
 * bundle one for each of its components there.
 */
export function reserveStock(
  command: ReserveCommand,
  { unitOfWork, ids, now }: Environment,
): Promise<Result<readonly ReservationRow[], StockRefusal>> {
  return unitOfWork.transaction(async (tx) => {
    const opened = await openGoods(tx, command.sku, ids, now());
    if (!opened.ok) return opened;
    const { batch, product, goods } = opened.value;
    const places = placesFor(batch, command.location);
    if (places.length === 0) return err({ code: 'unknown-location', location: command.location ?? 'that ships' });
    const available = within(places, availableFor(batch.shelf, product, goods));
    const demand = { line: product as unknown as OrderLineId, quantity: command.quantity, available };
    const { placements, short } = source([demand], places);
    if (short.length > 0) {
      const have = [...available.values()].reduce((sum, units) => sum + units, 0);
      return err({ code: 'insufficient-stock', have, want: command.quantity });
    }
    for (const placement of placements) hold(batch, goods, placement, command);
    await tx.save(batch.changes());
    return ok(batch.reservations);
  });
}

/** Where units may be held: the place that is named, else all that send parcels. */
function placesFor({ locations }: Batch, code: string | undefined): readonly HubLocation[] {
  return locations.filter((each) => (code === undefined ? each.isShipping : each.code === code));
}

/** The sourcing has seen that the units are there. */
function hold(
  batch: Batch,
  goods: Goods,
  { location, quantity }: Pick<Placement, 'location' | 'quantity'>,
  { holder, seconds }: ReserveCommand,
): void {
  const expiresAt = instantOf(epochMs(batch.now) + seconds * 1000);
  for (const units of unitsOf(goods, quantity)) {
    const id = batch.newId();
    const held = { ...units, location };
    const moved = batch.shelf.move('reserve', held, units.quantity, `reservation/${id}`);
    if (!moved.ok) throw new Error(`units that are there cannot be held: ${JSON.stringify(moved.error)}`);
    batch.reservations.push({ id, ...held, holder, expiresAt });
    batch.outbox.push({ topic: 'stock.changed', entity: units.product, origin: null });
  }
}

/** Gives held units back before their time. A hold that has ended already is a refusal. */
export function releaseReservation(
  id: string,
  { unitOfWork, ids, now }: Environment,
): Promise<Result<void, StockRefusal>> {
  return unitOfWork.transaction(async (tx) => {
    const [held] = await tx.endReservations([id]);
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

type Goods = Parameters<typeof unitsOf>[0];
type OpenedGoods = { readonly batch: Batch; readonly product: ProductId; readonly goods: Goods };

/** The stock of a product, or of what a bundle is made of. */
async function openGoods(
  tx: Transaction,
  sku: string,
  ids: IdSource,
  now: Instant,
): Promise<Result<OpenedGoods, StockRefusal>> {
  const known = (await tx.productsBySku([sku])).get(sku);
  if (!known) return err({ code: 'unknown-sku', sku });
  const { id: product, components } = known;
  const goods = { product, ...(components ? { components } : {}) };
  const products = unitsOf(goods, 1).map((unit) => unit.product);
  return ok({ batch: await openStock(tx, products, ids, now), product, goods });
}

const within = (
  places: readonly HubLocation[],
  available: ReadonlyMap<LocationId, number>,
): ReadonlyMap<LocationId, number> =>
  new Map(places.flatMap(({ id }) => (available.has(id) ? [[id, available.get(id) ?? 0]] : [])));
