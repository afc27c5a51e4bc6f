import type { LabelRequest } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { type CurrencyCode, formatMinor } from '../../core/shared/money.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { partyOf, phoneOf } from './address.ts';
import { defaultService } from './codes.ts';
import { type Customs, customsOf } from './customs.ts';
import type { LabelFormat } from './labelImage.ts';
import { labelSpecification } from './labelImage.ts';
import { type Options, optionsOf } from './options.ts';
import { OWN_PACKAGING, type Parcel, parcelsOf } from './parcel.ts';
import type { Settings } from './settings.ts';
import type { Address, Charge, Party, Recipient, ShipRequest } from './wire.ts';

/** A label request in the terms of UPS; what depends on the account is added when it is sent. */
export type Prepared = {
  readonly from: Party;
  readonly to: Recipient;
  readonly parcels: readonly Parcel[];
  readonly service: string | undefined;
  readonly format: LabelFormat | undefined;
  readonly invoiceTotal: Charge | undefined;
  readonly options: Options;
  readonly customs: Customs | undefined;
};

/** Where an invoice total belongs on the shipment itself: from the US to these, and nowhere else. */
const INVOICE_TOTAL: ReadonlySet<string> = new Set(['PR', 'CA']);
const MAX_REFERENCE = 35;

export function prepare(request: LabelRequest): Result<Prepared, Fault> {
  const from = partyOf(request.from, '/from');
  if (!from.ok) return from;
  const recipient = partyOf(request.to, '/to');
  if (!recipient.ok) return recipient;
  const to = request.residential ? atHome(recipient.value) : recipient.value;
  const parties = { from: from.value, to };
  const options = optionsOf(request, parties);
  if (!options.ok) return options;
  const customs = customsOf(request, parties);
  if (!customs.ok) return customs;
  const parcels = parcelsOf(request.parcels, countryOf(from.value));
  if (!parcels.ok) return parcels;
  const invoiceTotal = invoiceTotalOf(request, from.value, to);
  if (!invoiceTotal.ok) return invoiceTotal;
  return ok({
    ...parties,
    parcels: parcels.value,
    service: request.service,
    format: request.labelFormat,
    invoiceTotal: invoiceTotal.value,
    options: options.value,
    customs: customs.value,
  });
}

/** A recipient who lives there. */
export const atHome = <P extends { readonly Address: Address }>(party: P) => ({
  ...party,
  Address: { ...party.Address, ResidentialAddressIndicator: '' },
});

/** The service that a shipment goes by: its own, the connection's, or the usual one. */
export function serviceOf({ from, to, service }: Prepared, settings: Settings): string {
  return service ?? settings.service ?? defaultService(countryOf(from), countryOf(to));
}

/** What is known only when a shipment is sent: our reference, the day, and the own papers that were uploaded. */
export type Sending = { readonly reference: string; readonly today: string; readonly documentIds: readonly string[] };

/** A shipment that carries our reference, so that it can be found again. A fault when the reference does not fit. */
export function shipRequest(prepared: Prepared, settings: Settings, sending: Sending): Result<ShipRequest, Fault> {
  const { reference } = sending;
  if (reference.length > MAX_REFERENCE)
    return err(permanent('reference-too-long', `UPS takes references of up to ${MAX_REFERENCE} characters`));
  const { from, parcels, options } = prepared;
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
        ...(options.isReturn ? { ReturnService: { Code: PRINT_RETURN_LABEL } } : {}),
        Shipper: { ...shipper, Name: settings.shipperName, ShipperNumber: settings.shipperNumber },
        ShipTo: to,
        ShipFrom: from,
        ...accountOf(prepared, settings),
        Service: { Code: serviceOf(prepared, settings) },
        // Without it UPS tells the list price, not the account's.
        ShipmentRatingOptions: { NegotiatedRatesIndicator: 'Y' },
        ...customsPart(prepared, sending),
        ...(isOnParcels ? {} : references),
        Package: parcels.map((parcel, i) => ({
          ...(options.isReturn ? { Description: settings.contents.slice(0, 35) } : {}),
          Packaging: OWN_PACKAGING,
          ...parcel,
          ...(isOnParcels ? references : {}),
          ...nonEmpty('PackageServiceOptions', options.parcels[i] ?? {}),
        })),
      },
      LabelSpecification: labelSpecification(prepared.format ?? settings.labelFormat),
    },
  });
}

/** UPS's code of a return label that the sender of the goods prints. */
export const PRINT_RETURN_LABEL = '9';

const nonEmpty = <Name extends string, Value extends object>(name: Name, value: Value): { [N in Name]?: Value } =>
  (Object.keys(value).length > 0 ? { [name]: value } : {}) as { [N in Name]?: Value };

type Shipment = ShipRequest['ShipmentRequest']['Shipment'];

/** The account pays for the transport, and for duties where the goods are sold duty paid. */
function accountOf({ customs }: Prepared, { shipperNumber }: Settings): Pick<Shipment, 'PaymentInformation'> {
  const BillShipper = { AccountNumber: shipperNumber };
  const duties = customs?.isDutyPaid ? [{ Type: '02', BillShipper }] : [];
  return { PaymentInformation: { ShipmentCharge: [{ Type: '01', BillShipper }, ...duties] } };
}

/** What customs are told, and what else stands on the shipment as a whole. */
function customsPart({ customs, options, invoiceTotal }: Prepared, sending: Sending): Partial<Shipment> {
  const { documentIds, today } = sending;
  const { shipmentDate = today } = options;
  const forms = customs?.forms && {
    // An own invoice takes the place of the one that UPS would make.
    ...(documentIds.length > 0
      ? { FormType: ['07'], UserCreatedForm: { DocumentID: [...documentIds] } }
      : { FormType: ['01'] }),
    ...customs.forms,
    InvoiceDate: customs.invoiceDate ?? shipmentDate,
  };
  return {
    ...(customs?.isDocuments ? { DocumentsOnlyIndicator: '' } : {}),
    ...(customs?.movementReference ? { MovementReferenceNumber: customs.movementReference } : {}),
    ...(customs?.taxes ? { GlobalTaxInformation: customs.taxes } : {}),
    ...(options.shipmentDate ? { ShipmentDate: options.shipmentDate } : {}),
    ...(invoiceTotal ? { InvoiceLineTotal: invoiceTotal } : {}),
    ...nonEmpty('ShipmentServiceOptions', { ...options.shipment, ...(forms ? { InternationalForms: forms } : {}) }),
  };
}

/**
 * Between countries UPS needs a phone at both ends. The account holder's goes for the shipper, and for a recipient who
 * left none: that is what it is offered for.
 */
function reachableOf(
  { from, to }: Prepared,
  { shipperPhone }: Settings,
): Result<{ readonly to: Recipient; readonly shipper: Party }, Fault> {
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
