import type { Random } from '../random.ts';
import type { Policy } from './policy.ts';
import { type Costs, type Outcome, simulatePolicy, type Trial } from './simulate.ts';

export type TuneOptions = {
  readonly fillRate: number;
  readonly costs: Costs;
  /** Lots to try; the cheapest that reaches the fill rate is taken. */
  readonly lots: readonly number[];
};

export type Tuned = { readonly policy: Extract<Policy, { kind: '(s,Q)' }>; readonly outcome: Outcome };

const EPOCH = 400;

/**
 * A long trial drawn from a history: blocks of `block` consecutive periods (Künsch 1989, so that what hangs together
 * stays together) and lead times drawn from those that were seen. Every 400 periods are drawn from a bootstrap sample of
 * their own (Efron 1979) rather than from the history itself: the history is one sample of the truth, and a stock that
 * serves it exactly serves the truth a little less than asked.
 */
export function resample(
  history: Float64Array,
  leadTimes: Uint16Array,
  periods: number,
  block: number,
  random: Random,
): Trial {
  if (history.length === 0 || leadTimes.length === 0) throw new RangeError('nothing to draw from');
  const demand = new Float64Array(periods);
  const drawn = new Uint16Array(periods);
  const span = Math.min(block, history.length);
  const starts = new Uint32Array(Math.ceil(history.length / span));
  for (let from = 0; from < periods; from += EPOCH) {
    const to = Math.min(periods, from + EPOCH);
    for (let i = 0; i < starts.length; i++) starts[i] = Math.floor(random() * (history.length - span + 1));
    for (let t = from; t < to; t += span) {
      const start = starts[Math.floor(random() * starts.length)] as number;
      demand.set(history.subarray(start, start + Math.min(span, to - t)), t);
    }
    const seen = leadTimes.map(() => leadTimes[Math.floor(random() * leadTimes.length)] as number);
    for (let t = from; t < to; t++) drawn[t] = seen[Math.floor(random() * seen.length)] as number;
  }
  return { demand, leadTimes: drawn, warmUp: Math.min(100, Math.floor(periods / 10)) };
}

/**
 * The cheapest (s,Q) policy over a trial that reaches the fill rate, the reorder point exact for each lot. Unlike the
 * closed formula it needs no distribution and knows the undershoot of the reorder point by large demands.
 */
export function tuneReorderPoint(trial: Trial, { fillRate, costs, lots }: TuneOptions): Tuned {
  let best: Tuned | undefined;
  for (const lot of lots) {
    const s = reorderPointFor(trial, lot, fillRate);
    const policy = { kind: '(s,Q)', s, Q: lot } as const;
    const outcome = simulatePolicy(policy, trial, costs);
    if (!best || outcome.cost < best.outcome.cost) best = { policy, outcome };
  }
  if (!best) throw new RangeError('no lot to try');
  return best;
}

/**
 * The least whole s that reaches the fill rate. With backorders the net stock of (s,Q) is that of (0,Q) plus s in every
 * period, so one run is enough and each s is only counted over it; periods that a smaller s already served drop out.
 */
function reorderPointFor(trial: Trial, lot: number, fillRate: number): number {
  const { demand, warmUp } = trial;
  const wanted = demand.slice(warmUp);
  const deficits = netStocks(trial, lot)
    .subarray(warmUp)
    .map((before, t) => (wanted[t] as number) - before);
  const allowed = (1 - fillRate) * wanted.reduce((sum, v) => sum + v, 0);
  let low = -1 - Math.ceil(lot);
  let high = deficits.reduce((most, v) => Math.max(most, Math.ceil(v)), low + 1);
  let open = wanted.length;
  while (high - low > 1) {
    const s = Math.floor((low + high) / 2);
    if (shortAt(deficits, wanted, open, s) <= allowed) high = s;
    else {
      low = s;
      open = keepShort(deficits, wanted, open, s);
    }
  }
  return high;
}

function shortAt(deficits: Float64Array, wanted: Float64Array, open: number, s: number): number {
  let short = 0;
  for (let i = 0; i < open; i++) {
    const missing = (deficits[i] as number) - s;
    if (missing > 0) short += Math.min(missing, wanted[i] as number);
  }
  return short;
}

/** Moves the periods that s leaves short to the front; gives how many they are. */
function keepShort(deficits: Float64Array, wanted: Float64Array, open: number, s: number): number {
  let kept = 0;
  for (let i = 0; i < open; i++) {
    if ((deficits[i] as number) <= s) continue;
    deficits[kept] = deficits[i] as number;
    wanted[kept] = wanted[i] as number;
    kept++;
  }
  return kept;
}

/** Net stock of (0,Q) when each period's demand comes, after what arrived. */
function netStocks({ demand, leadTimes }: Trial, lot: number): Float64Array {
  const longest = leadTimes.reduce((most, v) => Math.max(most, v), 0);
  const arriving = new Float64Array(demand.length + longest + 2);
  const before = new Float64Array(demand.length);
  let net = lot;
  let position = lot;
  for (let t = 0; t < demand.length; t++) {
    net += arriving[t] as number;
    before[t] = net;
    net -= demand[t] as number;
    position -= demand[t] as number;
    if (position > 0) continue;
    const order = (Math.floor(-position / lot) + 1) * lot;
    const due = t + 1 + (leadTimes[t] as number);
    arriving[due] = (arriving[due] as number) + order;
    position += order;
  }
  return before;
}
