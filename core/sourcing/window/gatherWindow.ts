import type { LocationId } from '../../shared/ids.ts';
import type { Candidate, SourcingOrder } from '../candidate.ts';
import type { CompiledRules } from '../compileRules.ts';
import { type Prepared, prepare } from '../prepare.ts';
import type { SourcingWindow, WindowOrder } from './window.ts';

/** An order of a window, and the product of each of its demands. */
export type Gathered<Product> = { readonly order: SourcingOrder; readonly products: readonly Product[] };

/**
 * Orders that share stock and the days of locations as one window, under the rules as they stand. `units` says how many
 * units of a product a location has for them; the candidates say what their days hold already.
 */
export function gatherWindow<Product>(
  rules: CompiledRules,
  candidates: readonly Candidate[],
  orders: readonly Gathered<Product>[],
  units: (product: Product, location: LocationId) => number,
): { readonly window: SourcingWindow; readonly prepared: readonly Prepared[] } {
  const [stage] = rules.stages;
  const L = candidates.length;
  const known = new Map<Product, number>();
  const prepared = orders.map(({ order }) => prepare(rules, stage, order, candidates));
  const windowed = orders.map(({ products }, o): WindowOrder => {
    const { problem, goodOf } = prepared[o] as Prepared;
    const own = new Int32Array(problem.demand.length);
    products.forEach((product, d) => {
      const p = known.get(product) ?? known.size;
      known.set(product, p);
      own[goodOf[d] as number] = p;
    });
    return { problem, products: own };
  });
  const stock = new Int32Array(known.size * L);
  for (const [product, p] of known) {
    candidates.forEach(({ id, code }, l) => {
      stock[p * L + l] = Math.max(0, units(product, id) - rules.site(code).keepUnits);
    });
  }
  return { window: { locations: L, stock, ...roomOf(rules, candidates), orders: windowed }, prepared };
}

/** What is left of the day of each location, Infinity where the rules do not look at it. */
function roomOf(rules: CompiledRules, candidates: readonly Candidate[]) {
  const [stage] = rules.stages;
  const room = (left: (candidate: Candidate) => number): Float64Array =>
    Float64Array.from(candidates, (each) =>
      stage.applies.capacity ? Math.max(0, left(each)) : Number.POSITIVE_INFINITY,
    );
  return {
    orderRoom: room(({ code, load }) => rules.site(code).ordersPerDay - (load?.orders ?? 0)),
    unitRoom: room(({ code, load }) => rules.site(code).unitsPerDay - (load?.units ?? 0)),
  };
}
