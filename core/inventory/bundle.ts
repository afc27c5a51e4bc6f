import type { LocationId, ProductId } from '../shared/ids.ts';

/** So many units of a product in one bundle. */
export type Component = { readonly product: ProductId; readonly quantity: number };

/** Bundles that can be made, location by location: the fewest that any component allows. A bundle of nothing is never there. */
export function bundlesAvailable(
  components: readonly Component[],
  availableOf: (product: ProductId) => ReadonlyMap<LocationId, number>,
): ReadonlyMap<LocationId, number> {
  const [first, ...others] = components;
  const bundles = new Map<LocationId, number>();
  if (!first) return bundles;
  const rest = others.map(({ product, quantity }) => ({ units: availableOf(product), quantity }));
  for (const [location, units] of availableOf(first.product)) {
    let fewest = Math.floor(units / first.quantity);
    for (const each of rest) fewest = Math.min(fewest, Math.floor((each.units.get(location) ?? 0) / each.quantity));
    if (fewest > 0) bundles.set(location, fewest);
  }
  return bundles;
}

/** The units of so many bundles. */
export const explode = (components: readonly Component[], bundles: number): readonly Component[] =>
  components.map(({ product, quantity }) => ({ product, quantity: quantity * bundles }));
