import type { LabelRequest } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { type ShipmentOption, takesOptions } from '../kit/shipmentOptions.ts';
import { amountIn, isDutyPaid } from './customs.ts';
import type { Services } from './wire.ts';

const POSSIBLE: readonly ShipmentOption[] = ['insuredValueMinor', 'signature', 'shipOn', 'customs', 'collectAt'];

/** The value added services that a shipment asks for; a fault for what DHL Parcel cannot do. */
export function servicesOf(request: LabelRequest, product: string): Result<Services | undefined, Fault> {
  const options = takesOptions(request, POSSIBLE);
  if (!options.ok) return options;
  const { insuredValueMinor, currency, signature } = request;
  if (insuredValueMinor !== undefined && currency === undefined)
    return err(permanent('currency-missing', 'the insured value has no currency', '/currency'));
  const services: Services = {
    ...(insuredValueMinor !== undefined && currency !== undefined
      ? { additionalInsurance: amountIn(insuredValueMinor, currency) }
      : {}),
    ...(signature === 'required' ? { signedForByRecipient: true } : {}),
    ...(signature === 'adult' ? { visualCheckOfAge: 'A18' } : {}),
    ...(isDutyPaid(request, product) ? { postalDeliveryDutyPaid: true } : {}),
  };
  return ok(Object.keys(services).length > 0 ? services : undefined);
}
