/** An item of one supplier; `minorCost` is what its line on a shared order costs. */
export type JointItem = { readonly demand: number; readonly minorCost: number; readonly holdingCost: number };

export type JointPlan = {
  /** Periods between two orders to the supplier. */
  readonly cycle: number;
  /** Item i is on every multiples[i]-th order. */
  readonly multiples: Uint32Array;
  readonly quantities: Float64Array;
  readonly cost: number;
};

/**
 * Joint replenishment of a supplier's items with a shared order cost: each item is on every k-th order. Starts from the
 * multiples of Silver (1976) and improves cycle and multiples in turn until neither changes (Silver, Pyke & Thomas,
 * "Inventory and Production Management in Supply Chains", section 10.4), from several starting cycles.
 */
export function jointPlan(items: readonly JointItem[], majorCost: number): JointPlan {
  if (items.length === 0 || !items.every((i) => i.demand > 0 && i.holdingCost > 0 && i.minorCost >= 0)) {
    throw new RangeError('joint replenishment needs items with demand and holding cost above 0');
  }
  const longest = bestCycle(items, majorCost, new Uint32Array(items.length).fill(1));
  let best: JointPlan | undefined;
  for (let step = 1; step <= 40; step++) {
    const plan = descend(items, majorCost, (longest * step) / 20);
    if (!best || plan.cost < best.cost) best = plan;
  }
  return best as JointPlan;
}

function descend(items: readonly JointItem[], majorCost: number, start: number): JointPlan {
  let cycle = start;
  let multiples = bestMultiples(items, cycle);
  for (let round = 0; round < 50; round++) {
    cycle = bestCycle(items, majorCost, multiples);
    const next = bestMultiples(items, cycle);
    if (next.every((k, i) => k === multiples[i])) break;
    multiples = next;
  }
  const quantities = Float64Array.from(items, (item, i) => item.demand * cycle * (multiples[i] ?? 1));
  return { cycle, multiples, quantities, cost: jointCost(items, majorCost, cycle, multiples) };
}

/** Cost per period: (A + Σ aᵢ/kᵢ) / T + Σ hᵢ Dᵢ kᵢ T / 2. */
export function jointCost(
  items: readonly JointItem[],
  majorCost: number,
  cycle: number,
  multiples: Uint32Array,
): number {
  const { ordering, holding } = sums(items, majorCost, multiples);
  return ordering / cycle + (holding * cycle) / 2;
}

function bestCycle(items: readonly JointItem[], majorCost: number, multiples: Uint32Array): number {
  const { ordering, holding } = sums(items, majorCost, multiples);
  return Math.sqrt((2 * ordering) / holding);
}

function sums(items: readonly JointItem[], majorCost: number, multiples: Uint32Array) {
  let ordering = majorCost;
  let holding = 0;
  items.forEach((item, i) => {
    const k = multiples[i] as number;
    ordering += item.minorCost / k;
    holding += item.holdingCost * item.demand * k;
  });
  return { ordering, holding };
}

/** For a cycle T the best k has k (k − 1) ≤ 2a / (h D T²) ≤ k (k + 1). */
function bestMultiples(items: readonly JointItem[], cycle: number): Uint32Array {
  return Uint32Array.from(items, ({ demand, minorCost, holdingCost }) => {
    const ratio = (2 * minorCost) / (holdingCost * demand * cycle * cycle);
    return Math.max(1, Math.ceil((Math.sqrt(1 + 4 * ratio) - 1) / 2));
  });
}
