import type { AddressValue, LabelRequest } from '../../core/documents/index.ts';
import type {
  DeliveryDocument,
  DeliveryTask,
  NothingToSend,
  ReturnLabel,
  ReturnLabelTransaction,
} from '../../core/ports/index.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Executor } from '../database.ts';

/** What a product weighs that nobody has weighed. */
const DEFAULT_ITEM_GRAMS = 500;

/** The side of a transaction that deals with the labels of returns, on its client. */
export function returnLabelTransaction(db: Executor): ReturnLabelTransaction {
  return {
    async wantReturnLabel(id) {
      const { rowCount } = await db.query({
        name: 'want-return-label',
        text: 'update rma set label_wanted_at = clock_timestamp() where id = $1 and label_wanted_at is null',
        values: [id],
      });
      return rowCount === 1;
    },
    keepReturnLabel: (id, label) => keepReturnLabel(db, id, label),
  };
}

async function keepReturnLabel(
  db: Executor,
  id: string,
  { carrier, carrierReference, trackingNumber, format, base64 }: ReturnLabel,
): Promise<void> {
  await db.query({
    name: 'keep-return-label',
    text: `update rma set carrier_connection_id = $2, carrier_reference = $3, tracking_number = $4, label_format = $5,
                          label = decode($6, 'base64'), updated_at = clock_timestamp() where id = $1`,
    values: [id, carrier, carrierReference, trackingNumber, format, base64],
  });
}

/** A label from the buyer to where the goods are to come to, for the units that are still expected. */
export async function returnLabelRequest(
  db: Executor,
  { subject, reference }: DeliveryTask,
): Promise<Result<DeliveryDocument, NothingToSend>> {
  type Row = {
    readonly from: AddressValue | null;
    readonly to: AddressValue;
    readonly name: string;
    readonly currency: string;
    readonly units: string | null;
    readonly grams: string | null;
  };
  const { rows } = await db.query<Row>({
    name: 'return-label-request',
    text: `
      select o.document -> 'shippingAddress' as from, p.address as to, p.name, o.currency, w.units, w.grams
      from rma r join orders o on o.id = r.order_id join location p on p.id = r.location_id
      cross join lateral (
        select sum(n.left) as units, sum(n.left * coalesce(d.weight_grams, $2)) as grams
        from rma_line l join order_line ol on ol.id = l.order_line_id left join product d on d.id = ol.product_id
        cross join lateral (select l.quantity - l.received - l.kept - l.cancelled as left) n
        where l.rma_id = r.id) w
      where r.id = $1`,
    values: [subject, DEFAULT_ITEM_GRAMS],
  });
  const [row] = rows;
  if (!row || Number(row.units ?? 0) === 0) {
    return err({ code: 'nothing-expected', message: 'the return waits for no goods any more' });
  }
  const document: LabelRequest = {
    reference,
    from: row.from ?? {},
    to: { name: row.name, ...row.to },
    parcels: [{ weightGrams: Math.max(1, Number(row.grams)) }],
    currency: row.currency,
    returnLabel: true,
  };
  return ok({ operation: 'buyLabel', document });
}
