import { SourcingRules } from '../documents/index.ts';
import type { Committed, OpenOrder, Placement, SourcingNote } from '../order/index.ts';
import type {
  ActiveRules,
  FulfillmentRow,
  OrderHeader,
  SourcingLoad,
  StoredOrder,
  Transaction,
} from '../ports/index.ts';
import type { Instant, LocationId, ProductId } from '../shared/ids.ts';
import { epochMs } from '../shared/instant.ts';
import {
  type Candidate,
  type CompiledRules,
  compileRules,
  type Demand,
  type Goods,
  type SourcingChoice,
  type SourcingOrder,
  sourceOrder,
  sourceWindow,
  type WindowEffort,
} from '../sourcing/index.ts';

/** What a batch loaded to choose locations by rules. */
export type SourcingFacts = {
  readonly rules: ActiveRules;
  readonly goods: ReadonlyMap<ProductId, Goods>;
  readonly loads: readonly SourcingLoad[];
};

/** Nothing is active: the default rules decide. */
export const NO_SOURCING_FACTS: SourcingFacts = { rules: new Map(), goods: new Map(), loads: [] };

/** One location that has everything, else fewest locations, else priority. */
export const DEFAULT_RULES: CompiledRules = standard();

function standard(): CompiledRules {
  const made = compileRules(SourcingRules.parse({ name: 'default' }), 'default');
  if (!made.ok) throw new Error(`the default rules contradict themselves: ${JSON.stringify(made.error)}`);
  return made.value;
}

/** Loads what the active rules ask for, and nothing more: without active rules that is one empty answer. */
export async function loadSourcing(
  tx: Transaction,
  products: Iterable<ProductId>,
  locations: readonly Candidate[],
  now: Instant,
): Promise<SourcingFacts> {
  const asked = [...products];
  if (asked.length === 0) return NO_SOURCING_FACTS;
  const rules = await tx.sourcingRules();
  if (rules.size === 0) return NO_SOURCING_FACTS;
  const all = [...rules.values()];
  const goods = await loadGoods(tx, rules, asked, now);
  if (!all.some(({ needs }) => needs.load)) return { rules, goods, loads: [] };
  const days = new Map<string, Pick<SourcingLoad, 'location' | 'day'>>();
  for (const { id, code } of locations) {
    for (const each of all) {
      const day = each.site(code).schedule.today(epochMs(now));
      days.set(`${id} ${day}`, { location: id, day });
    }
  }
  return { rules, goods, loads: await tx.sourcingLoads([...days.values()]) };
}

async function loadGoods(
  tx: Transaction,
  rules: ActiveRules,
  products: readonly ProductId[],
  now: Instant,
): Promise<SourcingFacts['goods']> {
  const needs = [...rules.values()].map((each) => each.needs);
  const withAges = needs.some(({ ages }) => ages);
  const isAsked = withAges || needs.some(({ goods }) => goods);
  return isAsked ? tx.sourcingGoods(products, withAges, now) : NO_SOURCING_FACTS.goods;
}

export type Asked = {
  readonly header: OrderHeader;
  readonly promisedAt: Instant | null;
  readonly demands: readonly (Demand & { readonly product: ProductId })[];
  readonly candidates: readonly Candidate[];
};

/** Locations chosen for an order, and why in the form in which the event keeps it. */
export type Chosen = { readonly choice: SourcingChoice; readonly note: SourcingNote };

/** The rules of one batch, and what its days hold while it goes on: each choice sees the ones before it. */
export class BatchSourcing {
  readonly #rules: ActiveRules;
  readonly #goods: Map<ProductId, Goods>;
  readonly #now: Instant;
  readonly #nowMs: number;
  readonly #loads = new Map<string, SourcingLoad>();
  readonly #changed = new Set<string>();

  constructor(facts: SourcingFacts, now: Instant) {
    this.#rules = facts.rules;
    this.#goods = new Map(facts.goods);
    this.#now = now;
    this.#nowMs = epochMs(now);
    for (const load of facts.loads) this.#loads.set(`${load.location} ${load.day}`, load);
  }

