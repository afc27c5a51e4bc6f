import { type AtpStep, atpByDate, type DatedUnits, type Promised, pegWaiting, promise } from '../inventory/index.ts';
import type { StockOutlook, StockQueries, WaitingLine } from '../ports/index.ts';
import { err, ok, type Result } from '../shared/result.ts';

export type PromiseRefusal =
  | { readonly code: 'unknown-sku'; readonly sku: string }
  | { readonly code: 'unknown-location'; readonly location: string };

/** The day that an instant belongs to, in UTC, in which days of supply are given. */
export const dayOf = (instant: string): string => instant.slice(0, 10);

export type AtpAnswer = StockOutlook & { readonly steps: readonly AtpStep[]; readonly overdue: readonly DatedUnits[] };

/**
 * What can be promised from which day on: over all locations less what waits already, or of one location, where nothing
 * waits because backorders belong to no location.
 */
export async function askAtp(
  queries: StockQueries,
  { sku, location, today }: { readonly sku: string; readonly location?: string | undefined; readonly today: string },
): Promise<Result<AtpAnswer, PromiseRefusal>> {
  const outlook = await queries.outlook(sku);
  if (!outlook) return err({ code: 'unknown-sku', sku });
  const isHere = (place: { readonly location: string }): boolean =>
    location === undefined || place.location === location;
  const locations = outlook.locations.filter(isHere);
  const supply = outlook.supply.filter(isHere);
  if (location !== undefined && locations.length + supply.length === 0)
    return err({ code: 'unknown-location', location });
  const demand = location === undefined ? demandOf(outlook, today) : [];
  const steps = atpByDate({ today, ...freeAt(locations), supply, demand });
  const overdue = supply.filter(({ on }) => on < today);
  return ok({ ...outlook, locations, supply, steps, overdue });
}

/** What is free at all locations together; a location below its safety stock takes nothing from the others. */
function freeAt(locations: StockOutlook['locations']): { readonly available: number; readonly safetyStock: number } {
  let available = 0;
  let safetyStock = 0;
  for (const place of locations) {
    available += place.available;
    safetyStock += Math.min(place.available, place.safetyStock);
  }
  return { available, safetyStock };
}

function demandOf({ owed, policy }: StockOutlook, today: string): readonly DatedUnits[] {
  if (owed === 0) return [];
  const on = policy.selling === 'preorder' && policy.availableOn > today ? policy.availableOn : today;
  return [{ on, quantity: owed }];
}

export type PromiseAnswer = Promised & { readonly sku: string; readonly selling: string };

/** By when units of a product could be delivered, by what is there, what is to come and the product's policy. */
export async function askPromise(
  queries: StockQueries,
  { sku, quantity, today }: { readonly sku: string; readonly quantity: number; readonly today: string },
): Promise<Result<PromiseAnswer, PromiseRefusal>> {
  const atp = await askAtp(queries, { sku, today });
  if (!atp.ok) return atp;
  const { steps, policy, owed } = atp.value;
  return ok({ sku, selling: policy.selling, ...promise({ quantity, today, steps, policy, owed }) });
}

export type Backorder = WaitingLine & {
  /** The day on which known supply covers all of it; null when it does not. */
  readonly promisedOn: string | null;
};

/** Lines that wait for stock with the day on which what is to come reaches them, first come first served. */
export async function askBackorders(
  queries: StockQueries,
  { sku, limit, today }: { readonly sku: string | null; readonly limit: number; readonly today: string },
): Promise<readonly Backorder[]> {
  const waiting = await queries.waiting(sku, limit);
  const bySku = Map.groupBy(waiting, (line) => line.sku);
  const days = new Map<string, string | null>();
  for (const [known, lines] of bySku) {
    const outlook = await queries.outlook(known);
    const supply = (outlook?.supply ?? []).filter(({ on }) => on >= today);
    const earliest = outlook?.policy.selling === 'preorder' ? outlook.policy.availableOn : today;
    for (const [id, on] of pegWaiting(lines, supply)) days.set(id, on !== null && on < earliest ? earliest : on);
  }
  return waiting.map((line) => ({ ...line, promisedOn: days.get(line.id) ?? null }));
}
