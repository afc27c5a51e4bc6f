import { z } from 'zod';
import type { LabelReceipt, LabelRequest } from '../../core/documents/index.ts';
import type { Fault } from '../../core/shared/fault.ts';
import { parseInstant } from '../../core/shared/instant.ts';
import { err, type Result } from '../../core/shared/result.ts';
import type { Write } from '../kit/connector.ts';
import { parseDocument, parseWire } from '../kit/parse.ts';
import type { Client } from './client.ts';
import { findShipment, parcelsOf } from './lookUp.ts';
import { billedPrice } from './money.ts';
import { checked, productOf, shipRequest } from './shipRequest.ts';
import { type Image, ShipAnswer } from './wire.ts';

type Parcel = LabelReceipt['parcels'][number];
type Label = NonNullable<Parcel['label']>;
type Paper = NonNullable<LabelReceipt['documents']>[number];

/**
 * Buys labels. DHL keeps no idempotency key. A purchase of unknown outcome is looked up by our reference; DHL does not say
 * how soon tracking shows a shipment, so that one which is not found may exist, and a person is asked.
 */
export const buyLabel: Write<Client, LabelRequest, LabelReceipt> = {
  encode: checked,
  async send(client, raw, { reference }, signal) {
    const request = raw as LabelRequest;
    const body = shipRequest(request, client.settings, reference, client.now());
    if (!body.ok) return body;
    const headers = { 'Message-Reference': reference };
    const answer = await client.call(
      { method: 'POST', path: '/shipments', body: body.value, headers, effect: 'write' },
      signal,
    );
    if (!answer.ok) return answer;
    const receipt = receiptOf(productOf(request, client.settings), answer.value);
    // DHL said yes in words that cannot be read: bought, most likely, and so never simply refused.
    return receipt.ok ? receipt : err({ kind: 'in-doubt', code: receipt.error.code, message: receipt.error.message });
  },
  duplicates: {
    mode: 'lookupByRef',
    settleMs: null,
    async landed(client, raw, { reference }, signal) {
      const { shipOn } = raw as LabelRequest;
      const found = await findShipment(client, { reference, ...(shipOn ? { shipOn } : {}) }, signal);
      if (!found.ok || found.value === null) return found;
      const service = productOf(raw as LabelRequest, client.settings);
      return parseDocument('labelReceipt', { ...found.value, carrier: CARRIER, service });
    },
  },
};

const CARRIER = 'DHL Express';

/** The receipt of an answer to a shipment, with the labels that came with it. */
export function receiptOf(product: string, raw: unknown): Result<LabelReceipt, Fault> {
  const parsed = parseWire(ShipAnswer, raw, 'DHL Express shipment');
  if (!parsed.ok) return parsed;
  const {
    shipmentTrackingNumber,
    packages,
    documents = [],
    shipmentCharges = [],
    estimatedDeliveryDate,
  } = parsed.value;
  const charge = billedPrice(shipmentCharges, '/shipmentCharges');
  const labels = documents.filter(({ typeCode }) => typeCode === 'label');
  const papers = documents.flatMap(paperOf);
  const expected = parseInstant(estimatedDeliveryDate?.estimatedDeliveryDate ?? '');
  return parseDocument('labelReceipt', {
    externalId: shipmentTrackingNumber,
    carrier: CARRIER,
    service: product,
    // A charge that is not exact is left out rather than rounded: the label is bought.
    ...(charge.ok ? charge.value : {}),
    parcels: parcelsOf(shipmentTrackingNumber, packages).map((parcel, i) => ({ ...parcel, ...labelAt(labels, i) })),
    ...(papers.length > 0 ? { documents: papers } : {}),
    ...(expected.ok ? { expectedAt: expected.value } : {}),
  });
}

/** The label of a parcel: by the number of the parcel that DHL names, else by its place. */
function labelAt(labels: readonly Image[], i: number): { readonly label?: Label } {
  const image = labels.find(({ packageReferenceNumber }) => packageReferenceNumber === i + 1) ?? labels[i];
  const format = image?.imageFormat.trim().toUpperCase();
  // A picture in an unknown format is left out: the shipment must not be lost over it.
  return image && isFormat(format) ? { label: { format, base64: image.content } } : {};
}

const isFormat = (format: string | undefined): format is Label['format'] =>
  format === 'PDF' || format === 'ZPL' || format === 'EPL' || format === 'PNG';

const PAPERS: Readonly<Record<string, Paper['kind']>> = {
  waybillDoc: 'waybill',
  invoice: 'commercial-invoice',
  shipmentReceipt: 'receipt',
  receipt: 'receipt',
  'qr-code': 'qr-code',
};
const isBase64 = (text: string): boolean => z.base64().min(1).safeParse(text).success;

/** A paper beside the labels. What cannot be read is left out: the shipment must not be lost over it. */
function paperOf({ typeCode, imageFormat, content }: Image): readonly Paper[] {
  const format = imageFormat.trim().toUpperCase();
  if (typeCode === 'label' || !isFormat(format) || !isBase64(content)) return [];
  return [{ kind: PAPERS[typeCode] ?? 'other', format, base64: content }];
}
