import type { AddressValue, LabelRequest, ParcelValue } from '../../core/documents/index.ts';
import type { DeliveryDocument, DeliveryTask, NothingToSend } from '../../core/ports/index.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Executor } from '../database.ts';

/** What a product weighs that nobody has weighed. */
const DEFAULT_ITEM_GRAMS = 500;

type Row = {
  readonly state: string;
  readonly from: AddressValue;
  readonly to: AddressValue | null;
  readonly name: string;
  readonly currency: string;
  /** Units that are picked and have not left, and what they weigh. */
  readonly loose: string | null;
  readonly grams: string | null;
  readonly parcels: readonly ParcelValue[] | null;
  readonly packed: string | null;
};

/** The label of what is packed and has none, or of all that is picked where nothing is packed. */
export async function labelRequest(
  db: Executor,
  { subject, reference }: DeliveryTask,
): Promise<Result<DeliveryDocument, NothingToSend>> {
  const { rows } = await db.query<Row>({ name: 'label-request', text: TEXT, values: [subject, DEFAULT_ITEM_GRAMS] });
  const row = rows[0];
  const loose = Number(row?.loose ?? 0);
  if (!row || loose === 0) {
    return err({ code: 'not-picked', message: `the fulfillment order is ${row?.state ?? 'gone'}` });
  }
  if (Number(row.packed ?? 0) > loose) {
    return err({ code: 'not-repacked', message: 'packages hold units that the order took back: pack them again' });
  }
  const document: LabelRequest = {
    reference,
    from: { name: row.name, ...row.from },
    to: row.to ?? {},
    parcels: row.parcels ? [...row.parcels] : [{ weightGrams: Math.max(1, Number(row.grams ?? DEFAULT_ITEM_GRAMS)) }],
    currency: row.currency,
  };
  return ok({ operation: 'buyLabel', document });
}

const TEXT = `
  select f.state, l.address as from, l.name, o.document -> 'shippingAddress' as to, o.currency, w.loose, w.grams,
         k.parcels, k.packed
  from fulfillment_order f join location l on l.id = f.location_id join orders o on o.id = f.order_id
  cross join lateral (
    select sum(u.units) as loose, sum(u.units * coalesce(p.weight_grams, $2)) as grams
    from jsonb_array_elements(f.lines) part
    cross join lateral (select (part ->> 'picked')::integer - (part ->> 'shipped')::integer as units) u
    join order_line ol on ol.id = (part ->> 'line')::uuid
    left join product p on p.id = ol.product_id
    where f.state not in ('shipped', 'cancelled')) w
  cross join lateral (
    select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('weightGrams', greatest(1, g.weight_grams),
             'lengthMm', g.length_mm, 'widthMm', g.width_mm, 'heightMm', g.height_mm)) order by g.position) as parcels,
           sum((select sum((part ->> 'quantity')::integer) from jsonb_array_elements(g.lines) part)) as packed
    from package g where g.fulfillment_order_id = f.id and g.shipment_id is null and g.tracking_number is null) k
  where f.id = $1`;