  /** Loads what rules ask about products that came later. */
  async add(tx: Transaction, products: readonly ProductId[]): Promise<void> {
    for (const [id, goods] of await loadGoods(tx, this.#rules, products, this.#now)) this.#goods.set(id, goods);
  }

  /** Loads as they are after the choices that were kept. */
  get changedLoads(): readonly SourcingLoad[] {
    return [...this.#changed].flatMap((key) => this.#loads.get(key) ?? []);
  }

  /** How long new orders like this one wait to be planned together, if they do. */
  windowOf({ document: { channel } }: OrderHeader): SourcingRules['window'] {
    return this.#rulesOf(channel).document.window;
  }

  choose(asked: Asked): Chosen {
    const rules = this.#rulesOf(asked.header.document.channel);
    const choice = sourceOrder(rules, this.#orderOf(rules, asked), this.#candidatesOf(rules, asked));
    return { choice, note: noteOf(rules, choice) };
  }

  /**
   * Chooses the locations of orders that came together, as many at a time as their rules say; nothing for one that does
   * not get all it asks for, or whose rules have no window. Their candidates are the same.
   */
  chooseTogether(asked: readonly Asked[], effort: WindowEffort): readonly (Chosen | null)[] {
    const chosen = new Map<Asked, Chosen>();
    const byRules = Map.groupBy(asked, ({ header }) => this.#rulesOf(header.document.channel));
    for (const [rules, orders] of byRules) {
      const [first] = orders;
      if (!rules.document.window || !first) continue;
      const gathered = orders.map((each) => ({
        order: this.#orderOf(rules, each),
        products: each.demands.map(({ product }) => product),
      }));
      const choices = sourceWindow(rules, gathered, this.#candidatesOf(rules, first), effort);
      choices.forEach((choice, i) => {
        const note = choice && { ...noteOf(rules, choice), together: orders.length };
        if (choice && note) chosen.set(orders[i] as Asked, { choice, note });
      });
    }
    return asked.map((each) => chosen.get(each) ?? null);
  }

  #candidatesOf(rules: CompiledRules, { candidates }: Asked): readonly Candidate[] {
    return rules.needs.load ? this.#withLoads(rules, candidates) : candidates;
  }

  #orderOf(rules: CompiledRules, { header, promisedAt, demands }: Asked): SourcingOrder {
    const { channel, placedAt, shippingAddress } = header.document;
    return {
      channel,
      nowMs: this.#nowMs,
      placedMs: Date.parse(placedAt),
      promisedMs: promisedAt === null ? null : epochMs(promisedAt),
      country: shippingAddress?.country ?? null,
      postalCode: shippingAddress?.postalCode ?? null,
      demands: rules.needs.goods || rules.needs.ages ? this.#withGoods(demands) : demands,
    };
  }

  /** Counts a choice that was kept to the days of its locations. */
  keep({ header, candidates }: Asked, placements: readonly Placement[]): void {
    if (this.#loads.size === 0) return;
    const rules = this.#rulesOf(header.document.channel);
    for (const candidate of candidates) {
      const units = unitsAt(placements, candidate.id);
      const key = `${candidate.id} ${rules.site(candidate.code).schedule.today(this.#nowMs)}`;
      const load = this.#loads.get(key);
      if (units === 0 || !load) continue;
      this.#loads.set(key, { ...load, orders: load.orders + 1, units: load.units + units });
      this.#changed.add(key);
    }
  }

  /** Gives the days of locations back what was committed there today and is no more. */
  giveBack(
    before: OpenOrder,
    { order, header }: StoredOrder,
    works: readonly FulfillmentRow[],
    locations: readonly Pick<Candidate, 'id' | 'code'>[],
  ): void {
    if (this.#loads.size === 0 || order.status === 'unplaced') return;
    const rules = this.#rulesOf(header.document.channel);
    for (const { id, code } of locations) {
      const { schedule } = rules.site(code);
      const today = schedule.today(this.#nowMs);
      const load = this.#loads.get(`${id} ${today}`);
      const isOfToday = ({ since }: Committed): boolean => schedule.today(epochMs(since)) === today;
      const units = committedAt(before.lines, id, isOfToday) - committedAt(order.lines, id, isOfToday);
      if (!load || units <= 0) continue;
      const hasSent = works.some(({ location, lines }) => location === id && lines.some(({ shipped }) => shipped > 0));
      const isGone = !hasSent && committedAt(order.lines, id, () => true) === 0;
      const orders = Math.max(0, load.orders - (isGone ? 1 : 0));
      this.#loads.set(`${id} ${today}`, { ...load, orders, units: Math.max(0, load.units - units) });
      this.#changed.add(`${id} ${today}`);
    }
  }

  #rulesOf(channel: OrderHeader['document']['channel']): CompiledRules {
    return this.#rules.get(channel) ?? this.#rules.get('*') ?? DEFAULT_RULES;
  }

  #withGoods(demands: Asked['demands']) {
    return demands.map((demand) => {
      const goods = this.#goods.get(demand.product);
      if (!goods) throw new Error(`rules ask about product ${demand.product}, which was not loaded`);
      return { ...demand, goods };
    });
  }

  #withLoads(rules: CompiledRules, candidates: readonly Candidate[]): readonly Candidate[] {
    return candidates.map((candidate) => ({
      ...candidate,
      load: this.#loads.get(`${candidate.id} ${rules.site(candidate.code).schedule.today(this.#nowMs)}`),
    }));
  }
}

function committedAt(lines: OpenOrder['lines'], id: LocationId, counts: (committed: Committed) => boolean): number {
  let units = 0;
  for (const { at } of lines.values()) {
    const committed = at.get(id);
    if (committed && counts(committed)) units += committed.allocated + committed.released;
  }
  return units;
}

function unitsAt(placements: readonly Placement[], id: LocationId): number {
  let units = 0;
  for (const { location, quantity } of placements) if (location === id) units += quantity;
  return units;
}

function noteOf({ label }: CompiledRules, { reason, stage, costMinor, verdicts }: SourcingChoice): SourcingNote {
  const why = verdicts.map(({ code, reason: because, figure }) => [code, because, figure] as const);
  return { rules: label, reason, ...(stage > 0 && { stage }), ...(costMinor !== null && { costMinor }), why };
}
