import {
  adjustmentsOf,
  type CountEvent,
  type CountKey,
  type CountKind,
  type CountRejection,
  countDecider,
  type StockRejection,
} from '../inventory/index.ts';
import type { CountChange, StoredCount, Transaction } from '../ports/index.ts';
import type { Instant, LocationId, ProductId } from '../shared/ids.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { Batch } from './batch.ts';
import { openStock, type PlaceName, placeOf, productsOfSkus, type UnknownName } from './openStock.ts';
import type { Environment } from './operateStock.ts';
import { checkVersion, type VersionMismatch } from './version.ts';

export type CountRefusal = CountRejection | UnknownName | VersionMismatch | StockRejection;
export type CountAnswer = { readonly id: string; readonly version: number; readonly lines: number };
type Answer = Promise<Result<CountAnswer, CountRefusal>>;

export type OpenCountCommand = {
  readonly location: string;
  /** `full` counts everything at the location, `cycle` the SKUs that are named. */
  readonly kind: CountKind;
  readonly skus?: readonly string[] | undefined;
  readonly note?: string | undefined;
  readonly actor: string;
};

/** Opens a count with a snapshot of the books: one line for each place of a product, and one for its unplaced units. */
export function openCount(command: OpenCountCommand, { unitOfWork, ids, now }: Environment): Answer {
  return unitOfWork.transaction(async (tx) => {
    const location = (await tx.locations()).find(({ code }) => code === command.location)?.id;
    if (!location) return err({ code: 'unknown-location', location: command.location });
    const named = await productsOfSkus(tx, command.skus ?? []);
    if (!named.ok) return named;
    const products =
      command.kind === 'full' ? await tx.inventory.stocked(location) : [...new Set(named.value.values())];
    const batch = await openStock(tx, products, ids, now());
    const lines = snapshotOf(batch, location, products);
    const { kind, actor, note = null } = command;
    const open = { type: 'OpenCount', at: batch.now, kind, location, lines } as const;
    const decided = countDecider.decide(open, countDecider.initialState);
    if (!decided.ok) return decided;
    const id = ids.next();
    await keep(tx, { id, version: 0, before: countDecider.initialState, events: decided.value, actor, note });
    return ok({ id, version: decided.value.length, lines: lines.length });
  });
}

function snapshotOf(
  batch: Batch,
  location: LocationId,
  products: readonly ProductId[],
): readonly (CountKey & { readonly snapshot: number })[] {
  return products.flatMap((product) => {
    const key = { product, location };
    const places = batch.shelf.places(key);
    const placed = places.map(({ bin, lot, quantity }) => ({ product, bin, lot, snapshot: quantity }));
    const unplaced = batch.shelf.balance(key).onHand - places.reduce((sum, { quantity }) => sum + quantity, 0);
    const isNeeded = unplaced !== 0 || placed.length === 0;
    return isNeeded ? [...placed, { product, bin: null, lot: null, snapshot: unplaced }] : placed;
  });
}

export type CountedSku = PlaceName & { readonly sku: string; readonly quantity: number };

export type ChangeCountCommand = {
  readonly id: string;
  readonly version?: number | undefined;
  readonly actor: string;
};

/**
 * Writes down what was found. Each line is compared with the books at `countedAt` (now, when it is not given), so that
 * what moved before the counting, or between it and the writing down, is no variance. A line counted again is corrected.
 */
export function recordCount(
  command: ChangeCountCommand & {
    readonly lines: readonly CountedSku[];
    readonly countedAt?: Instant | undefined;
  },
  environment: Environment,
): Answer {
  return change(command, environment, async (tx, { count }, batch) => {
    const products = await productsOfSkus(
      tx,
      command.lines.map(({ sku }) => sku),
    );
    if (!products.ok) return products;
    const keys: CountKey[] = [];
    for (const { sku, ...name } of command.lines) {
      const product = products.value.get(sku) as ProductId;
      const place = await placeOf(tx, count.location, product, name);
      if (!place.ok) return place;
      keys.push({ product, bin: place.value?.bin ?? null, lot: place.value?.lot ?? null });
    }
    await tx.balances(keys.map(({ product }) => product));
    const books = await tx.inventory.booksAt(count.location, keys, command.countedAt ?? null);
    const lines = keys.map((key, i) => ({
      ...key,
      quantity: command.lines[i]?.quantity ?? 0,
      book: books[i] ?? 0,
      at: command.countedAt ?? batch.now,
      by: command.actor,
    }));
    return countDecider.decide({ type: 'RecordCount', at: batch.now, lines }, count);
  });
}

/**
 * Applies the variances of a count to the stock as it is now, as differences. Refused when units are said to be missing
 * that the books do not have any more: then the line is to be counted again.
 */
export function approveCount(command: ChangeCountCommand, environment: Environment): Answer {
  return change(command, environment, async (_, { id, count }, batch) => {
    const decided = countDecider.decide({ type: 'ApproveCount', at: batch.now }, count);
    if (!decided.ok) return decided;
    for (const { product, bin, lot, difference } of adjustmentsOf(count)) {
      const key = { product, location: count.location };
      const { onHand: have } = batch.shelf.balance(key);
      if (have + difference < 0) return err({ code: 'insufficient-stock', have, want: -difference });
      const more = { place: { bin, lot }, reason: 'count', actor: command.actor };
      const moved = batch.shelf.move('adjust', key, difference, `count/${id}`, more);
      if (!moved.ok) return moved;
      const rose = difference > 0;
      batch.outbox.push({ topic: 'stock.changed', entity: product, origin: null, body: { rose } });
    }
    return decided;
  });
}

/** Ends a count without any effect on the stock. */
export function cancelCount(command: ChangeCountCommand, environment: Environment): Answer {
  return change(command, environment, async (_, { count }, batch) =>
    countDecider.decide({ type: 'CancelCount', at: batch.now }, count),
  );
}

type Decide = (
  tx: Transaction,
  stored: StoredCount,
  batch: Batch,
) => Promise<Result<readonly CountEvent[], CountRefusal>>;

function change(
  { id, version, actor }: ChangeCountCommand,
  { unitOfWork, ids, now }: Environment,
  decide: Decide,
): Answer {
  return unitOfWork.transaction(async (tx) => {
    const stored = await tx.inventory.count(id);
    if (!stored) return err({ code: 'unknown-count' });
    const isSeen = checkVersion(stored.version, version);
    if (!isSeen.ok) return isSeen;
    const products = [...new Set([...stored.count.lines.values()].map(({ product }) => product))];
    const batch = await openStock(tx, products, ids, now());
    const decided = await decide(tx, stored, batch);
    if (!decided.ok) return decided;
    await tx.save(batch.changes());
    const events = decided.value;
    await keep(tx, { id, version: stored.version, before: stored.count, events, actor, note: null });
    return ok({ id, version: stored.version + events.length, lines: stored.count.lines.size });
  });
}

type Kept = Omit<CountChange, 'after'> & { readonly before: Parameters<typeof countDecider.evolve>[0] };

async function keep(tx: Transaction, { before, ...change }: Kept): Promise<void> {
  const after = change.events.reduce(countDecider.evolve, before);
  if (after.status === 'unopened') throw new Error('an opened count is open');
  await tx.inventory.saveCount({ ...change, after });
}
