import type { LabelRequest, RateQuery } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { tenthsOf } from '../kit/measures.ts';
import { partyOf } from './address.ts';
import { isGround } from './codes.ts';
import { clearanceOf, tinsOf } from './customs.ts';
import { labelSpecification } from './labelImage.ts';
import { checkOptions, declaredTotal, parcelServices, shipmentServices } from './options.ts';
import { wantedPapers } from './papers.ts';
import { parcelsOf } from './parcel.ts';
import type { Settings } from './settings.ts';

const OWN_PACKAGING = 'YOUR_PACKAGING';
const MAX_REFERENCE = { ground: 30, express: 40 } as const;

/** A label request that FedEx can be asked for; what depends on the account is added when it is sent. */
export function checkRequest(request: LabelRequest): Result<LabelRequest, Fault> {
  // Phones may come from the account, so any will do here.
  const parts = [
    checkOptions(request),
    partyOf(request.from, '/from', '0'),
    partyOf(request.to, '/to', '0'),
    parcelsOf(request.parcels, ''),
    clearanceOf(request, '0'),
  ];
  return parts.find((part) => !part.ok) ?? ok(request);
}

/** The service that a shipment goes by: its own, the connection's, or Ground inside the US. */
export function serviceOf(
  request: Pick<RateQuery, 'service' | 'from' | 'to' | 'residential'>,
  settings: Settings,
): string | undefined {
  const { service, from, to, residential } = request;
  const isAbroad = from.country !== to.country;
  const ground = residential ? 'GROUND_HOME_DELIVERY' : 'FEDEX_GROUND';
  const usual = from.country === 'US' && !isAbroad ? ground : undefined;
  return service ?? (isAbroad ? settings.serviceAbroad : settings.service) ?? usual;
}

/** The body that a shipment is ordered with, whose papers may have been uploaded. */
type Body = (etdDetail: object | undefined) => object;

/** A shipment whose every parcel carries our reference, so that it can be found again. */
export function shipRequest(request: LabelRequest, settings: Settings, reference: string): Result<Body, Fault> {
  const serviceType = serviceOf(request, settings);
  if (serviceType === undefined)
    return err(permanent('service-missing', 'FedEx needs a service: set one for the connection', '/service'));
  const longest = isGround(serviceType) ? MAX_REFERENCE.ground : MAX_REFERENCE.express;
  if (reference.length > longest)
    return err(permanent('reference-too-long', `FedEx ${serviceType} takes references of ${longest} characters`));
  const parties = partiesOf(request, settings);
  if (!parties.ok) return parties;
  const items = lineItems(request, reference);
  if (!items.ok) return items;
  const clearance = clearanceOf(request, settings.shipperPhone);
  if (!clearance.ok) return clearance;
  return ok((etdDetail) => ({
    labelResponseOptions: 'LABEL',
    accountNumber: { value: settings.accountNumber },
    requestedShipment: {
      ...parties.value,
      ...items.value,
      ...clearance.value,
      ...shipmentServices(request, etdDetail),
      ...wantedPapers(request),
      ...declaredTotal(request),
      ...(request.shipOn ? { shipDatestamp: request.shipOn } : {}),
      serviceType,
      pickupType: settings.pickupType,
      packagingType: OWN_PACKAGING,
      totalWeight: totalPounds(request),
      shippingChargesPayment: { paymentType: 'SENDER' },
      labelSpecification: labelSpecification(request.labelFormat ?? settings.labelFormat),
      // The account's own price, in the answer.
      rateRequestType: ['ACCOUNT'],
    },
  }));
}

function partiesOf(
  { from, to, residential, customs }: LabelRequest,
  { shipperPhone }: Settings,
): Result<object, Fault> {
  const shipper = partyOf(from, '/from', shipperPhone);
  if (!shipper.ok) return shipper;
  const recipient = partyOf(to, '/to', shipperPhone);
  if (!recipient.ok) return recipient;
  const address = { ...recipient.value.address, ...(residential === undefined ? {} : { residential }) };
  // Where somebody else imports, the importer's tax ids stand with him.
  const importerIds = customs?.importer ? [] : (customs?.importerTaxIds ?? []);
  return ok({
    shipper: { ...shipper.value, ...tinsOf(customs?.exporterTaxIds ?? []) },
    recipients: [{ ...recipient.value, address, ...tinsOf(importerIds) }],
  });
}

function lineItems(request: LabelRequest, reference: string): Result<object, Fault> {
  const parcels = parcelsOf(request.parcels, request.from.country ?? '');
  if (!parcels.ok) return parcels;
  const services = parcelServices(request);
  return ok({
    totalPackageCount: parcels.value.length,
    requestedPackageLineItems: parcels.value.map((parcel, i) => ({
      sequenceNumber: i + 1,
      groupPackageCount: 1,
      ...parcel,
      ...services[i],
      customerReferences: [{ customerReferenceType: 'CUSTOMER_REFERENCE', value: reference }],
    })),
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
