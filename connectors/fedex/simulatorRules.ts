import type { Party } from './address.ts';
import type { Parcel } from './parcel.ts';

export type Refusal = { readonly code: string; readonly message: string };
export type ShipBody = {
  readonly accountNumber?: { readonly value?: string };
  readonly requestedShipment: {
    readonly shipper: Party;
    readonly recipients: readonly Party[];
    readonly serviceType?: string;
    readonly customsClearanceDetail?: {
      readonly commodities: readonly { readonly weight?: { readonly units: string } }[];
    };
    readonly shipmentSpecialServices?: {
      readonly specialServiceTypes: readonly string[];
      readonly etdDetail?: { readonly attachedDocuments?: readonly { readonly documentId: string }[] };
    };
    readonly shippingDocumentSpecification?: { readonly shippingDocumentTypes: readonly string[] };
    readonly labelSpecification: { readonly imageType: string; readonly labelStockType: string };
    readonly requestedPackageLineItems: readonly (Parcel & {
      readonly customerReferences?: readonly { readonly value: string }[];
    })[];
  };
};
type Rule = Refusal & {
  readonly isBroken: (body: ShipBody, account: string, hasPaper: (id: string) => boolean) => boolean;
};

const partiesOf = ({ requestedShipment: { shipper, recipients } }: ShipBody): readonly Party[] => [
  shipper,
  ...recipients,
];
const isPhone = (digits: string, country: string): boolean =>
  ['US', 'CA'].includes(country) ? /^\d{10}$/.test(digits) : /^\d{1,15}$/.test(digits);

/**
 * What FedEx refuses a shipment for, as far as the hub could get it wrong. Codes that begin with SIM stand for those that
 * its description does not name.
 */
const RULES: readonly Rule[] = [
  {
    code: 'ACCOUNTNUMBER.REGISTRATION.REQUIRED',
    message: 'Please enter a valid account number, or contact FedEx.',
    isBroken: ({ accountNumber }, account) => accountNumber?.value !== account,
  },
  {
    code: 'SIM.SERVICETYPE.MISSING',
    message: 'Service type is missing',
    isBroken: ({ requestedShipment }) => !requestedShipment.serviceType,
  },
  {
    code: 'SIM.PHONENUMBER.INVALID',
    message: 'Phone number is missing or invalid',
    isBroken: (body) =>
      partiesOf(body).some(({ contact, address }) => !isPhone(contact?.phoneNumber ?? '', address?.countryCode)),
  },
  {
    code: 'SIM.STREETLINE.INVALID',
    message: 'Street lines are missing, too many or too long',
    isBroken: (body) =>
      partiesOf(body).some(
        ({ address: { streetLines = [] } }) =>
          streetLines.length < 1 || streetLines.length > 3 || streetLines.some(({ length }) => length > 35),
      ),
  },
  {
    code: 'SIM.WEIGHT.UNITS',
    message: 'All weights must be in the same unit',
    isBroken: ({ requestedShipment }) =>
      new Set(
        [
          ...requestedShipment.requestedPackageLineItems,
          ...(requestedShipment.customsClearanceDetail?.commodities ?? []),
        ].map(({ weight }) => weight?.units),
      ).size !== 1,
  },
  {
    code: 'SIM.CUSTOMS.MISSING',
    message: 'Customs clearance detail is needed between countries',
    isBroken: ({ requestedShipment: { shipper, recipients, customsClearanceDetail } }) =>
      recipients.some(({ address }) => address.countryCode !== shipper.address.countryCode) && !customsClearanceDetail,
  },
  {
    code: 'SIM.DOCUMENT.UNKNOWN',
    message: 'An attached document was never uploaded',
    isBroken: ({ requestedShipment: { shipmentSpecialServices } }, _account, hasPaper) =>
      (shipmentSpecialServices?.etdDetail?.attachedDocuments ?? []).some(({ documentId }) => !hasPaper(documentId)),
  },
  {
    code: 'SIM.REFERENCE.TOOLONG',
    message: 'Customer reference is too long',
    isBroken: ({ requestedShipment: { serviceType = '', requestedPackageLineItems } }) =>
      requestedPackageLineItems.some(({ customerReferences = [] }) =>
        customerReferences.some(({ value }) => value.length > (/GROUND|SMART/.test(serviceType) ? 30 : 40)),
      ),
  },
  {
    code: 'SIM.LABELSTOCK.INVALID',
    message: 'The label stock type does not go with the image type',
    isBroken: ({ requestedShipment: { labelSpecification } }) =>
      labelSpecification.labelStockType.startsWith('PAPER') !== ['PDF', 'PNG'].includes(labelSpecification.imageType),
  },
];

/** Why FedEx would refuse a shipment; undefined when it would not. */
export function refusalOf(body: ShipBody, account: string, hasPaper: (id: string) => boolean): Refusal | undefined {
  return RULES.find(({ isBroken }) => isBroken(body, account, hasPaper));
}
