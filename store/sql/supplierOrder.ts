import type { AddressValue, OrderDocument } from '../../core/documents/index.ts';
import type { DeliveryDocument, DeliveryTask, NothingToSend } from '../../core/ports/index.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Executor } from '../database.ts';
import { instantFrom } from '../instant.ts';

type Row = {
  readonly number: string;
  readonly state: string;
  readonly created_at: string;
  readonly updated_at: string;
  readonly currency: string;
  readonly address: AddressValue | null;
  readonly lines: readonly { readonly externalId: string; readonly sku: string; readonly quantity: number }[] | null;
};

/**
 * What a supplier is to ship in the hub's name: a purchase order under the number of the fulfillment order. It names no
 * price, for what the buyer paid is no business of the supplier's; what he charges is agreed apart.
 */
export async function supplierOrder(
  db: Executor,
  { operation, subject }: DeliveryTask,
): Promise<Result<DeliveryDocument, NothingToSend>> {
  const { rows } = await db.query<Row>({ name: 'supplier-order', text: TEXT, values: [subject] });
  const row = rows[0];
  if (!row) return err({ code: 'gone', message: 'the fulfillment order is not there any more' });
  const isCancelled = row.state === 'cancelled';
  if (operation === 'pushOrder' && (isCancelled || !row.lines)) {
    return err({ code: 'cancelled', message: 'the work was cancelled before the supplier was told' });
  }
  const document = documentOf(row);
  return operation === 'cancelOrder'
    ? ok({ operation, document: { ...document, cancelledAt: instantFrom(row.updated_at) } })
    : ok({ operation: 'pushOrder', document });
}

function documentOf({ number, created_at, updated_at, currency, address, lines }: Row): OrderDocument {
  return {
    externalId: number,
    number,
    kind: 'purchase',
    channel: 'b2b',
    placedAt: instantFrom(created_at),
    updatedAt: instantFrom(updated_at),
    currency,
    taxesIncluded: false,
    ...(address ? { shippingAddress: address } : {}),
    lines: (lines ?? []).map((line) => ({
      ...line,
      unitPrice: '0',
      discountMinor: 0,
      taxes: [],
      totalMinor: 0,
      requiresShipping: true,
    })),
    shipping: [],
    discounts: [],
    payments: [],
    paymentState: 'pending',
    totals: {
      linesMinor: 0,
      discountMinor: 0,
      shippingMinor: 0,
      taxMinor: 0,
      feesMinor: 0,
      roundingMinor: 0,
      grandMinor: 0,
    },
    tags: ['drop-ship'],
    history: false,
  };
}

const TEXT = `
  select f.number, f.state, f.created_at, f.updated_at, o.currency, o.document -> 'shippingAddress' as address,
         (select jsonb_agg(jsonb_build_object('externalId', l.id, 'sku', l.sku, 'quantity', u.units) order by l.position)
          from jsonb_array_elements(f.lines) part
          cross join lateral (select (part ->> 'quantity')::integer
                                     + (part ->> 'withdrawn')::integer * (f.state = 'cancelled')::integer as units) u
          join order_line l on l.id = (part ->> 'line')::uuid
          where u.units > 0) as lines
  from fulfillment_order f join orders o on o.id = f.order_id where f.id = $1`;
