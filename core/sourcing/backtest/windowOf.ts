import type { CompiledRules } from '../compileRules.ts';
import { gatherWindow } from '../window/gatherWindow.ts';
import type { SourcingWindow } from '../window/window.ts';
import type { PastOrder } from './past.ts';
import type { Shop } from './shop.ts';

/** Orders that came together as one window, on what the shop has now, under the rules as they stand. */
export function windowOf(rules: CompiledRules, shop: Shop, orders: readonly PastOrder[]): SourcingWindow {
  const candidates = shop.candidatesAt(orders[0]?.atMs ?? 0);
  const gathered = orders.map((past) => ({
    order: shop.orderOf(past),
    products: past.lines.map(({ product }) => product),
  }));
  return gatherWindow(rules, candidates, gathered, (product, id) => shop.units(product, id)).window;
}
