import type { CarrierChoice } from '../../core/ports/index.ts';
import { column, type Executor } from '../database.ts';

/**
 * Labels whose carrier is to be chosen. A choice that was made stands: while its purchase is under way or done, another
 * carrier could be paid for the same parcels. Only when every purchase under this reference was refused it is made anew.
 */
export async function wantCarriers(db: Executor, choices: readonly Omit<CarrierChoice, 'rounds'>[]): Promise<void> {
  if (choices.length === 0) return;
  await db.query({
    name: 'want-carriers',
    text: `
      insert into carrier_choice as c (reference, fulfillment_order_id, order_id)
      select distinct on (r) r, w, o from unnest($1::text[], $2::uuid[], $3::uuid[]) as row (r, w, o)
      on conflict (reference) do update
      set state = 'wanted', connection_id = null, service = null, rounds = 0, not_before = '-infinity', decided_at = null
      where c.state = 'chosen' and not exists (
        select from delivery d where d.subject = c.fulfillment_order_id and d.operation = 'buyLabel'
          and d.reference = c.reference and d.state not in ('refused', 'superseded'))`,
    values: [column(choices, (c) => c.reference), column(choices, (c) => c.work), column(choices, (c) => c.order)],
  });
}
