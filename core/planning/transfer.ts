/** One item at one location. A period is the same for all. */
export type LocationStock = {
  readonly location: string;
  /** On hand and on its way, less what is owed. */
  readonly position: number;
  /** Forecast demand per period. */
  readonly demand: number;
  /** Units the location keeps for itself. */
  readonly safetyStock: number;
};

export type Transfer = {
  readonly from: string;
  readonly to: string;
  readonly units: number;
  /** What the receiver lacks, for a person. */
  readonly why: string;
};

/**
 * Best next moves of one item between locations: what one holds beyond its own safety stock and `coverPeriods` of
 * demand goes to where those are not met, the largest shortage first from the largest surplus, in whole `pack`s and not
 * below `least` units. A giver never falls below its own need, a receiver is never filled beyond its own.
 */
export function proposeTransfers(
  stocks: readonly LocationStock[],
  options: { readonly coverPeriods: number; readonly pack?: number; readonly least?: number },
): readonly Transfer[] {
  const excess = stocks.map((s) => s.position - s.safetyStock - s.demand * options.coverPeriods);
  const order = [...stocks.keys()];
  const givers = order.filter((i) => (excess[i] ?? 0) > 0).sort((a, b) => (excess[b] ?? 0) - (excess[a] ?? 0));
  const takers = order.filter((i) => (excess[i] ?? 0) < 0).sort((a, b) => (excess[a] ?? 0) - (excess[b] ?? 0));
  return takers.flatMap((to) => givers.flatMap((from) => move(stocks, excess, from, to, options)));
}

function move(
  stocks: readonly LocationStock[],
  excess: number[],
  from: number,
  to: number,
  options: { readonly coverPeriods: number; readonly pack?: number; readonly least?: number },
): readonly Transfer[] {
  const pack = options.pack ?? 1;
  const short = -(excess[to] ?? 0);
  const units = Math.floor((Math.min(excess[from] ?? 0, short) + 1e-9) / pack) * pack;
  if (units <= 0 || units < (options.least ?? 1)) return [];
  excess[from] = (excess[from] ?? 0) - units;
  excess[to] = (excess[to] ?? 0) + units;
  const why = `short of ${Math.ceil(short)} for ${options.coverPeriods} periods and its safety stock`;
  return [{ from: stocks[from]?.location ?? '', to: stocks[to]?.location ?? '', units, why }];
}
