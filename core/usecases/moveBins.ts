import { byWalk, type Pick, picksFor, type StockRejection } from '../inventory/index.ts';
import type { ProductId } from '../shared/ids.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { openKey, openStock, placeOf, productsOfSkus, type StockName, type UnknownName } from './openStock.ts';
import type { Environment } from './operateStock.ts';

export type MoveBinsCommand = StockName & {
  readonly quantity: number;
  /** The bin that they go to; of no bin, when it is not given. Their lot stays theirs. */
  readonly toBin?: string | undefined;
  /** Gives units without a lot one. */
  readonly toLot?: string | undefined;
  readonly actor: string;
};

/** Moves units within a location: put away, re-binned, or found to be of a lot. What can be promised stays as it is. */
export function moveBins(
  { quantity, toBin, toLot, actor, ...name }: MoveBinsCommand,
  { unitOfWork, ids, now }: Environment,
): Promise<Result<{ readonly moved: number }, UnknownName | StockRejection>> {
  return unitOfWork.transaction(async (tx) => {
    const opened = await openKey(tx, name, ids, now());
    if (!opened.ok) return opened;
    const { batch, key } = opened.value;
    const from = opened.value.place ?? { bin: null, lot: null };
    const named = await placeOf(tx, key.location, key.product, { bin: toBin, lot: toLot });
    if (!named.ok) return named;
    const to = { bin: named.value?.bin ?? null, lot: named.value?.lot ?? from.lot };
    const out = batch.shelf.move('bin-out', key, quantity, 'bins', { place: from, actor });
    if (!out.ok) return out;
    const into = batch.shelf.move('bin-in', key, quantity, 'bins', { place: to, actor });
    if (!into.ok) return into;
    await tx.save(batch.changes());
    return ok({ moved: quantity });
  });
}

export type PickQuestion = {
  readonly location: string;
  readonly lines: readonly { readonly sku: string; readonly quantity: number }[];
  /** Leaves out lots that expire before this day. */
  readonly keepsUntil?: string | undefined;
};

export type PlannedPick = {
  readonly sku: string;
  readonly bin: string | null;
  readonly lot: string | null;
  readonly expiresOn: string | null;
  readonly quantity: number;
};
export type PickPlan = {
  readonly picks: readonly PlannedPick[];
  /** Units that no known place holds, or that do not keep long enough. */
  readonly unplaced: readonly { readonly sku: string; readonly quantity: number }[];
};

const summed = (lines: PickQuestion['lines']): ReadonlyMap<string, number> =>
  lines.reduce((sums, { sku, quantity }) => sums.set(sku, (sums.get(sku) ?? 0) + quantity), new Map<string, number>());

/** Where to take units from, first expired first, in the order in which the bins are walked past. Nothing is moved. */
export function planPicks(
  { location: code, lines, keepsUntil = undefined }: PickQuestion,
  { unitOfWork, ids, now }: Environment,
): Promise<Result<PickPlan, UnknownName>> {
  return unitOfWork.transaction(async (tx) => {
    const products = await productsOfSkus(
      tx,
      lines.map(({ sku }) => sku),
    );
    if (!products.ok) return products;
    const batch = await openStock(tx, [...new Set(products.value.values())], ids, now());
    const location = batch.locations.find((known) => known.code === code)?.id;
    if (!location) return err({ code: 'unknown-location', location: code });
    const names = await tx.inventory.placeNames([...products.value.values()]);
    const picks: (Pick & { readonly sku: string })[] = [];
    const unplaced: { sku: string; quantity: number }[] = [];
    for (const [sku, quantity] of summed(lines)) {
      const key = { product: products.value.get(sku) as ProductId, location };
      const found = picksFor(key, quantity, batch.shelf.places(key), keepsUntil ?? null);
      picks.push(...found.picks.map((pick) => ({ sku, ...pick })));
      if (found.unplaced > 0) unplaced.push({ sku, quantity: found.unplaced });
    }
    const named = byWalk(picks, names.walks).map(({ sku, bin, lot, quantity }) => {
      const known = lot === null ? undefined : names.lots.get(lot);
      const binCode = bin === null ? null : (names.bins.get(bin) ?? null);
      return { sku, bin: binCode, lot: known?.code ?? null, expiresOn: known?.expiresOn ?? null, quantity };
    });
    return ok({ picks: named, unplaced });
  });
}
