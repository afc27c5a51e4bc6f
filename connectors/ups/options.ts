import type { LabelRequest } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { allocate, type CurrencyCode, formatMinor } from '../../core/shared/money.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { type ShipmentOption, takesOptions } from '../kit/shipmentOptions.ts';
import type { PackageServiceOptions, Party, ServiceOptions } from './wire.ts';

/** What a shipment asks for beyond being carried, where UPS wants it said: on the shipment, or on each of its parcels. */
export type Options = {
  readonly shipment: Omit<ServiceOptions, 'InternationalForms'>;
  readonly parcels: readonly PackageServiceOptions[];
  readonly isReturn: boolean;
  readonly shipmentDate: string | undefined;
};

const POSSIBLE: readonly ShipmentOption[] = [
  'insuredValueMinor',
  'signature',
  'saturdayDelivery',
  'shipOn',
  'customs',
  'returnLabel',
];

/** The options of a label or a price in the terms of UPS. What it cannot do is a permanent fault that names it. */
export function optionsOf(
  request: Omit<LabelRequest, 'reference'>,
  { from, to }: { readonly from: Party; readonly to: Party },
): Result<Options, Fault> {
  const possible = takesOptions(request, POSSIBLE);
  if (!possible.ok) return possible;
  const { saturdayDelivery = false, returnLabel = false, signature, shipOn, insuredValueMinor, currency } = request;
  if (insuredValueMinor !== undefined && currency === undefined)
    return err(permanent('currency-missing', 'in which currency is it insured?', '/currency'));
  if (returnLabel && signature)
    return err(permanent('option-unsupported', 'UPS asks for no signature on the way back', '/signature'));
  const isOnParcels = signature !== undefined && confirmsOnParcels(from, to);
  const values =
    insuredValueMinor === undefined
      ? []
      : allocate(
          insuredValueMinor,
          request.parcels.map(() => 1),
        );
  return ok({
    shipment: {
      ...(saturdayDelivery ? { SaturdayDeliveryIndicator: '' } : {}),
      ...(signature && !isOnParcels ? { DeliveryConfirmation: { DCISType: ON_SHIPMENT[signature] } } : {}),
    },
    parcels: request.parcels.map((_, i) => ({
      ...(signature && isOnParcels ? { DeliveryConfirmation: { DCISType: ON_PARCELS[signature] } } : {}),
      ...(values[i] === undefined ? {} : { DeclaredValue: charge(values[i], currency ?? '') }),
    })),
    isReturn: returnLabel,
    shipmentDate: shipOn?.replaceAll('-', ''),
  });
}

const charge = (minor: number, currency: string) => ({
  CurrencyCode: currency,
  MonetaryValue: formatMinor(minor, currency as CurrencyCode),
});

/** Types of delivery confirmation: on parcels 1 is not supported, so that the numbers differ. */
const ON_SHIPMENT = { required: '1', adult: '2' } as const;
const ON_PARCELS = { required: '2', adult: '3' } as const;
const AMERICAN: ReadonlySet<string> = new Set(['US', 'PR']);

/** Inside the US with Puerto Rico, and inside Canada, a signature is asked for parcel by parcel; else for the shipment. */
function confirmsOnParcels(from: Party, to: Party): boolean {
  const [a, b] = [from.Address.CountryCode, to.Address.CountryCode];
  return (AMERICAN.has(a) && AMERICAN.has(b)) || (a === 'CA' && b === 'CA');
}
