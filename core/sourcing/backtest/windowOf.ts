import type { CompiledRules } from '../compileRules.ts';
import { prepare } from '../prepare.ts';
import type { SourcingWindow, WindowOrder } from '../window/window.ts';
import type { PastOrder } from './past.ts';
import type { Shop } from './shop.ts';

/** Orders that came together as one window, on what the shop has now, under the rules as they stand. */
export function windowOf(rules: CompiledRules, shop: Shop, orders: readonly PastOrder[]): SourcingWindow {
  const [stage] = rules.stages;
  const first = orders[0]?.atMs ?? 0;
  const candidates = shop.candidatesAt(first);
  const L = candidates.length;
  const products = new Map<number, number>();
  const windowed = orders.map((past): WindowOrder => {
    const { problem, goodOf } = prepare(rules, stage, shop.orderOf(past), candidates);
    const own = new Int32Array(problem.demand.length);
    past.lines.forEach(({ product }, d) => {
      const p = products.get(product) ?? products.size;
      products.set(product, p);
      own[goodOf[d] as number] = p;
    });
    return { problem, products: own };
  });
  const stock = new Int32Array(products.size * L);
  for (const [product, p] of products) {
    candidates.forEach(({ id, code }, l) => {
      stock[p * L + l] = Math.max(0, shop.units(product, id) - rules.site(code).keepUnits);
    });
  }
  const room = (limit: (l: number) => number): Float64Array =>
    Float64Array.from({ length: L }, (_, l) =>
      stage.applies.capacity ? Math.max(0, limit(l)) : Number.POSITIVE_INFINITY,
    );
  const siteAt = (l: number) => rules.site(candidates[l]?.code ?? '');
  return {
    locations: L,
    stock,
    orderRoom: room((l) => siteAt(l).ordersPerDay - (candidates[l]?.load?.orders ?? 0)),
    unitRoom: room((l) => siteAt(l).unitsPerDay - (candidates[l]?.load?.units ?? 0)),
    orders: windowed,
  };
}
