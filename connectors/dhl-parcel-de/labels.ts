import { z } from 'zod';
import type { LabelReceipt, LabelRequest } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, type Result } from '../../core/shared/result.ts';
import type { Write } from '../kit/connector.ts';
import { parseDocument, parseWire } from '../kit/parse.ts';
import { type Client, SHIPPING } from './client.ts';
import { deleteShipments } from './deleting.ts';
import { checked, orderRequest, productOf } from './orderRequest.ts';
import { checkedReturn, RETURNS, returnReceiptOf, returnRequest } from './returns.ts';
import { codeOf, type Document, type Item, isDone, OrderAnswer, saidOf } from './wire.ts';

type Label = NonNullable<LabelReceipt['parcels'][number]['label']>;

/**
 * Buys labels. DHL keeps no idempotency key, orders are found by the number that DHL gives them and not by our reference,
 * and tracking shows them only from the day that they are given to DHL: a purchase of unknown outcome goes to a person.
 */
export const buyLabel: Write<Client, LabelRequest, LabelReceipt> = {
  encode: (request) => (request.returnLabel ? checkedReturn(request) : checked(request)),
  async send(client, raw, { reference }, signal) {
    const request = raw as LabelRequest;
    return request.returnLabel
      ? sendBack(client, request, reference, signal)
      : order(client, request, reference, signal);
  },
  duplicates: { mode: 'none' },
};

async function order(
  client: Client,
  request: LabelRequest,
  reference: string,
  signal: AbortSignal,
): Promise<Result<LabelReceipt, Fault>> {
  const { settings } = client;
  const body = orderRequest(request, settings, reference);
  if (!body.ok) return body;
  const query = {
    docFormat: (request.labelFormat ?? settings.labelFormat) === 'ZPL' ? 'ZPL2' : 'PDF',
    includeDocs: 'include',
    ...(settings.printFormat === undefined ? {} : { printFormat: settings.printFormat }),
  };
  const path = `${SHIPPING}/orders`;
  const answer = await client.call({ method: 'POST', path, query, body: body.value, effect: 'write' }, signal);
  if (!answer.ok) return answer;
  const parsed = parseWire(OrderAnswer, answer.value, 'DHL order');
  if (!parsed.ok) return inDoubt(parsed.error);
  const { items } = parsed.value;
  if (!items.every(isDone)) return refusedInPart(client, items, signal);
  const receipt = receiptOf(productOf(request, settings), answer.value);
  // DHL said yes in words that cannot be read: bought, most likely, and so never simply refused.
  return receipt.ok ? receipt : inDoubt(receipt.error);
}

async function sendBack(
  client: Client,
  request: LabelRequest,
  reference: string,
  signal: AbortSignal,
): Promise<Result<LabelReceipt, Fault>> {
  const body = returnRequest(request, client.settings, reference);
  if (!body.ok) return body;
  const query = { labelType: 'SHIPMENT_LABEL' };
  const answer = await client.call({ method: 'POST', path: RETURNS, query, body: body.value, effect: 'write' }, signal);
  if (!answer.ok) return answer;
  const receipt = returnReceiptOf(answer.value);
  return receipt.ok ? receipt : inDoubt(receipt.error);
}

const inDoubt = ({ code, message }: Fault): Result<never, Fault> => err({ kind: 'in-doubt', code, message });

/** Some parcels were taken and others not: those that were are taken back, so that the whole is refused. */
async function refusedInPart(
  client: Client,
  items: readonly Item[],
  signal: AbortSignal,
): Promise<Result<never, Fault>> {
  const failed = items.findIndex((item) => !isDone(item));
  const said = items.flatMap((item, i) => (isDone(item) ? [] : [`parcel ${i + 1}: ${saidOf(item)}`])).join('; ');
  if (items.some((item) => !isDone(item) && codeOf(item.sstatus) >= 500))
    return inDoubt(permanent('order-in-part', said));
  const taken = items.filter(isDone).map(({ shipmentNo = '' }) => shipmentNo);
  const back = taken.length === 0 ? undefined : await deleteShipments(client, taken, signal);
  if (back && !back.ok) return inDoubt(permanent('order-in-part', `${said}; not taken back: ${back.error.message}`));
  return err(permanent('order-refused', said, `/parcels/${failed}`));
}

/** The receipt of an answer in which every parcel was taken. */
export function receiptOf(product: string, raw: unknown): Result<LabelReceipt, Fault> {
  const parsed = parseWire(OrderAnswer, raw, 'DHL order');
  if (!parsed.ok) return parsed;
  const { items } = parsed.value;
  // What cannot be read is left out: the shipment must not be lost over it.
  const papers = items.flatMap(({ customsDoc }) =>
    customsDoc?.b64 && z.base64().safeParse(customsDoc.b64).success
      ? [{ kind: 'customs-declaration', format: 'PDF', base64: customsDoc.b64 }]
      : [],
  );
  return parseDocument('labelReceipt', {
    externalId: items[0]?.shipmentNo,
    carrier: 'DHL',
    service: product,
    parcels: items.map(({ shipmentNo, label }) => ({ trackingNumber: shipmentNo, ...labelOf(label) })),
    ...(papers.length > 0 ? { documents: papers } : {}),
  });
}

/** A label as DHL sent it: a PDF in base64, or ZPL as plain text. */
function labelOf({ b64, zpl2, fileFormat }: Document = {}): { readonly label?: Label } {
  if (zpl2 && fileFormat !== 'PDF')
    return { label: { format: 'ZPL', base64: Buffer.from(zpl2, 'utf8').toString('base64') } };
  return b64 ? { label: { format: 'PDF', base64: b64 } } : {};
}
