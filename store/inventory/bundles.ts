import type { Component } from '../../core/inventory/index.ts';
import type { ProductId } from '../../core/shared/ids.ts';
import type { Executor } from '../database.ts';

type Bundles = ReadonlyMap<ProductId, readonly Component[]>;
export const NO_COMPONENTS: Bundles = new Map();

/** What bundles are made of now. */
export async function componentsOf(db: Executor, bundles: readonly ProductId[]): Promise<Bundles> {
  const { rows } = await db.query<{ bundle_id: ProductId; components: readonly Component[] }>({
    name: 'bundle-components',
    text: `
      select bundle_id, jsonb_agg(jsonb_build_object('product', component_id, 'quantity', quantity) order by component_id) as components
      from bundle_component where bundle_id = any($1::uuid[]) group by bundle_id`,
    values: [bundles],
  });
  return new Map(rows.map((row) => [row.bundle_id, row.components]));
}
