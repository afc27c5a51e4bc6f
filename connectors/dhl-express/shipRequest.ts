import type { LabelRequest } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import type { Instant } from '../../core/shared/ids.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { takesOptions } from '../kit/shipmentOptions.ts';
import { crossesCustoms, defaultProduct } from './codes.ts';
import { packagesOf, partyOf, postalAddressOf } from './parties.ts';
import { plannedTime } from './plannedTime.ts';
import type { Settings } from './settings.ts';
import type { ShipRequest } from './wire.ts';

const MAX_REFERENCE = 35;

/** DHL Express draws PDF, ZPL and EPL; who asks for a picture gets the PDF, named as such. */
const ENCODINGS = { PDF: 'pdf', PNG: 'pdf', GIF: 'pdf', ZPL: 'zpl', EPL: 'epl' } as const;
/** 8 by 4 inches, DHL's default, as a name that the vendor's description lists. */
const TEMPLATE = 'ECOM26_84_001';

/** A request that can be sent: its addresses are whole, and it needs nothing that is not there. */
export function checked(request: LabelRequest): Result<LabelRequest, Fault> {
  const options = takesOptions(request, []);
  if (!options.ok) return options;
  const from = postalAddressOf(request.from, '/from');
  if (!from.ok) return from;
  const to = postalAddressOf(request.to, '/to');
  if (!to.ok) return to;
  if (crossesCustoms(from.value.countryCode, to.value.countryCode))
    return err(permanent('customs-missing', 'goods that cross a border of customs need customs data', '/customs'));
  return ok(request);
}

/** The product that a shipment goes by: its own, the connection's, or the usual one. */
export function productOf({ service, from, to }: LabelRequest, settings: Settings): string {
  return service ?? settings.product ?? defaultProduct(from.country ?? '', to.country ?? '');
}

/** A shipment that carries our reference, so that it can be found again. A fault when the reference does not fit. */
export function shipRequest(
  request: LabelRequest,
  settings: Settings,
  reference: string,
  now: Instant,
): Result<ShipRequest, Fault> {
  if (reference.length > MAX_REFERENCE)
    return err(permanent('reference-too-long', `DHL Express takes references of up to ${MAX_REFERENCE} characters`));
  const from = partyOf(request.from, '/from', settings.phone);
  if (!from.ok) return from;
  const to = partyOf(request.to, '/to', settings.phone);
  if (!to.ok) return to;
  return ok({
    plannedShippingDateAndTime: plannedTime(now, settings.timeZone),
    pickup: { isRequested: false },
    productCode: productOf(request, settings),
    getRateEstimates: true,
    accounts: [{ typeCode: 'shipper', number: settings.accountNumber }],
    outputImageProperties: {
      encodingFormat: ENCODINGS[request.labelFormat ?? settings.labelFormat],
      splitDocumentsByPages: true,
      imageOptions: [{ typeCode: 'label', templateName: TEMPLATE }],
    },
    customerReferences: [{ typeCode: 'CU', value: reference }],
    customerDetails: { shipperDetails: from.value, receiverDetails: to.value },
    content: {
      packages: packagesOf(request.parcels),
      isCustomsDeclarable: false,
      description: settings.contents,
      incoterm: 'DAP',
      unitOfMeasurement: 'metric',
    },
    getAdditionalInformation: [{ typeCode: 'linkLabelsByPieces', isRequested: true }],
  });
}
