import type { Component } from '../inventory/index.ts';
import type { StoredOrder } from '../ports/index.ts';
import type { ProductId } from '../shared/ids.ts';

export const partOf = ({ product }: Component): ProductId => product;

/** The products on an order's lines, with those that bundles are made of. */
export function productsOf(stored: StoredOrder): readonly ProductId[] {
  if (stored.order.status === 'unplaced') return [];
  return [...stored.order.lines.values()].flatMap(({ product, components = [] }) =>
    product === null ? [] : [product, ...components.map(partOf)],
  );
}
