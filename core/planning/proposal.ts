import { economicLot } from './eoq/lot.ts';
import { type OrderRules, orderableLot } from './eoq/orderable.ts';
import { orderQuantity, type Policy } from './stock/policy.ts';
import { protectionOf } from './stock/protection.ts';
import { type ServiceTarget, safetyStock } from './stock/service.ts';

/** Everything that one item's proposal is made of; a period is the forecast's own (a day or a week). */
export type ReplenishInput = {
  readonly sku: string;
  readonly location: string;
  /** Who delivers: a supplier, the own plant, or another location. */
  readonly source: { readonly kind: 'buy' | 'make' | 'move'; readonly name: string };
  /** Forecast demand per period, and its error's standard deviation. */
  readonly demand: number;
  readonly demandDeviation: number;
  readonly onHand: number;
  readonly onOrder: number;
  /** Units sold and not yet delivered. */
  readonly owed: number;
  readonly leadTime: number;
  readonly leadTimeDeviation: number;
  /** Periods between two looks at the stock. */
  readonly review: number;
  readonly control: '(s,Q)' | '(R,S)';
  readonly target: ServiceTarget;
  /** A policy found by simulation on the item's own history; it then stands instead of the formulas. */
  readonly tuned?: Extract<Policy, { kind: '(s,Q)' }>;
  /** In the currency's minor unit; holding per unit and period. */
  readonly orderCost: number;
  readonly holdingCost: number;
  readonly rules: OrderRules;
};

/** One number of a proposal: what it is, how it came about, and from which other numbers or inputs. */
export type TraceStep = {
  readonly figure: string;
  readonly value: number;
  readonly formula: string;
  readonly from: readonly string[];
};

export type Proposal = {
  readonly sku: string;
  readonly location: string;
  readonly kind: 'buy' | 'make' | 'move';
  readonly source: string;
  /** 0 when nothing needs to be ordered now. */
  readonly quantity: number;
  readonly policy: Policy;
  /** Periods until the next order is due, 0 for now, at the forecast demand. */
  readonly dueIn: number;
  /** Periods until stock runs out at the forecast demand when nothing comes but what is on order; capped at 9,999. */
  readonly coveredFor: number;
  readonly trace: readonly TraceStep[];
  /** What the trace's first names stand for. */
  readonly inputs: ReplenishInput;
};

/** What to order for one item, when and why: every number names its formula and what went into it. */
export function proposeReplenishment(input: ReplenishInput): Proposal {
  const trace: TraceStep[] = [];
  const note = (figure: string, value: number, formula: string, from: readonly string[]): number => {
    trace.push({ figure, value, formula, from });
    return value;
  };
  const lot = lotFor(input, note);
  const policy = policyFor(input, lot, note);
  const position = note('position', input.onHand + input.onOrder - input.owed, 'onHand + onOrder − owed', [
    'onHand',
    'onOrder',
    'owed',
  ]);
  const needed = note('needed', orderQuantity(policy, position), `order of a ${policy.kind} policy at this position`, [
    'position',
    'reorderPoint',
    'lot',
  ]);
  const quantity = note('quantity', orderable(needed, input.rules), 'needed, in whole packs and at least the minimum', [
    'needed',
    'rules',
  ]);
  const trigger = policy.kind === '(s,Q)' ? policy.s : 0;
  return {
    sku: input.sku,
    location: input.location,
    kind: input.source.kind,
    source: input.source.name,
    quantity,
    policy,
    dueIn: quantity > 0 ? 0 : periodsUntil(position - trigger, input.demand),
    coveredFor: periodsUntil(position, input.demand),
    trace,
    inputs: input,
  };
}

type Note = (figure: string, value: number, formula: string, from: readonly string[]) => number;

function lotFor(input: ReplenishInput, note: Note): number {
  const { demand, orderCost, holdingCost, rules, tuned } = input;
  if (tuned)
    return note('lot', tuned.Q, 'cheapest that reached the target when simulated on the history', ['tuned', 'target']);
  const economic = note('economicLot', economicLot(input).quantity, '√(2 · demand · orderCost / holdingCost)', [
    'demand',
    'orderCost',
    'holdingCost',
  ]);
  const { quantity, reasons } = orderableLot({ demand, orderCost, holdingCost }, Math.max(1, economic), rules);
  const formula = reasons.length === 0 ? 'economicLot in whole units' : `economicLot after ${reasons.join(', ')}`;
  return note('lot', Math.max(1, Math.round(quantity)), formula, ['economicLot', 'rules']);
}

function policyFor(input: ReplenishInput, lot: number, note: Note): Policy {
  const { tuned } = input;
  if (tuned) {
    note('reorderPoint', tuned.s, 'least that reached the target when simulated on the history', ['tuned', 'target']);
    return tuned;
  }
  const isPeriodic = input.control === '(R,S)';
  const protection = protectionOf({ ...input, review: input.review });
  note('protectionDemand', protection.mean, 'demand · (leadTime + review)', ['demand', 'leadTime', 'review']);
  const deviation = '√((leadTime + review) · demandDeviation² + demand² · leadTimeDeviation²)';
  note('protectionDeviation', protection.deviation, deviation, [
    'demandDeviation',
    'leadTime',
    'review',
    'demand',
    'leadTimeDeviation',
  ]);
  const perCycle = isPeriodic ? Math.max(1e-9, input.demand * input.review) : lot;
  const stock = safetyStock(protection, input.target, perCycle);
  const goal = `${input.target.kind} service ${input.target.level}`;
  note('safetyStock', stock.safetyStock, `${stock.factor.toFixed(3)} · protectionDeviation for ${goal}`, [
    'protectionDeviation',
    'target',
    isPeriodic ? 'demand' : 'lot',
  ]);
  const level = Math.ceil(stock.reorderPoint);
  note('reorderPoint', level, 'protectionDemand + safetyStock, rounded up', ['protectionDemand', 'safetyStock']);
  return isPeriodic ? { kind: '(R,S)', review: input.review, S: level } : { kind: '(s,Q)', s: level, Q: lot };
}

function orderable(needed: number, rules: OrderRules): number {
  if (needed <= 0) return 0;
  const least = Math.max(needed, rules.minimum ?? 0);
  const pack = rules.pack ?? 1;
  return Math.ceil(least / pack - 1e-9) * pack;
}

function periodsUntil(units: number, demand: number): number {
  if (units <= 0) return 0;
  return demand > 0 ? Math.min(9999, Math.floor(units / demand)) : 9999;
}

/** Proposals that order something, by kind and source, each group as one order; the groups with most lines first. */
export function groupBySource(proposals: readonly Proposal[]): readonly {
  readonly kind: Proposal['kind'];
  readonly source: string;
  readonly lines: readonly Proposal[];
}[] {
  const groups = new Map<string, Proposal[]>();
  for (const proposal of proposals) {
    if (proposal.quantity === 0) continue;
    const key = `${proposal.kind} ${proposal.source}`;
    const lines = groups.get(key);
    if (lines) lines.push(proposal);
    else groups.set(key, [proposal]);
  }
  return [...groups.values()]
    .map((lines) => ({ kind: lines[0]?.kind ?? 'buy', source: lines[0]?.source ?? '', lines }))
    .sort((a, b) => b.lines.length - a.lines.length || (a.source < b.source ? -1 : 1));
}
