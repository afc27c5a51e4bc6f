import type { ShipRequest } from './wire.ts';

type Request = ShipRequest['ShipmentRequest'];
export type Refusal = { readonly code: string; readonly message: string };
type Rule = Refusal & {
  readonly isBroken: (request: Request, account: string, uploads: ReadonlySet<string>) => boolean;
};

const references = ({ Shipment }: Request): readonly string[] =>
  [...(Shipment.ReferenceNumber ?? []), ...Shipment.Package.flatMap(({ ReferenceNumber = [] }) => ReferenceNumber)].map(
    ({ Value }) => Value,
  );
const countries = ({ Shipment }: Request) => ({
  from: Shipment.ShipFrom.Address.CountryCode,
  to: Shipment.ShipTo.Address.CountryCode,
});
const isInsideUs = (request: Request): boolean => {
  const { from, to } = countries(request);
  return from === to && (from === 'US' || from === 'PR');
};

/**
 * What UPS refuses a shipment for, as far as the hub could get it wrong. Codes of six digits are UPS's own; SIM stands
 * for those that UPS does not publish.
 */
const RULES: readonly Rule[] = [
  {
    code: 'SIM04',
    message: 'Missing or invalid shipper number',
    isBroken: ({ Shipment }, account) => Shipment?.Shipper?.ShipperNumber !== account,
  },
  {
    code: 'SIM05',
    message: 'Missing or invalid ship to country code',
    isBroken: ({ Shipment }) => !/^[A-Z]{2}$/.test(Shipment.ShipTo?.Address?.CountryCode ?? ''),
  },
  {
    code: '120209',
    message: 'Missing or invalid ship to phone number',
    isBroken: (request) => countries(request).from !== countries(request).to && !request.Shipment.ShipTo.Phone?.Number,
  },
  {
    code: '120541',
    message: 'Shipment/ReferenceNumber is not allowed for this shipment',
    isBroken: (request) => isInsideUs(request) && request.Shipment.ReferenceNumber !== undefined,
  },
  {
    code: 'SIM01',
    message: 'Package/ReferenceNumber is not allowed for this shipment',
    isBroken: (request) => !isInsideUs(request) && request.Shipment.Package.some((each) => each.ReferenceNumber),
  },
  {
    code: 'SIM09',
    message: 'Missing or invalid international forms',
    isBroken: (request, _account, uploads) => hasBrokenForms(request, uploads),
  },
  {
    code: 'SIM02',
    message: 'Invalid reference number',
    isBroken: (request) => references(request).some((value) => value.length < 1 || value.length > 35),
  },
  {
    code: 'SIM03',
    message: 'Missing or invalid weight unit of measure for the shipment origin',
    isBroken: (request) => {
      const unit = countries(request).from === 'US' ? 'LBS' : 'KGS';
      return request.Shipment.Package.some((each) => each.PackageWeight.UnitOfMeasurement.Code !== unit);
    },
  },
];

/** An invoice needs its buyer, its day and its goods; own papers must have been uploaded. */
function hasBrokenForms({ Shipment }: Request, uploads: ReadonlySet<string>): boolean {
  const forms = Shipment.ShipmentServiceOptions?.InternationalForms;
  if (!forms) return false;
  const own = forms.UserCreatedForm?.DocumentID ?? [];
  if (forms.FormType.includes('07')) return own.length === 0 || own.some((id) => !uploads.has(id));
  const isWhole = forms.Contacts?.SoldTo && /^\d{8}$/.test(forms.InvoiceDate ?? '') && forms.ReasonForExport;
  return !isWhole || !forms.Product.every(({ Unit }) => Number(Unit?.Value) > 0);
}

/** Why UPS would refuse a shipment; undefined when it would not. */
export function refusalOf(request: Request, account: string, uploads: ReadonlySet<string>): Refusal | undefined {
  return RULES.find(({ isBroken }) => isBroken(request, account, uploads));
}
