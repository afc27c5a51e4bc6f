import type { LabelReceipt, LabelRequest } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { parseDocument, parseWire } from '../kit/parse.ts';
import { takesOptions } from '../kit/shipmentOptions.ts';
import { shipperOf, streetOf } from './parties.ts';
import type { Settings } from './settings.ts';
import { ReturnAnswer, type ReturnRequest } from './wire.ts';

export const RETURNS = '/parcel/de/shipping/returns/v1/orders';

/** A label by which a buyer in Germany sends a parcel back, to the receiver that the portal keeps. */
export function checkedReturn(request: LabelRequest): Result<LabelRequest, Fault> {
  const options = takesOptions(request, ['returnLabel']);
  if (!options.ok) return options;
  if (request.parcels.length > 1)
    return err(permanent('too-many-parcels', 'DHL makes a return label for one parcel', '/parcels'));
  if (request.from.country !== 'DE')
    return err(permanent('option-unsupported', 'return labels are made for senders in Germany', '/from/country'));
  const sender = senderOf(request);
  return sender.ok ? ok(request) : sender;
}

export function returnRequest(
  request: LabelRequest,
  { returnReceiver, passContacts }: Settings,
  reference: string,
): Result<ReturnRequest, Fault> {
  if (returnReceiver === undefined)
    return err(permanent('no-return-receiver', 'the connection names no receiver of returns', '/returnLabel'));
  const shipper = senderOf(request);
  if (!shipper.ok) return shipper;
  const { email } = request.from;
  return ok({
    receiverId: returnReceiver,
    customerReference: reference,
    shipmentReference: reference,
    shipper: { ...shipper.value, ...(passContacts && email && email.length <= 70 ? { email } : {}) },
    itemWeight: { uom: 'g', value: request.parcels[0]?.weightGrams ?? 1 },
  });
}

function senderOf({ from }: LabelRequest): Result<ReturnRequest['shipper'], Fault> {
  const sender = shipperOf(from, '/from');
  if (!sender.ok) return sender;
  const street = streetOf(from.line1 ?? '', '/from/line1');
  if (!street.ok) return street;
  const { name1, name2, name3, city, postalCode } = sender.value;
  if (!postalCode) return err(permanent('address-incomplete', 'DHL needs a postal code', '/from/postalCode'));
  return ok({ name1, ...(name2 ? { name2 } : {}), ...(name3 ? { name3 } : {}), ...street.value, city, postalCode });
}

/** The receipt of a return label. */
export function returnReceiptOf(raw: unknown): Result<LabelReceipt, Fault> {
  const parsed = parseWire(ReturnAnswer, raw, 'DHL return');
  if (!parsed.ok) return parsed;
  const { shipmentNo, label } = parsed.value;
  return parseDocument('labelReceipt', {
    externalId: shipmentNo,
    carrier: 'DHL',
    service: 'DHL Retoure',
    parcels: [{ trackingNumber: shipmentNo, ...(label.b64 ? { label: { format: 'PDF', base64: label.b64 } } : {}) }],
  });
}
