import type { LabelRequest, ParcelValue } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { customsOf } from './customs.ts';
import { consigneeOf, postOfficeOf, shipperOf } from './parties.ts';
import { servicesOf } from './services.ts';
import { billingNumberFor, type Settings } from './settings.ts';
import type { OrderRequest, Shipment } from './wire.ts';

const MAX_PARCELS = 30;
const MAX_GRAMS = 31_500;
const MIN_REFERENCE = 8;
const MAX_REFERENCE = 35;

/** A request that can be sent: it is whole, DHL takes as many and as heavy parcels, and can do what it asks for. */
export function checked(request: LabelRequest): Result<LabelRequest, Fault> {
  if (request.parcels.length > MAX_PARCELS)
    return err(permanent('too-many-parcels', `DHL takes ${MAX_PARCELS} parcels in one order`, '/parcels'));
  const tooHeavy = request.parcels.findIndex(({ weightGrams }) => weightGrams > MAX_GRAMS);
  if (tooHeavy >= 0)
    return err(permanent('parcel-too-heavy', 'DHL takes parcels up to 31.5 kg', `/parcels/${tooHeavy}/weightGrams`));
  const shipments = shipmentsOf(request, { product: '', billingNumber: '', refNo: '' }, false);
  return shipments.ok ? ok(request) : shipments;
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
  // DHL takes no shorter references.
  const common = { product, billingNumber, refNo: reference.padEnd(MIN_REFERENCE, '-') };
  const shipments = shipmentsOf(request, common, settings.passContacts);
  return shipments.ok ? ok({ profile: settings.profile, shipments: shipments.value }) : shipments;
}

function shipmentsOf(
  request: LabelRequest,
  product: Pick<Shipment, 'product' | 'billingNumber' | 'refNo'>,
  passContacts: boolean,
): Result<readonly Shipment[], Fault> {
  const parties = partiesOf(request, passContacts);
  if (!parties.ok) return parties;
  const services = servicesOf(request, product.product);
  if (!services.ok) return services;
  const common = {
    ...product,
    ...(request.shipOn ? { shipDate: request.shipOn } : {}),
    ...parties.value,
    ...(services.value ? { services: services.value } : {}),
  };
  const shipments: Shipment[] = [];
  for (const [i, parcel] of request.parcels.entries()) {
    const customs = customsOf(request, i, product.product);
    if (!customs.ok) return customs;
    shipments.push({ ...common, details: detailsOf(parcel), ...(customs.value ? { customs: customs.value } : {}) });
  }
  return ok(shipments);
}

function partiesOf(
  { from, to, collectAt }: LabelRequest,
  passContacts: boolean,
): Result<Pick<Shipment, 'shipper' | 'consignee'>, Fault> {
  const shipper = shipperOf(from, '/from');
  if (!shipper.ok) return shipper;
  const consignee = collectAt === undefined ? consigneeOf(to, '/to', passContacts) : postOfficeOf(to, collectAt);
  return consignee.ok ? ok({ shipper: shipper.value, consignee: consignee.value }) : consignee;
}

function detailsOf({ weightGrams, lengthMm, widthMm, heightMm }: ParcelValue): Shipment['details'] {
  return {
    ...(lengthMm && widthMm && heightMm
      ? { dim: { uom: 'mm', length: lengthMm, width: widthMm, height: heightMm } }
      : {}),
    weight: { uom: 'g', value: weightGrams },
  };
}
