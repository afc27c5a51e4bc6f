import type { Placement } from '../../order/index.ts';
import type { LocationId, OrderLineId } from '../../shared/ids.ts';
import type { Candidate, SourcingOrder } from '../candidate.ts';
import type { CompiledRules } from '../compileRules.ts';
import type { PastMovement, PastOrder, PastWorld } from './past.ts';

/** Stock and loads of the days while past orders take from them. */
export class Shop {
  readonly locations: readonly Candidate[];
  readonly #rules: CompiledRules;
  readonly #world: PastWorld;
  readonly #stock: readonly Map<LocationId, number>[];
  readonly #days: { day: number; orders: number; units: number }[];

  constructor(rules: CompiledRules, world: PastWorld) {
    this.#rules = rules;
    this.#world = world;
    this.locations = world.locations;
    this.#stock = world.products.map((_, p) => {
      const units = new Map<LocationId, number>();
      world.locations.forEach(({ id }, l) => {
        const have = world.stock[p * world.locations.length + l] as number;
        if (have > 0) units.set(id, have);
      });
      return units;
    });
    this.#days = world.locations.map(() => ({ day: Number.NaN, orders: 0, units: 0 }));
  }

  /** Free units of a product at a location. */
  units(product: number, location: LocationId): number {
    return this.#stock[product]?.get(location) ?? 0;
  }

  move({ product, location, units }: PastMovement): void {
    const id = this.#world.locations[location]?.id;
    if (id !== undefined) this.#add(product, id, units);
  }

  /** An order with what there is of its products now. */
  orderOf({ atMs, lines, ...order }: PastOrder): SourcingOrder {
    return {
      ...order,
      nowMs: atMs,
      placedMs: atMs,
      demands: lines.map(({ product, quantity }, i) => ({
        line: String(i) as OrderLineId,
        quantity,
        available: this.#stock[product] ?? new Map(),
        goods: this.#world.products[product],
      })),
    };
  }

  /** The locations with what their day holds already. */
  candidatesAt(nowMs: number): readonly Candidate[] {
    return this.locations.map((location, l) => {
      const { orders, units } = this.#dayOf(l, nowMs);
      return { ...location, load: { orders, units } };
    });
  }

  take({ atMs, lines }: PastOrder, placements: readonly Placement[]): void {
    const given = new Map<LocationId, number>();
    for (const { line, location, quantity } of placements) {
      this.#add(lines[Number(line)]?.product ?? -1, location, -quantity);
      given.set(location, (given.get(location) ?? 0) + quantity);
    }
    this.locations.forEach(({ id }, l) => {
      const units = given.get(id);
      if (units === undefined) return;
      const day = this.#dayOf(l, atMs);
      day.orders += 1;
      day.units += units;
    });
  }

  #dayOf(l: number, nowMs: number) {
    const day = this.#rules.site(this.locations[l]?.code ?? '').schedule.today(nowMs);
    const known = this.#days[l];
    if (known?.day === day) return known;
    const fresh = { day, orders: 0, units: 0 };
    this.#days[l] = fresh;
    return fresh;
  }

  /** Units that the books say left, and that the rules had given away, are not there twice: no stock is below 0. */
  #add(product: number, location: LocationId, units: number): void {
    const at = this.#stock[product];
    if (!at) return;
    const left = Math.max(0, (at.get(location) ?? 0) + units);
    if (left === 0) at.delete(location);
    else at.set(location, left);
  }
}
