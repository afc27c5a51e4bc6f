/** A promotion, holiday or other event: the periods it touched, past ones and those that are planned. */
export type DemandEvent = { readonly name: string; readonly periods: readonly number[] };

export type EventEffect = {
  readonly name: string;
  /** Demand in the event's periods over what was usual around them; 1 is no effect. */
  readonly factor: number;
  /** Past periods the factor was learned from. */
  readonly learnedFrom: number;
};

/** Half of the window of periods around an event that tell what is usual. */
const AROUND = 4;
/** An event seen once is drawn half of the way to no effect; seen ten times hardly. */
const TRUST = 1;

/**
 * Learns the factor of each event as the geometric mean of demand over the median of the event-free periods around it,
 * drawn towards 1 while it was seen seldom. Periods without demand, or without a usual demand, teach nothing.
 */
export function learnEvents(history: Float64Array, events: readonly DemandEvent[]): readonly EventEffect[] {
  const busy = new Set(events.flatMap(({ periods }) => periods));
  return events.map(({ name, periods }) => {
    const logs = periods.flatMap((t) => {
      const usual = usualAround(history, t, busy);
      const value = history[t] ?? 0;
      return value > 0 && usual > 0 ? [Math.log(value / usual)] : [];
    });
    const sum = logs.reduce((total, v) => total + v, 0);
    return { name, factor: Math.exp(sum / (logs.length + TRUST)), learnedFrom: logs.length };
  });
}

/** The history as it would have been without the events; what a forecast is fitted to. */
export function withoutEvents(
  history: Float64Array,
  events: readonly DemandEvent[],
  effects: readonly EventEffect[],
): Float64Array {
  const factors = factorsOf(0, history.length, events, effects);
  return history.map((value, t) => value / (factors[t] as number));
}

/** A forecast with the events that fall into it; its first value has position `from` in the history. */
export function withEvents(
  mean: Float64Array,
  from: number,
  events: readonly DemandEvent[],
  effects: readonly EventEffect[],
): Float64Array {
  const factors = factorsOf(from, mean.length, events, effects);
  return mean.map((value, h) => value * (factors[h] as number));
}

function factorsOf(
  from: number,
  count: number,
  events: readonly DemandEvent[],
  effects: readonly EventEffect[],
): Float64Array {
  const factors = new Float64Array(count).fill(1);
  events.forEach(({ periods }, e) => {
    const factor = effects[e]?.factor ?? 1;
    for (const t of periods) {
      const at = t - from;
      if (at >= 0 && at < count) factors[at] = (factors[at] as number) * factor;
    }
  });
  return factors;
}

function usualAround(history: Float64Array, t: number, busy: ReadonlySet<number>): number {
  const near: number[] = [];
  for (let i = Math.max(0, t - AROUND); i <= Math.min(history.length - 1, t + AROUND); i++) {
    if (!busy.has(i)) near.push(history[i] as number);
  }
  near.sort((a, b) => a - b);
  const middle = near.length >> 1;
  if (near.length === 0) return 0;
  const upper = near[middle] as number;
  return near.length % 2 === 1 ? upper : ((near[middle - 1] as number) + upper) / 2;
}
