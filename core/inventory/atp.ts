/** Units on a calendar day, "2026-03-31". */
export type DatedUnits = { readonly on: string; readonly quantity: number };

export type Outlook = {
  /** The day of asking. */
  readonly today: string;
  /** Units that can be promised now, before safety stock. */
  readonly available: number;
  readonly safetyStock: number;
  /** What comes, and when. What was due before today and has not come is not counted: it needs a new date first. */
  readonly supply: readonly DatedUnits[];
  /** What is promised beyond the stock: backorders and pre-orders, by the day on which they are due. */
  readonly demand: readonly DatedUnits[];
};

/** From a day on, so many units can be promised. */
export type AtpStep = { readonly from: string; readonly quantity: number };

/**
 * Available to promise by date: cumulative with look-ahead, so that a promise for an early day takes no unit that a later
 * promise relies on (Vollmann, Berry, Whybark & Jacobs, "Manufacturing Planning and Control", 5th ed. 2005, chapter 8;
 * APICS Dictionary, "cumulative available-to-promise with look-ahead"). Steps start today and rise; never negative.
 */
export function atpByDate({ today, available, safetyStock, supply, demand }: Outlook): readonly AtpStep[] {
  const changes = new Map<string, number>([[today, available - safetyStock]]);
  const add = (on: string, quantity: number): void => void changes.set(on, (changes.get(on) ?? 0) + quantity);
  for (const { on, quantity } of supply) if (on >= today) add(on, quantity);
  for (const { on, quantity } of demand) add(on < today ? today : on, -quantity);
  const days = [...changes.keys()].sort();
  let projected = 0;
  const balances = days.map((day) => {
    projected += changes.get(day) ?? 0;
    return projected;
  });
  const steps: AtpStep[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (let i = days.length - 1; i >= 0; i--) {
    least = Math.min(least, balances[i] ?? 0);
    steps.unshift({ from: days[i] ?? today, quantity: Math.max(0, least) });
  }
  return steps.filter(({ quantity }, i) => i === 0 || quantity !== steps[i - 1]?.quantity);
}

/** Units that can be promised for a day. */
export function atpOn(steps: readonly AtpStep[], day: string): number {
  return steps.findLast(({ from }) => from <= day)?.quantity ?? 0;
}

/** A waiting line of an order, in the order in which lines are served. */
export type WaitingUnits = { readonly id: string; readonly quantity: number };

/**
 * By when each waiting line is served when what comes goes to them in turn; null where known supply does not reach.
 */
export function pegWaiting(
  waiting: readonly WaitingUnits[],
  supply: readonly DatedUnits[],
): ReadonlyMap<string, string | null> {
  const coming = supply.toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const served = new Map<string, string | null>();
  let at = 0;
  let came = coming[0]?.quantity ?? 0;
  let wanted = 0;
  for (const { id, quantity } of waiting) {
    wanted += quantity;
    while (came < wanted && at < coming.length) came += coming[++at]?.quantity ?? 0;
    served.set(id, came >= wanted ? (coming[at]?.on ?? null) : null);
  }
  return served;
}
