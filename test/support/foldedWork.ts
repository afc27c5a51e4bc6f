import type { Parts } from '../../compose/parts.ts';
import { type FulfillmentEvent, type FulfillmentMethod, fulfillmentDecider } from '../../core/fulfillment/index.ts';
import type { OrderEvent } from '../../core/order/index.ts';
import { replay } from '../../core/shared/decider.ts';

type Stored = {
  readonly id: string;
  readonly number: string;
  readonly method: FulfillmentMethod;
  readonly order_id: string;
  readonly location_id: string;
  readonly state: string;
  readonly version: number;
  readonly lines: unknown;
  readonly scans: readonly string[];
  readonly released: Extract<OrderEvent, { type: 'LinesReleased' }>;
  readonly events: readonly FulfillmentEvent[];
};

/** Fulfillment orders whose events, from the LinesReleased of their order on, do not fold to their rows. */
export async function foldedWorkDifferences({ store }: Parts): Promise<readonly unknown[]> {
  const { rows } = await store.pool.query<Stored>(`
    select f.*, (select e.body from order_event e where e.order_id = f.order_id and e.type = 'LinesReleased'
                 and e.body ->> 'fulfillmentOrder' = f.id::text) as released,
           (select coalesce(json_agg(e.body order by e.version), '[]') from fulfillment_event e
            where e.fulfillment_order_id = f.id) as events
    from fulfillment_order f`);
  return rows.flatMap((row) => {
    const release = {
      type: 'FulfillmentReleased',
      at: row.released.at,
      actor: 'hub',
      id: row.id,
      number: row.number,
      order: row.order_id,
      location: row.location_id,
      method: row.method,
      lines: row.released.lines,
    } as unknown as FulfillmentEvent;
    const folded = replay(fulfillmentDecider, [release, ...row.events]);
    const kept = { state: row.state, version: row.version, lines: row.lines, scans: row.scans };
    const wanted = { ...folded, version: row.events.length + 1 };
    const isSame = Object.entries(kept).every(
      ([name, value]) => JSON.stringify(sorted(value)) === JSON.stringify(sorted(wanted[name as keyof typeof wanted])),
    );
    return isSame ? [] : [{ kept, wanted }];
  });
}

/** Keys in one order: jsonb keeps its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort()
      .map(([key, part]) => [key, sorted(part)]),
  );
}
