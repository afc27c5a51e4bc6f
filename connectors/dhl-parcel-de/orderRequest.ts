import type { LabelRequest, ParcelValue } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { takesOptions } from '../kit/shipmentOptions.ts';
import { consigneeOf, shipperOf } from './parties.ts';
import { billingNumberFor, type Settings } from './settings.ts';
import type { OrderRequest, Shipment } from './wire.ts';

const MAX_PARCELS = 30;
const MAX_GRAMS = 31_500;
const MIN_REFERENCE = 8;
const MAX_REFERENCE = 35;

/** A request that can be sent: its addresses are whole, and DHL takes as many and as heavy parcels. */
export function checked(request: LabelRequest): Result<LabelRequest, Fault> {
  const options = takesOptions(request, []);
  if (!options.ok) return options;
  const from = shipperOf(request.from, '/from');
  if (!from.ok) return from;
  const to = consigneeOf(request.to, '/to', false);
  if (!to.ok) return to;
  if (request.parcels.length > MAX_PARCELS)
    return err(permanent('too-many-parcels', `DHL takes ${MAX_PARCELS} parcels in one order`, '/parcels'));
  const tooHeavy = request.parcels.findIndex(({ weightGrams }) => weightGrams > MAX_GRAMS);
  if (tooHeavy >= 0)
    return err(permanent('parcel-too-heavy', 'DHL takes parcels up to 31.5 kg', `/parcels/${tooHeavy}/weightGrams`));
  return ok(request);
}

/** The product that a shipment goes by: its own, the connection's inside Germany, else the international parcel. */
export function productOf({ service, to }: LabelRequest, settings: Settings): string {
  return service ?? (to.country === 'DE' ? settings.product : 'V53WPAK');
}

/** An order: each parcel is a shipment of its own, and all carry our reference. A fault when something does not fit. */
export function orderRequest(
  request: LabelRequest,
  settings: Settings,
  reference: string,
): Result<OrderRequest, Fault> {
  if (reference.length > MAX_REFERENCE)
    return err(permanent('reference-too-long', `DHL takes references of up to ${MAX_REFERENCE} characters`));
  const product = productOf(request, settings);
  const billingNumber = billingNumberFor(product, settings);
  if (billingNumber === undefined)
    return err(permanent('no-billing-number', `no billing number of the connection is for ${product}`, '/service'));
  const shipper = shipperOf(request.from, '/from');
  if (!shipper.ok) return shipper;
  const consignee = consigneeOf(request.to, '/to', settings.passContacts);
  if (!consignee.ok) return consignee;
  const common = {
    product,
    billingNumber,
    // DHL takes no shorter ones.
    refNo: reference.padEnd(MIN_REFERENCE, '-'),
    shipper: shipper.value,
    consignee: consignee.value,
  };
  return ok({
    profile: settings.profile,
    shipments: request.parcels.map((parcel) => ({ ...common, details: detailsOf(parcel) })),
  });
}

function detailsOf({ weightGrams, lengthMm, widthMm, heightMm }: ParcelValue): Shipment['details'] {
  return {
    ...(lengthMm && widthMm && heightMm
      ? { dim: { uom: 'mm', length: lengthMm, width: widthMm, height: heightMm } }
      : {}),
    weight: { uom: 'g', value: weightGrams },
  };
}
