import type { LabelRequest } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { type CurrencyCode, formatMinor } from '../../core/shared/money.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { takesOptions } from '../kit/shipmentOptions.ts';
import { partyOf, phoneOf } from './address.ts';
import { defaultService } from './codes.ts';
import type { LabelFormat } from './labelImage.ts';
import { labelSpecification } from './labelImage.ts';
import { OWN_PACKAGING, type Parcel, parcelsOf } from './parcel.ts';
import type { Settings } from './settings.ts';
import type { Charge, Party, ShipRequest } from './wire.ts';

/** A label request in the terms of UPS; what depends on the account is added when it is sent. */
export type Prepared = {
  readonly from: Party;
  readonly to: Party;
  readonly parcels: readonly Parcel[];
  readonly service: string | undefined;
  readonly format: LabelFormat | undefined;
  readonly invoiceTotal: Charge | undefined;
};

/** Where an invoice total belongs on the shipment itself: from the US to these, and nowhere else. */
const INVOICE_TOTAL: ReadonlySet<string> = new Set(['PR', 'CA']);
const MAX_REFERENCE = 35;

export function prepare(request: LabelRequest): Result<Prepared, Fault> {
  const options = takesOptions(request, []);
  if (!options.ok) return options;
  const from = partyOf(request.from, '/from');
  if (!from.ok) return from;
  const to = partyOf(request.to, '/to');
  if (!to.ok) return to;
  const parcels = parcelsOf(request.parcels, countryOf(from.value));
  if (!parcels.ok) return parcels;
  const invoiceTotal = invoiceTotalOf(request, from.value, to.value);
  if (!invoiceTotal.ok) return invoiceTotal;
  return ok({
    from: from.value,
    to: to.value,
    parcels: parcels.value,
    service: request.service,
    format: request.labelFormat,
    invoiceTotal: invoiceTotal.value,
  });
}

/** The service that a shipment goes by: its own, the connection's, or the usual one. */
export function serviceOf({ from, to, service }: Prepared, settings: Settings): string {
  return service ?? settings.service ?? defaultService(countryOf(from), countryOf(to));
}

/** A shipment that carries our reference, so that it can be found again. A fault when the reference does not fit. */
export function shipRequest(prepared: Prepared, settings: Settings, reference: string): Result<ShipRequest, Fault> {
  if (reference.length > MAX_REFERENCE)
    return err(permanent('reference-too-long', `UPS takes references of up to ${MAX_REFERENCE} characters`));
  const { from, parcels, invoiceTotal } = prepared;
  const reachable = reachableOf(prepared, settings);
  if (!reachable.ok) return reachable;
  const { to, shipper } = reachable.value;
  const references = { ReferenceNumber: [{ Value: reference }] };
  const isOnParcels = takesReferenceOnParcels(from, to);
  return ok({
    ShipmentRequest: {
      Request: { RequestOption: 'nonvalidate', TransactionReference: { CustomerContext: reference } },
      Shipment: {
        Description: settings.contents,
        Shipper: { ...shipper, Name: settings.shipperName, ShipperNumber: settings.shipperNumber },
        ShipTo: to,
        ShipFrom: from,
        PaymentInformation: {
          ShipmentCharge: [{ Type: '01', BillShipper: { AccountNumber: settings.shipperNumber } }],
        },
        Service: { Code: serviceOf(prepared, settings) },
        // Without it UPS tells the list price, not the account's.
        ShipmentRatingOptions: { NegotiatedRatesIndicator: 'Y' },
        ...(invoiceTotal ? { InvoiceLineTotal: invoiceTotal } : {}),
        ...(isOnParcels ? {} : references),
        Package: parcels.map((parcel) => ({
          Packaging: OWN_PACKAGING,
          ...parcel,
          ...(isOnParcels ? references : {}),
        })),
      },
      LabelSpecification: labelSpecification(prepared.format ?? settings.labelFormat),
    },
  });
}

/**
 * Between countries UPS needs a phone at both ends. The account holder's goes for the shipper, and for a recipient who
 * left none: that is what it is offered for.
 */
function reachableOf(
  { from, to }: Prepared,
  { shipperPhone }: Settings,
): Result<{ readonly to: Party; readonly shipper: Party }, Fault> {
  const shipper = { ...from, ...phoneOf(shipperPhone, countryOf(from)) };
  if (!isAbroad(from, to)) return ok({ to, shipper });
  const recipient = { ...phoneOf(shipperPhone, countryOf(from)), ...to };
  if (recipient.Phone && shipper.Phone) return ok({ to: recipient, shipper });
  const at = recipient.Phone ? '/from/phone' : '/to/phone';
  return err(permanent('address-incomplete', 'UPS needs a phone at both ends, between countries', at));
}

const countryOf = (party: Party): string => party.Address.CountryCode;
const isAbroad = (from: Party, to: Party): boolean => countryOf(from) !== countryOf(to);

/** Inside the US and inside Puerto Rico references stand on the parcels; UPS refuses them on the shipment (120541). */
function takesReferenceOnParcels(from: Party, to: Party): boolean {
  return !isAbroad(from, to) && (countryOf(from) === 'US' || countryOf(from) === 'PR');
}

function invoiceTotalOf(request: LabelRequest, from: Party, to: Party): Result<Charge | undefined, Fault> {
  if (countryOf(from) !== 'US' || !INVOICE_TOTAL.has(countryOf(to))) return ok(undefined);
  const { declaredValueMinor, currency } = request;
  if (!declaredValueMinor || !currency)
    return err(permanent('value-missing', 'UPS needs the value of goods to this country', '/declaredValueMinor'));
  return ok({ CurrencyCode: currency, MonetaryValue: formatMinor(declaredValueMinor, currency as CurrencyCode) });
}
