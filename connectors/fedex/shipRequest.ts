import type { LabelRequest } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { tenthsOf } from '../kit/measures.ts';
import { partyOf } from './address.ts';
import { isGround } from './codes.ts';
import { labelSpecification } from './labelImage.ts';
import { parcelsOf } from './parcel.ts';
import type { Settings } from './settings.ts';

const OWN_PACKAGING = 'YOUR_PACKAGING';
const MAX_REFERENCE = { ground: 30, express: 40 } as const;

/** A label request that FedEx can be asked for; what depends on the account is added when it is sent. */
export function checkRequest(request: LabelRequest): Result<LabelRequest, Fault> {
  // Phones may come from the account, so any will do here.
  const parts = [partyOf(request.from, '/from', '0'), partyOf(request.to, '/to', '0'), parcelsOf(request.parcels, '')];
  return parts.find((part) => !part.ok) ?? ok(request);
}

/** The service that a shipment goes by: its own, the connection's, or Ground inside the US. */
export function serviceOf(
  { service, from, to }: Pick<LabelRequest, 'service' | 'from' | 'to'>,
  settings: Settings,
): string | undefined {
  const isAbroad = from.country !== to.country;
  const usual = from.country === 'US' && !isAbroad ? 'FEDEX_GROUND' : undefined;
  return service ?? (isAbroad ? settings.serviceAbroad : settings.service) ?? usual;
}

/** A shipment whose every parcel carries our reference, so that it can be found again. */
export function shipRequest(request: LabelRequest, settings: Settings, reference: string): Result<object, Fault> {
  const serviceType = serviceOf(request, settings);
  if (serviceType === undefined)
    return err(permanent('service-missing', 'FedEx needs a service: set one for the connection', '/service'));
  const longest = isGround(serviceType) ? MAX_REFERENCE.ground : MAX_REFERENCE.express;
  if (reference.length > longest)
    return err(permanent('reference-too-long', `FedEx ${serviceType} takes references of ${longest} characters`));
  const shipper = partyOf(request.from, '/from', settings.shipperPhone);
  if (!shipper.ok) return shipper;
  const recipient = partyOf(request.to, '/to', settings.shipperPhone);
  if (!recipient.ok) return recipient;
  const parcels = parcelsOf(request.parcels, shipper.value.address.countryCode);
  if (!parcels.ok) return parcels;
  return ok({
    labelResponseOptions: 'LABEL',
    accountNumber: { value: settings.accountNumber },
    requestedShipment: {
      shipper: shipper.value,
      recipients: [recipient.value],
      packagingType: OWN_PACKAGING,
      totalWeight: totalPounds(request),
      totalPackageCount: parcels.value.length,
      requestedPackageLineItems: parcels.value.map((parcel, i) => ({
        sequenceNumber: i + 1,
        groupPackageCount: 1,
        ...parcel,
        customerReferences: [{ customerReferenceType: 'CUSTOMER_REFERENCE', value: reference }],
      })),
      serviceType,
      pickupType: settings.pickupType,
      shippingChargesPayment: { paymentType: 'SENDER' },
      labelSpecification: labelSpecification(request.labelFormat ?? settings.labelFormat),
      // The account's own price, in the answer.
      rateRequestType: ['ACCOUNT'],
    },
  });
}

/** The total is in pounds, whatever the parcels are in. */
function totalPounds({ parcels }: LabelRequest): number {
  return (
    tenthsOf(
      parcels.reduce((sum, { weightGrams }) => sum + weightGrams, 0),
      'imperial',
    ) / 10
  );
}
