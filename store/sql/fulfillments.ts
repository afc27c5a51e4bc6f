import type { FulfillmentMethod, FulfillmentState, WorkLine } from '../../core/fulfillment/index.ts';
import type { FulfillmentQuery, FulfillmentRow } from '../../core/ports/index.ts';
import type { FulfillmentOrderId, LocationId, OrderId } from '../../core/shared/ids.ts';
import type { Executor } from '../database.ts';

type FulfillmentJson = {
  readonly id: string;
  readonly number: string;
  readonly order_id: string;
  readonly location_id: string;
  readonly method: FulfillmentMethod;
  readonly state: FulfillmentState;
  readonly lines: readonly WorkLine[];
  readonly scans: readonly string[];
  readonly version: number;
};

/** Loads and locks fulfillment orders, in the order of their ids. */
export async function fulfillments(db: Executor, query: FulfillmentQuery): Promise<readonly FulfillmentRow[]> {
  const [column, values] = 'orders' in query ? ['order_id', query.orders] : ['id', query.ids];
  const { rows } = await db.query<FulfillmentJson>({
    name: `fulfillments-by-${column}`,
    text: `select id, number, order_id, location_id, method, state, lines, scans, version from fulfillment_order
           where ${column} = any($1::uuid[]) order by id for update`,
    values: [values],
  });
  return rows.map(({ order_id, location_id, id, ...row }) => ({
    ...row,
    id: id as FulfillmentOrderId,
    order: order_id as OrderId,
    location: location_id as LocationId,
  }));
}
